"""An entry as it stood on a day: what was done since is taken off it, and nothing else."""

from datetime import UTC, datetime

import pytest

from db.as_it_stood import as_it_stood, last_act_before
from db.catalogue import Catalogue
from db.commands.entries import set_field, trash_entries
from db.commands.evidence import remove_evidence
from db.commands.links import change_link, remove_links
from db.commands.names import add_name, remove_name
from db.commands.stages import StageSpec, change_stage
from db.commands.tags import remove_tag, tag_entries
from db.errors import Refused
from db.queries.evidence import evidence_of_entry
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet
from db.rows.evidence import EvidenceRow
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.rows.standing import Standing
from db.terms import LinkKind, NameKind, StageKind
from tests.factories import (
    make_agreement,
    make_claim,
    make_country,
    make_link,
    make_person,
    make_source,
    make_stage,
    make_tag,
)
from tests.write_path.acts import rows, write

Known = tuple[EntrySheet, tuple[EvidenceRow, ...]]


def _last(catalogue: Catalogue) -> int:
    return int(str(rows(catalogue, "SELECT max(id) FROM revision")[0][0]))


def _today(catalogue: Catalogue, entry: int) -> Known:
    with catalogue.read() as session:
        sheet = entry_sheet(session, entry)
        assert sheet is not None
        return sheet, evidence_of_entry(session, entry)


def _then(catalogue: Catalogue, entry: int, revision: int) -> Standing:
    with catalogue.read() as session:
        return as_it_stood(session, entry_id=entry, revision=revision)


def _told(sheet: EntrySheet | None) -> tuple[object, ...]:
    """Return what a sheet tells, without what the write path derives."""
    assert sheet is not None
    return (
        (sheet.kind, sheet.uid, sheet.reference, sheet.title, sheet.review, sheet.trashed),
        dict(sheet.values),
        dict(sheet.references),
        (sheet.names, sheet.stages, sheet.links, sheet.points, sheet.figures, sheet.quotations),
        tuple((tag.id, tag.label_en) for tag in sheet.tags),
        dict(sheet.faces),
        sheet.evidence_count,
    )


def _change_all(catalogue: Catalogue, entry: int, sheet: EntrySheet, claims: list[int]) -> None:
    """Change everything that there is about an agreement."""
    write(catalogue, lambda s: set_field(s, entry_id=entry, field="number", value="99"))
    write(catalogue, lambda s: set_field(s, entry_id=entry, field="title", value="Another title"))
    write(catalogue, lambda s: remove_name(s, name_id=sheet.names[0].id))
    link = sheet.links[0]
    spec = LinkSpec(
        kind=link.kind, subject_id=entry, object_id=make_country(catalogue, "KZ"), note="late"
    )
    write(catalogue, lambda s: change_link(s, link_id=link.id, spec=spec))
    stage = StageSpec(kind=StageKind.RATIFIED, date="2024")
    write(catalogue, lambda s: change_stage(s, stage_id=sheet.stages[0].id, spec=stage))
    for claim in claims:
        write(catalogue, lambda s, claim=claim: remove_evidence(s, evidence_id=claim))
    write(catalogue, lambda s: remove_tag(s, tag_id=sheet.tags[0].id))
    assert link.object is not None
    other = link.object.id
    write(catalogue, lambda s: set_field(s, entry_id=other, field="title", value="Renamed"))


@pytest.fixture
def agreement(catalogue: Catalogue) -> int:
    """Return an agreement with something in every section."""
    source = make_source(catalogue, "Roadmap 17 was signed in Baku.")
    country = make_country(catalogue)
    entry = make_agreement(catalogue, "Roadmap", parties=[country], number="17")
    stage = make_stage(catalogue, entry, StageKind.SIGNED, date="2021-05-20")
    make_link(catalogue, LinkKind.SIGNATORY, entry, make_person(catalogue), stage_id=stage)
    write(
        catalogue,
        lambda s: add_name(s, entry_id=entry, text="Дорожная карта", kind=NameKind.TRANSLATION),
    )
    tag = make_tag(catalogue, "health")
    write(catalogue, lambda s: tag_entries(s, entry_ids=[entry], tag_id=tag))
    make_claim(catalogue, Target("entry", entry, "number"), source, "Roadmap 17")
    make_claim(catalogue, Target("stage", stage), source, "Roadmap 17 was signed")
    return entry


def test_an_entry_is_as_it_was_whatever_was_done_since(
    catalogue: Catalogue, agreement: int
) -> None:
    moment, (sheet, evidence) = _last(catalogue), _today(catalogue, agreement)
    _change_all(catalogue, agreement, sheet, [claim.id for claim in evidence])
    assert _told(_today(catalogue, agreement)[0]) != _told(sheet)
    then = _then(catalogue, agreement, moment)
    assert _told(then.sheet) == _told(sheet)
    assert then.evidence == evidence
    assert then.at is not None


def test_undone_and_redone_acts_are_taken_off_as_they_happened(
    catalogue: Catalogue, agreement: int
) -> None:
    known: list[tuple[int, tuple[object, ...]]] = []

    def note() -> None:
        known.append((_last(catalogue), _told(_today(catalogue, agreement)[0])))

    for number in ("18", "19"):
        write(
            catalogue, lambda s, n=number: set_field(s, entry_id=agreement, field="number", value=n)
        )
        note()
    catalogue.undo()
    note()
    catalogue.undo()
    note()
    catalogue.redo()
    note()
    write(catalogue, lambda s: set_field(s, entry_id=agreement, field="summary", value="Late"))
    note()
    catalogue.take_back(known[0][0])
    note()
    for moment, told in known:
        assert _told(_then(catalogue, agreement, moment).sheet) == told


def test_a_trashed_entry_and_one_that_is_gone_stand_as_they_did(
    catalogue: Catalogue, agreement: int
) -> None:
    moment, (sheet, evidence) = _last(catalogue), _today(catalogue, agreement)
    write(catalogue, lambda s: trash_entries(s, entry_ids=[agreement]))
    assert _told(_then(catalogue, agreement, moment).sheet) == _told(sheet)
    while rows(catalogue, f"SELECT id FROM entry WHERE id = {agreement}"):
        catalogue.undo()
    then = _then(catalogue, agreement, moment)
    assert _told(then.sheet) == _told(sheet)
    assert then.evidence == evidence


def test_before_it_was_made_there_was_nothing(catalogue: Catalogue) -> None:
    make_person(catalogue, "Anna")
    moment = _last(catalogue)
    entry = make_agreement(catalogue, "Roadmap")
    assert _then(catalogue, entry, moment).sheet is None
    with catalogue.read() as session:
        later = datetime(2999, 1, 1, tzinfo=UTC)
        assert last_act_before(session, entry_id=entry, moment=later) == _last(catalogue)
        earlier = datetime(1999, 1, 1, tzinfo=UTC)
        assert last_act_before(session, entry_id=entry, moment=earlier) == 0


def test_a_link_that_moved_on_stands_as_it_left(catalogue: Catalogue) -> None:
    first, second = make_agreement(catalogue, "First"), make_agreement(catalogue, "Second")
    link = make_link(catalogue, LinkKind.PARTY, first, make_country(catalogue))
    moment, (sheet, _evidence) = _last(catalogue), _today(catalogue, first)
    country = make_country(catalogue)
    moved = LinkSpec(kind=LinkKind.PARTY, subject_id=second, object_id=country)
    write(catalogue, lambda s: change_link(s, link_id=link, spec=moved))
    noted = LinkSpec(kind=LinkKind.PARTY, subject_id=second, object_id=country, note="elsewhere")
    write(catalogue, lambda s: change_link(s, link_id=link, spec=noted))
    assert _told(_then(catalogue, first, moment).sheet) == _told(sheet)
    write(catalogue, lambda s: remove_links(s, link_ids=[link]))
    assert _told(_then(catalogue, first, moment).sheet) == _told(sheet)


def test_what_lies_before_the_horizon_is_not_shown_as_it_stood(
    catalogue: Catalogue, agreement: int
) -> None:
    line = (
        "INSERT INTO revision (at, who, act, about, program, visit, state) "
        "SELECT at, '', 'schema.horizon', '', '', '', 'step' FROM revision ORDER BY id DESC LIMIT 1"
    )
    before = _last(catalogue)
    catalogue.keep(lambda session: session.connection().exec_driver_sql(line))
    write(catalogue, lambda s: set_field(s, entry_id=agreement, field="number", value="18"))
    assert _then(catalogue, agreement, before).sheet is not None
    with pytest.raises(Refused) as told:
        _then(catalogue, agreement, before - 1)
    assert told.value.reason == "act_before_horizon"
