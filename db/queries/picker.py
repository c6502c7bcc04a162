"""Finding an entry by any of its names, as one types: never a whole table."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.search.words import apart_from_initials, name_match
from db.terms import EntryKind
from db.text.countries import country_name, find_country
from db.text.folding import fold, words
from db.text.names import similarity, sort_title
from db.text.scripts import transliterate

CANDIDATES = 120
"""So many entries are weighed against each other, however many the index finds."""
LOOK_ALIKE = 0.82
_BEGINNING = 60
"""So many of them have a title that begins with what was typed."""

_TITLED = text(
    "SELECT id FROM entry WHERE kind = :kind AND trashed = 0 AND sort_title >= :typed "
    "AND sort_title < :end ORDER BY sort_title, id LIMIT :limit"
)
_FOUND = text(
    "SELECT e.id FROM name_forms f JOIN entry e ON e.id = f.rowid "
    "WHERE name_forms MATCH :match AND e.trashed = 0 LIMIT :limit"
)
_LIKENESS = 4
"""So many first letters of a word look-alikes share."""

_LOOKED_AT = 500
"""Entries whose names are looked at for initials."""

_ALL_NAMES = (
    "SELECT id, title FROM entry WHERE id IN (SELECT value FROM json_each(?1)) "
    "UNION ALL SELECT entry_id, text FROM name WHERE entry_id IN (SELECT value FROM json_each(?1))"
)
_NAMES = "SELECT entry_id, text FROM name WHERE entry_id IN ({})"
_DETAILS = (
    "SELECT e.id, e.subtype, e.body, e.country_codes, e.date_text FROM entry e WHERE e.id IN ({})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry offered by a picker; without an id it is a country not catalogued yet."""

    ref: EntryRef | None
    title: str
    kind: EntryKind
    matched: str
    """The name it was found by, where that is not the title."""
    subtype: str = ""
    body: str = ""
    country_codes: str = ""
    date_text: str = ""
    country: str = ""
    """ISO 3166-1 code of a country still to be made."""
    likeness: float = 0.0


def find_entries(
    session: Session, typed: str, kinds: Collection[EntryKind], limit: int = 12
) -> tuple[Found, ...]:
    """Return entries whose names hold all that was typed, best first, countries to make last."""
    found = offers_of(session, _candidates(session, typed, kinds), typed)[:limit]
    if EntryKind.PLACE in kinds:
        found.extend(_country_to_make(found, typed))
    return tuple(found)


def look_alikes(
    session: Session, name: str, kinds: Collection[EntryKind], limit: int = 3
) -> tuple[Found, ...]:
    """Return entries so like a name that it may be one of them, most like first."""
    ids: set[int] = set()
    for word in dict.fromkeys(fold(name).split()):
        ids.update(_matching(session, name_match(word[:_LIKENESS], kinds), CANDIDATES))
    alike = [
        offer for offer in offers_of(session, sorted(ids), name) if offer.likeness >= LOOK_ALIKE
    ]
    return tuple(alike[:limit])


def _candidates(session: Session, typed: str, kinds: Collection[EntryKind]) -> list[int]:
    """Return entries that may be meant: titles that begin so, whole words, then beginnings.

    A single letter begins too many words to be looked up but as a title and as an initial.
    """
    ids: dict[int, None] = {}
    for kind in kinds:
        ids.update(dict.fromkeys(_titled(session, typed, kind, _BEGINNING // len(kinds))))
    whole = name_match(typed, kinds, begins=False)
    ids.update(dict.fromkeys(_matching(session, whole, CANDIDATES)))
    if len(fold(typed)) > 1:
        ids.update(dict.fromkeys(_begun(session, typed, kinds)))
    return list(ids)[:CANDIDATES]


def _begun(session: Session, typed: str, kinds: Collection[EntryKind]) -> Sequence[int]:
    """Return entries with names of which words begin with those typed; initials are looked at."""
    longer, initials = apart_from_initials(typed)
    if not initials:
        return _matching(session, name_match(typed, kinds), CANDIDATES)
    found = _matching(session, name_match(longer, kinds, begins=False), _LOOKED_AT)
    if len(found) < _LOOKED_AT:  # who types an initial has mostly typed whole words before
        found = [*found, *_matching(session, name_match(longer, kinds), _LOOKED_AT)]
    rows = session.connection().exec_driver_sql(_ALL_NAMES, (json.dumps(list(found)),))
    wanted = frozenset(_romanised(initial) for initial in initials)
    return list(dict.fromkeys(entry for entry, name in rows if wanted <= _initials_of(name)))


def _initials_of(name: str) -> frozenset[str]:
    """Return the letters with which the words of a name begin, romanised."""
    return frozenset(_romanised(letter) for letter in {word[0] for word in words(name)})


@lru_cache(maxsize=1024)
def _romanised(letter: str) -> str:
    return fold(transliterate(letter))[:1]


def _titled(session: Session, typed: str, kind: EntryKind, limit: int) -> Sequence[int]:
    """Return entries by what their titles are sorted by: people by their family names."""
    wanted = sort_title(typed)
    if not wanted:
        return ()
    end = wanted[:-1] + chr(ord(wanted[-1]) + 1)
    asked = {"kind": kind, "typed": wanted, "end": end, "limit": limit}
    return session.execute(_TITLED, asked).scalars().all()


def _matching(session: Session, match: str, limit: int) -> Sequence[int]:
    if not match:
        return ()
    return session.execute(_FOUND, {"match": match, "limit": limit}).scalars().all()


def offers_of(session: Session, ids: list[int], typed: str) -> list[Found]:
    """Return entries as they are offered for what was typed, best first."""
    if not ids:
        return []
    marks = ", ".join("?" * len(ids))
    connection = session.connection()
    refs = entry_refs(session, ids)
    names: dict[int, list[str]] = {entry: [ref.title] for entry, ref in refs.items()}
    for entry, name in connection.exec_driver_sql(_NAMES.format(marks), tuple(ids)):
        names[entry].append(name)
    details = {
        row.id: row for row in connection.exec_driver_sql(_DETAILS.format(marks), tuple(ids))
    }
    offers: list[Found] = []
    for entry, ref in refs.items():
        likeness, matched = max((similarity(typed, name), name) for name in names[entry])
        detail = details[entry]
        offers.append(
            Found(
                ref=ref,
                title=ref.title,
                kind=ref.kind,
                matched="" if matched == ref.title else matched,
                subtype=detail.subtype,
                body=detail.body,
                country_codes=detail.country_codes,
                date_text=detail.date_text,
                likeness=likeness,
            )
        )
    return sorted(offers, key=lambda offer: (-_rank(offer, typed), offer.title))


def _rank(offer: Found, typed: str) -> float:
    """Put names that begin with what was typed before those that merely hold it."""
    begins = fold(offer.title).startswith(fold(typed))
    return offer.likeness + (1.0 if begins else 0.0)


def _country_to_make(found: list[Found], typed: str) -> list[Found]:
    code = find_country(typed)
    if code is None or any(
        offer.subtype == "country" and offer.country_codes == code for offer in found
    ):
        return []
    name = country_name(code, "en")
    return [Found(ref=None, title=name, kind=EntryKind.PLACE, matched="", country=code)]
