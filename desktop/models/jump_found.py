"""What "Jump to" asks the catalogue: entries, tags and saved searches, and the latest places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from db.queries.completion_labels import (
    TagLabel,
    complete_search,
    complete_tag_label,
    tags_by_id,
)
from db.queries.completions import complete_entry, entries_of
from db.queries.picker import Found
from db.queries.saved_searches import saved_searches
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow
from db.text.folding import fold
from desktop.labels import date_label, heading, plural
from desktop.models.jump_rows import BEGINS, JumpGroup, JumpRow, score_of


@dataclass(frozen=True, slots=True, kw_only=True)
class JumpAnswer:
    """What the catalogue holds that fits; in the order of the question."""

    entries: tuple[Found, ...] = ()
    tags: tuple[TagLabel, ...] = ()
    searches: tuple[SavedSearchRow, ...] = ()


def asked_of(typed: str) -> Callable[[Any], JumpAnswer]:
    """Make the query for what fits words."""
    return lambda session: JumpAnswer(
        entries=complete_entry(session, typed),
        tags=complete_tag_label(session, typed, limit=5),
        searches=complete_search(session, typed, limit=5),
    )


def asked_of_places(keys: Sequence[str]) -> Callable[[Any], JumpAnswer]:
    """Make the query for the latest places, by their keys."""
    entries, tags, searches = (_ids(keys, kind) for kind in ("entry", "tag", "search"))

    def query(session: Any) -> JumpAnswer:  # noqa: ANN401 - a session, which models may not name
        return JumpAnswer(
            entries=entries_of(session, entries),
            tags=tuple(tags_by_id(session, tags).values()),
            searches=tuple(row for row in saved_searches(session) if row.id in searches),
        )

    return query


def found_rows(answer: JumpAnswer, typed: str, language: str) -> list[JumpRow]:
    """Return the rows of an answer."""
    return [
        *(_entry_row(found, typed, language) for found in answer.entries),
        *(_tag_row(tag, typed, language) for tag in answer.tags),
        *(_search_row(search, typed) for search in answer.searches),
    ]


def _entry_row(found: Found, typed: str, language: str) -> JumpRow:
    ref = found.ref
    begins = fold(found.title).startswith(fold(typed))
    is_named = ref is not None and ref.reference.casefold() == typed.strip().casefold()
    return JumpRow(
        group=JumpGroup.ENTRIES,
        key=f"entry:{ref.id if ref else 0}",
        title=found.title,
        detail="  ·  ".join(filter(None, _particulars(found, language))),
        badge=ref.reference if ref else "",
        icon=str(found.kind),
        score=BEGINS * (2 if is_named else 1) if begins or is_named else found.likeness,
        payload=ref.id if ref else 0,
    )


def _particulars(found: Found, language: str) -> tuple[str, ...]:
    countries = " · ".join(found.country_codes.split()[:3])
    return (
        heading(found.kind),
        found.matched,
        date_label(found.date_text, language),
        found.body,
        countries,
    )


def _tag_row(tag: TagLabel, typed: str, language: str) -> JumpRow:
    shown = tag.label(language)
    other = tag.label_ru if shown == tag.label_en else tag.label_en
    return JumpRow(
        group=JumpGroup.TAGS,
        key=f"tag:{tag.id}",
        title=shown,
        detail=other,
        icon="tag",
        colour=tag.colour,
        score=score_of(typed, shown, (other,)),
        payload=ListSpec(tag=tag.id),
    )


def _search_row(search: SavedSearchRow, typed: str) -> JumpRow:
    home = plural(search.kind) if search.kind else ""
    return JumpRow(
        group=JumpGroup.SEARCHES,
        key=f"search:{search.id}",
        title=search.name,
        detail="  ·  ".join(filter(None, (home, search.query))),
        icon="search",
        score=score_of(typed, search.name),
        payload=search.spec(),
    )


def _ids(keys: Sequence[str], kind: str) -> list[int]:
    parts = (key.partition(":") for key in keys)
    return [int(number) for thing, _colon, number in parts if thing == kind and number.isdecimal()]
