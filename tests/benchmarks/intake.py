"""Measures intake: 10,000 files by the road of the command ``add``, beside plain SQL.

Where that would take longer than a minute, as many files as a minute allows.
"""

import contextlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from db.engine import connect_raw
from desktop.bulk_intake import BulkIntake
from tests.benchmarks.generator.vocabulary import vocabulary
from tests.benchmarks.measure import Line
from tests.benchmarks.resident import most_held

_FILES = 10_000
_LONGEST_S = 60
_WORDS = 260
"""Some 2,000 characters."""


def lines(path: Path) -> Iterator[Line]:
    """Measure on a copy of a catalogue."""
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        folder = Path(name)
        copy = folder / "copy.chancery"
        shutil.copyfile(path, copy)
        files = _write_files(folder)
        taken, seconds = _take_in(copy, files)
        rate = taken / seconds
        floor = taken / _plain(folder / "plain.db", files[:taken])
    yield Line(
        what=f"{taken:,} files taken in: decoded, compared, indexed, one act each",
        ours=f"{rate:,.0f} a second",
        floor=f"plain FTS5 {floor:,.0f} a second",
        ratio=f"{floor / rate:.1f}x",
        target="≥ 1,000 a second; ≥ 25x calibre (40 to 95)",
        met=rate >= 1_000,
    )
    held = most_held()
    yield Line(
        what="memory held at most", ours=f"{held:.0f} MB", target="≤ 250 MB", met=held <= 250
    )


def _write_files(folder: Path) -> list[Path]:
    dice = random.Random("intake")  # other texts than any catalogue is made of
    words = [vocabulary(language) for language in ("en", "ru")]
    files = [folder / f"{number}.txt" for number in range(_FILES)]
    for number, file in enumerate(files):
        file.write_text(" ".join(words[number % 2].draw(dice, _WORDS)), encoding="utf-8")
    return files


def _take_in(copy: Path, files: list[Path]) -> tuple[int, float]:
    """Take files in; return how many, and the seconds."""
    start, taken = perf_counter(), 0
    with BulkIntake(copy) as intake:
        for file in files:
            outcome = intake.take_in(file)
            if outcome.source_id is None:
                raise ValueError(outcome.sentence)
            taken += 1
            if perf_counter() - start > _LONGEST_S:
                break
    return taken, perf_counter() - start


def _plain(path: Path, files: list[Path]) -> float:
    """Store the same texts with a full-text index, one transaction each; return the seconds."""
    with contextlib.closing(connect_raw(path, mode="rwc")) as raw:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE source_text (sha256 TEXT PRIMARY KEY, text TEXT)")
        raw.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', prefix='2 3')")
        start = perf_counter()
        for file in files:
            text = file.read_text(encoding="utf-8")
            raw.execute("BEGIN IMMEDIATE")
            digest = sha256(text.encode()).hexdigest()
            raw.execute("INSERT INTO source_text VALUES (?, ?)", (digest, text))
            raw.execute("INSERT INTO words (text) VALUES (?)", (text,))
            raw.execute("COMMIT")
        return perf_counter() - start
