"""Measures writing: one edit with its history and index, a link to the busiest country, intake."""

import random
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.commands.links import add_link
from db.commands.sources import add_source
from db.engine import connect_raw
from db.exchange.intake import read_pasted
from db.exchange.release import Release
from db.models import Revision
from db.queries.lists import list_ids
from db.rows.links import LinkSpec
from db.rows.lists import ListSpec
from db.terms import EntryKind, LinkKind
from tests.benchmarks.generator.vocabulary import vocabulary
from tests.benchmarks.measure import Line, in_turn, line, timed

_TEXTS = 200


def lines(path: Path) -> Iterator[Line]:
    """Measure one catalogue; it has a few links and edits more afterwards."""
    with Catalogue.open(path, who="Benchmark", program="benchmark") as catalogue:
        with catalogue.read() as session:
            ids = {kind: list_ids(session, ListSpec(kind=kind, sort="added")) for kind in EntryKind}
            done = session.scalar(select(func.count(Revision.id))) or 0
        agreements = ids[EntryKind.AGREEMENT]
        turn = count(done)  # other values and links than those of the last run

        def edit(session: Session) -> None:
            number = next(turn)
            entry = agreements[number % len(agreements)]
            set_field(session, entry_id=entry, field="summary", value=f"Summary {number}")

        with _plain_write(path.parent) as plain:
            ours, floor = in_turn(_writing(catalogue, edit), plain)
        yield line("one edit, acknowledged", ours, floor, target="≤ 20 ms", most=20, grows=True)

        def party(session: Session) -> None:
            number = next(turn)
            entry = agreements[-1 - number % len(agreements)]
            country = ids[EntryKind.PLACE][number % 29 + 1]
            spec = LinkSpec(kind=LinkKind.BENEFICIARY, subject_id=entry, object_id=country)
            add_link(session, spec=spec)

        timing = timed(_writing(catalogue, party))
        yield line("a link to a busy country", timing, target="≤ 20 ms", most=20, grows=True)
        undone = timed(catalogue.undo, rounds=10)
        yield line("undo of that", undone, target="≤ 20 ms", most=20, grows=True)
        yield _intake(catalogue)


@contextmanager
def _plain_write(folder: Path) -> Generator[Callable[[], object]]:
    """Give what writes one row safely into a file of its own on the same disk."""
    with TemporaryDirectory(dir=folder) as name:
        raw = connect_raw(Path(name) / "plain.db", mode="rwc")
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, words TEXT)")
        # outside a transaction each statement is one, and is on the disk when it returns
        yield lambda: raw.execute("INSERT INTO record (words) VALUES ('a summary')")
        raw.close()


def _writing(catalogue: Catalogue, run: Callable[[Session], None]) -> Callable[[], object]:
    return lambda: catalogue.write(Act(key="entry.set", run=run))


def _intake(catalogue: Catalogue) -> Line:
    """Take texts in as the command ``add`` does: decoded, hashed, compared, indexed."""
    dice, words = random.Random(1), vocabulary("en")
    texts = [" ".join(words.draw(dice, 260)) for _ in range(_TEXTS)]
    start = perf_counter()
    for text in texts:
        draft = read_pasted(text)
        catalogue.write(Act(key="source.add", run=partial(_add, draft)))
    rate = _TEXTS / (perf_counter() - start)
    for _ in texts:  # the catalogue is to keep its size
        catalogue.undo()
    return Line(
        what="texts of 2,000 characters added, one act each",
        ours=f"{rate:,.0f} a second",
        target="≥ 1,000 a second",
        met=rate >= 1_000,
    )


def _add(release: Release, session: Session) -> None:
    add_source(session, release=release)
