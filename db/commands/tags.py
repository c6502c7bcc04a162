"""Tags: the tree of subjects, and tagging."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, exists, func, insert, literal, select
from sqlalchemy.orm import Session

from db.commands.entries import refuse_missing
from db.errors import Refused
from db.models import Entry, EntryTag, Tag
from db.queries.among import among
from db.text.cleaning import clean_block, clean_line
from db.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TagSpec:
    """A tag to be made or changed; at least one label is needed."""

    label_en: str = ""
    label_ru: str = ""
    parent_id: int | None = None
    colour: str = ""
    scope_note: str = ""


def create_tag(session: Session, *, spec: TagSpec) -> int:
    """Make a tag and return its id.

    Raises:
        Refused: ``tag_needs_label``, ``tag_exists``, ``tag_missing``.
    """
    last = select(func.max(Tag.position)).where(Tag.parent_id.is_not_distinct_from(spec.parent_id))
    tag = Tag(position=(session.execute(last).scalar() or 0) + 1)
    _fill(session, tag, spec)
    session.add(tag)
    session.flush()
    return tag.id


def change_tag(session: Session, *, tag_id: int, spec: TagSpec) -> None:
    """Rename, recolour or move a tag.

    Raises:
        Refused: ``tag_inside_itself`` besides those of ``create_tag``.
    """
    _fill(session, get_tag(session, tag_id), spec)


def remove_tag(session: Session, *, tag_id: int) -> None:
    """Remove a tag from the tree and from all entries; its narrower tags move up."""
    tag = get_tag(session, tag_id)
    for narrower in session.scalars(select(Tag).where(Tag.parent_id == tag_id)):
        narrower.parent_id = tag.parent_id
    session.flush()
    session.delete(tag)


def tag_entries(session: Session, *, entry_ids: Iterable[int], tag_id: int) -> None:
    """Add a tag to entries, in one statement; those that carry it already stay as they are.

    Raises:
        Refused: ``tag_missing``, ``entry_missing``.
    """
    get_tag(session, tag_id)
    ids = frozenset(entry_ids)
    refuse_missing(session, ids)
    carry_it = exists().where(EntryTag.entry_id == Entry.id, EntryTag.tag_id == tag_id)
    others = select(Entry.id, literal(tag_id)).where(Entry.id.in_(among(ids)), ~carry_it)
    session.execute(insert(EntryTag).from_select(["entry_id", "tag_id"], others))


def untag_entries(session: Session, *, entry_ids: Iterable[int], tag_id: int) -> None:
    """Take a tag off entries, in one statement."""
    session.execute(
        delete(EntryTag)
        .where(EntryTag.tag_id == tag_id, EntryTag.entry_id.in_(among(entry_ids)))
        .execution_options(synchronize_session=False)
    )
    session.expire_all()


def get_tag(session: Session, tag_id: int) -> Tag:
    """Return the mapped tag.

    Raises:
        Refused: ``tag_missing``.
    """
    tag = session.get(Tag, tag_id)
    if tag is None:
        raise Refused("tag_missing")
    return tag


def _fill(session: Session, tag: Tag, spec: TagSpec) -> None:
    label_en, label_ru = clean_line(spec.label_en), clean_line(spec.label_ru)
    if not (label_en or label_ru):
        raise Refused("tag_needs_label")
    with session.no_autoflush:
        _refuse_circle(session, tag, spec.parent_id)
        _refuse_double(session, tag, spec.parent_id, (label_en, label_ru))
    tag.label_en, tag.label_ru, tag.parent_id = label_en, label_ru, spec.parent_id
    tag.colour, tag.scope_note = spec.colour, clean_block(spec.scope_note)


def _refuse_circle(session: Session, tag: Tag, parent_id: int | None) -> None:
    above = parent_id
    while above is not None:
        if above == tag.id:
            raise Refused("tag_inside_itself")
        above = get_tag(session, above).parent_id


def _refuse_double(
    session: Session, tag: Tag, parent_id: int | None, labels: tuple[str, str]
) -> None:
    wanted = {fold(label) for label in labels if label}
    siblings = select(Tag).where(Tag.parent_id.is_not_distinct_from(parent_id))
    for other in session.scalars(siblings):
        if other is not tag and wanted & {fold(other.label_en), fold(other.label_ru)} - {""}:
            raise Refused("tag_exists", label=labels[0] or labels[1])
