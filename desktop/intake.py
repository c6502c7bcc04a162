"""Taking a release in: the one piece that the window and the command line share.

A release that is there already, or nearly so, is not taken in a second time unless that is asked
for. Look and write are one transaction, so that nothing comes between them.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from db.act import Act
from db.commands.drafts import drop_draft
from db.errors import Unreadable
from db.exchange.intake import LARGEST_MB, read_release
from db.exchange.release import Release
from db.queries.references import entry_refs
from db.queries.sources import LikeSource, like_sources
from db.rows.entries import EntryRef
from db.terms import SourceKind
from desktop.acts.sources import add_source

LARGEST_BYTES = LARGEST_MB * 1_000_000


def take_in(
    release: Release,
    kind: SourceKind = SourceKind.PRESS_RELEASE,
    values: Mapping[str, str] | None = None,
    *,
    again: bool = False,
    draft: str = "",
) -> Act[EntryRef | LikeSource]:
    """Take a release in, unless it is there already; ``again`` takes it in even so.

    The answer is the source it has become, or the one it was left out for. With the key of a
    draft, that is forgotten in the same transaction.
    """
    act = add_source(release, kind, values)

    def run(session: Session) -> EntryRef | LikeSource:
        alike = () if again else like_sources(session, sha256=release.sha256, text=release.text)
        if alike:
            return alike[0]
        source = act.run(session)
        if draft:
            drop_draft(session, form=draft)
        return entry_refs(session, [source])[source]

    return Act(key=act.key, run=run, about=act.about)


def read_file(file: Path) -> Release:
    """Read a release from a file, refusing one that is too large before reading it.

    Raises:
        Unreadable: why the file can't be opened, or what is in it can't be taken in.
    """
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise Unreadable(file.name, "too_large", limit=LARGEST_MB)
        content = file.read_bytes()
    except OSError as error:
        raise Unreadable(file.name, "not_opened") from error
    return read_release(content, name=file.name)
