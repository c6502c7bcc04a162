"""Measures writing: edits with their history and index, links to the busiest entries, intake."""

import random
from collections.abc import Callable, Generator, Iterator, Mapping
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
from db.commands.links import ensure_link
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
from tests.benchmarks.measure import Line, Timing, in_turn, line, timed

_TEXTS = 200


_FIELDS: Mapping[str, Callable[[int], str]] = {
    "summary": lambda number: f"Summary {number}",
    "title": lambda number: f"Memorandum of cooperation {number}",
    "covers": lambda number: f"{1900 + number % 200}-03",
}
_BUSY = {
    "country": EntryKind.PLACE,
    "body": EntryKind.ORGANISATION,
    "person": EntryKind.PERSON,
}
_BUSIEST = (
    "SELECT object_id FROM link WHERE object_kind = ? GROUP BY object_id "
    "ORDER BY count(*) DESC LIMIT 1"
)


def lines(path: Path) -> Iterator[Line]:
    """Measure one catalogue; it has a few links and edits more afterwards."""
    with Catalogue.open(path, who="Benchmark", program="benchmark") as catalogue:
        edits = _Edits(catalogue)
        with _plain_write(path.parent) as plain:
            ours, floor = in_turn(edits.field("summary"), plain)
        yield _acknowledged("one edit, acknowledged", ours, floor)
        for field in ("title", "covers"):
            yield _acknowledged(f"one edit of {field}", timed(edits.field(field)))
        for name, kind in _BUSY.items():
            yield _acknowledged(f"a link to a busy {name}", timed(edits.link(kind)))
            yield _acknowledged("undo of that", timed(catalogue.undo, rounds=10))
            yield _acknowledged("redo of that", timed(catalogue.redo, rounds=10))
        yield _intake(catalogue)


def _acknowledged(what: str, ours: Timing, floor: Timing | None = None) -> Line:
    return line(what, ours, floor, target="≤ 20 ms", most=20, grows=True)


class _Edits:
    """Gives edits of agreements, each time of another one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        with catalogue.read() as session:
            spec = ListSpec(kind=EntryKind.AGREEMENT, sort="added")
            self._agreements = list_ids(session, spec)
            done = session.scalar(select(func.count(Revision.id))) or 0
            connection = session.connection()
            self._busiest = {
                kind: int(connection.exec_driver_sql(_BUSIEST, (kind,)).scalar_one())
                for kind in _BUSY.values()
            }
        self._turn = count(done)  # other values and links than those of the last run

    def field(self, name: str) -> Callable[[], object]:
        """Give what writes a new value of a field."""

        def run(session: Session) -> None:
            number, entry = self._next()
            set_field(session, entry_id=entry, field=name, value=_FIELDS[name](number))

        return _writing(self._catalogue, run)

    def link(self, kind: EntryKind) -> Callable[[], object]:
        """Give what links another agreement to the entry of a kind that most is linked to."""

        def run(session: Session) -> None:
            _number, entry = self._next()
            spec = LinkSpec(
                kind=LinkKind.BENEFICIARY, subject_id=entry, object_id=self._busiest[kind]
            )
            ensure_link(session, spec=spec)

        return _writing(self._catalogue, run)

    def _next(self) -> tuple[int, int]:
        number = next(self._turn)
        return number, self._agreements[number * 7 % len(self._agreements)]


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
    )


def _add(release: Release, session: Session) -> None:
    add_source(session, release=release)
