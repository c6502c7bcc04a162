"""Source: a release with its original, its decoding and its text kept apart."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Words, edtf_columns
from db.models.entry import Entry
from db.terms import EntryKind, ReadingState, SourceKind
from db.text.dates import EdtfDate


class Source(Entry):
    """A text that came in (ISAD(G) 3.2, 3.4)."""

    __tablename__ = "source"
    __mapper_args__ = {"polymorphic_identity": EntryKind.SOURCE}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    source_kind: Mapped[SourceKind] = mapped_column(default=SourceKind.PRESS_RELEASE)
    publisher: Mapped[Words]
    byline: Mapped[Words]
    published: Mapped[EdtfDate | None] = edtf_columns("published")
    received: Mapped[EdtfDate | None] = edtf_columns("received")
    languages: Mapped[Words]
    """ISO 639 codes, space-separated."""
    address: Mapped[Words]
    reading_state: Mapped[ReadingState] = mapped_column(default=ReadingState.INBOX)

    file_sha256: Mapped[str | None] = mapped_column(ForeignKey("file.sha256"), index=True)
    file_name: Mapped[Words]
    format: Mapped[Words]
    encoding: Mapped[Words]
    reader: Mapped[Words]
    reader_version: Mapped[Words]
    text_sha256: Mapped[str | None] = mapped_column(ForeignKey("source_text.sha256"), index=True)

    __table_args__ = (
        Index(None, "publisher"),
        Index(None, "published_earliest", "published_latest"),
    )
