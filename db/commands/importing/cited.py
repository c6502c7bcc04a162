"""What records cite, as ids of the catalogue: entries, subjects, posts and passages."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Protocol, cast

from sqlalchemy import Connection

from db.errors import Unimportable
from db.rows.incoming import Incoming, Named
from db.rows.records.entries import EntryRecord
from db.rows.records.things import EvidenceRecord, SpanRecord
from db.terms import EntryKind

Span = tuple[int, str, int, int]
"""A passage by its source, its kind and its place."""

_CITING = frozenset(
    {
        "attributed_to", "entry", "learnt_from", "meeting", "members", "object", "on_behalf_of",
        "owed_by", "owed_to", "parent", "party", "place", "source", "speaker",
    }
)  # fmt: skip
"""The members by which records cite entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the catalogue that is cited."""

    id: int
    kind: EntryKind
    is_city: bool = False


@dataclass(slots=True, kw_only=True)
class Shared:
    """What the tags and posts of the import are here."""

    tags: dict[int, int] = field(default_factory=dict[int, int])
    posts: dict[int, int] = field(default_factory=dict[int, int])


class Cited(Protocol):
    """Stand for what turns citations into ids."""

    def entry(self, reference: str) -> int:
        """Return the id of an entry."""
        ...

    def post(self, post: int) -> int:
        """Return the id of a post."""
        ...

    def stage(self, stage: int) -> int:
        """Return the id of a stage."""
        ...


class FromImport:
    """What the records of a batch cite, looked up together."""

    def __init__(
        self,
        connection: Connection,
        incoming: Incoming,
        records: Iterable[EntryRecord],
        shared: Shared,
        matched: Mapping[str, int],
    ) -> None:
        wanted = set[str]()
        for record in records:
            wanted.add(record.reference)
            wanted.update(references_in(record))
        named = incoming.named(wanted)
        self._entries = _entries(connection, named, matched)
        self._shared = shared
        self.stages: dict[int, int] = {}

    def entry(self, reference: str) -> int:
        """Return the id of an entry."""
        return self.known(reference).id

    def known(self, reference: str) -> Entry:
        """Return an entry.

        Raises:
            Unimportable: ``cited_nowhere``, without a place.
        """
        found = self._entries.get(reference)
        if found is None:
            raise Unimportable("cited_nowhere", member="a member", value=reference)
        return found

    def tag(self, tag: int) -> int:
        """Return the id of a subject."""
        return _known(self._shared.tags, tag, "tags")

    def post(self, post: int) -> int:
        """Return the id of a post."""
        return _known(self._shared.posts, post, "posts")

    def stage(self, stage: int) -> int:
        """Return the id of a stage of the entry at hand."""
        return _known(self.stages, stage, "stages")


class FromCatalogue:
    """The same for records that were read from the catalogue itself."""

    def __init__(self, connection: Connection, records: Iterable[object]) -> None:
        wanted = set[str]()
        for record in records:
            wanted.update(references_in(record))
        found = connection.exec_driver_sql(
            "SELECT reference, id FROM entry WHERE reference IN (SELECT value FROM json_each(?))",
            (json.dumps(list(wanted)),),
        )
        self._entries = {reference: id_ for reference, id_ in found}  # noqa: C416 - rows, not pairs

    def entry(self, reference: str) -> int:
        """Return the id of an entry."""
        return int(self._entries[reference])

    def post(self, post: int) -> int:
        """Return the same post."""
        return post

    def stage(self, stage: int) -> int:
        """Return the same stage."""
        return stage


def references_in(record: object) -> Iterator[str]:
    """Yield the references a record cites, in all that belongs to it."""
    for member in fields(cast("Any", record)):
        value = getattr(record, member.name)
        if not value:
            continue
        if member.name in _CITING:
            yield from (value,) if isinstance(value, str) else value
        elif isinstance(value, tuple):
            for item in cast("tuple[object, ...]", value):
                if is_dataclass(item) and not isinstance(item, SpanRecord):
                    yield from references_in(item)


def evidence_in(entry: EntryRecord) -> Iterator[EvidenceRecord]:
    """Yield all evidence of an entry and of what belongs to it."""
    yield from entry.evidence
    for things in (
        entry.names, getattr(entry, "stages", ()), entry.links, entry.points, entry.figures,
        entry.quotations, *(point.figures for point in entry.points),
    ):  # fmt: skip
        for thing in things:
            yield from thing.evidence


def passages_of(connection: Connection, sources: Iterable[int]) -> dict[Span, int]:
    """Return the passages of sources by their place."""
    found = connection.exec_driver_sql(
        "SELECT source_id, kind, first, last, id FROM passage "
        "WHERE source_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(sources))),),
    )
    return {(row.source_id, row.kind, row.first, row.last): row.id for row in found}


def _entries(
    connection: Connection, named: Mapping[str, Named], matched: Mapping[str, int]
) -> dict[str, Entry]:
    uids = json.dumps([one.uid for one in named.values() if one.uid not in matched])
    ids = json.dumps([matched[one.uid] for one in named.values() if one.uid in matched])
    rows = connection.exec_driver_sql(
        "SELECT e.id, e.uid, e.kind, p.place_kind FROM entry e LEFT JOIN place p ON p.id = e.id "
        "WHERE e.uid IN (SELECT value FROM json_each(?)) "
        "OR e.id IN (SELECT value FROM json_each(?))",
        (uids, ids),
    ).all()
    found = {
        row.id: Entry(id=row.id, kind=EntryKind(row.kind), is_city=row.place_kind == "city")
        for row in rows
    }
    by_uid = {row.uid: found[row.id] for row in rows}
    return {
        reference: found[matched[one.uid]] if one.uid in matched else by_uid[one.uid]
        for reference, one in named.items()
        if one.uid in matched or one.uid in by_uid
    }


def _known(numbers: Mapping[int, int], number: int, what: str) -> int:
    if number not in numbers:
        raise Unimportable("cites_outside", value=number, what=what)
    return numbers[number]
