"""Which suggestions the catalogue knows already: the same entry, across scripts and word orders."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Place
from db.queries.picker import Found, offers_of
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.rows.suggestions import LineKind, Suggestion
from db.search.words import name_match
from db.terms import EntryKind, LinkKind, PlaceKind
from db.text.folding import fold
from db.text.ministries import portfolio, words_of_portfolio
from db.text.names import similarity, split_name
from db.text.scripts import transliterate

SAME = 0.93
LIKE = 0.84
_BY_INITIAL = 0.9
_CANDIDATES = 60
_QUALIFIER = re.compile(r"\s*\([^()]*\)$")
_COMPARED_DATE = 10

_FOUND = text(
    "SELECT e.id FROM name_forms f JOIN entry e ON e.id = f.rowid "
    "WHERE name_forms MATCH :match AND e.trashed = 0 AND e.kind = :kind LIMIT :limit"
)


def with_known(session: Session, suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the suggestions, each with the entry that it is, or is like, where there is one.

    ``likeness`` of at least ``SAME`` means the names are the same; below, it is only like it.
    """
    by_key = {one.key: one for one in suggestions}
    return tuple(_known(session, one, by_key) for one in suggestions)


def _known(session: Session, one: Suggestion, by_key: Mapping[str, Suggestion]) -> Suggestion:
    if one.kind == EntryKind.SOURCE:
        return one
    if one.code:
        return _with(one, _country(session, one.code), 1.0)
    codes = _codes(one, by_key)
    best: tuple[float, EntryRef | None] = (0.0, None)
    for offer in _candidates(session, one):
        likeness = _likeness(one, offer, codes)
        if likeness > best[0]:
            best = likeness, offer.ref
    return _with(one, best[1], best[0]) if best[0] >= LIKE else one


def _with(one: Suggestion, ref: EntryRef | None, likeness: float) -> Suggestion:
    if ref is None:
        return one
    return replace(
        one,
        entry_id=ref.id,
        entry_title=ref.title,
        entry_reference=ref.reference,
        likeness=likeness,
    )


def _country(session: Session, code: str) -> EntryRef | None:
    found = session.execute(
        select(Place.id).where(
            Place.code == code, Place.place_kind == PlaceKind.COUNTRY, ~Place.trashed
        )
    ).scalar()
    return entry_refs(session, [found])[found] if found is not None else None


def _codes(one: Suggestion, by_key: Mapping[str, Suggestion]) -> frozenset[str]:
    """Return the countries a suggestion is of: its own, its parties', its bodies'."""
    codes: set[str] = set()
    for line in one.lines:
        if line.kind != LineKind.LINK or line.name not in {LinkKind.OF_COUNTRY, LinkKind.PARTY}:
            continue
        other = by_key.get(line.other)
        if other is not None:
            codes |= {other.code} if other.code else _codes_of_body(other, by_key)
    return frozenset(codes)


def _codes_of_body(body: Suggestion, by_key: Mapping[str, Suggestion]) -> set[str]:
    ends = (by_key.get(line.other) for line in body.lines if line.name == LinkKind.OF_COUNTRY)
    return {end.code for end in ends if end is not None and end.code}


def _candidates(session: Session, one: Suggestion) -> list[Found]:
    ids: dict[int, None] = {}
    for match in _matches(one):
        found = session.execute(
            _FOUND, {"match": match, "kind": one.kind, "limit": _CANDIDATES}
        ).scalars()
        ids.update(dict.fromkeys(found))
    return offers_of(session, list(ids), _bare(one.title))


def _matches(one: Suggestion) -> Iterable[str]:
    """Return the expressions by which the index may find an entry, the narrowest first."""
    names = [_bare(one.title), *(line.value for line in one.lines if line.kind == LineKind.NAME)]
    if one.kind == EntryKind.PERSON:
        given, family = split_name(one.title)
        names.append(" ".join(filter(None, (given.split(" ")[0][:1], family))))
    ministry = portfolio(one.title)
    if ministry:
        names.extend(words_of_portfolio(ministry))
    return list(dict.fromkeys(match for name in names if (match := name_match(name, (one.kind,)))))


def _bare(title: str) -> str:
    return _QUALIFIER.sub("", title)


def _likeness(one: Suggestion, offer: Found, codes: frozenset[str]) -> float:
    judge = _JUDGES.get(one.kind)
    if judge is None:
        return 0.0
    theirs = frozenset(offer.country_codes.split())
    if one.kind != EntryKind.PERSON and codes and theirs and not codes & theirs:
        return 0.0
    return judge(one, offer)


def _person(one: Suggestion, offer: Found) -> float:
    if offer.likeness >= SAME:
        return offer.likeness
    mine, theirs = (split_name(name) for name in (one.title, offer.matched or offer.title))
    if similarity(mine[1], theirs[1]) < SAME:
        return 0.0
    return _BY_INITIAL if _same_initial(mine[0], theirs[0]) else offer.likeness


def _same_initial(mine: str, theirs: str) -> bool:
    """Tell whether one given name is only the initial of the other, in either script."""
    a, b = (fold(transliterate(given)).replace(".", " ").split()[:1] for given in (mine, theirs))
    return bool(a and b) and min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0]


def _body(one: Suggestion, offer: Found) -> float:
    names = [_bare(one.title), *(line.value for line in one.lines if line.kind == LineKind.NAME)]
    theirs = [_bare(offer.title), *([offer.matched] if offer.matched else [])]
    if any(fold(mine) == fold(other) for mine in names for other in theirs):
        return 1.0
    ministry = portfolio(one.title)
    if ministry:
        return SAME if any(portfolio(other) == ministry for other in theirs) else 0.0
    return offer.likeness


def _record(one: Suggestion, offer: Found) -> float:
    """Judge an agreement or meeting: by its title, unless the dates differ."""
    mine = next(
        (
            line.value
            for line in one.lines
            if line.kind == LineKind.STAGE or line.name == "start"
            if line.value
        ),
        "",
    )
    theirs = offer.date_text[:_COMPARED_DATE]
    if mine and theirs and not (mine.startswith(theirs) or theirs.startswith(mine)):
        return 0.0
    likeness = offer.likeness
    return likeness if mine and theirs else min(likeness, SAME - 0.01)


_JUDGES: Mapping[EntryKind, Callable[[Suggestion, Found], float]] = {
    EntryKind.PERSON: _person,
    EntryKind.ORGANISATION: _body,
    EntryKind.PLACE: lambda one, offer: 1.0 if fold(one.title) == fold(offer.title) else 0.0,
    EntryKind.AGREEMENT: _record,
    EntryKind.MEETING: _record,
}
