"""Agreement and the stages of its life."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words, edtf_columns
from db.models.entry import Entry
from db.terms import AgreementType, EntryKind, StageKind
from db.text.dates import EdtfDate


class Agreement(Entry):
    """An instrument between parties: both a record and a rule (RiC-CM)."""

    __tablename__ = "agreement"
    __mapper_args__ = {"polymorphic_identity": EntryKind.AGREEMENT}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    agreement_type: Mapped[AgreementType] = mapped_column(default=AgreementType.AGREEMENT)
    number: Mapped[Words]
    covers: Mapped[EdtfDate | None] = edtf_columns("covers")
    authentic_languages: Mapped[Words]
    """ISO 639 codes, space-separated."""

    __table_args__ = (Index(None, "number"),)


class Stage(Base):
    """One act in an agreement's life, with an order of its own for undated ones."""

    __tablename__ = "stage"

    id: Mapped[RowId]
    agreement_id: Mapped[int] = mapped_column(
        ForeignKey("agreement.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[StageKind]
    date: Mapped[EdtfDate | None] = edtf_columns("date")
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    """Whose act it is; empty: of all."""
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    note: Mapped[Words]

    __table_args__ = (
        UniqueConstraint("id", "agreement_id"),
        Index(None, "date_earliest", "date_latest", "kind", "agreement_id"),
    )
