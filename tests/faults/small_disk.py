"""A real small disk: run in a mount namespace of its own, where such a disk can be mounted.

``python -m tests.faults.small_disk FOLDER`` mounts a disk of a few megabytes on a folder, fills it
by editing, makes room, edits on, mounts it read-only, and tells what went wrong, line by line.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from db.act import Act
from db.backups.facts import Reason
from db.backups.making import make_backup
from db.catalogue import Catalogue
from db.check import check
from db.commands.entries import create_entry
from db.errors import CatalogueError, DiskFull, ReadOnlyPlace
from db.terms import EntryKind

_MEGABYTES = 6
_NOTE = "What was said at length. " * 4_000
_MANY = 200


def main() -> int:
    """Make the trials on a folder; 1 where anything was lost or badly told."""
    folder = Path(sys.argv[1])
    _mount(folder, f"size={_MEGABYTES}m")
    wrong = list(_trials(folder))
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


def _trials(folder: Path) -> Iterator[str]:
    path, ballast = folder / "small.chancery", folder / "ballast"
    ballast.write_bytes(bytes(1_000_000))
    with Catalogue.open(_made(path)) as catalogue:
        saved, error = _fill(catalogue)
        if not isinstance(error, DiskFull) or saved < 2:
            yield f"after {saved} acts the full disk was told as {error!r}"
        yield from _held(catalogue, saved)
        yield from _refused(lambda: _back_up(path), DiskFull, "a backup")
        if left := [one.name for one in folder.rglob("*.part*")]:
            yield f"left over: {left}"
        ballast.unlink()
        _create(catalogue, saved)
        yield from _held(catalogue, saved + 1)
    yield from (problem for finding in check(path) for problem in finding.problems)
    _mount(folder, "remount,ro")
    yield from _read_only(path, saved + 1)
    _mount(folder, f"remount,rw,size={2 * _MEGABYTES}m")
    with Catalogue.open(path) as catalogue:
        catalogue.undo()
        yield from _held(catalogue, saved)


def _made(path: Path) -> Path:
    Catalogue.create(path).close()
    return path


def _mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def _create(catalogue: Catalogue, number: int) -> None:
    values = {"title": f"Person {number}", "note": f"{number} {_NOTE}"}
    act = Act(
        key="entry.create",
        run=lambda s: create_entry(s, kind=EntryKind.PERSON, values=values),
    )
    catalogue.write(act)


def _fill(catalogue: Catalogue) -> tuple[int, CatalogueError | None]:
    """Make entries until one can't be saved; return how many were, and why it was not."""
    for number in range(_MANY):
        try:
            _create(catalogue, number)
        except CatalogueError as error:
            return number, error
    return _MANY, None


def _held(catalogue: Catalogue, saved: int) -> Iterator[str]:
    with catalogue.look() as execute:
        ((held, acts),) = execute(
            "SELECT count(*), (SELECT count(*) FROM revision WHERE state = 'done') FROM entry", ()
        )
    if (held, acts) != (saved, saved):
        yield f"{saved} acts were acknowledged: {held} entries and {acts} acts are there"


def _back_up(path: Path) -> None:
    make_backup(path, reason=Reason.BY_HAND)


def _refused(act: Callable[[], object], kind: type[CatalogueError], what: str) -> Iterator[str]:
    try:
        act()
    except kind:
        return
    except CatalogueError as error:
        yield f"{what} was told as {error!r}"
    else:
        yield f"{what} succeeded"


def _read_only(path: Path, saved: int) -> Iterator[str]:
    with Catalogue.open(path) as catalogue:
        if not isinstance(catalogue.read_only_because, ReadOnlyPlace):
            yield f"a disk that can't be written was told as {catalogue.read_only_because!r}"
        yield from _held(catalogue, saved)
        yield from _refused(lambda: _create(catalogue, 0), CatalogueError, "an act")


if __name__ == "__main__":
    sys.exit(main())
