"""A whole catalogue into an open directory: what is read, what is written, and how far it is.

No Qt here: the command line uses it too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from db.exchange.directory import layout
from db.exchange.directory.writing import Contents, write_directory
from db.queries.directory import history, sources, vocabularies
from db.queries.directory.entries import stream_records
from db.queries.directory.sizes import Sizes, sizes
from db.rows.records.vocabularies import AboutRecord
from db.schema import telling
from desktop.version import PROGRAM

T = TypeVar("T")
Tell = Callable[[int, int], None]
_README = Path(__file__).resolve().parent.parent / "resources" / "directory" / "README.txt"
_EVERY = 100


def export_catalogue(
    session: Session, folder: Path, tell: Tell = lambda _done, _total: None
) -> Sizes:
    """Write a whole catalogue and return what it holds; whatever is raised leaves nothing behind.

    ``tell`` is told now and then how many steps are done, and of how many.

    Raises:
        AlreadyThere: there is something of that name that is no empty folder.
        DiskFull, ReadOnlyPlace: why it can't be written.
        Interrupted: it was cancelled.
    """
    found = sizes(session)
    counting = _Counting(found.steps, tell)
    lines = {path: counting.over(records) for path, records in _lines(session).items()}
    contents = Contents(
        about=_about(session),
        lines=lines,
        texts=counting.over(sources.stream_texts(session)),
        files=counting.over(sources.stream_files(session)),
        readme=_README.read_text(encoding="utf-8"),
    )
    with telling(folder):
        write_directory(folder, contents)
    tell(found.steps, found.steps)
    return found


class _Counting:
    """Counts what goes by, and tells of it now and then."""

    def __init__(self, total: int, tell: Tell) -> None:
        self._done, self._total, self._tell = 0, total, tell

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the same items, counted."""
        for item in items:
            yield item
            self._done += 1
            if self._done % _EVERY == 0:
                self._tell(self._done, self._total)


def _about(session: Session) -> AboutRecord:
    return AboutRecord(
        format=layout.FORMAT,
        version=layout.VERSION,
        program=PROGRAM,
        made_at=datetime.now(UTC),
        last_references=vocabularies.last_references(session),
        last_ids=vocabularies.last_ids(session),
    )


def _lines(session: Session) -> Mapping[str, Iterable[object]]:
    entries = {
        path: chain.from_iterable(stream_records(session, kind))
        for kind, path in layout.ENTRIES.items()
    }
    return {
        **entries,
        layout.TAGS: vocabularies.tag_records(session),
        layout.POSTS: vocabularies.post_records(session),
        layout.LINK_KINDS: vocabularies.link_kind_records(session),
        layout.NOISE: vocabularies.noise_records(session),
        layout.SEARCHES: vocabularies.search_records(session),
        layout.REPORTS: vocabularies.stream_reports(session),
        layout.ACTS: history.stream_acts(session),
        layout.CHANGES: history.stream_changes(session),
        layout.TOUCHED: history.stream_touched(session),
    }
