"""Importing: a directory into a catalogue that is there, rehearsed first, or into a new one.

No Qt here: the command line uses it too.
"""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from db.act import Act
from db.commands.importing.whole import Wishes, import_directory
from db.errors import Interrupted
from db.exchange.directory.reading import Directory
from db.rows.incoming import ForThoseHere, ImportOutcome
from desktop.translation import translate

ACT = "catalogue.import"

Tell = Callable[[int, int], None]


class Stop:
    """Ends an import from another thread, before anything of it is kept."""

    def __init__(self) -> None:
        self._asked = False

    def ask(self) -> None:
        """Ask the import to end."""
        self._asked = True

    def check(self) -> None:
        """Go on, unless it was asked to end.

        Raises:
            Interrupted: it was.
        """
        if self._asked:
            raise Interrupted


def import_act(
    directory: Directory,
    *,
    for_those_here: ForThoseHere,
    about: str,
    tell: Tell = lambda _done, _total: None,
) -> Act[ImportOutcome]:
    """Return the act that takes in a directory; rehearsed, it says what that would do."""
    total = 2 * sum(directory.counts().values())
    wishes = Wishes(
        for_those_here=for_those_here,
        note=translate("imports", "Reference where this was imported from: {reference}"),
    )

    def run(session: Session) -> ImportOutcome:
        return import_directory(
            session, incoming=directory, wishes=wishes, tell=lambda done: tell(done, total)
        )

    return Act(key=ACT, run=run, about=about)


def found_catalogue(
    path: Path, directory: Directory, tell: Tell = lambda _done, _total: None
) -> ImportOutcome:
    """Make a new catalogue of a directory.

    Raises:
        AlreadyThere, Unimportable, ReadOnlyPlace, DiskFull: why there is none.
    """
    from db.founding import found  # noqa: PLC0415 - it brings the whole write path

    total = 2 * sum(directory.counts().values())
    return found(path, directory, tell=lambda done: tell(done, total))
