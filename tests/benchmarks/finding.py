"""Measures finding in a catalogue: lists, words, facets, offers, beside plain SQL."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.engine import connect_raw, dbapi2
from db.queries.counts import entry_counts
from db.queries.facets import facet_counts
from db.queries.lists import first_rows, list_count, list_ids, list_lines
from db.queries.picker import find_entries
from db.queries.sheets import entry_sheet
from db.rows.lists import BEST, ListSpec
from db.terms import EntryKind
from tests.benchmarks.measure import GROWTH, MILLION, Line, by_size, in_turn, line, size_of, timed

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT, sort="date", descending=True)
_PAGE = (
    "SELECT id, kind, reference, title, subtype, state, date_text, body, country_codes, review, "
    "evidence_count, gap_count, conflict_count, created_at, changed_at FROM entry "
    "WHERE kind = 'agreement' AND trashed = 0 ORDER BY sort_date DESC, id DESC LIMIT 50"
)
_RANKED = (
    "SELECT e.id, e.title FROM (SELECT rowid, bm25(entry_words, 8.0, 6.0, 1.0) AS rank "
    "FROM entry_words WHERE entry_words MATCH ? ORDER BY rank LIMIT 50) f "
    "JOIN entry e ON e.id = f.rowid ORDER BY f.rank"
)
_QUERIES = (
    ("a common word", "cooperation"),
    ("a rarer word", "archive"),
    ("two letters", "co"),
    ("four letters", "coop"),
    ("a phrase", '"health cooperation"'),
    ("an exact phrase", '="health cooperation"'),
    ("a name in the other script", "мурад"),
    ("a country and a word", "country:AZ health"),
    ("two countries", "country:AZ country:KZ"),
    ("a range of days", "signed:2021..2022"),
    ("a range of days long ago", "signed:1995-03"),
    ("a tag with narrower ones", "tag:health"),
    ("a body by name", 'body:"Ministry of Health of Azerbaijan"'),
    ("an exclusion", "health -transport"),
    ("what cites another", "cites:A-0012"),
    ("a word that is nowhere", "absquatulate"),
)


def lines(path: Path) -> Iterator[Line]:
    """Measure one catalogue."""
    plain = connect_raw(path, mode="ro")
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        yield from _pages(session, plain)
        size = size_of(path)
        yield from _words(session, size)
        yield from _ranked(session, plain, size)
        yield from _background(session)
        yield from _entries(session)
    plain.close()


def _shown(session: Session, spec: ListSpec) -> Callable[[], object]:
    """Return what brings the first rows of a list and their lines, as the window asks for them."""
    return lambda: list_lines(session, first_rows(session, spec).ids)


def _pages(session: Session, plain: dbapi2.Connection) -> Iterator[Line]:
    ours, floor = in_turn(
        _shown(session, AGREEMENTS), lambda: plain.execute(_PAGE).fetchall(), rounds=200
    )
    yield line(
        "first page of a list",
        ours,
        floor,
        target="≤ 5x, the same at any size",
        most_ratio=5,
        grows=True,
    )
    spine = list_ids(session, AGREEMENTS)
    middle = spine[len(spine) // 2 : len(spine) // 2 + 50]
    marks = ", ".join("?" * 50)
    select = _PAGE.split(" WHERE ", maxsplit=1)[0] + f" WHERE id IN ({marks})"
    ours, floor = in_turn(
        lambda: list_lines(session, middle),
        lambda: plain.execute(select, middle.tolist()).fetchall(),
        rounds=200,
    )
    yield line("a page in the middle", ours, floor, target="≤ 5x", most_ratio=5)


def _words(session: Session, size: int) -> Iterator[Line]:
    for what, query in _QUERIES:
        spec = ListSpec(query=query, sort="date", descending=True)
        found = list_count(session, spec)
        timing = timed(_shown(session, spec))
        one = line(
            f"{what}: `{query}`",
            timing,
            target="≤ 50 ms; 150 at 1 M",
            most=by_size(size, 50, 150),
            grows=True,
        )
        yield replace(one, ours=f"{one.ours}; {found:,} found")


def _ranked(session: Session, plain: dbapi2.Connection, size: int) -> Iterator[Line]:
    for word in ("cooperation", "archive"):
        spec = ListSpec(query=f"{word} ", sort=BEST)
        ours, floor = in_turn(
            _shown(session, spec),
            lambda word=word: plain.execute(_RANKED, (_stem(word),)).fetchall(),
        )
        most, ratio = (None, 1.5) if size < MILLION else (150, None)
        target = "≤ 1.5x; ≤ 150 ms at 1 M"
        told = f"best first: `{word}`"
        yield line(told, ours, floor, target=target, most=most, most_ratio=ratio)


def _stem(word: str) -> str:
    from db.text.stems import stem  # noqa: PLC0415 - loads a stemmer, after the first pages

    return f'"{stem(word)}"'


def _background(session: Session) -> Iterator[Line]:
    everything = ListSpec(sort="date", descending=True)
    common = ListSpec(query="cooperation ", sort="date", descending=True)
    for what, spec in (("all", everything), ("a common word", common)):
        spine = timed(lambda spec=spec: list_ids(session, spec), rounds=5)
        yield line(f"spine of {what}", spine, target="1 s at 1 M", most=1_000)
        facets = timed(lambda spec=spec: facet_counts(session, spec), rounds=5)
        yield line(f"facets of {what}", facets, target="1.5 s at 1 M", most=1_500)
    yield line("counts of the sidebar", timed(lambda: entry_counts(session), rounds=5))


def _entries(session: Session) -> Iterator[Line]:
    for kind in (EntryKind.AGREEMENT, EntryKind.MEETING):
        spine = list_ids(session, ListSpec(kind=kind, sort="added"))
        entry = spine[len(spine) // 2]
        sheet = timed(lambda entry=entry: entry_sheet(session, entry))
        yield line(f"the sheet of one {kind}", sheet, target=GROWTH, grows=True)
    for kind in (EntryKind.PLACE, EntryKind.PERSON):
        first = _first(list_ids(session, ListSpec(kind=kind, sort="added")))
        sheet = timed(lambda first=first: entry_sheet(session, first))
        yield line(f"the sheet of the busiest {kind}", sheet, target=GROWTH, grows=True)
    for typed in ("mi", "mikh", "ministry of h", "мин"):
        kinds = (EntryKind.PERSON, EntryKind.ORGANISATION)
        offers = timed(lambda typed=typed, kinds=kinds: find_entries(session, typed, kinds))
        yield line(f"a picker's offers for “{typed}”", offers, target=GROWTH, grows=True)


def _first(ids: "array[int]") -> int:
    return ids[0]
