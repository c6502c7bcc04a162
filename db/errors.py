"""What a user is told when something can't be done; any other exception is a bug.

The class of an error is its kind and its attributes say what it is about, so that the desktop can
word it in the user's language. `str()` gives one plain English sentence with what to do, for the
command line and the log.
"""

# ruff: noqa: N818 - the kinds are named for what has happened, as the user meets it

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.reasons import REFUSALS, UNIMPORTABLE, UNREADABLE


class CatalogueError(Exception):
    """Stand for all that a user is told."""


@dataclass(eq=False)
class TooNew(CatalogueError):
    """Say that a newer Chancery wrote it: its schema is `found`, the newest known here `known`."""

    path: Path
    found: str
    known: str

    def __str__(self) -> str:
        return f"{self.path} was made by a newer Chancery: install that version to open it."


@dataclass(eq=False)
class NotACatalogue(CatalogueError):
    """Say that the file is something else than a catalogue."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is not a Chancery catalogue: choose another file."


@dataclass(eq=False)
class Damaged(CatalogueError):
    """Say that the catalogue is damaged; `detail` is what SQLite found, for the log."""

    path: Path
    detail: str

    def __str__(self) -> str:
        return f"{self.path} is damaged ({self.detail}): restore a backup or recover it."


@dataclass(eq=False)
class BackupUnusable(CatalogueError):
    """Say that a backup can't be used; `detail` is what was found, for the log."""

    path: Path
    detail: str

    def __str__(self) -> str:
        return f"{self.path} can't be used as a backup ({self.detail}): choose another one."


@dataclass(eq=False)
class ReadOnlyPlace(CatalogueError):
    """Say that nothing can be written at this path."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} can't be written: choose a folder where you may write."


@dataclass(eq=False)
class DiskFull(CatalogueError):
    """Say that the disk holding this path has no room left."""

    path: Path

    def __str__(self) -> str:
        return f"The disk of {self.path} is full: free some space, then try again."


@dataclass(eq=False)
class DiskTrouble(CatalogueError):
    """Say that the disk or the network failed to read or write the file; nothing is damaged yet."""

    path: Path

    def __str__(self) -> str:
        return (
            f"The disk or network that holds {self.path} reported an error, and nothing was "
            "changed: check the disk or the connection, then try again."
        )


@dataclass(eq=False)
class Moved(CatalogueError):
    """Say that the file is not where it was when it was opened."""

    path: Path

    def __str__(self) -> str:
        return (
            f"{self.path} was moved, removed or replaced while it was open, and nothing was "
            "changed: put it back and try again, or open it where it is now."
        )


@dataclass(eq=False)
class Busy(CatalogueError):
    """Say that another program has been writing the file for too long."""

    path: Path

    def __str__(self) -> str:
        return (
            f"Another program is writing {self.path}, and nothing was changed: wait until it has "
            "finished, then try again."
        )


@dataclass(eq=False)
class LockedBy(CatalogueError):
    """Say that the catalogue is open elsewhere: who has it and since when, where that is known."""

    path: Path
    owner: str | None
    since: datetime | None
    is_elsewhere: bool = False
    """Whether that is another computer, of which nobody here knows if the program still runs."""

    @property
    def holder(self) -> str:
        """Who has it open, at the beginning of a sentence."""
        return self.owner or "Another program"

    @property
    def time(self) -> str:
        """Since when, by the clock here; empty where that is not known."""
        return f" since {self.since.astimezone():%Y-%m-%d %H:%M}" if self.since else ""

    def __str__(self) -> str:
        told = (
            f"{self.holder} has {self.path} open{self.time}: close it there to make changes here."
        )
        if not self.is_elsewhere:
            return told
        return f"{told} If it was not closed there in order, wait a minute and open it again."


@dataclass(eq=False)
class LockedAway(LockedBy):
    """Say that it is open on the computer that holds its folder, and so can't even be read here."""

    def __str__(self) -> str:
        return (
            f"{self.holder} has {self.path} open{self.time} on the computer that holds its folder: "
            "it can't be read over the network meanwhile, close it there first."
        )


@dataclass(eq=False)
class NoLocks(CatalogueError):
    """Say that a folder can't keep two programs apart, so that nothing may be changed there."""

    path: Path

    def __str__(self) -> str:
        return (
            f"The disk that holds {self.path} can't keep two programs from writing at once, so "
            "nothing is changed here: copy the catalogue to a disk of this computer to go on."
        )


@dataclass(eq=False)
class Missing(CatalogueError):
    """Say that there is no file at this path."""

    path: Path

    def __str__(self) -> str:
        return f"There is no file {self.path}: check the name and the folder."


@dataclass(eq=False)
class AlreadyThere(CatalogueError):
    """Say that a file stands where a new one was to be made."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is already there: choose another name or open it."


@dataclass(eq=False)
class ReadOnly(CatalogueError):
    """Say that this catalogue was opened for reading only."""

    def __str__(self) -> str:
        return "This catalogue is open for reading only: close it elsewhere and open it again."


@dataclass(eq=False)
class Interrupted(CatalogueError):
    """Say that a read was stopped, since nobody waits for its answer any more."""

    def __str__(self) -> str:
        return "This was stopped before it was done: ask again."


@dataclass(eq=False)
class EditConflict(CatalogueError):
    """Say that a field was changed elsewhere while it was being edited here."""

    entry_id: int
    field: str
    yours: object
    theirs: object

    def __str__(self) -> str:
        return (
            f"The {self.field} of entry {self.entry_id} was changed to “{self.theirs}” meanwhile: "
            f"keep that or save “{self.yours}” again."
        )


@dataclass(eq=False)
class Blocked(CatalogueError):
    """Say that an act can't be taken back alone: `by` are the later ones that rest on it."""

    by: tuple[int, ...]

    def __str__(self) -> str:
        count = len(self.by)
        later = "a later change rests" if count == 1 else f"{count} later changes rest"
        return f"This can't be taken back alone, since {later} on it: take back the later ones too."


class Refused(CatalogueError):
    """Say why a command won't do what was asked.

    `reason` is a stable code, a key of `REFUSALS`; `details` are what its sentence names.
    """

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details

    def __str__(self) -> str:
        sentence = REFUSALS.get(self.reason)
        if sentence is None:
            return f"This can't be done: {self.reason.replace('_', ' ')}."
        return sentence.format_map(self.details)


class Unreadable(CatalogueError):
    """Say why bytes can't be taken in as a source.

    `reason` is a key of `UNREADABLE`; with "unknown_format", `format` names the format ("DOC").
    `name` is the file's name, or empty for what was pasted; `limit` is in megabytes, for
    "too_many_pages" in pages.
    """

    def __init__(
        self,
        name: str,
        reason: str,
        *,
        format: str | None = None,  # noqa: A002 - the word for it, and never called here
        limit: int | None = None,
    ) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason
        self.format = format
        self.limit = limit

    def __str__(self) -> str:
        sentence = UNREADABLE[self.reason].format(
            name=self.name or "the text", format=self.format or "this format", limit=self.limit
        )
        return sentence if self.name else sentence[0].upper() + sentence[1:]


class Unimportable(CatalogueError):
    """Say what keeps a directory or table from being imported, and where; nothing was written.

    `reason` is a key of `UNIMPORTABLE`; `line` counts from 1 and is 0 for a file as a whole.
    """

    def __init__(self, reason: str, *, file: str = "", line: int = 0, **details: object) -> None:
        super().__init__(reason, details)
        self.reason, self.file, self.line, self.details = reason, file, line, details

    def within(self, file: str, line: int = 0) -> "Unimportable":
        """Return the same with its place, where none is known yet."""
        if self.file:
            return self
        return Unimportable(self.reason, file=file, line=line, **self.details)

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        problem = UNIMPORTABLE[self.reason].format_map(self.details)
        return f"{place}: {problem}. Nothing was imported."
