"""What may complete what is being typed: entries, by any of their names or by their reference.

Every look-up is bounded: it reads no more of a catalogue of a million entries than of a small one.
"""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Entry
from db.queries.picker import Found, offers_of
from db.search.words import apart_from_initials, name_match
from db.terms import REFERENCE_LETTERS, EntryKind
from db.text.folding import fold, words
from db.text.names import sort_title
from db.text.scripts import transliterate

_REFERENCE = re.compile(r"\s*([A-Za-z])[-–‑ ]?(\d+)\s*")
_LETTER = re.compile(r"\s*([A-Za-z])-?\s*")
_LIKE = 0.6
_CANDIDATES = 60
"""Entries that are compared with what was typed, from each place where they are looked up."""
_LAST = "\U0010ffff"
"""Sorts after whatever may follow."""
_HOLDING = text(
    "SELECT e.id FROM name_forms f CROSS JOIN entry e ON e.id = f.rowid "
    "WHERE name_forms MATCH :match AND e.trashed = 0 ORDER BY f.rowid DESC LIMIT :limit"
)


def complete_entry(
    session: Session, typed: str, kinds: Collection[EntryKind] = (), limit: int = 12
) -> tuple[Found, ...]:
    """Return entries with a name that holds all that was typed, or their reference, best first.

    No kinds are all kinds. Names that begin with what was typed come before those that hold it.
    """
    of = tuple(kinds) or tuple(EntryKind)
    ids = dict.fromkeys(
        (
            *_by_reference(session, _references(typed, of)),
            *_beginning(session, typed, of),
            *_holding(session, typed, of),
        )
    )
    exact = _reference_of(typed)
    offers = [
        offer
        for offer in offers_of(session, list(ids), typed)
        if _is_there(offer) and (exact or _is_meant(offer, typed))
    ]
    offers.sort(key=lambda offer: offer.ref is None or offer.ref.reference != exact)
    return tuple(offers[:limit])


def entries_of(session: Session, ids: Sequence[int]) -> tuple[Found, ...]:
    """Return entries of these ids as they are offered, in this order, but not from the trash."""
    offers = {
        offer.ref.id: offer
        for offer in offers_of(session, list(ids), "")
        if offer.ref is not None and _is_there(offer)
    }
    return tuple(offers[entry] for entry in ids if entry in offers)


def complete_reference(session: Session, typed: str, limit: int = 12) -> tuple[Found, ...]:
    """Return entries whose reference begins with what was typed, ``a-12`` for A-0012 too."""
    letter = _LETTER.fullmatch(typed)
    firsts = (f"{letter[1].upper()}-",) if letter else _references(typed, tuple(EntryKind))
    ids = _by_reference(session, firsts)
    offers = [offer for offer in offers_of(session, ids, typed) if _is_there(offer)]
    offers.sort(key=lambda offer: offer.ref.reference if offer.ref is not None else "")
    return tuple(offers[:limit])


def _is_there(offer: Found) -> bool:
    return offer.ref is not None and not offer.ref.trashed


def _is_meant(offer: Found, typed: str) -> bool:
    """Tell whether words of a name begin with those typed, or it is much like them.

    The index also finds what half a word may only sound like.
    """
    wanted = words(transliterate(typed))
    for name in (offer.title, offer.matched):
        held = words(transliterate(name))
        if all(any(word.startswith(part) for word in held) for part in wanted):
            return True
    return offer.likeness >= _LIKE


def _beginning(session: Session, typed: str, kinds: Sequence[EntryKind]) -> list[int]:
    """Return entries whose sort title begins with what was typed: a range of an index a kind."""
    first = sort_title(typed)
    if not first:
        return []
    found: list[int] = []
    for kind in kinds:
        found += session.execute(
            select(Entry.id)
            .where(
                Entry.kind == kind,
                ~Entry.trashed,
                Entry.sort_title >= first,
                Entry.sort_title < first + _LAST,
            )
            .order_by(Entry.sort_title, Entry.id)
            .limit(_CANDIDATES // len(kinds))
        ).scalars()
    return found


def _holding(session: Session, typed: str, kinds: Sequence[EntryKind]) -> Sequence[int]:
    """Return entries with a name that holds all the words typed, the latest first."""
    asked, _initials = apart_from_initials(typed)  # what lacks them is not meant (`_is_meant`)
    match = name_match(asked, () if len(kinds) == len(EntryKind) else kinds)
    if not match or len(fold(asked)) < 2:
        return ()
    return session.execute(_HOLDING, {"match": match, "limit": _CANDIDATES}).scalars().all()


def _by_reference(session: Session, firsts: Sequence[str]) -> list[int]:
    found: list[int] = []
    for first in firsts:
        found += session.execute(
            select(Entry.id)
            .where(Entry.reference >= first, Entry.reference < first + _LAST)
            .order_by(Entry.reference)
            .limit(_CANDIDATES // 4)
        ).scalars()
    return list(dict.fromkeys(found))


def _references(typed: str, kinds: Sequence[EntryKind]) -> tuple[str, ...]:
    """Return what references may begin with: as typed, and filled up with noughts."""
    exact = _reference_of(typed)
    if not exact or exact[0] not in {REFERENCE_LETTERS[kind] for kind in kinds}:
        return ()
    return tuple(dict.fromkeys((exact, typed.strip().upper())))


def _reference_of(typed: str) -> str:
    """Return the reference that ``a-12`` or ``A12`` means, A-0012; empty for other words."""
    found = _REFERENCE.fullmatch(typed)
    return f"{found[1].upper()}-{found[2].zfill(4)}" if found else ""
