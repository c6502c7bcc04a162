"""Taking in sources."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.orm import Session

from db.commands.entries import next_references
from db.commands.parsing import stored_value
from db.errors import Refused
from db.exchange.release import Arrival, Release, arrival_of
from db.models import Entry, File, Source, SourceText
from db.queries.among import among
from db.rows.fields import FIELDS, FieldType
from db.terms import EntryKind, ReadingState, ReviewState, SourceKind
from db.text.dates import EdtfDate

_Row = dict[str, Any]
_ENTRY, _SOURCE = (Source.metadata.tables[name] for name in ("entry", "source"))
_DEFAULTS: Mapping[str, str] = {
    "reading_state": ReadingState.INBOX,
    "review": ReviewState.DRAFT,
    "source_kind": SourceKind.PRESS_RELEASE,
}
_FIELDS = {field.name: field for field in FIELDS[EntryKind.SOURCE]}
_OWN: Mapping[str, Callable[[Release], str]] = {
    "title": lambda release: release.title,
    "languages": lambda release: " ".join(release.languages),
    "published": lambda release: release.published_hint or "",
}
"""What a release says itself, unless it is given; all else is alike for releases of one intake."""
_SKETCH = "INSERT INTO source_sketch (source_id, hash) VALUES (?, ?)"


def add_source(
    session: Session,
    *,
    release: Release,
    kind: SourceKind = SourceKind.PRESS_RELEASE,
    values: Mapping[str, str] | None = None,
) -> int:
    """Store a release, its original, its decoding and its text apart; return the source's id.

    Raises:
        Refused: ``title_empty`` without a title, or why a value can't be stored.
    """
    (added,) = add_sources(session, arrivals=[arrival_of(release)], kind=kind, values=values)
    if isinstance(added, Refused):
        raise added
    return added


def add_sources(
    session: Session,
    *,
    arrivals: Sequence[Arrival],
    kind: SourceKind = SourceKind.PRESS_RELEASE,
    values: Mapping[str, str] | None = None,
) -> list[int | Refused]:
    """Store many releases, in a fixed number of statements; return each one's id, in order.

    In place of the id of one that can't be stored stands why; the others are stored. References
    are given in the order of the releases.
    """
    received = datetime.now(UTC).date().isoformat()
    given = {**_DEFAULTS, "source_kind": kind, "received": received, **(values or {})}
    try:
        alike = dict(_columns(session, given, _FIELDS.keys() - _OWN.keys()))
    except Refused as refused:
        return [refused] * len(arrivals)
    found = [_row(session, one, given, alike) for one in arrivals]
    rows = [row for row in found if not isinstance(row, Refused)]
    references = iter(next_references(session, EntryKind.SOURCE, len(rows)) if rows else ())
    for row in rows:
        row["reference"] = next(references)
    stored = [one for one, row in zip(arrivals, found, strict=True) if not isinstance(row, Refused)]
    ids = iter(_store(session, stored, rows) if rows else ())
    return [row if isinstance(row, Refused) else next(ids) for row in found]


def _row(
    session: Session, arrival: Arrival, given: Mapping[str, str], alike: _Row
) -> _Row | Refused:
    release = arrival.release
    wanted = {name: given.get(name, says(release)) for name, says in _OWN.items()}
    try:
        own = dict(_columns(session, wanted, _OWN))
    except Refused as refused:
        return refused
    return (
        alike
        | own
        | {
            "kind": EntryKind.SOURCE,
            "uid": str(uuid.uuid4()),
            "created_at": datetime.now(UTC),
            "file_sha256": release.sha256,
            "file_name": release.name,
            "format": release.format,
            "encoding": release.encoding,
            "reader": release.reader,
            "reader_version": release.reader_version,
            "text_sha256": arrival.fingerprint.text_sha256,
        }
    )


def _columns(
    session: Session, wanted: Mapping[str, str], names: Iterable[str]
) -> Iterator[tuple[str, object]]:
    for field in map(_FIELDS.__getitem__, names):
        stored = stored_value(session, field, wanted.get(field.name, ""))
        if field.type == FieldType.DATE:
            day = stored if isinstance(stored, EdtfDate) else None
            yield f"{field.attribute}_text", day and day.text
            yield f"{field.attribute}_earliest", day and day.earliest
            yield f"{field.attribute}_latest", day and day.latest
        else:
            yield field.attribute, stored


def _store(session: Session, arrivals: Sequence[Arrival], rows: Sequence[_Row]) -> Sequence[int]:
    connection = session.connection()
    connection.execute(
        insert_new(File).on_conflict_do_nothing(),
        [{"sha256": one.release.sha256, "content": one.release.original} for one in arrivals],
    )
    connection.execute(
        insert_new(SourceText).on_conflict_do_nothing(),
        [{"sha256": one.fingerprint.text_sha256, "text": one.fingerprint.text} for one in arrivals],
    )
    connection.execute(insert(_ENTRY), _of(_ENTRY, rows))
    given = among(row["reference"] for row in rows)
    ids = session.scalars(
        select(Entry.id).where(Entry.reference.in_(given)).order_by(Entry.id)
    ).all()
    for row, source in zip(rows, ids, strict=True):
        row["id"] = source
    connection.execute(insert(_SOURCE), _of(_SOURCE, rows))
    sketches = [
        (source, value)
        for source, one in zip(ids, arrivals, strict=True)
        for value in one.fingerprint.hashes
    ]
    if sketches:
        connection.exec_driver_sql(_SKETCH, sketches)  # many: SQLAlchemy looks at each
    return ids


def _of(table: Table, rows: Sequence[_Row]) -> list[_Row]:
    """Return what of the rows belongs into a table."""
    names = [column.key for column in table.columns if column.key in rows[0]]
    return [{name: row[name] for name in names} for row in rows]


def set_reading_state(session: Session, *, source_id: int, state: ReadingState) -> None:
    """Say how far a source has been read."""
    source = session.get(Source, source_id)
    if source is None:
        raise Refused("entry_missing", entry_id=source_id)
    source.reading_state = state
