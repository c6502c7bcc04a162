"""Entries as records, a kind at a time, in the order of their references."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.queries.directory.reading import AnyRow, References, grouped, rows_of, time_of
from db.queries.directory.sources import SourceParts
from db.queries.directory.things import Things
from db.rows.records.entries import RECORDS, EntryRecord
from db.terms import (
    AgreementType,
    EntryKind,
    MeetingFormat,
    MeetingKind,
    OrganisationKind,
    PlaceKind,
    ReadingState,
    ReviewState,
    SourceKind,
    Standing,
)

BATCH = 250
"""Entries read at once."""

_IN_ORDER = "SELECT id FROM entry WHERE kind = ? ORDER BY length(reference), reference"
_CITING = {EntryKind.MEETING: "place_id", EntryKind.PLACE: "parent_id"}


def entry_ids(session: Session, kind: EntryKind) -> "array[int]":
    """Return the ids of all entries of a kind, the trash included, 8 bytes each."""
    found = session.connection().exec_driver_sql(_IN_ORDER, (kind.value,))
    return array("q", (id_ for (id_,) in found))


def place_titles(session: Session) -> dict[str, str]:
    """Return the titles of all places by their references."""
    rows = session.connection().exec_driver_sql(
        "SELECT reference, title FROM entry WHERE kind = 'place'"
    )
    return {row.reference: row.title for row in rows}


def stream_records(session: Session, kind: EntryKind) -> Iterator[list[EntryRecord]]:
    """Yield all entries of a kind, some hundred at a time.

    Raises:
        Interrupted: nobody waits for them any more.
    """
    ids = entry_ids(session, kind)
    for start in range(0, len(ids), BATCH):
        check_interrupted(session)
        yield records_of(session, kind, ids[start : start + BATCH])


def records_of(session: Session, kind: EntryKind, ids: Sequence[int]) -> list[EntryRecord]:
    """Return entries of one kind with all that belongs to them, in the order of their ids given."""
    connection, wanted = session.connection(), list(ids)
    references = References(connection)
    shared = {row.id: row for row in rows_of(connection, "entry", "id", wanted)}
    own = {row.id: row for row in rows_of(connection, kind.value, "id", wanted)}
    if kind in _CITING:
        references.learn(own.values(), _CITING[kind])
    things = Things(connection, wanted, references)
    tags = grouped(rows_of(connection, "entry_tag", "entry_id", wanted), "entry_id")
    parts = SourceParts(connection, wanted, references) if kind == EntryKind.SOURCE else None
    return [
        RECORDS[kind](
            **_shared(shared[id_], things, tags.get(id_, [])),
            **_OWN[kind](own[id_], things, references),
            **(parts.of(id_) if parts else {}),
        )
        for id_ in wanted
        if id_ in own
    ]


def _shared(row: AnyRow, things: Things, tags: Sequence[AnyRow]) -> dict[str, Any]:
    return {
        "reference": row.reference,
        "uid": row.uid,
        "id": row.id,
        "title": row.title,
        "summary": row.summary,
        "note": row.note,
        "review": ReviewState(row.review),
        "trashed": bool(row.trashed),
        "created_at": time_of(row.created_at),
        "changed_at": time_of(row.changed_at),
        "version": row.version,
        "tags": tuple(sorted(tag.tag_id for tag in tags)),
        "names": things.names(row.id),
        "points": things.points(row.id),
        "figures": things.figures(row.id),
        "quotations": things.quotations(row.id),
        "links": things.links(row.id),
        "evidence": things.evidence(row.id),
    }


_Own = Callable[[AnyRow, Things, References], dict[str, Any]]


def _of_source(row: AnyRow, _things: Things, _references: References) -> dict[str, Any]:
    return {
        "source_kind": SourceKind(row.source_kind),
        "publisher": row.publisher,
        "byline": row.byline,
        "published": row.published or "",
        "received": row.received or "",
        "languages": row.languages,
        "address": row.address,
        "reading_state": ReadingState(row.reading_state),
        "file_sha256": row.file_sha256,
        "file_name": row.file_name,
        "format": row.format,
        "encoding": row.encoding,
        "reader": row.reader,
        "reader_version": row.reader_version,
        "text_sha256": row.text_sha256,
    }


def _of_agreement(row: AnyRow, things: Things, _references: References) -> dict[str, Any]:
    return {
        "agreement_type": AgreementType(row.agreement_type),
        "number": row.number,
        "covers": row.covers or "",
        "authentic_languages": row.authentic_languages,
        "stages": things.stages(row.id),
    }


def _of_meeting(row: AnyRow, _things: Things, references: References) -> dict[str, Any]:
    return {
        "meeting_kind": MeetingKind(row.meeting_kind),
        "ordinal": row.ordinal,
        "ordinal_as_written": row.ordinal_as_written,
        "start": row.start or "",
        "end": row.end or "",
        "place": references.maybe(row.place_id),
        "place_as_stated": row.place_as_stated,
        "format": MeetingFormat(row.format),
        "standing": Standing(row.standing),
    }


def _of_person(row: AnyRow, _things: Things, _references: References) -> dict[str, Any]:
    return {
        "family_name": row.family_name,
        "given_names": row.given_names,
        "born": row.born or "",
        "died": row.died or "",
    }


def _of_organisation(row: AnyRow, _things: Things, _references: References) -> dict[str, Any]:
    return {"organisation_kind": OrganisationKind(row.organisation_kind)}


def _of_place(row: AnyRow, _things: Things, references: References) -> dict[str, Any]:
    return {
        "place_kind": PlaceKind(row.place_kind),
        "parent": references.maybe(row.parent_id),
        "code": row.code,
    }


_OWN: Mapping[EntryKind, _Own] = {
    EntryKind.SOURCE: _of_source,
    EntryKind.AGREEMENT: _of_agreement,
    EntryKind.MEETING: _of_meeting,
    EntryKind.PERSON: _of_person,
    EntryKind.ORGANISATION: _of_organisation,
    EntryKind.PLACE: _of_place,
}
