"""Whose a touched row is: the entry it stands on, also where only its parts were touched."""

import pytest
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.content import FigureSpec, PointSpec, add_figure
from db.rows.faces import Target
from db.terms import EntryKind, LinkKind, StageKind
from tests.factories import (
    make_agreement,
    make_claim,
    make_entry,
    make_figure,
    make_link,
    make_person,
    make_point,
    make_source,
    make_stage,
    make_tag,
)
from tests.write_path.acts import write


def touched(catalogue: Catalogue, statement: str, *values: object) -> frozenset[int]:
    """Change rows as they stand, whatever a command would say, and return whose they were."""

    def run(session: Session) -> None:
        session.connection().exec_driver_sql(statement, values)

    return write(catalogue, run).change.entries


@pytest.fixture
def agreement(catalogue: Catalogue) -> int:
    return make_agreement(catalogue, "Agreement")


@pytest.fixture
def source(catalogue: Catalogue) -> int:
    return make_source(catalogue, "Ten buses were delivered under the agreement.")


def test_a_link_whose_note_alone_changed_is_of_all_its_ends(
    catalogue: Catalogue, agreement: int
) -> None:
    person = make_person(catalogue, "Ana Lima")
    body = make_entry(catalogue, EntryKind.ORGANISATION, "Ministry")
    make_link(catalogue, LinkKind.SIGNATORY, agreement, person, on_behalf_of_id=body)
    assert touched(catalogue, "UPDATE link SET note = 'x'") == {agreement, person, body}


def test_a_link_that_is_moved_is_of_its_old_end_and_of_its_new_one(
    catalogue: Catalogue, agreement: int
) -> None:
    first, second = (make_person(catalogue, name) for name in ("Ana Lima", "Rui Dias"))
    make_link(catalogue, LinkKind.SIGNATORY, agreement, first)
    changed = touched(catalogue, "UPDATE link SET object_id = ?", second)
    assert changed == {agreement, first, second}


def test_evidence_about_a_figure_of_a_point_is_of_the_entry_that_has_the_point(
    catalogue: Catalogue, agreement: int, source: int
) -> None:
    point = make_point(catalogue, agreement, PointSpec(wording="Buses"))
    spec = FigureSpec(number="10", unit="buses")
    figure = write(catalogue, lambda s: add_figure(s, spec=spec, point_id=point)).value
    claim = make_claim(catalogue, Target("figure", figure), source, "Ten buses")
    assert touched(catalogue, "UPDATE evidence SET reason = 'x'") == {agreement, source}
    gone = touched(catalogue, "DELETE FROM evidence_passage WHERE evidence_id = ?", claim)
    assert gone == {agreement, source}
    assert touched(catalogue, "UPDATE figure SET unit = 'coaches'") == {agreement}


def test_a_member_of_a_count_is_of_itself_and_of_what_counts_it(
    catalogue: Catalogue, agreement: int
) -> None:
    member, other = (make_agreement(catalogue, title) for title in ("First", "Second"))
    make_figure(catalogue, agreement, "2", members=(member, other))
    gone = touched(catalogue, "DELETE FROM figure_member WHERE entry_id = ?", member)
    assert gone == {agreement, member}


def test_evidence_about_a_stage_that_goes_with_it_is_of_its_agreement(
    catalogue: Catalogue, agreement: int, source: int
) -> None:
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021")
    make_claim(catalogue, Target("stage", stage, "date"), source, "the agreement")
    assert touched(catalogue, "DELETE FROM stage") == {agreement, source}


def test_a_tag_itself_is_nobody_s(catalogue: Catalogue, agreement: int) -> None:
    make_tag(catalogue, "rail", on=[agreement])
    assert touched(catalogue, "UPDATE tag SET label_en = 'railways'") == frozenset()
    assert touched(catalogue, "DELETE FROM tag") == {agreement}
