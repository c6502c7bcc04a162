"""Entry, the parent of everything catalogued, and Name, its further forms."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import UNRECORDED, Base, RowId, Words
from db.terms import EntryKind, NameKind, ReviewState

_KEYS = ("sort_title", "sort_date", "changed_at", "evidence_count", "gap_count")
"""What lists of all kinds are sorted by."""
_KEYS_OF_A_KIND = ("state", "subtype", "body", "country_codes", "review")
"""What lists of one kind are sorted by besides."""


class Entry(Base):
    """Anything catalogued (ISAD(G) 3.1, ISAAR(CPF) 5.1): the columns all kinds share.

    The columns marked UNRECORDED are rewritten by the write path after every act. Lists sort and
    filter by them through one covering index each, never by a join: ``(kind, trashed, key, id)``,
    and ``(trashed, key, id)`` for lists of all kinds.
    """

    __tablename__ = "entry"

    id: Mapped[RowId]
    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[EntryKind]
    reference: Mapped[str] = mapped_column(unique=True)
    title: Mapped[Words]
    summary: Mapped[Words]
    note: Mapped[Words]
    review: Mapped[ReviewState] = mapped_column(
        default=ReviewState.DRAFT, server_default=ReviewState.DRAFT
    )
    trashed: Mapped[bool] = mapped_column(default=False, server_default="0")
    created_at: Mapped[datetime]

    version: Mapped[int] = mapped_column(default=0, server_default="0", info=UNRECORDED)
    changed_at: Mapped[datetime] = mapped_column(
        server_default="1970-01-01T00:00:00.000000Z", info=UNRECORDED
    )
    sort_title: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    sort_date: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    date_text: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    subtype: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    state: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    body: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    country_codes: Mapped[str] = mapped_column(default="", server_default="", info=UNRECORDED)
    evidence_count: Mapped[int] = mapped_column(default=0, server_default="0", info=UNRECORDED)
    gap_count: Mapped[int] = mapped_column(default=0, server_default="0", info=UNRECORDED)
    conflict_count: Mapped[int] = mapped_column(default=0, server_default="0", info=UNRECORDED)

    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012 - SQLAlchemy's form
    __table_args__ = (
        UniqueConstraint("id", "kind"),
        *(Index(None, "kind", "trashed", key, "id") for key in (*_KEYS, *_KEYS_OF_A_KIND)),
        *(Index(None, "trashed", key, "id") for key in (*_KEYS, "conflict_count", "kind")),
        Index(None, "kind", "trashed", "id"),
        Index(None, "trashed", "id"),
    )


class Name(Base):
    """A further form of an entry's name (ISAAR(CPF) 5.1.3 to 5.1.5)."""

    __tablename__ = "name"

    id: Mapped[RowId]
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), index=True)
    text: Mapped[Words]
    language: Mapped[Words]
    """ISO 639 code, or empty."""
    script: Mapped[Words]
    """ISO 15924 code, or empty."""
    kind: Mapped[NameKind] = mapped_column(default=NameKind.VARIANT)

    __table_args__ = (UniqueConstraint("entry_id", "text", "kind"),)
