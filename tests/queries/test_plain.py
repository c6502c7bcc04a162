"""Plain SQL: what a look without SQLAlchemy shows is what a session reads."""

import pytest

from db.catalogue import Catalogue
from db.queries import plain
from db.queries.lists import first_rows, list_ids, list_lines
from db.queries.reading import progress_of
from db.queries.rules import link_rules
from db.queries.walks import SORTS, SORTS_OF_ALL, walks_of
from db.rows.lists import BEST, ListSpec
from db.terms import EntryKind

_LISTS = [
    *((kind, sort) for kind in EntryKind for sort in (*SORTS, BEST)),
    *((None, sort) for sort in (*SORTS_OF_ALL, BEST)),
]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("trashed", [False, True])
def test_a_look_shows_the_first_rows_of_every_list_in_its_order(
    sample: Catalogue, trashed: bool, descending: bool
) -> None:
    for kind, sort in _LISTS:
        spec = ListSpec(kind=kind, sort=sort, descending=descending, trashed=trashed)
        with sample.read() as session:
            every, read = list_ids(session, spec), first_rows(session, spec, size=7)
        with sample.look() as execute:
            seen = plain.first_of_all(execute, spec, 7)
        assert seen == read, spec
        assert seen.ids == every[:7], spec
        assert seen.complete == (len(every) < 7), spec


def test_a_look_walks_one_covering_index_and_sorts_nothing(sample: Catalogue) -> None:
    for kind, sort in _LISTS:
        for descending in (False, True):
            spec = ListSpec(kind=kind, sort=sort, descending=descending)
            with sample.look() as execute:
                plans: list[str] = []

                def explain(
                    sql: str, values: tuple[object, ...], plans: list[str] = plans
                ) -> list[tuple[object, ...]]:
                    found = execute(f"EXPLAIN QUERY PLAN {sql}", values)
                    plans.append(" / ".join(str(row[3]) for row in found))
                    return []

                plain.first_of_all(explain, spec, 50)
            assert len(plans) == len(walks_of(spec))
            assert all("USING COVERING INDEX" in plan for plan in plans), (spec, plans)
            assert not any("B-TREE" in plan for plan in plans), (spec, plans)


def test_a_look_shows_the_lines_the_progress_and_the_rules_a_session_reads(
    sample: Catalogue,
) -> None:
    with sample.read() as session:
        ids = list_ids(session, ListSpec())
        sources = list_ids(session, ListSpec(kind=EntryKind.SOURCE))
        lines, rules = list_lines(session, ids), link_rules(session)
        progress = progress_of(session, sources)
    with sample.look() as execute:
        assert plain.lines_of(execute, ids) == lines
        assert plain.link_rules(execute) == rules
        assert plain.progress_of(execute, sources) == progress
    assert len(lines) == len(ids) > 0
    assert len(rules) > 0


def test_lines_of_entries_that_are_gone_are_left_out(sample: Catalogue) -> None:
    with sample.look() as execute:
        (first,) = plain.first_of_all(execute, ListSpec(), 1).ids
        assert [line.id for line in plain.lines_of(execute, [10**9, first])] == [first]
