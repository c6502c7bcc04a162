"""What lies outside history: stored bytes and texts, drafts, counters, printed reports."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words


class File(Base):
    """Bytes as they came, written once, known by their SHA-256."""

    __tablename__ = "file"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class SourceText(Base):
    """The text read from a file, written once, known by the SHA-256 of its UTF-8."""

    __tablename__ = "source_text"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class ReferenceCounter(Base):
    """The last number given to a kind of entry; never turned back."""

    __tablename__ = "reference_counter"

    kind: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class Draft(Base):
    """Values typed and not yet saved: kept, but no part of history.

    ``form`` names the form: ``new:agreement:<n>`` for an entry to be, ``entry:<id>`` for one there.
    """

    __tablename__ = "draft"

    id: Mapped[RowId]
    form: Mapped[str]
    field: Mapped[str]
    value: Mapped[Words]
    changed_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("form", "field"),)


class PrintedReport(Base):
    """A report as it was printed: its choices as JSON, its date, its country."""

    __tablename__ = "printed_report"

    id: Mapped[RowId]
    country: Mapped[str] = mapped_column(index=True)
    printed_at: Mapped[datetime]
    revision_id: Mapped[int]
    """The last act the report could know of."""
    choices: Mapped[str]


class PrintedReportEntry(Base):
    """An entry a printed report held, at the version it had."""

    __tablename__ = "printed_report_entry"

    report_id: Mapped[int] = mapped_column(
        ForeignKey("printed_report.id", ondelete="CASCADE"), primary_key=True
    )
    reference: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
