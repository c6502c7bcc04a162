"""Place: a country, region or city."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Words
from db.models.entry import Entry
from db.terms import EntryKind, PlaceKind


class Place(Entry):
    """A place (RiC-CM); a country or region can be a party, a city is only where."""

    __tablename__ = "place"
    __mapper_args__ = {"polymorphic_identity": EntryKind.PLACE}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    place_kind: Mapped[PlaceKind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    code: Mapped[Words] = mapped_column(index=True)
    """ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a region, or empty."""

    __table_args__ = (
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="parent_is_another"),
    )
