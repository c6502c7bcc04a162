"""The tag tree, its counts, and completion."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Entry, EntryTag, Tag
from db.queries.among import among
from db.rows.entries import TagRow
from db.text.folding import fold, words


def tag_tree(session: Session) -> tuple[TagRow, ...]:
    """Return all tags with their counts, parents before children, siblings in order."""
    counted = (
        select(EntryTag.tag_id, func.count().label("count"))
        .join(Entry, Entry.id == EntryTag.entry_id)
        .where(~Entry.trashed)
        .group_by(EntryTag.tag_id)
        .subquery()
    )
    rows = session.execute(
        select(
            Tag.id,
            Tag.parent_id,
            Tag.label_en,
            Tag.label_ru,
            Tag.colour,
            Tag.scope_note,
            func.coalesce(counted.c.count, 0).label("count"),
        )
        .outerjoin(counted, counted.c.tag_id == Tag.id)
        .order_by(Tag.position, Tag.id)
    )
    return _parents_first([TagRow(**row) for row in rows.mappings()])


def _parents_first(tags: Sequence[TagRow]) -> tuple[TagRow, ...]:
    below: dict[int | None, list[TagRow]] = {}
    for tag in tags:
        below.setdefault(tag.parent_id, []).append(tag)
    ordered: list[TagRow] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        tag = waiting.pop()
        ordered.append(tag)
        waiting.extend(reversed(below.get(tag.id, [])))
    return tuple(ordered)


def with_narrower(session: Session, tags: Sequence[int]) -> set[int]:
    """Return tags with all tags below them."""
    below = select(Tag.id).where(Tag.id.in_(tags)).cte("below", recursive=True)
    below = below.union(select(Tag.id).where(Tag.parent_id == below.c.id))
    return set(session.execute(select(below.c.id)).scalars())


def complete_tag(session: Session, typed: str, limit: int = 8) -> tuple[TagRow, ...]:
    """Return tags with a label in which a word begins with what was typed, most used first."""
    wanted = fold(typed)
    found = [tag for tag in tag_tree(session) if _begins(tag, wanted)]
    found.sort(key=lambda tag: (not fold(tag.label_en).startswith(wanted), -tag.count))
    return tuple(found[:limit])


def _begins(tag: TagRow, wanted: str) -> bool:
    for label in (tag.label_en, tag.label_ru):
        folded = fold(label)
        if folded.startswith(wanted) or any(word.startswith(wanted) for word in words(label)):
            return True
    return False


def tags_of_all(session: Session, entry_ids: Sequence[int]) -> dict[int, int]:
    """Return how many of the entries carry each tag that any of them carries."""
    rows = session.execute(
        select(EntryTag.tag_id, func.count().label("number"))
        .where(EntryTag.entry_id.in_(among(entry_ids)))
        .group_by(EntryTag.tag_id)
    )
    return {row.tag_id: row.number for row in rows}


def tag_labels(session: Session, tags: Iterable[int]) -> dict[int, str]:
    """Return what tags are called, in both languages where they have a label in both."""
    rows = session.execute(
        select(Tag.id, Tag.label_en, Tag.label_ru).where(Tag.id.in_(among(tags)))
    )
    return {row.id: " / ".join(filter(None, (row.label_en, row.label_ru))) for row in rows}


def tagged_count(session: Session, *, tag_id: int) -> int:
    """Return how many entries carry a tag, those in the trash too."""
    return session.execute(select(func.count()).where(EntryTag.tag_id == tag_id)).scalar_one()
