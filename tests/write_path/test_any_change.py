"""Whatever is done to rows: derived values and index are right, and all of it can be undone.

Acts taken back alone are among what is done.
"""

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db import check
from db.catalogue import Catalogue
from db.errors import CatalogueError
from db.history import key_columns, recorded_columns
from tests.search.rich import enrich
from tests.write_path.acts import content, write

TABLES = tuple(name for name in recorded_columns() if name != "saved_search")
FIXED = frozenset({"entry.uid", "entry.reference", "entry.created_at", "entry.kind"})
PARTS = frozenset({"derived values", "full-text index"})
TOGETHER = (
    ("subject_id", "subject_kind"),
    ("object_id", "object_kind"),
    ("on_behalf_of_id", "on_behalf_of_kind"),
    ("since", "since_earliest", "since_latest"),
    ("until", "until_earliest", "until_latest"),
    *((name, f"{name}_earliest", f"{name}_latest") for name in ("date", "published", "received")),
    *((name, f"{name}_earliest", f"{name}_latest") for name in ("start", "end", "covers")),
    *((name, f"{name}_earliest", f"{name}_latest") for name in ("born", "died")),
)
"""Columns that only make sense together."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one row: which of those there are is told by numbers that are taken modulo."""

    kind: str
    table: str
    row: int
    other: int
    column: int


NUMBERS = st.integers(0, 999)
CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(
            (*["copy"] * 6, *["double"] * 3, "delete", "trash", "undo", "redo", "alone", "alone")
        ),
        st.sampled_from((*TABLES, *["link"] * 8, "entry", "place", "evidence", "stage")),
        *(NUMBERS, NUMBERS, NUMBERS),
    ),
    min_size=4,
    max_size=12,
)


@pytest.fixture(scope="module")
def world(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small catalogue with rows in all tables."""
    path = tmp_path_factory.mktemp("world") / "world.chancery"
    shutil.copyfile(template, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        enrich(catalogue)
    return path


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHANGES)
def test_derived_values_and_index_are_those_of_a_rebuild(
    world: Path, changes: list[Change]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "changed.chancery"
        shutil.copyfile(world, path)
        with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
            for change in changes:
                with contextlib.suppress(CatalogueError, DBAPIError):  # the schema refuses much
                    _carry_out(catalogue, change)
        found = [one for one in check.check(path) if one.part in PARTS]
        assert len(found) == len(PARTS)
        assert [problem for one in found for problem in one.problems] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHANGES)
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(
    world: Path, changes: list[Change]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "changed.chancery"
        shutil.copyfile(world, path)
        with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
            beginning, first = content(catalogue), set(_acts_that_stand(catalogue))
            for change in changes:
                with contextlib.suppress(CatalogueError, DBAPIError):
                    _carry_out(catalogue, change)
            end, last = content(catalogue), set(_acts_that_stand(catalogue))
            for _ in last - first:
                catalogue.undo()
            if first <= last:  # else what was there at the beginning was undone, and is dropped
                assert content(catalogue) == beginning
            for _ in last - first:
                catalogue.redo()
            assert content(catalogue) == end


def _acts_that_stand(catalogue: Catalogue) -> list[int]:
    with catalogue.look() as execute:
        return [int(row[0]) for row in execute("SELECT id FROM revision WHERE state = 'done'", ())]


def _carry_out(catalogue: Catalogue, change: Change) -> None:
    if change.kind == "alone":
        acts = _acts_that_stand(catalogue)
        catalogue.take_back(acts[-1 - change.row % len(acts)])
    elif change.kind in {"undo", "redo"}:
        getattr(catalogue, change.kind)()
    else:
        write(catalogue, lambda session: _change(session, change))


def _change(session: Session, change: Change) -> None:
    connection = session.connection()
    rows = (
        connection.exec_driver_sql(f"SELECT rowid FROM {change.table} ORDER BY 1").scalars().all()
    )
    if not rows:
        return
    row, other = (rows[number % len(rows)] for number in (change.row, change.other))
    columns = _columns(change.table, change.column)
    statements = {
        "copy": _copying(change.table, columns),
        "double": _doubling(change.table, columns),
        "delete": f"DELETE FROM {change.table} WHERE rowid = :row",
        "trash": "UPDATE entry SET trashed = NOT trashed WHERE id = :row",
    }
    connection.exec_driver_sql(statements[change.kind], {"row": row, "other": other})


def _columns(table: str, number: int) -> tuple[str, ...]:
    """Return a column of a table, or some that belong together."""
    names = [name for name in recorded_columns()[table] if f"{table}.{name}" not in FIXED]
    free = [name for name in names if [name] != list(key_columns(table))] or names
    name = free[number % len(free)]
    return next((group for group in TOGETHER if name in group and group[-1] in names), (name,))


def _copying(table: str, columns: tuple[str, ...]) -> str:
    """Let a row have what another has in some columns."""
    values = ", ".join(f'"{name}" = other."{name}"' for name in columns)
    return (
        f"UPDATE {table} SET {values} FROM {table} other "
        f"WHERE other.rowid = :other AND {table}.rowid = :row"
    )


def _doubling(table: str, columns: tuple[str, ...]) -> str:
    """Make a row like another but for some columns, which are those of a third."""
    names = [name for name in recorded_columns()[table] if name != "id"]
    sides = ("other" if name in columns else "this" for name in names)
    values = ", ".join(f'{side}."{name}"' for side, name in zip(sides, names, strict=True))
    listed = ", ".join(f'"{name}"' for name in names)
    return (
        f"INSERT INTO {table} ({listed}) SELECT {values} FROM {table} this, {table} other "
        "WHERE this.rowid = :row AND other.rowid = :other"
    )
