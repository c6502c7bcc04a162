"""Facets: one pass over what a list shows counts every value of every facet.

Each entry has its tokens in one row (``db.derived.facets``). SQL joins those of a block of
neighbouring ids into one text, without Python's lock, and Python counts the words of that text
piece by piece: some milliseconds a block, and between two blocks this may be stopped.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import Select, and_, func, select, true
from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.models import FACET_BLOCK_BITS as BLOCK_BITS
from db.models import Entry, EntryCountry, EntryFacets
from db.queries.among import among
from db.queries.asking import ask
from db.queries.counts import tag_rows
from db.queries.orders import order_of
from db.queries.walks import is_whole
from db.rows.entries import TagRow
from db.rows.facets import Facets, FacetValue
from db.rows.lists import ListSpec
from db.search.sql import Form
from db.terms import EntryKind, Strength
from db.text.folding import fold
from db.text.pieces import pieces_of

FEW = 8_192
"""So many entries are looked up one by one; for more, the whole table is read block by block."""
MOST_BODIES = 500
"""Bodies that are told of, the most frequent."""

_AT_ONCE = 1 << BLOCK_BITS
_SEVERAL = {"c": "country", "g": "stage", "l": "lang"}
STATED = frozenset({EntryKind.SOURCE, EntryKind.MEETING})
"""The kinds whose state the field ``state`` asks for; that of an agreement is its last stage."""


def facet_counts(session: Session, spec: ListSpec) -> Facets:
    """Count the values of all facets in what a list shows.

    Raises:
        Interrupted: nobody waits for the counts any more.
    """
    tokens: Counter[str] = Counter()
    trash = _little_trash(session, spec)
    if trash is None:
        _count(session, _texts(session, shown(session, spec)), tokens.update)
    else:  # to take it off again costs less than to look for it at each entry
        _count(session, _blocks(session, None), tokens.update)
        _count(session, _one_by_one(session, trash), tokens.subtract)
    return _facets(session, +tokens)


def _count(session: Session, texts: Iterable[str], count: Callable[[Iterable[str]], None]) -> None:
    """Count the words of one text while SQLite, which needs no Python, puts the next together."""
    with ThreadPoolExecutor(1) as counter:
        under_way: Future[None] | None = None
        for text in texts:
            if under_way is not None:
                under_way.result()
            check_interrupted(session)
            under_way = counter.submit(_count_words, text, count)
        if under_way is not None:
            under_way.result()


def _count_words(text: str, count: Callable[[Iterable[str]], None]) -> None:
    for piece in pieces_of(text):
        count(piece.split())


def country_codes_in(session: Session, kind: EntryKind) -> dict[str, int]:
    """Return how many entries of a kind belong to each country (ISO 3166-1 alpha-2)."""
    rows = session.execute(
        select(EntryCountry.code, func.count().label("number"))
        .where(
            EntryCountry.kind == kind,
            ~EntryCountry.trashed,
            EntryCountry.strength <= Strength.OF_ITS_PEOPLE,
        )
        .group_by(EntryCountry.code)
    )
    return {row.code: row.number for row in rows}


def _little_trash(session: Session, spec: ListSpec) -> Sequence[int] | None:
    """Return what a list of all entries leaves out; None for another list, or where it is much."""
    if not is_whole(spec) or spec.kind is not None or spec.trashed:
        return None
    ids = session.execute(select(Entry.id).where(Entry.trashed).limit(FEW + 1)).scalars().all()
    return ids if len(ids) <= FEW else None


def _texts(session: Session, listed: Select[int]) -> Iterator[str]:
    """Yield the tokens of a list's entries, in texts of bounded length."""
    few = session.execute(listed.limit(FEW + 1)).scalars().all()
    return _one_by_one(session, few) if len(few) <= FEW else _blocks(session, listed)


def _blocks(session: Session, listed: Select[int] | None) -> Iterator[str]:
    blocks = session.execute(by_block(listed), execution_options={"yield_per": 1})
    yield from blocks.scalars()


def _one_by_one(session: Session, entries: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(entries), _AT_ONCE):
        yield session.execute(one_by_one(entries[start : start + _AT_ONCE])).scalar() or ""


def shown(session: Session, spec: ListSpec) -> Select[int]:
    """Return the entries a list shows, in any order."""
    walk = order_of(replace(spec, sort="reference"))[0].walk.order_by(None)
    return walk if is_whole(spec) else walk.where(ask(session, spec).condition(Form.SET))


def by_block(listed: Select[int] | None) -> Select[str]:
    """Return the tokens of entries, or of all there are, a text for each block they lie in."""
    these = true() if listed is None else EntryFacets.entry_id.in_(listed)
    texts = select(func.group_concat(EntryFacets.words, " "))
    return texts.where(these).group_by(EntryFacets.block)


def one_by_one(entries: Sequence[int]) -> Select[str]:
    """Return the tokens of a few entries in one text."""
    each = func.json_each(json.dumps(list(entries))).table_valued("value")
    place = and_(
        EntryFacets.block == each.c.value.op(">>")(BLOCK_BITS),
        EntryFacets.entry_id == each.c.value,
    )
    found = select(func.group_concat(EntryFacets.words, " "))
    return found.select_from(each).join(EntryFacets, place)


def _facets(session: Session, tokens: Mapping[str, int]) -> Facets:
    counts: dict[str, Counter[str]] = {}
    bodies: Counter[int] = Counter()
    tags: dict[int, int] = {}
    total = 0
    for token, count in tokens.items():
        letter, key = token[0], token[1:]
        if letter == "=":
            total += count
            _add_what_is_once(counts, key, count)
        elif letter == "b":
            bodies[int(key)] = count
        elif letter == "t":
            tags[int(key)] = count
        else:
            counts.setdefault(_SEVERAL[letter], Counter())[key] = count
    values = {name: ranked(name, counter) for name, counter in counts.items()}
    values["body"] = _bodies(session, bodies)
    return Facets(total=total, values=values, tags=_tags(session, tags))


def _add_what_is_once(counts: dict[str, Counter[str]], token: str, count: int) -> None:
    kind, subtype, state, review, year = token.split(",")
    stated = state if kind in STATED else ""
    names = ("kind", "type", "state", "review", "year")
    for name, key in zip(names, (kind, subtype, stated, review, year), strict=True):
        if key:
            counts.setdefault(name, Counter())[key] += count


def ranked(name: str, counter: Counter[str]) -> tuple[FacetValue, ...]:
    """Return counted values the most frequent first, years the latest first."""
    if name == "year":
        pairs = sorted(counter.items(), reverse=True)
    else:
        pairs = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(key=key, count=count) for key, count in pairs)


def _tags(session: Session, counts: Mapping[int, int]) -> tuple[TagRow, ...]:
    if not counts:
        return ()
    return tuple(
        replace(tag, count=counts[tag.id]) for tag in tag_rows(session) if tag.id in counts
    )


def _bodies(session: Session, counts: Counter[int]) -> tuple[FacetValue, ...]:
    """Return bodies by their titles; those that share one by their references."""
    most = dict(counts.most_common(MOST_BODIES))
    columns = (Entry.id, Entry.title, Entry.reference, Entry.country_codes)
    rows = session.execute(select(*columns).where(Entry.id.in_(among(most)))).all()
    bearers = Counter(fold(row.title) for row in rows)
    values = (
        FacetValue(
            key=row.title if bearers[fold(row.title)] == 1 else row.reference,
            count=most[row.id],
            label=row.title,
            reference=row.reference,
            countries=row.country_codes,
        )
        for row in rows
    )
    return tuple(sorted(values, key=lambda value: (-value.count, value.label, value.reference)))
