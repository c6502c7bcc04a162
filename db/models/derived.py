"""Derived tables: rewritten by the write path, edited by nobody, rebuilt by check."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class EntryCountry(Base):
    """That an entry belongs to a country, and how strongly (a ``db.terms.Strength``)."""

    __tablename__ = "entry_country"

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(primary_key=True)
    """ISO 3166-1 alpha-2."""
    strength: Mapped[int]
    kind: Mapped[str]
    trashed: Mapped[bool]
    sort_date: Mapped[str]

    __table_args__ = (Index(None, "code", "kind", "trashed", "sort_date", "entry_id", "strength"),)


class SourceSketch(Base):
    """One hash of a source's sketch, by which nearly equal texts find each other."""

    __tablename__ = "source_sketch"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("source.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[int] = mapped_column(primary_key=True, index=True)
