"""Taking in sources."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from db.commands.entries import create_entry
from db.errors import Refused
from db.exchange.release import Release
from db.models import File, Source, SourceText
from db.terms import EntryKind, ReadingState, SourceKind


def add_source(
    session: Session,
    *,
    release: Release,
    kind: SourceKind = SourceKind.PRESS_RELEASE,
    values: Mapping[str, str] | None = None,
) -> int:
    """Store a release, its original, its decoding and its text apart; return the source's id."""
    session.execute(
        insert(File)
        .values(sha256=release.sha256, content=release.original)
        .on_conflict_do_nothing()
    )
    text_hash = hashlib.sha256(release.text.encode()).hexdigest()
    session.execute(
        insert(SourceText).values(sha256=text_hash, text=release.text).on_conflict_do_nothing()
    )
    given = {
        "title": release.title,
        "source_kind": kind,
        "languages": " ".join(release.languages),
        "received": datetime.now(UTC).date().isoformat(),
        "published": release.published_hint or "",
        **(values or {}),
    }
    source_id = create_entry(session, kind=EntryKind.SOURCE, values=given)
    source = session.get_one(Source, source_id)
    source.file_sha256, source.file_name = release.sha256, release.name
    source.format, source.encoding = release.format, release.encoding
    source.reader, source.reader_version = release.reader, release.reader_version
    source.text_sha256 = text_hash
    session.flush()
    return source_id


def set_reading_state(session: Session, *, source_id: int, state: ReadingState) -> None:
    """Say how far a source has been read."""
    source = session.get(Source, source_id)
    if source is None:
        raise Refused("entry_missing", entry_id=source_id)
    source.reading_state = state
