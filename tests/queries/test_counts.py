"""The counts of the sidebar: right, over indexes alone, and as many statements for any tree."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import restore_entries
from db.errors import Interrupted
from db.interruption import Interruption
from db.queries.counts import (
    TagCounts,
    carried_count,
    entry_counts,
    tag_counts,
    tag_rows,
    trash_mark,
)
from db.queries.lists import list_count
from db.rows.entries import TagRow
from db.rows.lists import ListSpec
from db.terms import EntryKind
from tests import factories
from tests.desktop.models.entries import counting


@pytest.fixture
def tagged(catalogue: Catalogue) -> Catalogue:
    """Give a catalogue with a tree of tags, and an entry of each in the trash."""
    first, second, third = (factories.make_agreement(catalogue, f"Title {n}") for n in range(3))
    health = factories.make_tag(catalogue, "health", on=[first])
    medicines = factories.make_tag(catalogue, "medicines", parent=health, on=[first, second])
    factories.make_tag(catalogue, "vaccines", parent=medicines, on=[second, third])
    factories.make_tag(catalogue, "trade", on=[third])
    factories.make_tag(catalogue, "unused")
    factories.trash(catalogue, third)
    return catalogue


def tags_of(catalogue: Catalogue) -> TagCounts:
    with catalogue.read() as session:
        return tag_counts(session, tag_rows(session))


def test_each_count_is_that_of_the_list_it_stands_beside(sample: Catalogue) -> None:
    with sample.read() as session:
        found = entry_counts(session)
        assert found.kinds == {kind: list_count(session, ListSpec(kind=kind)) for kind in EntryKind}
        assert found.inbox == list_count(session, ListSpec(inbox=True))
        assert found.trash == list_count(session, ListSpec(trashed=True))
        assert found.conflicts == list_count(session, ListSpec(conflicts=True)) > 0
        assert found.gaps == list_count(session, ListSpec(gaps=True)) > 0


def test_each_tag_counts_what_its_list_shows(tagged: Catalogue) -> None:
    found = tags_of(tagged)
    with tagged.read() as session:
        for tag in tag_rows(session):
            listed = list_count(session, ListSpec(tag=tag.id))
            assert found.with_narrower.get(tag.id, 0) == listed, tag.label_en
            assert found.own.get(tag.id, 0) == carried_count(session, tag.id)


def test_tags_stand_in_their_order_under_what_they_are_narrower_than(tagged: Catalogue) -> None:
    with tagged.read() as session:
        labels = [tag.label_en for tag in tag_rows(session)]
    assert labels == ["health", "medicines", "vaccines", "trade", "unused"]


def test_the_mark_of_the_trash_is_another_whenever_others_are_in_it(catalogue: Catalogue) -> None:
    entries = [factories.make_agreement(catalogue, f"Title {n}") for n in range(3)]
    marks: list[str] = []

    def mark() -> None:
        with catalogue.read() as session:
            marks.append(trash_mark(session))

    mark()
    factories.trash(catalogue, entries[0])
    mark()
    factories.trash(catalogue, entries[1])
    catalogue.write(
        Act(key="entry.restore", run=lambda s: restore_entries(s, entry_ids=entries[:1]))
    )
    mark()
    assert len(set(marks)) == 3


def test_more_tags_take_no_more_statements(tagged: Catalogue) -> None:
    numbers: list[int] = []
    for round_ in range(2):
        with counting(tagged) as statements:
            tags_of(tagged)
        numbers.append(len(statements))
        for number in range(8):
            factories.make_tag(tagged, f"another {round_}.{number}", parent=1)
    assert numbers == [3, 3]


def test_entries_are_counted_in_four_statements_over_indexes_alone(tagged: Catalogue) -> None:
    with counting(tagged) as statements, tagged.read() as session:
        entry_counts(session)
    assert len(statements) == 4
    for step in plans(tagged, statements):
        if " entry " in f"{step} ":
            assert "USING COVERING INDEX" in step, step


def plans(catalogue: Catalogue, statements: list[str]) -> Iterator[str]:
    """Yield each step of the plans of statements, whose values do not matter to the plan."""
    with catalogue.read() as session:
        for statement in statements:
            values = ("source",) * statement.count("?")
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            yield from (row[3] for row in plan)


def test_counting_tags_stops_where_nobody_waits_any_more(tagged: Catalogue) -> None:
    interruption = Interruption()

    def tags_that_are_asked_for_in_vain(session: Session) -> Iterator[TagRow]:
        yield from tag_rows(session)
        interruption.interrupt()

    with pytest.raises(Interrupted), tagged.read(interruption) as session:
        tag_counts(session, tags_that_are_asked_for_in_vain(session))
