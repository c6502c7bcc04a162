"""One import under way: what all of its steps share."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.commands.importing.cited import FromImport, Shared
from db.commands.importing.filing import Filing
from db.commands.importing.numbering import Ids
from db.errors import Unimportable
from db.models import LinkRule
from db.rows.incoming import ForThoseHere, ImportOutcome, Incoming, Located, Told
from db.rows.records.entries import EntryRecord
from db.terms import EntryKind

Batch = Sequence[Located[EntryRecord]]

BATCH = 250
"""Records taken in together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a directory is to be taken in."""

    for_those_here: ForThoseHere = ForThoseHere.ADD
    note: str = "{reference}"
    """What is noted of a new entry whose reference was taken; ``{reference}`` is the old one."""
    keep_ids: bool = False
    """For a catalogue that is empty: ids, versions and times are those that are brought."""


@dataclass(slots=True, kw_only=True)
class Work:
    """What an import takes from, writes to, and has found so far."""

    session: Session
    incoming: Incoming
    wishes: Wishes
    ids: Ids
    symmetric: frozenset[str]
    last_before: int
    """The last entry that was here before."""
    shared: Shared = field(default_factory=Shared)
    matched: dict[str, int] = field(default_factory=dict[str, int])
    """Places that are here under another uid: the uid that is brought, and the id here."""
    outcome: ImportOutcome = field(default_factory=ImportOutcome)

    def filing(self) -> Filing:
        """Return what gathers the rows of a batch."""
        return Filing(self.session, self.ids, self.symmetric)

    def cited(self, batch: Batch) -> FromImport:
        """Return what a batch cites."""
        records = [located.record for located in batch]
        return FromImport(
            self.session.connection(), self.incoming, records, self.shared, self.matched
        )


def begin(session: Session, incoming: Incoming, wishes: Wishes) -> Work:
    """Return an import that has done nothing yet."""
    ids = Ids(session.connection(), kept=wishes.keep_ids)
    symmetric = select(LinkRule.kind).where(LinkRule.symmetric).distinct()
    return Work(
        session=session,
        incoming=incoming,
        wishes=wishes,
        ids=ids,
        symmetric=frozenset(session.scalars(symmetric)),
        last_before=ids.last("entry"),
    )


def batches(located: Iterable[Located[EntryRecord]]) -> Iterator[Batch]:
    """Yield records some hundred at a time."""
    coming = iter(located)
    while batch := list(islice(coming, BATCH)):
        yield batch


def carefully(session: Session, batch: Batch, take: Callable[[Batch], None]) -> None:
    """Take in a batch; where the catalogue refuses it, find the line that is to blame.

    Raises:
        Unimportable: ``not_whole``, or what the records say themselves.
    """
    try:
        with session.begin_nested():
            take(batch)
    except IntegrityError as error:
        for located in batch:
            try:
                with session.begin_nested():
                    take([located])
            except IntegrityError as alone:
                raise located.refusal("not_whole", detail=alone.orig) from error
        raise batch[0].refusal("not_whole", detail=error.orig) from error


@contextmanager
def placed(located: Located[object]) -> Generator[None]:
    """Give what is refused inside its place."""
    try:
        yield
    except Unimportable as error:
        raise error.within(located.file, located.line) from None


def told(kind: EntryKind, entry: EntryRecord, here: str, about: str = "") -> Told:
    """Return what a preview tells of an entry."""
    return Told(kind=kind, reference=entry.reference, here=here, title=entry.title, about=about)


def uids_of(batch: Batch) -> str:
    """Return the uids of a batch as JSON, for a statement."""
    return json.dumps([located.record.uid for located in batch])
