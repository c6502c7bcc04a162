"""What else may complete what is being typed: tags, publishers, posts and saved searches by label.

There are some hundreds of each, so all are read, however many entries there are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Entry, Post, Tag
from db.queries.saved_searches import saved_searches
from db.rows.saved import SavedSearchRow
from db.terms import EntryKind, PlaceKind
from db.text.folding import fold, words

T = TypeVar("T")

_MOST = 3_000
"""Publishers, posts or tags that are read at most."""

_PUBLISHERS = text(
    "WITH RECURSIVE publisher(name) AS ("
    "SELECT min(body) FROM entry WHERE kind = 'source' AND trashed = 0 AND body > '' "
    "UNION ALL SELECT (SELECT min(body) FROM entry WHERE kind = 'source' AND trashed = 0 "
    "AND body > publisher.name) FROM publisher WHERE publisher.name IS NOT NULL LIMIT :most) "
    "SELECT name FROM publisher WHERE name IS NOT NULL"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLabel:
    """A tag as it is offered."""

    id: int
    label_en: str
    label_ru: str
    colour: str

    def label(self, language: str) -> str:
        """Return the label in a language, or the one there is."""
        first, second = self.label_en, self.label_ru
        return (second or first) if language == "ru" else (first or second)


def complete_tag_label(session: Session, typed: str, limit: int = 12) -> tuple[TagLabel, ...]:
    """Return tags with a label, in either language, in which words begin with what was typed."""
    rows = session.execute(select(Tag.id, Tag.label_en, Tag.label_ru, Tag.colour).limit(_MOST))
    tags = [TagLabel(**row) for row in rows.mappings()]
    return tuple(_best(tags, typed, limit, lambda tag: (tag.label_en, tag.label_ru)))


def tags_by_id(session: Session, ids: Iterable[int]) -> dict[int, TagLabel]:
    """Return the tags of a few ids."""
    rows = session.execute(
        select(Tag.id, Tag.label_en, Tag.label_ru, Tag.colour).where(Tag.id.in_(tuple(ids)))
    )
    return {row["id"]: TagLabel(**row) for row in rows.mappings()}


def complete_publisher(session: Session, typed: str, limit: int = 12) -> tuple[str, ...]:
    """Return publishers of sources in whose name words begin with what was typed."""
    names = session.execute(_PUBLISHERS, {"most": _MOST}).scalars().all()
    return tuple(_best(names, typed, limit, lambda name: (name,)))


def complete_post(
    session: Session, typed: str, language: str = "en", limit: int = 12
) -> tuple[str, ...]:
    """Return posts in whose label words begin with what was typed, in the label's language."""
    rows = session.execute(select(Post.label_en, Post.label_ru).limit(_MOST)).all()
    pairs = [(en, ru) if language != "ru" else (ru, en) for en, ru in rows]
    labels = dict.fromkeys(label for pair in pairs for label in pair if label)
    return tuple(_best(list(labels), typed, limit, lambda label: (label,)))


def known_countries(session: Session) -> frozenset[str]:
    """Return the ISO 3166-1 codes of the countries that are catalogued as places."""
    rows = session.execute(
        select(Entry.country_codes)
        .where(Entry.kind == EntryKind.PLACE, ~Entry.trashed, Entry.subtype == PlaceKind.COUNTRY)
        .limit(_MOST)
    )
    return frozenset(code for (codes,) in rows for code in codes.split())


def complete_search(session: Session, typed: str, limit: int = 12) -> tuple[SavedSearchRow, ...]:
    """Return saved searches in whose name words begin with what was typed."""
    return tuple(_best(saved_searches(session), typed, limit, lambda search: (search.name,)))


def _best(
    things: Iterable[T], typed: str, limit: int, labels: Callable[[T], Iterable[str]]
) -> list[T]:
    """Return things with a label in which each typed word begins one, those that begin so first."""
    wanted, whole = words(typed), fold(typed)
    ranked: list[tuple[bool, int, int, T]] = []
    for place, thing in enumerate(things):
        fitting = [label for label in labels(thing) if label and _fits(words(label), wanted)]
        if fitting:
            begins = any(fold(label).startswith(whole) for label in fitting)
            ranked.append((not begins, min(map(len, fitting)) if wanted else 0, place, thing))
    ranked.sort(key=lambda one: one[:3])
    return [thing for *_rank, thing in ranked[:limit]]


def _fits(held: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in held) for part in wanted)
