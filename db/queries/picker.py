"""Finding an entry by any of its names, as one types: never a whole table."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.search.words import name_match
from db.terms import EntryKind
from db.text.countries import country_name, find_country
from db.text.folding import fold
from db.text.names import similarity

CANDIDATES = 200
LOOK_ALIKE = 0.82

_FOUND = text(
    "SELECT e.id FROM name_forms f JOIN entry e ON e.id = f.rowid "
    "WHERE name_forms MATCH :match AND e.trashed = 0 AND instr(:kinds, e.kind) LIMIT :limit"
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
    match = name_match(typed)
    if not match:
        return ()
    ids = session.execute(
        _FOUND, {"match": match, "kinds": " ".join(kinds), "limit": CANDIDATES}
    ).scalars()
    found = offers_of(session, list(ids), typed)[:limit]
    if EntryKind.PLACE in kinds:
        found.extend(_country_to_make(found, typed))
    return tuple(found)


def look_alikes(
    session: Session, name: str, kinds: Collection[EntryKind], limit: int = 3
) -> tuple[Found, ...]:
    """Return entries so like a name that it may be one of them, most like first."""
    words = fold(name).split()
    ids: set[int] = set()
    for word in words:
        match = name_match(word[:4])
        if match:
            ids.update(
                session.execute(
                    _FOUND, {"match": match, "kinds": " ".join(kinds), "limit": CANDIDATES}
                ).scalars()
            )
    alike = [
        offer for offer in offers_of(session, sorted(ids), name) if offer.likeness >= LOOK_ALIKE
    ]
    return tuple(alike[:limit])


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
