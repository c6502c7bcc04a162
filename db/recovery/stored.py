"""What tables a damaged file holds, and what a row of each can look like."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.engine import dbapi2
from db.recovery.pages import Pages
from db.recovery.records import Value
from db.recovery.trees import Row, Walked, walk

_SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredColumn:
    """A column as it stands in the record of a row."""

    name: str
    affinity: str
    """``INTEGER`` or ``TEXT`` or ``BLOB``."""
    is_row_id: bool
    is_nullable: bool
    default: Value


@dataclass(slots=True, kw_only=True)
class Place:
    """Where a table and its indexes begin in a file."""

    root: int = 0
    indexes: list[int] = field(default_factory=list[int])


def columns_of(sound: dbapi2.Connection, table: str) -> tuple[StoredColumn, ...]:
    """Return the columns a sound catalogue stores of a table, in their order."""
    described = sound.execute(
        'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?) '
        "WHERE hidden IN (0, 3) ORDER BY cid",
        (table,),
    ).fetchall()
    keys = sum(1 for *_described, key in described if key)
    return tuple(
        StoredColumn(
            name=name,
            affinity=_affinity(kind),
            is_row_id=bool(key) and keys == 1 and kind.upper() == "INTEGER",
            is_nullable=not needed,
            default=_default(sound, default),
        )
        for name, kind, needed, default, key in described
    )


def places(pages: Pages) -> Mapping[str, Place]:
    """Return where the tables of a file are, as far as it still says."""
    found: defaultdict[str, Place] = defaultdict(Place)
    for _row, values in walk(pages, _SCHEMA, Walked()):
        if not _describes(values):
            continue
        what, _name, table, root, _sql = values
        if what == "table" and isinstance(root, int):
            found[str(table)].root = root
        elif what == "index" and isinstance(root, int):
            found[str(table)].indexes.append(root)
    return found


def fitted(row: Row, columns: Sequence[StoredColumn]) -> tuple[Value, ...] | None:
    """Return the values of a row in the order of its columns; None where it can't be one of them.

    Columns that were added later than the row was written have their defaults.
    """
    row_id, values = row
    if not values or len(values) > len(columns):
        return None
    given = [*values, *(column.default for column in columns[len(values) :])]
    whole = tuple(
        row_id if column.is_row_id else value for column, value in zip(columns, given, strict=True)
    )
    return whole if all(map(_can_hold, columns, given)) else None


def _can_hold(column: StoredColumn, value: Value) -> bool:
    if column.is_row_id:
        return value is None
    if value is None:
        return column.is_nullable
    return {
        "INTEGER": isinstance(value, int),
        "TEXT": isinstance(value, str),
        "BLOB": isinstance(value, bytes),
    }[column.affinity]


def _describes(values: Sequence[Value]) -> bool:
    return (
        len(values) == 5
        and values[0] in {"table", "index"}
        and all(isinstance(name, str) for name in values[1:3])
        and isinstance(values[3], int)
    )


def _affinity(kind: str) -> str:
    kind = kind.upper()
    if "INT" in kind or kind == "BOOLEAN":
        return "INTEGER"
    return "BLOB" if kind in {"BLOB", ""} else "TEXT"


def _default(sound: dbapi2.Connection, written: str | None) -> Value:
    return None if written is None else sound.execute(f"SELECT {written}").fetchone()[0]
