"""Tests of `db.exchange.pdf`: from letters and places back to the text that was typeset."""

from io import BytesIO

import pypdf
import pytest

from db.errors import Unreadable
from db.exchange.pdf.reader import read_pdf
from tests.exchange.nasty.pdfs import line, lines, pages
from tests.exchange.pdf.conftest import Typeset

FIRST = (
    "Ministers of both countries signed a programme on training doctors, sharing laboratories "
    "and opening the door to young researchers, whose exchanges had been long-awaited."
)
SECOND = (
    "Министры здравоохранения государств-участников подписали дорожную карту по развитию "
    "научно-технического сотрудничества в области здравоохранения, включая подготовку кадров, "
    "взаимное признание документов и обмен опытом в социально-экономической сфере."
)
RUSSIAN = '#set text(lang: "ru", hyphenate: true)\n'


def text_of(data: bytes) -> str:
    return read_pdf(data, "a.pdf").text


def reason_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data, "a.pdf")
    return caught.value.reason


@pytest.mark.parametrize("width", ["150pt", "220pt", "300pt", "500pt"])
def test_paragraphs_come_back_whole_however_their_lines_were_broken(
    typeset: Typeset, width: str
) -> None:
    source = f"#set page(width: {width}, height: 800pt, margin: 30pt)\n{FIRST}\n\n{RUSSIAN}{SECOND}"
    assert text_of(typeset(source)) == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("indent", ["0pt", "1.5em"])
def test_justified_and_indented_paragraphs_come_back_whole(typeset: Typeset, indent: str) -> None:
    source = (
        "#set page(width: 260pt, height: 900pt, margin: 30pt)\n#set par(justify: true, "
        f"first-line-indent: (amount: {indent}, all: true))\n{FIRST}\n\n{RUSSIAN}{SECOND}"
        f"\n\n{SECOND}"
    )
    assert text_of(typeset(source)) == f"{FIRST}\n\n{SECOND}\n\n{SECOND}"


def test_headings_lists_and_tables_are_set_as_lines(typeset: Typeset) -> None:
    long = "a note so long that it has to be broken over several lines of its narrow cell"
    source = (
        f"= Ministers met in Shusha\n12 May 2025\n\n== Who took part\n- Azerbaijan\n- {FIRST}\n"
        "+ one\n+ two\n\n#table(columns: (50pt, 50pt, 150pt), [Year], [Sum], [Note], [2024], "
        f"[12], [{long}], [2025], [13], [b])\nThe end."
    )
    assert text_of(typeset(source)) == (
        f"Ministers met in Shusha\n\n12 May 2025\n\nWho took part\n\n• Azerbaijan\n• {FIRST}\n"
        f"1. one\n2. two\n\nYear\tSum\tNote\n2024\t12\t{long}\n2025\t13\tb\n\nThe end."
    )


def test_columns_are_read_one_after_another(typeset: Typeset) -> None:
    source = (
        "#set page(width: 400pt, height: 230pt, margin: 30pt, columns: 2)\n"
        f"{FIRST}\n\n{FIRST}\n\n{RUSSIAN}{SECOND}"
    )
    assert " ".join(text_of(typeset(source)).split()) == f"{FIRST} {FIRST} {SECOND}"


def test_what_stands_on_every_page_is_set_once_and_sentences_go_on(typeset: Typeset) -> None:
    source = (
        "#set page(width: 300pt, height: 300pt, margin: 50pt, header: [Press service], "
        'footer: context align(center, counter(page).display("1 / 1", both: true)))\n'
        + "\n\n".join([FIRST] * 12)
    )
    data = typeset(source)
    assert len(pypdf.PdfReader(BytesIO(data)).pages) > 3
    parts = read_pdf(data, "a.pdf")
    assert parts.text == "\n\n".join(["Press service", *[FIRST] * 12])
    assert "furniture_once" in parts.warnings


def test_title_day_and_languages_are_told(typeset: Typeset) -> None:
    source = (
        '#set document(title: "Ministers met in Shusha", date: datetime(year: 2025, month: 5, '
        f"day: 12))\n= Ministers met in Shusha\n12 мая 2025 года\n\n{SECOND}"
    )
    parts = read_pdf(typeset(source), "a.pdf")
    assert (parts.title, parts.published_hint) == ("Ministers met in Shusha", "2025-05-12")
    assert parts.languages == ("ru",)
    assert parts.reader == "pdf"
    assert "PDFium" in parts.reader_version


def test_a_day_the_text_does_not_name_is_that_of_a_file(typeset: Typeset) -> None:
    source = f"#set document(date: datetime(year: 2025, month: 5, day: 12))\n{FIRST}"
    assert read_pdf(typeset(source), "a.pdf").published_hint is None


def test_russian_that_an_old_font_calls_western_is_read_as_russian() -> None:
    russian = ["Министры встретились в Баку и подписали", "соглашение о здравоохранении."]
    western = [one.encode("cp1251").decode("latin-1") for one in russian]
    parts = read_pdf(pages([lines(western)]), "a.pdf")
    assert parts.text == " ".join(russian)
    assert parts.warnings == ("encoding_guessed",)


def test_ligatures_and_letters_beyond_the_first_plane_come_out_whole(typeset: Typeset) -> None:
    words = "The office was efficient, and fine flowers 𝔽 were offered"
    assert text_of(typeset(words)) == words


def test_pages_without_text_are_told_and_nothing_else_refused() -> None:
    parts = read_pdf(pages([line("The ministers met", 700), "0 0 m 9 9 l S"]), "a.pdf")
    assert (parts.text, parts.warnings) == ("The ministers met", ("pages_without_text",))
    assert reason_of(pages(["0 0 m 9 9 l S"] * 2)) == "scanned"


def test_a_password_is_asked_for_by_the_refusal(typeset: Typeset) -> None:
    def locked(password: str) -> bytes:
        writer = pypdf.PdfWriter(clone_from=BytesIO(typeset(FIRST)))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        out = BytesIO()
        writer.write(out)
        return out.getvalue()

    assert reason_of(locked("secret")) == "password"
    assert text_of(locked("")) == FIRST


def test_too_many_pages_are_refused_by_their_number() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(pages([""] * 2001), "a.pdf")
    assert (caught.value.reason, caught.value.limit) == ("too_many_pages", 2000)


def test_attached_files_are_named_and_not_opened() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pages([line("The ministers met", 700)])))
    writer.add_attachment("../../act.docx", b"x")
    out = BytesIO()
    writer.write(out)
    parts = read_pdf(out.getvalue(), "a.pdf")
    assert parts.left_out == ("act.docx",)
    assert parts.warnings == ("attachments_left_out",)
