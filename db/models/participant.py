"""Person, Organisation and the posts people hold."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words, edtf_columns
from db.models.entry import Entry
from db.terms import EntryKind, OrganisationKind
from db.text.dates import EdtfDate


class Person(Entry):
    """A person (ISAAR(CPF) 5.1.1)."""

    __tablename__ = "person"
    __mapper_args__ = {"polymorphic_identity": EntryKind.PERSON}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    family_name: Mapped[Words]
    given_names: Mapped[Words]
    born: Mapped[EdtfDate | None] = edtf_columns("born")
    died: Mapped[EdtfDate | None] = edtf_columns("died")


class Organisation(Entry):
    """A corporate body (ISAAR(CPF) 5.1.1)."""

    __tablename__ = "organisation"
    __mapper_args__ = {"polymorphic_identity": EntryKind.ORGANISATION}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    organisation_kind: Mapped[OrganisationKind] = mapped_column(default=OrganisationKind.OTHER)


class Post(Base):
    """The authority form of a post (a Position of RiC-CM), labelled in English and Russian."""

    __tablename__ = "post"

    id: Mapped[RowId]
    label_en: Mapped[Words]
    label_ru: Mapped[Words]

    __table_args__ = (UniqueConstraint("label_en", "label_ru"),)
