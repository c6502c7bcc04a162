"""Catalogues to be damaged, and ways of doing it."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.recovery.pages import PAGE_SIZE

Damage = Callable[[Path], None]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user data"

    def data_path(_name: str, *, appauthor: bool) -> Path:
        return folder

    monkeypatch.setattr("db.backups.places.user_data_path", data_path)
    return folder


@pytest.fixture
def closed(sample: Catalogue) -> Path:
    """Return the sample, closed, all of it in the one file."""
    sample.close()
    return sample.path


def spoil(path: Path, pages: list[int], *, seed: int = 1) -> None:
    """Overwrite pages, counted from 1, with noise."""
    noise = random.Random(seed)
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE_SIZE)
            file.write(noise.randbytes(PAGE_SIZE))


def page_count(path: Path) -> int:
    return path.stat().st_size // PAGE_SIZE


def pages_of(path: Path, *tables: str) -> list[int]:
    """Return the pages where tables, or their shadows, begin."""
    raw = connect_raw(path, mode="ro", immutable="1")
    found = [
        int(root)
        for table in tables
        for (root,) in raw.execute(
            "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 "
            "AND (tbl_name = ? OR tbl_name GLOB ?)",
            (table, f"{table}_*"),
        )
    ]
    raw.close()
    return found


def counts(path: Path, *tables: str) -> dict[str, int]:
    raw = connect_raw(path, mode="ro", immutable="1")
    found = {table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    raw.close()
    return found
