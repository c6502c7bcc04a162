"""What an agreement or meeting says: points, figures and quotations."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words, edtf_columns
from db.terms import Bound, FigureState, PointKind, QuotationMode
from db.text.dates import EdtfDate


class Point(Base):
    """One point of an agreement or meeting, in the order of the text."""

    __tablename__ = "point"

    id: Mapped[RowId]
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    kind: Mapped[PointKind] = mapped_column(default=PointKind.SUBJECT)
    wording: Mapped[Words]
    owed_by_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    owed_to_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    due: Mapped[EdtfDate | None] = edtf_columns("due")


class Figure(Base):
    """A number a source gives of an entry or point; a count may list the entries it counts."""

    __tablename__ = "figure"

    id: Mapped[RowId]
    entry_id: Mapped[int | None] = mapped_column(
        ForeignKey("entry.id", ondelete="CASCADE"), index=True
    )
    point_id: Mapped[int | None] = mapped_column(
        ForeignKey("point.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[str]
    """A decimal number as text, so that nothing is rounded."""
    unit: Mapped[Words]
    bound: Mapped[Bound] = mapped_column(default=Bound.EXACT)
    period: Mapped[EdtfDate | None] = edtf_columns("period")
    state: Mapped[FigureState] = mapped_column(default=FigureState.STATED)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    is_count: Mapped[bool] = mapped_column(default=False, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")

    __table_args__ = (
        CheckConstraint("(entry_id IS NOT NULL) + (point_id IS NOT NULL) = 1", name="one_owner"),
    )


class FigureMember(Base):
    """An entry found of those a count promises."""

    __tablename__ = "figure_member"

    figure_id: Mapped[int] = mapped_column(
        ForeignKey("figure.id", ondelete="CASCADE"), primary_key=True
    )
    entry_id: Mapped[int] = mapped_column(
        ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Quotation(Base):
    """Words somebody said, quoted or retold."""

    __tablename__ = "quotation"

    id: Mapped[RowId]
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), index=True)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    speaker_as: Mapped[Words]
    words: Mapped[str]
    mode: Mapped[QuotationMode] = mapped_column(default=QuotationMode.DIRECT)
    position: Mapped[int] = mapped_column(default=0, server_default="0")
