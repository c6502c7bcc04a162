"""What a query makes SQLite do: seeks for every row walked, never a whole table."""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

import db.search.sql.cites
from db.models import Entry
from db.search.fields import FIELDS
from db.search.grammar import parse
from db.search.sql import Form, bind, condition, ranked_ids

_WALK = "ix_entry_trashed_sort_date_id"
_NEVER_WHOLE = re.compile(
    r"SCAN ((run|stated|ranked|json_each|anon_\d+)\b|CONSTANT ROW|\w+ (EXISTS )?VIRTUAL TABLE)"
)
"""A full-text table asked by MATCH, an array of ids, the digits of a number, the first answers."""

EXAMPLES = (
    *(example for field in FIELDS.values() for example in field.examples),
    *("health", "hea*", '="health"', "*ealth", "-health", "health -country:AZ", "number:20..30"),
    *("country:AZ OR health", "has:figure", "has:link", "has:text", "has:tag", "has:no-name"),
    *('person:"mikhail murashko"', 'body:"of Health"', "-place:baku", "stage:signed"),
)


@contextmanager
def _statements(session: Session) -> Generator[list[tuple[str, object]]]:
    """Gather what is asked of the catalogue meanwhile."""
    asked: list[tuple[str, object]] = []

    def note(*args: object) -> None:
        asked.append((str(args[2]), args[3]))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    yield asked
    event.remove(connection, "before_cursor_execute", note)


def _steps(session: Session, statements: list[tuple[str, object]]) -> Iterator[str]:
    connection = session.connection()
    for statement, values in statements:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        yield from (str(row[3]) for row in plan)


def _scans(session: Session, statements: list[tuple[str, object]]) -> list[str]:
    """Return the steps that read a whole table, or a whole index, by one means or another."""
    return [
        step
        for step in _steps(session, statements)
        if (step.startswith("SCAN") and not _NEVER_WHOLE.match(step))
        # the least value of a column without an index is called a search too
        or (step.startswith("SEARCH") and "USING" not in step)
    ]


@pytest.mark.parametrize("query", EXAMPLES)
def test_a_row_that_is_walked_costs_seeks_alone(rich: Session, query: str) -> None:
    bound = bind(rich, parse(query))
    walk = select(Entry.id).with_hint(Entry, f"INDEXED BY {_WALK}", "sqlite")
    walk = walk.where(~Entry.trashed, condition(bound, Form.PROBE))
    with _statements(rich) as asked:
        rich.execute(walk.order_by(Entry.sort_date.desc(), Entry.id.desc()).limit(50)).all()
    steps = list(_steps(rich, asked))
    assert _WALK in steps[0]
    assert _scans(rich, asked) == []
    assert not any("TEMP B-TREE" in step for step in steps)


def test_a_row_that_is_walked_costs_seeks_alone_beside_what_has_many_links(
    rich: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.search.sql.cites, "_FEW", 0)
    test_a_row_that_is_walked_costs_seeks_alone(rich, "cites:A-0001")


@pytest.mark.parametrize("query", EXAMPLES)
def test_binding_reads_no_whole_table_but_the_tags(rich: Session, query: str) -> None:
    with _statements(rich) as asked:
        bind(rich, parse(query))
    scans = [step for step in _scans(rich, asked) if step != "SCAN tag"]
    # one or two letters inside a word: the dictionary is read until it has shown enough words
    assert [step for step in scans if "index_word" not in step or "*" not in query] == []


def test_ranking_reads_the_index_alone(rich: Session) -> None:
    bound = bind(rich, parse("health country:AZ"))
    with _statements(rich) as asked:
        ranked_ids(rich, bound, ~Entry.trashed, limit=5)
    assert _scans(rich, asked) == []


def test_what_a_leaf_names_is_looked_up_in_one_statement(rich: Session) -> None:
    for query, most in (
        ("country:AZ kind:agreement 2021", 0),
        ("person:murashko", 1),
        ("tag:x", 1),
    ):
        with _statements(rich) as asked:
            bind(rich, parse(query))
        assert len(asked) <= most, (query, asked)
