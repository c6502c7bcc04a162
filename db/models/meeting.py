"""Meeting: a session, talks, a visit, a forum."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Words, edtf_columns
from db.models.entry import Entry
from db.terms import EntryKind, MeetingFormat, MeetingKind, Standing
from db.text.dates import EdtfDate


class Meeting(Entry):
    """A gathering held, planned or proposed (an Event of RiC-CM)."""

    __tablename__ = "meeting"
    __mapper_args__ = {"polymorphic_identity": EntryKind.MEETING}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    meeting_kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.TALKS)
    ordinal: Mapped[int | None]
    ordinal_as_written: Mapped[Words]
    start: Mapped[EdtfDate | None] = edtf_columns("start")
    end: Mapped[EdtfDate | None] = edtf_columns("end")
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    place_as_stated: Mapped[Words]
    format: Mapped[MeetingFormat] = mapped_column(default=MeetingFormat.NOT_STATED)
    standing: Mapped[Standing] = mapped_column(default=Standing.HELD)

    __table_args__ = (
        Index(None, "ordinal"),
        Index(None, "start_earliest", "start_latest", "end_earliest", "end_latest"),
    )
