"""Facets: one pass over what a list shows counts every value of every facet.

Each entry has its tokens in one row (``db.derived.facets``). SQL joins those of a block of
neighbouring ids into one text, without Python's lock, and Python counts the words of that text
piece by piece: some milliseconds a block, and between two blocks this may be stopped.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.models import Entry, EntryCountry, EntryFacets
from db.models.search import FACET_BLOCK_BITS as BLOCK_BITS
from db.queries.among import among
from db.queries.asking import ask
from db.queries.counts import tag_rows
from db.queries.lists import list_count
from db.queries.orders import order_of
from db.queries.walks import is_whole
from db.rows.entries import TagRow
from db.rows.facets import Facets, FacetValue
from db.rows.lists import ListSpec
from db.search.editing import with_choice, without_choice
from db.search.sql import Form
from db.terms import EntryKind, Strength
from db.text.folding import fold
from db.text.pieces import pieces_of

FEW = 8_192
"""So many entries are looked up one by one; for more, the whole table is read block by block."""
MOST_BODIES = 500
"""Bodies that are told of, the most frequent."""
MOST_SHARED = 12
"""Titles told of that several bodies bear; each is a count of its own."""

_AT_ONCE = 1 << BLOCK_BITS
_SEVERAL = {"c": "country", "g": "stage", "l": "lang"}
_STATED = frozenset({EntryKind.SOURCE, EntryKind.MEETING})
"""The kinds whose state the field ``state`` asks for; that of an agreement is its last stage."""


def facet_counts(session: Session, spec: ListSpec) -> Facets:
    """Count the values of all facets in what a list shows.

    Raises:
        Interrupted: nobody waits for the counts any more.
    """
    tokens: Counter[str] = Counter()
    for text in _texts(session, spec):
        for piece in pieces_of(text):
            tokens.update(piece.split())
        check_interrupted(session)
    return _facets(session, spec, tokens)


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


def _texts(session: Session, spec: ListSpec) -> Iterator[str]:
    """Yield the tokens of a list's entries, in texts of bounded length."""
    listed = shown(session, spec)
    few = session.execute(listed.limit(FEW + 1)).scalars().all()
    if len(few) > FEW:
        blocks = session.execute(by_block(listed), execution_options={"yield_per": 1})
        yield from blocks.scalars()
        return
    for start in range(0, len(few), _AT_ONCE):
        yield session.execute(one_by_one(few[start : start + _AT_ONCE])).scalar() or ""


def shown(session: Session, spec: ListSpec) -> Select[int]:
    """Return the entries a list shows, in any order."""
    walk = order_of(replace(spec, sort="reference"))[0].walk.order_by(None)
    return walk if is_whole(spec) else walk.where(ask(session, spec).condition(Form.SET))


def by_block(listed: Select[int]) -> Select[str]:
    """Return the tokens of entries, a text for each block they lie in."""
    return (
        select(func.group_concat(EntryFacets.words, " "))
        .where(EntryFacets.entry_id.in_(listed))
        .group_by(EntryFacets.block)
    )


def one_by_one(entries: Sequence[int]) -> Select[str]:
    """Return the tokens of a few entries in one text."""
    each = func.json_each(json.dumps(list(entries))).table_valued("value")
    place = and_(
        EntryFacets.block == each.c.value.op(">>")(BLOCK_BITS),
        EntryFacets.entry_id == each.c.value,
    )
    found = select(func.group_concat(EntryFacets.words, " "))
    return found.select_from(each).join(EntryFacets, place)


def _facets(session: Session, spec: ListSpec, tokens: Mapping[str, int]) -> Facets:
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
    values = {name: _ranked(name, counter) for name, counter in counts.items()}
    values["body"] = _bodies(session, spec, bodies)
    return Facets(total=total, values=values, tags=_tags(session, tags))


def _add_what_is_once(counts: dict[str, Counter[str]], token: str, count: int) -> None:
    kind, subtype, state, review, year = token.split(",")
    stated = state if kind in _STATED else ""
    names = ("kind", "type", "state", "review", "year")
    for name, key in zip(names, (kind, subtype, stated, review, year), strict=True):
        if key:
            counts.setdefault(name, Counter())[key] += count


def _ranked(name: str, counter: Counter[str]) -> tuple[FacetValue, ...]:
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


def _bodies(session: Session, spec: ListSpec, counts: Counter[int]) -> tuple[FacetValue, ...]:
    """Return bodies by their titles; what is asked for is a title, whoever bears it."""
    most = dict(counts.most_common(MOST_BODIES))
    rows = session.execute(select(Entry.id, Entry.title).where(Entry.id.in_(among(most))))
    bearers: dict[str, list[tuple[str, int]]] = {}
    for entry, title in rows:
        bearers.setdefault(fold(title), []).append((title, most[entry]))
    values = [_body(*those[0]) for those in bearers.values() if len(those) == 1]
    shared = [those for those in bearers.values() if len(those) > 1]
    shared.sort(key=lambda those: -max(count for _title, count in those))
    for those in shared[:MOST_SHARED]:
        # an entry may have to do with several of them, and counts once
        check_interrupted(session)
        title = those[0][0]
        values.append(_body(title, list_count(session, _asking(spec, title))))
    return tuple(sorted(values, key=lambda value: (-value.count, value.label)))


def _body(title: str, count: int) -> FacetValue:
    return FacetValue(key=title, label=title, count=count)


def _asking(spec: ListSpec, title: str) -> ListSpec:
    """Return what is left of a list where a body's title is asked for as well."""
    query = without_choice(spec.query, "body", title)
    return replace(spec, query=with_choice(query, "body", title))
