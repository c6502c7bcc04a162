"""Reading: what was suggested of a source, what was decided on it, and which noise was learnt."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words
from db.terms import Verdict


class SourceReading(Base):
    """When a source was last read, and the keys of what was suggested; outside history."""

    __tablename__ = "source_reading"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("source.id", ondelete="CASCADE"), primary_key=True
    )
    read_at: Mapped[datetime]
    version: Mapped[Words]
    keys: Mapped[str]
    """The keys of the suggestions as a JSON list, in the order of the text."""
    patterns: Mapped[str]
    """The noise patterns that were met, as a JSON list of their words."""


class Decision(Base):
    """A verdict on a suggestion of a source, or on one line of it (``line`` not empty)."""

    __tablename__ = "decision"

    id: Mapped[RowId]
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    key: Mapped[str]
    line: Mapped[Words]
    verdict: Mapped[Verdict]
    entry_id: Mapped[int | None] = mapped_column(
        ForeignKey("entry.id", ondelete="SET NULL"), index=True
    )

    __table_args__ = (UniqueConstraint("source_id", "key", "line"),)


class NoisePattern(Base):
    """A line of page furniture that is passed over in every source: folded, each number ``#``."""

    __tablename__ = "noise_pattern"

    id: Mapped[RowId]
    words: Mapped[str] = mapped_column(unique=True)
    learnt_from: Mapped[int | None] = mapped_column(
        ForeignKey("source.id", ondelete="SET NULL"), index=True
    )
