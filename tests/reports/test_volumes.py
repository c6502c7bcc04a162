"""A long report in volumes: everything once, in order, under its own numbers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

from db.rows.dossier import CountryDossier, DossierChoices
from desktop.reports.extent import pages_of, volumes_of
from desktop.reports.pages import Report, Section, report
from desktop.reports.typeset import typeset_in_child, write_volumes
from desktop.reports.volumes import in_volumes
from desktop.reports.wording import Wording
from tests.reports import dossiers
from tests.reports.conftest import PRINTED_ON, read, text_of

ENGLISH = Wording("en")


def long_dossier(choices: DossierChoices | None = None) -> CountryDossier:
    return dossiers.azerbaijan(choices, agreements=dossiers.many_agreements(90))


def bound(most: int) -> tuple[Report, list[Report]]:
    dossier = long_dossier()
    whole, again = report(dossier, PRINTED_ON), report(dossier, PRINTED_ON)
    return whole, in_volumes(again, ENGLISH, most)


def pieces(sections: list[Section]) -> Iterator[tuple[str, str, Any]]:
    for section in sections:
        for item in section["items"]:
            inner = {"years": ("year", "events"), "groups": ("heading", "entries")}
            head, parts = inner.get(section["kind"], ("", ""))
            for each in item[parts] if parts else (item,):
                yield section["heading"], item[head] if head else "", each


@pytest.mark.parametrize("most", [1, 3, 7])
def test_volumes_hold_everything_once_and_in_order(most: int) -> None:
    whole, volumes = bound(most)
    assert len(volumes) > 1
    found = [piece for volume in volumes for piece in pieces(volume["sections"])]
    expected = list(pieces(whole["sections"]))
    assert [_named(piece) for piece in found] == [_named(piece) for piece in expected]


def _named(piece: tuple[str, str, Any]) -> tuple[str, str, str]:
    section, group, item = piece
    return section, group, str(item | {"listed": None})


def test_no_volume_is_much_longer_than_the_others() -> None:
    _whole, volumes = bound(3)
    sizes = [sum(len(str(piece)) for piece in pieces(volume["sections"])) for volume in volumes]
    assert max(sizes) < 2 * sum(sizes) / len(sizes)


def test_sections_and_groups_go_on_under_their_numbers() -> None:
    whole, volumes = bound(3)
    headings = {section["heading"]: section["number"] for section in whole["sections"]}
    passed: dict[int, int] = {}
    for volume in volumes:
        for section in volume["sections"]:
            assert section["number"] == headings[section["heading"]]
            assert section["passed"] in {
                passed.get(section["number"], 0),
                passed.get(section["number"], 1) - 1,  # a group that itself goes on
            }
            passed[section["number"]] = section["passed"] + len(section["items"])


def test_what_stands_in_another_volume_has_no_anchor_here() -> None:
    whole, volumes = bound(3)
    anchors = [name for volume in volumes for name in volume["anchors"]]
    assert sorted(anchors) == sorted(whole["anchors"])
    assert len(volumes[0]["anchors"]) < len(whole["anchors"])


def test_a_report_that_is_not_long_is_no_volume() -> None:
    whole = report(dossiers.azerbaijan(), PRINTED_ON)
    assert in_volumes(whole, ENGLISH) == [whole]
    assert whole["volume"] == ""


def test_an_empty_report_is_one() -> None:
    assert len(in_volumes(report(dossiers.empty(), PRINTED_ON), ENGLISH, 1)) == 1


@pytest.mark.parametrize(("language", "second"), [("en", "Volume 2 of"), ("ru", "Том 2 из")])
def test_each_volume_is_a_report_of_its_own(
    language: Literal["en", "ru"], second: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.reports.volumes.PAGES_A_VOLUME", 10)
    dossier = long_dossier(DossierChoices(country="AZ", language=language))
    volumes = write_volumes(dossier, tmp_path, printed_on=PRINTED_ON)
    texts: list[str] = []
    for volume in volumes:
        pdf = volume.with_suffix(".pdf")
        assert typeset_in_child(volume, pdf, cancelled=lambda: False)
        texts.append(text_of(pdf.read_bytes()))
        assert len(read(pdf.read_bytes()).pages) <= 10 * 1.4
    assert len(texts) > 1
    assert second in texts[1]
    for entry in (*dossier.agreements, *dossier.meetings, *dossier.participants):
        name = getattr(entry, "title", "") or getattr(entry, "name", "")
        assert sum(f"{entry.reference} {name}" in text for text in texts) >= 1
    assert f"[{dossier.sources[-1].number}] {dossier.sources[-1].title}" in texts[-1]


def test_a_long_report_is_told_to_be_long_beforehand() -> None:
    assert volumes_of(pages_of(entries=20, participants=30)) == 1
    assert volumes_of(pages_of(entries=13_400, participants=5_700)) > 30
