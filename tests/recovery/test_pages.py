"""Pages read by their format say what SQLite says of them, and damage breaks nothing."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.engine import connect_raw, dbapi2
from db.recovery.pages import INTERIOR, LEAF, PAGE_SIZE, Pages
from db.recovery.records import Broken, record, varint
from db.recovery.stored import columns_of, fitted, places
from db.recovery.trees import Walked, indexed_rows, walk

values = st.none() | st.integers(-(1 << 63), (1 << 63) - 1) | st.text() | st.binary() | st.floats()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages") / "any.db"


def _fresh(path: Path) -> dbapi2.Connection:
    path.unlink(missing_ok=True)
    raw = connect_raw(path, mode="rwc")
    raw.execute("CREATE TABLE any (id INTEGER PRIMARY KEY, a, b, c)")
    raw.execute("CREATE INDEX by_a ON any (a)")
    return raw


@given(st.dictionaries(st.integers(-(1 << 63), (1 << 63) - 1), st.tuples(values, values, values)))
def test_rows_of_any_values_are_read_as_they_were_written(
    scratch: Path, rows: dict[int, tuple[object, ...]]
) -> None:
    raw = _fresh(scratch)
    raw.execute("BEGIN")
    for key, row in rows.items():
        raw.execute("INSERT INTO any VALUES (?, ?, ?, ?)", (key, *_storable(row)))
    raw.execute("COMMIT")
    written = raw.execute("SELECT * FROM any ORDER BY id").fetchall()
    raw.close()
    with scratch.open("rb") as file:
        pages = Pages(file, scratch)
        place = places(pages)["any"]
        walked = Walked()
        read = [(row, *stored[1:]) for row, stored in walk(pages, place.root, walked)]
        assert repr(read) == repr(written)
        assert (walked.gaps, walked.broken_rows) == ([], 0)
        assert sorted(indexed_rows(pages, place.indexes[0])) == [row[0] for row in written]


def _storable(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(
        value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for value in row
    )


@pytest.mark.parametrize("length", [0, 1, 400, 3900, 4061, 4062, 4089, 4100, 9000, 100_000])
def test_values_of_any_length_are_followed_through_their_pages(scratch: Path, length: int) -> None:
    raw = _fresh(scratch)
    wanted = [(n, "я" * (length + n), b"\1" * length, n) for n in range(12)]
    raw.executemany("INSERT INTO any VALUES (?, ?, ?, ?)", wanted)
    raw.close()
    with scratch.open("rb") as file:
        pages = Pages(file, scratch)
        place = places(pages)["any"]
        assert [(row, *stored[1:]) for row, stored in walk(pages, place.root, Walked())] == wanted
        assert sorted(indexed_rows(pages, place.indexes[0])) == list(range(12))


def test_every_table_of_a_catalogue_is_read_as_sqlite_reads_it(closed: Path) -> None:
    raw = connect_raw(closed, mode="ro", immutable="1")
    with closed.open("rb") as file:
        pages = Pages(file, closed)
        assert len(pages.free()) == raw.execute("PRAGMA freelist_count").fetchone()[0]
        for table in ("entry", "link", "evidence", "revision_change", "source_text", "entry_tag"):
            columns = columns_of(raw, table)
            names = ", ".join(f'"{column.name}"' for column in columns)
            rows = walk(pages, places(pages)[table].root, Walked())
            assert [fitted(row, columns) for row in rows] == raw.execute(
                f"SELECT {names} FROM {table} ORDER BY rowid"
            ).fetchall()
    raw.close()


@given(st.integers(), st.lists(st.sampled_from([LEAF, INTERIOR, 10, 2, 0]), min_size=1, max_size=6))
def test_noise_is_read_without_an_error_and_to_an_end(
    scratch: Path, seed: int, kinds: list[int]
) -> None:
    chance = random.Random(seed)
    pages_of_noise = [bytes([kind]) + chance.randbytes(PAGE_SIZE - 1) for kind in kinds]
    scratch.write_bytes(b"".join(pages_of_noise)[: -chance.randrange(1, PAGE_SIZE)])
    with scratch.open("rb") as file:
        pages = Pages(file, scratch)
        pages.free()
        for root in range(pages.count + 2):
            list(walk(pages, root, Walked()))
            list(indexed_rows(pages, root))


@given(st.binary(max_size=60))
def test_bytes_are_a_record_or_broken(noise: bytes) -> None:
    try:
        record(noise)
    except Broken:
        return
    assert noise


@given(st.integers(0, (1 << 64) - 1))
def test_a_number_of_nine_bytes_has_its_sign(number: int) -> None:
    signed = number - (1 << 64) if number >= 1 << 63 else number
    assert varint(_varint(number), 0) == (signed, len(_varint(number)))


def _varint(number: int) -> bytes:
    if number >= 1 << 56:
        last, number = number & 0xFF, number >> 8
        return bytes(0x80 | (number >> 7 * place) & 0x7F for place in range(7, -1, -1)) + bytes(
            [last]
        )
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(0x80 | number & 0x7F)
    return bytes(reversed(digits))
