"""The PDF as an archive receives it: claims, fonts, pages, bookmarks, and what may go wrong."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import pytest
from pypdf import PdfReader
from typing_extensions import override

from db.rows.dossier import CountryDossier, DossierChoices, DossierPoint
from desktop.reports import typeset as typesetting
from desktop.reports.compiling import TypesetError, compile_report
from desktop.reports.typeset import (
    report_json,
    typeset,
    typeset_in_child,
    typeset_to,
    write_volumes,
)
from tests.reports import dossiers
from tests.reports.azerbaijan_agreements import AGREEMENTS
from tests.reports.conftest import PRINTED_ON, read, text_of

LONG_POINT = "The parties let specialists of either side train in clinics of the other. " * 3
HOSTILE = (
    '#panic("x") #read("/etc/passwd") *bold* _it_ $x$ <a> @b \\ // /* "q" '
    "\u202egnp.exe\u202c a\x00b \ud800 ⚡ 📍 中文 عربي Հայ საქ \ue000 и\u0f71 {page} [1]"
)


def bookmarks(reader: PdfReader) -> list[str]:
    def walk(items: list[Any]) -> list[str]:
        return [
            title
            for item in items
            for title in (walk(item) if isinstance(item, list) else [item.title])
        ]

    return walk(reader.outline)


def embedded_fonts(reader: PdfReader) -> dict[str, bool]:
    fonts: dict[str, bool] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            has_file = any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
            fonts[str(descriptor["/FontName"])] = has_file
    return fonts


def test_the_file_claims_pdf_a_2a_and_pdf_ua_1(azerbaijan_pdf: bytes) -> None:
    catalogue: Any = read(azerbaijan_pdf).trailer["/Root"]
    xmp = catalogue["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfaid:part\D+2\D", xmp)
    assert re.search(r"pdfaid:conformance\W+A\W", xmp)
    assert re.search(r"pdfuaid:part\D+1\D", xmp)
    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert catalogue["/Lang"] == "en"


def test_title_and_date_are_those_of_the_report(azerbaijan_pdf: bytes) -> None:
    metadata = read(azerbaijan_pdf).metadata
    assert metadata is not None
    assert metadata.title == "Country report: Azerbaijan"
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == PRINTED_ON


def test_every_font_is_embedded(azerbaijan_pdf: bytes) -> None:
    fonts = embedded_fonts(read(azerbaijan_pdf))
    assert any("Libertinus" in name for name in fonts)
    assert all(fonts.values())


@pytest.mark.parametrize(
    "letters",
    [
        "əƏ ıİ ğĞ şŞ çÇ öÖ üÜ",
        "әӘ ғҒ қҚ ңҢ өӨ ұҰ үҮ һҺ іІ",
        "ёЁ щЩ ъЪ эЭ № « »",
        "ҷҶ ӣӢ ӯӮ ҳҲ ўЎ",
        "Հայաստան",
        "საქართველო",
    ],
)
def test_letters_of_the_region_come_back_as_text(letters: str) -> None:
    dossier = replace(dossiers.empty(), names=(("en", "Country"), ("", letters)))
    pdf = typeset(dossier, printed_on=PRINTED_ON)
    assert letters in text_of(pdf)
    assert all(embedded_fonts(read(pdf)).values())


def test_arabic_is_set_in_its_own_font() -> None:
    dossier = replace(dossiers.empty(), names=(("en", "Syria"), ("ar", "سوريا")))
    fonts = embedded_fonts(read(typeset(dossier, printed_on=PRINTED_ON)))
    assert any("NotoNaskhArabic" in name for name in fonts)


def test_each_page_says_which_of_how_many_it_is(azerbaijan_pdf: bytes) -> None:
    pages = read(azerbaijan_pdf).pages
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page.extract_text()


def test_running_heads_name_the_country_and_the_section(azerbaijan_pdf: bytes) -> None:
    first, second, *_ = (page.extract_text() for page in read(azerbaijan_pdf).pages)
    assert "Chronology" not in first
    assert second.split()[:2] == ["Azerbaijan", "Chronology"]


def test_bookmarks_number_sections_and_groups_and_refer_to_entries(azerbaijan_pdf: bytes) -> None:
    found = bookmarks(read(azerbaijan_pdf))
    assert "2 Agreements" in found
    assert "2.1 Signed" in found
    assert any(title.startswith("A-0008 Protocol of the 19th") for title in found)
    assert any(title.startswith("M-0009 XXXVII заседание") for title in found)


def test_the_same_dossier_and_day_give_the_same_bytes(azerbaijan_pdf: bytes) -> None:
    assert typeset(dossiers.azerbaijan(), printed_on=PRINTED_ON) == azerbaijan_pdf


def test_a_long_report_has_contents_and_a_short_one_has_none(azerbaijan_pdf: bytes) -> None:
    long = dossiers.azerbaijan(agreements=dossiers.many_agreements(40))
    pages = [page.extract_text() for page in read(typeset(long, printed_on=PRINTED_ON)).pages]
    assert "Contents" in pages[1]
    assert "A-1000" in pages[1]
    assert "Contents" not in text_of(azerbaijan_pdf)


def test_contents_of_many_entries_take_one_page_and_name_participants_by_group() -> None:
    long = dossiers.azerbaijan(agreements=dossiers.many_agreements(18))
    pages = [page.extract_text() for page in read(typeset(long, printed_on=PRINTED_ON)).pages]
    assert "A-1017" in pages[1]
    assert "People" in pages[1]
    assert "P-0001" not in pages[1]
    assert "Chronology" in pages[2].splitlines()[0]


def test_a_page_that_goes_on_with_an_entry_names_it_in_its_head() -> None:
    points = tuple(DossierPoint(kind="provision", wording=LONG_POINT) for _ in range(9))
    long = tuple(replace(AGREEMENTS[0], reference=f"A-{n}", points=points) for n in range(3))
    pages = read(typeset(dossiers.azerbaijan(agreements=long), printed_on=PRINTED_ON)).pages
    heads = [page.extract_text().splitlines()[0] for page in pages[1:]]
    assert any(re.search(r"Agreements · A-\d$", head) for head in heads)


def test_no_short_entry_is_cut_in_two_by_a_page() -> None:
    long = dossiers.azerbaijan(agreements=dossiers.many_agreements(40))
    pages = [page.extract_text() for page in read(typeset(long, printed_on=PRINTED_ON)).pages]
    for place in range(40):
        start = next(n for n, page in enumerate(pages) if f"Первый Подписант {place};" in page)
        assert f"Second Signatory {place}\n" in pages[start]
        assert f"(редакция {place})" in pages[start]


def test_paper_is_what_was_chosen() -> None:
    letter = dossiers.empty(DossierChoices(country="AZ", paper="letter"))
    sizes = [
        read(typeset(dossier, printed_on=PRINTED_ON)).pages[0].mediabox
        for dossier in (dossiers.empty(), letter)
    ]
    assert [(round(box.width), round(box.height)) for box in sizes] == [(595, 842), (612, 792)]


def test_hostile_text_is_printed_as_characters() -> None:
    text = text_of(typeset(dossiers.with_titles(HOSTILE), printed_on=PRINTED_ON))
    assert '#panic("x") #read("/etc/passwd") *bold* _it_ $x$ <a> @b \\ // /* "q" gnp.exe' in text
    assert "root:" not in text
    assert "{page} [1]" in text


def test_a_character_no_font_has_is_spelt_by_its_number() -> None:
    text = text_of(typeset(dossiers.with_titles(HOSTILE), printed_on=PRINTED_ON))
    assert "[U+4E2D][U+6587]" in text
    assert "[U+1F4CD]" in text
    assert "и[U+0F71]" in text


@pytest.mark.parametrize("text", ["Слово" * 8_000, "long words here " * 4_000, "#" * 70_000])
def test_text_without_end_is_cut_with_a_mark_and_the_report_is_made(text: str) -> None:
    printed = text_of(typeset(dossiers.with_titles(text), printed_on=PRINTED_ON))
    assert "[…]" in printed
    assert "Talks of the prime ministers" in printed


def test_a_report_that_can_not_be_set_raises_a_typeset_error() -> None:
    broken = report_json(dossiers.empty(), printed_on=PRINTED_ON).replace('"a4"', '"no paper"')
    with pytest.raises(TypesetError, match="paper"):
        compile_report(broken)


def test_the_file_is_written_whole_in_the_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "az.pdf"
    target.write_bytes(b"older")
    typeset_to(target, dossiers.empty(), printed_on=PRINTED_ON)
    assert target.read_bytes() == typeset(dossiers.empty(), printed_on=PRINTED_ON)
    assert list(tmp_path.iterdir()) == [target]


def test_a_write_that_fails_leaves_the_older_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "az.pdf"
    target.write_bytes(b"older")
    monkeypatch.setattr(typesetting.os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        typeset_to(target, dossiers.empty(), printed_on=PRINTED_ON)
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def volumes(dossier: CountryDossier, folder: Path) -> tuple[Path, ...]:
    return write_volumes(dossier, folder, printed_on=PRINTED_ON)


def test_a_child_process_gives_the_same_bytes(azerbaijan_pdf: bytes, tmp_path: Path) -> None:
    [volume] = volumes(dossiers.azerbaijan(), tmp_path)
    assert typeset_in_child(volume, tmp_path / "az.pdf", cancelled=lambda: False)
    assert (tmp_path / "az.pdf").read_bytes() == azerbaijan_pdf


def test_a_cancelled_child_is_killed_and_gives_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        @override
        def __enter__(self) -> Self:
            begun.append(self)
            return super().__enter__()

    long = dossiers.azerbaijan(agreements=dossiers.many_agreements(150))
    volume, *_rest = volumes(long, tmp_path)
    monkeypatch.setattr(typesetting.subprocess, "Popen", Noted)
    looks = iter((False, True))
    assert not typeset_in_child(volume, tmp_path / "az.pdf", cancelled=lambda: next(looks))
    [child] = begun
    assert child.returncode is not None
    assert child.returncode != 0
    assert (tmp_path / "az.pdf").read_bytes() == b""


def test_laying_out_stops_where_nobody_waits_any_more(tmp_path: Path) -> None:
    class Enough(Exception):  # noqa: N818 - nothing went wrong
        pass

    def enough() -> None:
        raise Enough

    with pytest.raises(Enough):
        write_volumes(dossiers.azerbaijan(), tmp_path, printed_on=PRINTED_ON, check=enough)
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_fails_says_why(tmp_path: Path) -> None:
    [volume] = volumes(dossiers.empty(), tmp_path)
    volume.write_text(volume.read_text("utf-8").replace('"a4"', '"no paper"'), "utf-8")
    with pytest.raises(TypesetError, match="paper"):
        typeset_in_child(volume, tmp_path / "az.pdf", cancelled=lambda: False)
