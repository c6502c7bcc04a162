"""Writes a bag (RFC 8493, BagIt 1.0): a payload, and manifests that vouch for every file of it."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from db.errors import AlreadyThere
from db.exchange.directory.layout import DATA

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_AT_ONCE, _SHARE = 8, 1_000
"""Files waited for at a time, and so many known at once."""
DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Sink(Protocol):
    """Stand for a file that is being written."""

    def write(self, data: bytes, /) -> object:
        """Write some bytes after those before."""
        ...


class _Hashing:
    """A file whose bytes are hashed and counted on their way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._hash = file, hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        self._hash.update(data)
        self.size += len(data)
        self._file.write(data)

    def digest(self) -> str:
        return self._hash.hexdigest()


class Bag:
    """A bag being written; its files are on the disk when ``seal`` returns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._octets = self._streams = 0
        self._tags: list[str] = []
        (folder / DATA).mkdir()
        self._manifest = (folder / MANIFEST).open("xb")

    def close(self) -> None:
        """Close what is open, also of a bag that will never be whole."""
        self._manifest.close()

    @contextlib.contextmanager
    def file(self, path: str) -> Generator[Sink]:
        """Give a file of the payload to write; ``path`` is below ``data``, with slashes."""
        with self._written(f"{DATA}/{path}") as sink:
            yield sink
        self._manifest.write(f"{sink.digest()}  {DATA}/{path}\n".encode())
        self._octets += sink.size
        self._streams += 1

    def tag_file(self, name: str, content: str) -> None:
        """Write a file beside the payload."""
        with self._written(name) as sink:
            sink.write(content.encode())
        self._tags.append(f"{sink.digest()}  {name}\n")

    def seal(self, info: dict[str, str]) -> None:
        """Write what makes a bag of the folder."""
        self._manifest.close()
        digest = hashlib.sha256()
        with (self._folder / MANIFEST).open("rb") as manifest:
            while chunk := manifest.read(1 << 20):
                digest.update(chunk)
        self._tags.append(f"{digest.hexdigest()}  {MANIFEST}\n")
        about = {
            **info,
            "Bagging-Date": date.today().isoformat(),  # noqa: DTZ011 - the day where it is made
            "Payload-Oxum": f"{self._octets}.{self._streams}",
        }
        self.tag_file(INFO, "".join(f"{name}: {value}\n" for name, value in about.items()))
        self.tag_file(DECLARATION, DECLARED)
        with self._written(TAG_MANIFEST) as sink:
            sink.write("".join(self._tags).encode())

    @contextlib.contextmanager
    def _written(self, path: str) -> Generator[_Hashing]:
        place = self._folder.joinpath(*path.split("/"))
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            sink = _Hashing(file)
            yield sink


@contextlib.contextmanager
def new_bag(folder: Path) -> Generator[Bag]:
    """Give a bag to write that takes its name when it is whole.

    Whatever is raised inside leaves nothing behind. What an earlier one that was killed left
    beside the folder is cleared away.

    Raises:
        AlreadyThere: there is something of that name that is no empty folder.
        OSError: it can't be written.
    """
    if folder.is_symlink() or (folder.exists() and not _is_empty(folder)):
        raise AlreadyThere(folder)
    passing = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(passing, ignore_errors=True)
    passing.mkdir(mode=0o700)
    try:
        with contextlib.closing(Bag(passing)) as bag:
            yield bag
        _sync_all(passing)
        if folder.exists():
            folder.rmdir()  # some systems rename over nothing that is there
        passing.rename(folder)
        _sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(passing, ignore_errors=True)
        raise


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and next(folder.iterdir(), None) is None


def _sync_all(top: Path) -> None:
    """Wait until all is on the disk: at the end, when most of it is there, and many at once."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for folder, _below, names in os.walk(top):
            files = [Path(folder) / name for name in names]
            for start in range(0, len(files), _SHARE):
                for _done in threads.map(_sync_file, files[start : start + _SHARE]):
                    pass
            _sync_folder(Path(folder))


def _sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere folders can't be opened
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)
