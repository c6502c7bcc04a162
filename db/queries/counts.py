"""What the sidebar counts: each sort of count is one query over an index, however many tags."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Function, Select, func, select
from sqlalchemy.orm import Session, aliased

from db.interruption import check_interrupted
from db.models import Entry, EntryTag, Tag
from db.rows.entries import TagRow
from db.terms import EntryKind, ReadingState

_LOOK_EVERY = 4_096
"""Rows of tags carried together, between two looks whether anyone still waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCounts:
    """How many entries of each kind there are, outside the trash, and in the trash and boards."""

    kinds: Mapping[EntryKind, int]
    inbox: int
    trash: int
    conflicts: int
    gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCounts:
    """How many entries outside the trash carry each tag; a tag none carries is missing."""

    own: Mapping[int, int]
    with_narrower: Mapping[int, int]
    """Those that carry it or a narrower tag, each once."""


def entry_counts(session: Session) -> EntryCounts:
    """Count the entries of each kind, the inbox, the trash and the two boards."""
    rows = session.execute(
        select(Entry.kind, Entry.trashed, func.count().label("number")).group_by(
            Entry.kind, Entry.trashed
        )
    ).all()
    here = ~Entry.trashed
    is_new = (Entry.kind == EntryKind.SOURCE, here, Entry.state == ReadingState.INBOX)
    return EntryCounts(
        kinds=dict.fromkeys(EntryKind, 0) | {r.kind: r.number for r in rows if not r.trashed},
        inbox=_number(session, select(func.count()).where(*is_new)),
        trash=sum(row.number for row in rows if row.trashed),
        conflicts=_number(session, select(func.count()).where(here, Entry.conflict_count > 0)),
        gaps=_number(session, select(func.count()).where(here, Entry.gap_count > 0)),
    )


def _number(session: Session, counted: Select[int]) -> int:
    return session.execute(counted).scalar_one()


def trash_mark(session: Session) -> str:
    """Return a text that is another one whenever other entries are in the trash."""
    ids = func.coalesce(func.group_concat(Entry.id, " "), "")
    return session.execute(select(ids).where(Entry.trashed)).scalar_one()


def tag_rows(session: Session) -> tuple[TagRow, ...]:
    """Return all tags, uncounted, parents before children, siblings in order."""
    tree = select(Tag.id, _place(Tag).label("place")).where(Tag.parent_id.is_(None))
    tree = tree.cte("tree", recursive=True)
    below = aliased(Tag)
    place = tree.c.place.op("||")(_place(below))
    tree = tree.union_all(select(below.id, place).where(below.parent_id == tree.c.id))
    rows = session.execute(
        select(Tag.id, Tag.parent_id, Tag.label_en, Tag.label_ru, Tag.colour, Tag.scope_note)
        .join(tree, tree.c.id == Tag.id)
        .order_by(tree.c.place)
    )
    return tuple(TagRow(**row) for row in rows.mappings())


def _place(tag: type[Tag]) -> Function[str]:
    """Return a text that sorts a tag among its siblings, and before all that is below it."""
    return func.printf("%08d.%08d ", tag.position, tag.id)


def tag_counts(session: Session, tags: Iterable[TagRow]) -> TagCounts:
    """Count what carries each tag: all that carry it, less those in the trash.

    Raises:
        Interrupted: nobody waits for the counts any more.
    """
    above: dict[int, tuple[int, ...]] = {}
    for tag in tags:  # broader ones come first
        above[tag.id] = (tag.id, *(above[tag.parent_id] if tag.parent_id is not None else ()))
    own, whole = _carried(session, above, trashed=False)
    less, less_whole = _carried(session, above, trashed=True)
    own.subtract(less)
    whole.subtract(less_whole)
    return TagCounts(own=own, with_narrower=whole)


def _carried(
    session: Session, above: Mapping[int, tuple[int, ...]], *, trashed: bool
) -> tuple[Counter[int], Counter[int]]:
    """Count by the tags that entries carry together: there are fewer of those than entries."""
    of_each = select(func.group_concat(EntryTag.tag_id, " ").label("tags"))
    if trashed:
        of_each = of_each.where(EntryTag.entry_id.in_(select(Entry.id).where(Entry.trashed)))
    together = of_each.group_by(EntryTag.entry_id).subquery()
    rows = session.execute(
        select(together.c.tags, func.count().label("number")).group_by(together.c.tags),
        execution_options={"yield_per": _LOOK_EVERY},
    )
    own, whole = Counter[int](), Counter[int]()
    for number, row in enumerate(rows):
        carried = [int(tag) for tag in row.tags.split()]
        for tag in carried:
            own[tag] += row.number
        for broader in {broader for tag in carried for broader in above[tag]}:
            whole[broader] += row.number
        if number % _LOOK_EVERY == 0:
            check_interrupted(session)
    return own, whole


def carried_count(session: Session, tag: int) -> int:
    """Return how many entries outside the trash carry a tag itself."""
    carried = select(func.count()).select_from(EntryTag).join(Entry, Entry.id == EntryTag.entry_id)
    return _number(session, carried.where(EntryTag.tag_id == tag, ~Entry.trashed))
