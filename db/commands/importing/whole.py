"""A whole directory, taken in: first all entries, then all that belongs to them.

So that whatever is cited is there when it is cited, each record is read twice and none is kept.
"""

from collections.abc import Callable
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.commands.importing.completing import complete
from db.commands.importing.entering import enter
from db.commands.importing.numbering import Numbers
from db.commands.importing.storing import store_all
from db.commands.importing.vocabularies import take_noise, take_posts, take_searches, take_tags
from db.commands.importing.work import Wishes, Work, batches, begin, carefully
from db.models import Entry
from db.rows.incoming import ImportOutcome, Incoming
from db.rows.records.entries import RECORDS

__all__ = ["Wishes", "import_directory"]

Tell = Callable[[int], None]
"""Told how many records were taken in, each twice; may raise to stop."""


def import_directory(
    session: Session, *, incoming: Incoming, wishes: Wishes, tell: Tell = lambda _done: None
) -> ImportOutcome:
    """Take in a directory and return what was done; the caller's transaction holds it together.

    Raises:
        Unimportable: what can't be taken in, by file and line.
    """
    work = begin(session, incoming, wishes)
    _take_shared(work)
    done = 0
    for kind in RECORDS:
        numbers = Numbers(session, incoming, kind)
        for batch in batches(incoming.entries(kind)):
            carefully(session, batch, partial(enter, work, kind, numbers))
            done += len(batch)
            tell(done)
    for kind in RECORDS:
        for batch in batches(incoming.entries(kind)):
            carefully(session, batch, partial(complete, work, kind))
            done += len(batch)
            tell(done)
    take_noise(session, incoming, work.ids, partial(_learnt_from, work))
    return work.outcome


def _take_shared(work: Work) -> None:
    take_tags(work.session, work.incoming, work.ids, work.shared, work.outcome)
    take_posts(work.session, work.incoming, work.ids, work.shared, work.outcome)
    take_searches(work.session, work.incoming, work.ids, work.outcome)
    if work.wishes.keep_ids:
        store_all(work.session, work.incoming)


def _learnt_from(work: Work, reference: str) -> int | None:
    named = work.incoming.named([reference]).get(reference)
    if named is None:
        return None
    return work.session.scalars(select(Entry.id).where(Entry.uid == named.uid)).first()
