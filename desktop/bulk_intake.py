"""Many releases taken in and read from the command line: one bad file does not stop the rest."""

import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from db.backups.due import LARGE
from db.backups.facts import Reason
from db.catalogue import Catalogue
from db.queries.likes import LikeSource
from db.rows.entries import EntryRef
from desktop.backup_before import back_up_before
from desktop.files_ahead import FilesAhead
from desktop.intake import Taken, TakingTurns
from desktop.intake_warnings import warning_sentences
from desktop.source_reading import keep_read, read_source
from desktop.version import PROGRAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a user is told became of one file."""

    file: Path
    ok: bool
    sentence: str
    source_id: int | None = None
    remarks: str = ""
    """What its reader warns of, or has left out."""


class BulkIntake:
    """A catalogue, made if it is missing, that releases are taken into."""

    def __init__(self, path: Path, *, again: bool = False) -> None:
        self._turns = TakingTurns(again=again)
        self._is_new = not path.exists()
        opened = Catalogue.create if self._is_new else Catalogue.open
        self._catalogue = opened(path, program=PROGRAM)

    def __enter__(self) -> Self:
        if self._catalogue.read_only_because is not None:
            reason = self._catalogue.read_only_because
            self._catalogue.close()
            raise reason
        return self

    def __exit__(self, *_exception: object) -> None:
        self._catalogue.close()

    def take_in(self, files: Sequence[Path]) -> Iterator[Told]:
        """Take files in and yield what became of each, unless the same text is there already.

        Before very many files are, a backup is made, but of a catalogue that has just been made.

        For the main thread: Ctrl+C ends the reading, and is raised when all that has been read by
        then is in.

        Raises:
            DiskFull, ReadOnly: nothing more can be taken in.
        """
        if len(files) > LARGE and not self._is_new:
            back_up_before(Reason.BULK, self._catalogue)
        with FilesAhead(files) as ahead, _stopped_by_hand(ahead) as pressed:
            while batch := ahead.next_batch():
                yield from map(_told, self._catalogue.write(self._turns.act(batch)).value)
        if pressed:
            raise KeyboardInterrupt

    def read(self, told: Told) -> Told:
        """Read what has come in, ready for review; say what there is to decide on."""
        if told.source_id is None:
            return told
        read = read_source(self._catalogue, told.source_id)
        self._catalogue.keep(lambda session: keep_read(session, read))
        words = "nothing to decide on" if not read.keys else f"{len(read.keys)} to decide on"
        return replace(told, sentence=f"{told.sentence.removesuffix('.')}, {words}.")


@contextmanager
def _stopped_by_hand(ahead: FilesAhead) -> Generator[list[int]]:
    """Let Ctrl+C stop the reading of files, and nothing else; give the list it is noted in."""
    pressed: list[int] = []

    def stop(number: int, _frame: object) -> None:
        pressed.append(number)
        ahead.stop()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _told(taken: Taken) -> Told:
    match taken.outcome:
        case EntryRef(id=source, reference=reference):
            sentence = f"taken in as {reference}."
            remarks = warning_sentences(taken.warnings, taken.left_out)
            return Told(
                file=taken.file, ok=True, sentence=sentence, source_id=source, remarks=remarks
            )
        case LikeSource() as like:
            return Told(file=taken.file, ok=True, sentence=_left_out(like))
        case error:
            return Told(file=taken.file, ok=False, sentence=str(error))


def _left_out(like: LikeSource) -> str:
    how = "the same as" if like.same_file or like.likeness == 1 else f"{like.likeness:.0%} like"
    return f"left out, since it is {how} {like.ref.reference}: use --again to take it in."
