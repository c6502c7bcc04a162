"""What a list shows before anything narrows it, in plain SQL.

Needs no SQLAlchemy, and so is asked before that is loaded: by the first list of a window. Each
function takes what carries a statement out: ``execute`` of a plain connection, or `of_session`.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from db.queries.walks import Walk, walks_of
from db.rows.entries import EntryLine
from db.rows.links import RuleRow
from db.rows.lists import FirstRows, ListSpec
from db.terms import EntryKind, LinkKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the review of a source is: decided of suggested."""

    suggested: int
    decided: int


Execute = Callable[[str, tuple[Any, ...]], Iterable[Sequence[Any]]]
"""Carries out one statement, with its parameters, and gives its rows."""

_SHOWN = (
    "id",
    "reference",
    "title",
    "subtype",
    "state",
    "date_text",
    "body",
    "country_codes",
    "review",
    "evidence_count",
    "gap_count",
    "conflict_count",
)
_LINES = (
    f"SELECT {', '.join(f'e.{name}' for name in _SHOWN)}, e.kind, e.created_at, e.changed_at, "
    "(SELECT group_concat(t.colour, ' ' ORDER BY t.position, t.id) FROM entry_tag et "
    "JOIN tag t ON t.id = et.tag_id WHERE et.entry_id = e.id AND t.colour <> '') "
    "FROM entry e WHERE e.id IN (SELECT value FROM json_each(?))"
)
_PROGRESS = (
    "SELECT r.source_id, json_array_length(r.keys), (SELECT count(*) FROM "
    "json_each(r.keys) k JOIN decision d ON d.source_id = r.source_id AND d.key = k.value "
    "AND d.line = '' AND d.verdict <> 'brought') FROM source_reading r "
    "WHERE r.source_id IN (SELECT value FROM json_each(?))"
)
_OF_RULE = ("subject_kind", "object_kind", "label_en", "label_ru", "inverse_en", "inverse_ru")
_RULES = (
    f"SELECT {', '.join(_OF_RULE)}, kind, symmetric FROM link_rule "
    "ORDER BY position, subject_kind, object_kind"
)


def of_session(session: "Session") -> Execute:
    """Carry statements out in a session."""
    return session.connection().exec_driver_sql


def first_of_all(execute: Execute, spec: ListSpec, size: int) -> FirstRows:
    """Return the first ids of a list that nothing narrows, at a cost that does not grow with it."""
    found = array("q")
    home = (spec.trashed,) if spec.kind is None else (spec.trashed, spec.kind.value)
    for walk in walks_of(spec):
        rows = execute(_walked(walk, of_all=spec.kind is None), (*home, size - len(found)))
        found.extend(row[0] for row in rows)
        if len(found) == size:
            return FirstRows(ids=found, complete=False)
    return FirstRows(ids=found, complete=True)


def _walked(walk: Walk, *, of_all: bool) -> str:
    kind = "" if of_all else "AND kind = ? "
    half = f"AND {walk.column} {walk.half} '' " if walk.half else ""
    way = "DESC" if walk.descending else "ASC"
    return (
        f"SELECT id FROM entry INDEXED BY {walk.index} WHERE trashed = ? {kind}{half}"
        f"ORDER BY {walk.column} {way}, id {way} LIMIT ?"
    )


def count_of_all(execute: Execute, spec: ListSpec) -> int:
    """Return how many lines a list has that nothing narrows."""
    home = (spec.trashed,) if spec.kind is None else (spec.trashed, spec.kind.value)
    index = "ix_entry_trashed_id" if spec.kind is None else "ix_entry_kind_trashed_id"
    kind = "" if spec.kind is None else " AND kind = ?"
    counted = f"SELECT count(*) FROM entry INDEXED BY {index} WHERE trashed = ?{kind}"
    return next(iter(execute(counted, home)))[0]


def lines_of(execute: Execute, ids: Sequence[int]) -> list[EntryLine]:
    """Return the lines of a page, in the order of the ids; ids no longer there are left out."""
    rows = execute(_LINES, (json.dumps(list(ids)),))
    found = {row[0]: _line(row) for row in rows}
    return [found[entry] for entry in ids if entry in found]


def _line(row: Sequence[Any]) -> EntryLine:
    *values, kind, created_at, changed_at, colours = row
    return EntryLine(
        **dict(zip(_SHOWN, values, strict=True)),
        kind=EntryKind(kind),
        created_at=datetime.fromisoformat(created_at),
        changed_at=datetime.fromisoformat(changed_at),
        tag_colours=tuple(colours.split()) if colours else (),
    )


def progress_of(execute: Execute, source_ids: Iterable[int]) -> Mapping[int, Progress]:
    """Return how far each source that has been read is reviewed."""
    rows = execute(_PROGRESS, (json.dumps(list(source_ids)),))
    return {
        source: Progress(suggested=suggested, decided=decided)
        for source, suggested, decided in rows
    }


def link_rules(execute: Execute) -> tuple[RuleRow, ...]:
    """Return all rules of linking in the order in which links are shown."""
    return tuple(
        RuleRow(
            **dict(zip(_OF_RULE, values, strict=True)),
            kind=LinkKind(kind),
            symmetric=bool(symmetric),
        )
        for *values, kind, symmetric in execute(_RULES, ())
    )
