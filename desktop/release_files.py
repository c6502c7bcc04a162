"""Files that releases come in: which of a choice they are, and what is in each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.errors import CatalogueError, Unreadable
from db.exchange.apart.reading import arrivals_apart, read_apart
from db.exchange.formats import FORMATS, LARGEST_MB
from db.exchange.opening import bytes_of_file
from db.exchange.release import Arrival, Release

_TOGETHER = 32
"""Files handed to the process that reads at a time, so that it need not wait for the next."""
_TOGETHER_BYTES = 4_000_000
_SUFFIXES = tuple(suffix for row in FORMATS for suffix in row.suffixes)

_Opened = tuple[Path, bytes | Unreadable]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file with the release that is in it, or why there is none."""

    file: Path
    content: Arrival | CatalogueError

    @property
    def size(self) -> int:
        """How many bytes its release holds in memory, roughly."""
        if isinstance(self.content, CatalogueError):
            return 0
        return len(self.content.release.original) + 2 * len(self.content.release.text)


def releases_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and of folders those whose name says that they may hold a release.

    Hidden ones are left out, and links, which may lead anywhere; each file comes once, and the
    files of a folder are in order.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found |= dict.fromkeys(file for file in inside if file == path or _may_be(file, path))
    return list(found)


def _may_be(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    is_release = file.name.lower().endswith(_SUFFIXES) and not file.is_symlink()
    return not hidden and is_release and file.is_file()


def read_file(file: Path) -> Release:
    """Read a release from a file, in a process of its own.

    Raises:
        Unreadable: why the file can't be opened, or what is in it can't be taken in.
    """
    return read_apart(bytes_of_file(file, largest_mb=LARGEST_MB), name=file.name)


def read_for_intake(
    files: Iterable[Path], is_stopped: Callable[[], bool]
) -> Iterator[list[ReadFile]]:
    """Read files for their intake: all is done that can be done without the catalogue.

    They come in order, some at a time. Raises Interrupted where it is stopped.
    """
    opened: list[_Opened] = []
    held = 0
    for file in files:
        opened.append((file, _content(file)))
        held += len(opened[-1][1]) if isinstance(opened[-1][1], bytes) else 0
        if len(opened) == _TOGETHER or held > _TOGETHER_BYTES:
            yield _read(opened, is_stopped)
            opened, held = [], 0
    yield _read(opened, is_stopped)


def _content(file: Path) -> bytes | Unreadable:
    try:
        return bytes_of_file(file, largest_mb=LARGEST_MB)
    except Unreadable as error:
        return error


def _read(opened: Sequence[_Opened], is_stopped: Callable[[], bool]) -> list[ReadFile]:
    contents = [(file.name, content) for file, content in opened if isinstance(content, bytes)]
    arrivals = iter(arrivals_apart(contents, cancelled=is_stopped))
    return [
        ReadFile(file=file, content=next(arrivals) if isinstance(content, bytes) else content)
        for file, content in opened
    ]
