"""The record of every act: revisions and the rows they touched."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words
from db.terms import RevisionState


class Revision(Base):
    """One act: when, who, what it is called, and by which program version."""

    __tablename__ = "revision"

    id: Mapped[RowId]
    at: Mapped[datetime]
    who: Mapped[Words]
    act: Mapped[str]
    """A stable key such as ``link.add``; the desktop words it."""
    about: Mapped[Words]
    """The title of what it was done to, for lists of acts."""
    program: Mapped[Words]
    visit: Mapped[Words]
    """Consecutive saves of one field in one visit share this and are one revision."""
    state: Mapped[RevisionState] = mapped_column(default=RevisionState.DONE)
    steps_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), index=True)
    """The act that this undo or redo took back or did again."""

    __table_args__ = (Index(None, "state", "id"),)


class RevisionChange(Base):
    """One touched row: its changed columns before and after, as JSON objects."""

    __tablename__ = "revision_change"

    revision_id: Mapped[int] = mapped_column(
        ForeignKey("revision.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str]
    row_key: Mapped[str]
    """The primary key as a JSON array."""
    before: Mapped[str | None]
    """Empty: the row was made."""
    after: Mapped[str | None]
    """Empty: the row was removed."""


class RevisionEntry(Base):
    """That an act touched an entry, for the entry's history."""

    __tablename__ = "revision_entry"

    entry_id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(
        ForeignKey("revision.id", ondelete="CASCADE"), primary_key=True, index=True
    )
