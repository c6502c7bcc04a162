"""The whole catalogue: who there is first, then release after release and what each speaks of."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from db import derived, schema
from db.engine import connect_raw, dbapi2
from db.search import index
from tests.benchmarks.generator.actors import Actors, make_actors
from tests.benchmarks.generator.entries import Entries
from tests.benchmarks.generator.records import Records
from tests.benchmarks.generator.store import Store
from tests.benchmarks.generator.texts import Texts
from tests.benchmarks.generator.vocabulary import vocabulary

_TOPICS = ("health", "transport", "education", "culture", "energy", "agriculture", "finance")
_TOPICS_RU = (
    "здравоохранение", "транспорт", "образование", "культура", "энергетика", "сельское хозяйство",
    "финансы",
)  # fmt: skip
_NARROWER = ("training", "exchange", "standards")
_NARROWER_RU = ("подготовка", "обмен", "стандарты")
_FIRST_DAY = date(1992, 1, 1)
_DAYS = 12_600


def build(path: Path, size: int, *, say: Callable[[str], None] = lambda _words: None) -> None:
    """Write a catalogue of about `size` entries: a third sources, as many agreements and meetings.

    Every derived value and index row is written by the program's own rebuilding.
    """
    schema.create(path)
    raw = connect_raw(path, mode="rw")
    for pragma in ("foreign_keys=OFF", "synchronous=OFF", "journal_mode=WAL", "cache_size=-200000"):
        raw.execute(f"PRAGMA {pragma}")
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        raw.execute("BEGIN IMMEDIATE")
        _write_rows(connection, size)
        say("rows are written")
        derived.rebuild(connection)
        say("derived values are written")
        index.rebuild(connection)
        say("the index is written")
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _write_rows(connection: Connection, size: int) -> None:
    dice = random.Random(size)  # the same catalogue each time
    entries = Entries(Store(connection))
    people, bodies = size * 18 // 100, size * 8 // 100
    actors = make_actors(entries, dice, bodies=max(bodies, 20), people=max(people, 40))
    texts = Texts(entries, dice, {language: vocabulary(language) for language in ("en", "ru")})
    records = Records(entries, texts, actors, dice, _make_tags(entries))
    names = _Names(connection, entries, dice, actors)
    while entries.store.count("entry") < size - 2:
        _one_release(records, names, dice, size)
    entries.finish()


class _Names:
    """The names of people that the texts speak of, read back once they are written."""

    def __init__(
        self, connection: Connection, entries: Entries, dice: random.Random, actors: Actors
    ) -> None:
        entries.store.flush()
        rows = connection.exec_driver_sql(
            "SELECT e.id, e.title, n.text FROM entry e JOIN name n ON n.entry_id = e.id "
            "WHERE e.kind = 'person'"
        ).all()
        self._names = {row.id: {"en": row.title, "ru": row.text} for row in rows}
        self._dice, self._actors = dice, actors

    def some(self, language: str) -> tuple[str, ...]:
        """Return a few names, as a release in a language gives them."""
        people = (self._actors.busy(self._dice, self._actors.people) for _ in range(3))
        return tuple(self._names[person][language] for person in people)


def _one_release(records: Records, names: _Names, dice: random.Random, size: int) -> None:
    store = records.entries.store
    language = "ru" if store.count("source_text") % 2 or dice.random() < 0.5 else "en"
    # what comes in later is mostly, though not always, of a later day
    at = store.count("entry") / size * _DAYS + dice.gauss(0, 400)
    day = (_FIRST_DAY + timedelta(days=int(min(max(at, 0), _DAYS)))).isoformat()
    source, text = records.texts.source(language, day, names.some(language))
    if source % 5:
        records.agreement(language, day, source, text)
    if source % 3:
        records.meeting(language, day, source, text)


def _make_tags(entries: Entries) -> list[int]:
    made: list[int] = []
    for place, (label, russian) in enumerate(zip(_TOPICS, _TOPICS_RU, strict=True)):
        broader = entries.store.add(
            "tag", parent_id=None, label_en=label, label_ru=russian, colour="#4477aa",
            position=place,
        )  # fmt: skip
        made.append(broader)
        made.extend(
            entries.store.add(
                "tag",
                parent_id=broader,
                label_en=f"{label}: {narrower}",
                label_ru=f"{russian}: {in_russian}",
                colour="",
                position=at,
            )
            for at, (narrower, in_russian) in enumerate(zip(_NARROWER, _NARROWER_RU, strict=True))
        )
    return made
