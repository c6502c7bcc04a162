"""Checks a bag (RFC 8493) before anything of it is read: names, kinds of file, and SHA-256.

What may lead out of the folder is refused: links, names with two dots, parts that lie elsewhere.
"""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from db.errors import Unimportable
from db.exchange.directory.bag import DECLARATION, MANIFEST, TAG_MANIFEST
from db.exchange.directory.index import Index
from db.exchange.directory.layout import DATA
from db.exchange.directory.lines import MB, read_lines

Tell = Callable[[int, int], None]
"""Told how many bytes were looked at, and of how many; may raise to stop."""

LARGEST_MB = 2_000
"""Of one file; a text or an original is smaller by far."""
_CHUNK = MB
_LISTED = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")
_DECLARED = re.compile(
    r"BagIt-Version: (?P<version>0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?"
)
_ESCAPED = {"%0A": "\n", "%0D": "\r", "%25": "%"}
_PARTS = re.compile(r"[^/\\\x00-\x1f\x7f:]{1,255}")


def check_bag(folder: Path, index: Index, tell: Tell) -> None:
    """Check every file of a bag against its manifests, and fill the index with the payload.

    Raises:
        Unimportable: what is wrong with which file.
    """
    _check_declaration(folder)
    if os.path.lexists(folder / "fetch.txt"):
        raise Unimportable("fetched", file="fetch.txt")
    _check_tag_files(folder)
    for path, sha256 in _listed(folder, MANIFEST):
        if not path.startswith(f"{DATA}/"):
            raise Unimportable("path_unsafe", file=_shown(path))
        index.add_files([(path.removeprefix(f"{DATA}/"), sha256)])
    _check_payload(folder, index, tell)
    missing = index.unseen()
    if missing is not None:
        raise Unimportable("not_there", file=missing)


def _check_declaration(folder: Path) -> None:
    if not os.path.lexists(folder / DECLARATION):
        raise Unimportable("not_a_bag", file=folder.name)
    declared = "".join(line.decode("utf-8", "replace") for _n, line in _lines(folder, DECLARATION))
    if not _DECLARED.fullmatch(declared):
        raise Unimportable("not_a_bag", file=DECLARATION)


def _check_tag_files(folder: Path) -> None:
    if os.path.lexists(folder / TAG_MANIFEST):
        for path, sha256 in _listed(folder, TAG_MANIFEST):
            place = folder.joinpath(*path.split("/"))
            if not os.path.lexists(place):
                raise Unimportable("not_there", file=path)
            if _digest(place, path, lambda _bytes: None) != sha256:
                raise Unimportable("checksum", file=path)


def _listed(folder: Path, manifest: str) -> Iterator[tuple[str, str]]:
    for number, line in _lines(folder, manifest):
        try:
            found = _LISTED.fullmatch(line.decode().rstrip("\r\n"))
        except UnicodeDecodeError:
            raise Unimportable("not_text", file=manifest, line=number) from None
        if found is None:
            raise Unimportable("illegible", file=manifest, line=number)
        path = re.sub("%0A|%0D|%25", lambda code: _ESCAPED[code[0]], found[2])
        parts = path.removeprefix("./").split("/")
        if not all(_PARTS.fullmatch(part) and part not in {".", ".."} for part in parts):
            raise Unimportable("path_unsafe", file=manifest, line=number)
        yield "/".join(parts), found[1].lower()


def _lines(folder: Path, name: str) -> Iterator[tuple[int, bytes]]:
    _check_plain(folder / name, name)
    return read_lines(folder / name, name, limit_mb=1)


def _check_payload(folder: Path, index: Index, tell: Tell) -> None:
    total = sum(size for _path, _name, size in _walk(folder / DATA, ""))
    done = 0

    def count(size: int) -> None:
        nonlocal done
        done += size
        tell(done, total)

    for path, name, _size in _walk(folder / DATA, ""):
        sha256 = index.see(name)
        if sha256 is None:
            raise Unimportable("not_listed", file=name)
        if _digest(path, name, count) != sha256:
            raise Unimportable("checksum", file=name)


def _walk(folder: Path, name: str) -> Iterator[tuple[Path, str, int]]:
    """Yield the files below a folder, their names below it and their sizes; follow no link."""
    waiting = [(folder, name)]
    while waiting:
        here, before = waiting.pop()
        if stat.S_ISLNK(here.lstat().st_mode) or not here.is_dir():
            raise Unimportable("link_unsafe", file=before or DATA)
        with os.scandir(here) as found:
            for item in sorted(found, key=lambda one: one.name):
                inside = f"{before}/{item.name}" if before else item.name
                if item.is_dir(follow_symlinks=False):
                    waiting.append((Path(item.path), inside))
                else:
                    yield Path(item.path), inside, item.stat(follow_symlinks=False).st_size


def _digest(path: Path, name: str, count: Callable[[int], None]) -> str:
    _check_plain(path, name)
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            count(len(chunk))
    return digest.hexdigest()


def _check_plain(path: Path, name: str) -> None:
    """Refuse what is no plain file: a link leads elsewhere, a pipe never ends."""
    try:
        state = path.lstat()
    except (OSError, ValueError):
        raise Unimportable("illegible", file=_shown(name)) from None
    if not stat.S_ISREG(state.st_mode):
        raise Unimportable("link_unsafe", file=_shown(name))
    if state.st_size > LARGEST_MB * MB:
        raise Unimportable("long_file", file=_shown(name), limit=LARGEST_MB)


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode()[:200]
