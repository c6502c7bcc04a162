"""Measures intake: 10,000 files by the road of the command ``add``, beside plain SQL.

Together, as the command and the window take in a choice of files, and one at a time, each in an act
of its own; of these as many as half a minute allows.
"""

import contextlib
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from db.catalogue import Catalogue
from db.engine import connect_raw
from desktop.commands.running import collect_seldom
from desktop.files_ahead import MOST, FilesAhead
from desktop.intake import FILES_AN_ACT, TakingTurns
from tests.benchmarks.generator.vocabulary import vocabulary
from tests.benchmarks.measure import Line
from tests.benchmarks.resident import most_held, most_held_by_running_children

_FILES = 10_000
_LONGEST_S = 30
_PARAGRAPHS, _WORDS = 5, 50
"""Some 2,000 characters."""


def lines(path: Path) -> Iterator[Line]:
    """Measure on copies of a catalogue."""
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        folder = Path(name)
        files = _write_files(folder)
        collect_seldom()
        floor = _FILES / _plain(folder / "plain.db", files)
        yield from _bulk(_copy(path, folder / "together.chancery"), files, floor)
        yield from _singly(_copy(path, folder / "singly.chancery"), files)


def _bulk(copy: Path, files: list[Path], floor: float) -> Iterator[Line]:
    with Catalogue.open(copy, who="Benchmark", program="benchmark") as catalogue:
        taken, rate = _take_in(catalogue, files)
        yield Line(
            what=f"{taken:,} files taken in together: read, compared, indexed",
            ours=f"{rate:,.0f} a second",
            floor=f"plain FTS5, {MOST} a transaction: {floor:,.0f} a second",
            ratio=f"{floor / rate:.1f}x",
            target="≥ 1,000 a second; ≥ 25x calibre (40 to 95)",
            met=rate >= 1_000,
        )
        ours, reader = most_held(), most_held_by_running_children()
        yield Line(
            what="memory held at most, and by the process that reads",
            ours=f"{ours:.0f} + {reader:.0f} MB",
            target="≤ 250 MB",
            met=ours <= 250,
        )
        for what, step in (("undo", catalogue.undo), ("redo", catalogue.redo)):
            yield Line(what=f"{what} of {FILES_AN_ACT:,} of them", ours=f"{_seconds(step):.1f} s")
        yield Line(what="memory held at most by then", ours=f"{most_held():.0f} MB")


def _singly(copy: Path, files: list[Path]) -> Iterator[Line]:
    with Catalogue.open(copy, who="Benchmark", program="benchmark") as catalogue:
        _taken, rate = _take_in(catalogue, files, together=False)
        yield Line(what="files taken in one at a time, an act each", ours=f"{rate:,.0f} a second")


def _copy(path: Path, copy: Path) -> Path:
    shutil.copyfile(path, copy)
    return copy


def _seconds(step: Callable[[], object]) -> float:
    start = perf_counter()
    step()
    return perf_counter() - start


def _write_files(folder: Path) -> list[Path]:
    dice = random.Random("intake")  # other texts than any catalogue is made of
    words = [vocabulary(language) for language in ("en", "ru")]
    files = [folder / f"{number}.txt" for number in range(_FILES)]
    for number, file in enumerate(files):
        own = words[number % 2]
        title = " ".join(own.draw(dice, 9)).capitalize()
        paragraphs = (" ".join(own.draw(dice, _WORDS)) for _ in range(_PARAGRAPHS))
        file.write_text("\n\n".join((title, *paragraphs)), encoding="utf-8")
    return files


def _take_in(
    catalogue: Catalogue, files: Sequence[Path], *, together: bool = True
) -> tuple[int, float]:
    """Take files in; return how many, and how many that is a second."""
    start, taken, turns = perf_counter(), 0, TakingTurns()
    with FilesAhead(files) as ahead:
        while batch := ahead.next_batch():
            for some in [batch] if together else [[one] for one in batch]:
                acts = turns if together else TakingTurns()
                catalogue.write(acts.act(some))
                taken += len(some)
                if not together and perf_counter() - start > _LONGEST_S:
                    return taken, taken / (perf_counter() - start)
    return taken, taken / (perf_counter() - start)


def _plain(path: Path, files: list[Path]) -> float:
    """Store the same texts with a full-text index, in batches as large; return the seconds."""
    with contextlib.closing(connect_raw(path, mode="rwc")) as raw:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE source_text (sha256 TEXT PRIMARY KEY, text TEXT)")
        raw.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', prefix='2 3')")
        start = perf_counter()
        for first in range(0, len(files), MOST):
            raw.execute("BEGIN IMMEDIATE")
            for file in files[first : first + MOST]:
                text = file.read_text(encoding="utf-8")
                digest = sha256(text.encode()).hexdigest()
                raw.execute("INSERT INTO source_text VALUES (?, ?)", (digest, text))
                raw.execute("INSERT INTO words (text) VALUES (?)", (text,))
            raw.execute("COMMIT")
        return perf_counter() - start
