"""Tags: a tree of subjects (SKOS concepts) and what carries them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words


class Tag(Base):
    """A subject (skos:Concept): its parent is skos:broader."""

    __tablename__ = "tag"

    id: Mapped[RowId]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("tag.id"), index=True)
    label_en: Mapped[Words]
    label_ru: Mapped[Words]
    colour: Mapped[Words]
    """``#rrggbb``, or empty."""
    scope_note: Mapped[Words]
    position: Mapped[int] = mapped_column(default=0, server_default="0")

    __table_args__ = (
        CheckConstraint("label_en <> '' OR label_ru <> ''", name="has_label"),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="parent_is_another"),
    )


class EntryTag(Base):
    """That an entry is about a subject."""

    __tablename__ = "entry_tag"

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True
    )
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True)

    __table_args__ = (Index(None, "tag_id", "entry_id"),)
