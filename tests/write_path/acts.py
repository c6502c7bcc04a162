"""Acts for the tests of the write path, and the content of a catalogue as plain data."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from db.act import Act, Written
from db.catalogue import Catalogue
from db.history import recorded_columns

T = TypeVar("T")


def write(catalogue: Catalogue, run: Callable[[Session], T], *, visit: str = "") -> Written[T]:
    """Carry out a command under a key of the tests."""
    return catalogue.write(Act(key="entry.set", run=run, visit=visit))


def content(catalogue: Catalogue) -> dict[str, list[tuple[object, ...]]]:
    """Return every recorded column of every recorded table."""
    with catalogue.read() as session:
        connection = session.connection()
        return {
            table: [
                tuple(row)
                for row in connection.exec_driver_sql(
                    f"SELECT {', '.join(_quoted(columns))} FROM {table} ORDER BY 1, 2"
                )
            ]
            for table, columns in recorded_columns().items()
        }


def _quoted(names: tuple[str, ...]) -> list[str]:
    return [f'"{name}"' for name in names]


def rows(catalogue: Catalogue, statement: str) -> list[tuple[object, ...]]:
    """Return the rows of a statement, read by a reader."""
    with catalogue.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(statement)]
