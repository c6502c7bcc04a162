"""What words can support: all that stands in the form, in words."""

from db.rows.faces import Target
from db.terms import Face
from desktop.desk.targets import TargetRow, evidence_targets
from tests.desktop.desk.conftest import Filled


def _by_target(filled: Filled) -> dict[Target, TargetRow]:
    return {row.target: row for row in evidence_targets(filled.sheet())}


def test_fields_stages_and_links_are_targets_in_words(filled: Filled) -> None:
    rows = _by_target(filled)
    entry = filled.agreement
    assert rows[Target("entry", entry, "title")].words == "Title Roadmap in health"
    assert rows[Target("entry", entry, "agreement_type")].words == "Type Roadmap"
    assert rows[Target("entry", entry, "covers")].words == "Covers 2021–2024"
    assert rows[Target("stage", filled.stage)].words == "Stage signed · May 2021"
    assert rows[Target("stage", filled.stage, "date")].words == "Signed on May 2021"
    assert rows[Target("link", filled.party)].value == "Ministry of Health"


def test_targets_show_the_face_they_have(filled: Filled) -> None:
    rows = _by_target(filled)
    assert rows[Target("entry", filled.agreement, "covers")].face == Face.CONFLICT
    assert rows[Target("link", filled.party)].face == Face.NONE


def test_fields_without_a_value_come_last(filled: Filled) -> None:
    rows = evidence_targets(filled.sheet())
    empty = [row for row in rows if not row.value]
    assert rows[-len(empty) :] == tuple(empty)
    assert Target("entry", filled.agreement, "number") in {row.target for row in empty}


def test_nobody_gives_evidence_for_a_note(filled: Filled) -> None:
    fields = {row.target.field for row in evidence_targets(filled.sheet())}
    assert not fields & {"note", "review", "summary"}


def test_a_link_is_worded_from_the_end_that_is_in_the_form(filled: Filled) -> None:
    rows = {row.target: row for row in evidence_targets(filled.sheet(filled.body))}
    assert rows[Target("link", filled.party)].value == "Roadmap in health"
