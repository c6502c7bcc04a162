"""Where backups lie: beside the catalogue, else where the user may write; and rooms to work in."""

import contextlib
import shutil
import tempfile
from collections.abc import Generator
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from db.errors import ReadOnlyPlace

_ROOM = ".chancery-at-work-"


def folder_beside(path: Path) -> Path:
    """Return the folder of backups beside a catalogue."""
    return path.with_name(f"{path.stem} backups")


def folders(path: Path, chosen: Path | None = None) -> tuple[Path, ...]:
    """Return the folders in which a catalogue's backups may lie, the one preferred first.

    A folder that serves several catalogues holds one for each, told apart by where they lie.
    """
    mark = sha256(str(path.absolute()).encode()).hexdigest()[:8]
    own = f"{path.stem} backups {mark}"
    data = user_data_path("Chancery", appauthor=False) / "backups"
    first = (chosen / own,) if chosen is not None else ()
    return (*first, folder_beside(path), data / own)


def folder_for_writing(path: Path, chosen: Path | None = None) -> Path:
    """Return the first folder that can be written, made where it is not there yet.

    Raises:
        ReadOnlyPlace: none can be.
    """
    for folder in folders(path, chosen):
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
    raise ReadOnlyPlace(folder_beside(path))


def want_writable(folder: Path) -> None:
    """Refuse a folder in which nothing can be written.

    Raises:
        ReadOnlyPlace: it is one, or is not there.
    """
    try:
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise ReadOnlyPlace(folder) from error


@contextlib.contextmanager
def workroom(folder: Path) -> Generator[Path]:
    """Give a private folder for what is not finished; it goes away afterwards.

    What a killed program has left behind in such a folder is thrown away with the next one made.
    """
    tidy(folder)
    room = Path(tempfile.mkdtemp(prefix=_ROOM, dir=folder))
    lock = FileLock(room / "lock", timeout=0, thread_local=False)
    lock.acquire()
    try:
        yield room
    finally:
        lock.release()
        shutil.rmtree(room, ignore_errors=True)


def tidy(folder: Path) -> None:
    """Throw away the workrooms in which nobody works any more."""
    for room in folder.glob(f"{_ROOM}*"):
        lock = FileLock(room / "lock", timeout=0, thread_local=False)
        with contextlib.suppress(Timeout, OSError):
            lock.acquire()
            lock.release()
            shutil.rmtree(room, ignore_errors=True)
