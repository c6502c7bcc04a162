"""Measures writing: one edit with its history and index, a link to the busiest country, intake."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.commands.links import add_link
from db.commands.sources import add_source
from db.exchange.intake import read_pasted
from db.exchange.release import Release
from db.queries.lists import list_ids
from db.rows.links import LinkSpec
from db.rows.lists import ListSpec
from db.terms import EntryKind, LinkKind
from tests.benchmarks.generator.vocabulary import vocabulary
from tests.benchmarks.measure import Line, line, timed

_TEXTS = 200


def lines(path: Path) -> Iterator[Line]:
    """Measure one catalogue; it is a few entries and edits larger afterwards."""
    with Catalogue.open(path, who="Benchmark", program="benchmark") as catalogue:
        with catalogue.read() as session:
            ids = {kind: list_ids(session, ListSpec(kind=kind, sort="added")) for kind in EntryKind}
        agreements, turn = ids[EntryKind.AGREEMENT], count()

        def edit(session: Session) -> None:
            number = next(turn)
            entry = agreements[number % len(agreements)]
            set_field(session, entry_id=entry, field="summary", value=f"Summary {number}")

        timing = timed(_writing(catalogue, edit))
        yield line("one edit, acknowledged", timing, target="≤ 20 ms", most=20, grows=True)

        def party(session: Session) -> None:
            number = next(turn)
            entry, country = agreements[-1 - number], ids[EntryKind.PLACE][number % 29 + 1]
            spec = LinkSpec(kind=LinkKind.BENEFICIARY, subject_id=entry, object_id=country)
            add_link(session, spec=spec)

        timing = timed(_writing(catalogue, party))
        yield line("a link to a busy country", timing, target="≤ 20 ms", most=20, grows=True)
        undone = timed(catalogue.undo, rounds=10)
        yield line("undo of that", undone, target="≤ 20 ms", most=20, grows=True)
        yield _intake(catalogue)


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
    return Line(
        what="texts of 2,000 characters added, one act each",
        ours=f"{rate:,.0f} a second",
        target="≥ 1,000 a second",
        met=rate >= 1_000,
    )


def _add(release: Release, session: Session) -> None:
    add_source(session, release=release)
