"""Originals and texts, stored once: those of a source, or all there are."""

import hashlib

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from db.commands.importing.work import Work, told
from db.errors import Unimportable
from db.models import File, Source, SourceText
from db.rows.incoming import Incoming, Located
from db.rows.records.entries import EntryRecord, SourceRecord
from db.terms import EntryKind


def store_all(session: Session, incoming: Incoming) -> None:
    """Store also what only the history knows, so that all of it can be done again."""
    for stored in incoming.originals():
        _keep_file(session, stored.sha256, stored.content)
    for text in incoming.texts():
        _keep_text(session, text.sha256, text.text)


def store_file(work: Work, located: Located[EntryRecord], sha256: str) -> None:
    """Store the original of a source.

    Raises:
        Unimportable: ``cites_outside``, or ``checksum`` where it was altered meanwhile.
    """
    found = work.incoming.original(sha256)
    if found is None:
        raise located.refusal("cites_outside", value=sha256, what="files")
    _keep_file(work.session, sha256, found.content)


def store_text(work: Work, located: Located[EntryRecord], sha256: str) -> str:
    """Store the text of a source and return it.

    Raises:
        Unimportable: as for an original.
    """
    found = work.incoming.text(sha256)
    if found is None:
        raise located.refusal("cites_outside", value=sha256, what="texts")
    _keep_text(work.session, sha256, found.text)
    return found.text


def tell_of_double(work: Work, source: SourceRecord) -> None:
    """Tell where the original or the text of a new source is that of another one here."""
    for column, value in (
        (Source.file_sha256, source.file_sha256),
        (Source.text_sha256, source.text_sha256),
    ):
        same = select(Source.reference).where(column == value, Source.id <= work.last_before)
        found = work.session.scalars(same.limit(1)).first() if value else None
        if found is not None:
            work.outcome.doubles.add(told(EntryKind.SOURCE, source, found))
            return


def _keep_file(session: Session, sha256: str, content: bytes) -> None:
    _check(sha256, content)
    session.execute(insert(File).values(sha256=sha256, content=content).on_conflict_do_nothing())


def _keep_text(session: Session, sha256: str, text: str) -> None:
    _check(sha256, text.encode())
    session.execute(insert(SourceText).values(sha256=sha256, text=text).on_conflict_do_nothing())


def _check(sha256: str, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Unimportable("checksum", file=sha256)
