"""Generated catalogues in a folder: found there when they are of today's schema, else made."""

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from db import schema
from db.engine import connect_raw, dbapi2
from tests.benchmarks.generator import build
from tests.benchmarks.measure import size_of


def catalogue_of(size: int, folder: Path, say: Callable[[str], None]) -> Path:
    """Return a catalogue of about so many entries; nothing that lies in the folder is replaced."""
    names = (f"{size}{again}.chancery" for again in ("", *(f"-{n}" for n in range(2, 100))))
    for path in map(folder.joinpath, names):
        if not path.exists():
            say(f"making a catalogue of {size:,} entries")
            _make(path, size, say)
            return path
        if _fits(path, size):
            return path
        say(f"{path.name} is of another size or schema: left alone")
    message = f"{folder} is full of catalogues of other schemas"
    raise FileExistsError(message)


def _make(path: Path, size: int, say: Callable[[str], None]) -> None:
    part = path.with_name(f"{path.stem}.part")
    for left in path.parent.glob(f"{part.name}*"):
        left.unlink()
    build(part, size, say=say)
    part.rename(path)


def _fits(path: Path, size: int) -> bool:
    """Tell whether a file has the very tables and indexes the program makes now, and the size."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.chancery"
        schema.create(fresh)
        wanted = _tables(fresh)
    try:
        return _tables(path) == wanted and abs(size_of(path) - size) <= size // 10
    except dbapi2.DatabaseError:
        return False


def _tables(path: Path) -> set[Iterable[str]]:
    with contextlib.closing(connect_raw(path, mode="ro")) as raw:
        rows = raw.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
        )
        return set(rows.fetchall())
