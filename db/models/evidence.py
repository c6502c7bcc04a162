"""Passage and Evidence: which words of which source support which value."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words
from db.terms import How, PassageKind

TARGETS = ("entry", "name", "link", "stage", "point", "figure", "quotation")
"""What evidence can be about; each has a foreign key of its own."""

_ONE_TARGET = " + ".join(f"({target}_id IS NOT NULL)" for target in TARGETS) + " = 1"


class Passage(Base):
    """Words of a source; ``first`` and ``last`` count code points, ``last`` is exclusive."""

    __tablename__ = "passage"

    id: Mapped[RowId]
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    first: Mapped[int]
    last: Mapped[int]
    words: Mapped[str]
    language: Mapped[Words]
    kind: Mapped[PassageKind] = mapped_column(default=PassageKind.EVIDENCE)

    __table_args__ = (
        UniqueConstraint("source_id", "first", "last", "kind"),
        CheckConstraint("first >= 0 AND first < last", name="not_empty"),
    )


class Evidence(Base):
    """One claim by one source about one thing (a factoid).

    ``field`` names the field of the target (empty: the thing itself), ``value`` what the source
    says the field is, in the field's own form, and ``as_stated`` the source's own words for it.
    """

    __tablename__ = "evidence"

    id: Mapped[RowId]
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(
        ForeignKey("entry.id", ondelete="CASCADE"), index=True
    )
    name_id: Mapped[int | None] = mapped_column(
        ForeignKey("name.id", ondelete="CASCADE"), index=True
    )
    link_id: Mapped[int | None] = mapped_column(
        ForeignKey("link.id", ondelete="CASCADE"), index=True
    )
    stage_id: Mapped[int | None] = mapped_column(
        ForeignKey("stage.id", ondelete="CASCADE"), index=True
    )
    point_id: Mapped[int | None] = mapped_column(
        ForeignKey("point.id", ondelete="CASCADE"), index=True
    )
    figure_id: Mapped[int | None] = mapped_column(
        ForeignKey("figure.id", ondelete="CASCADE"), index=True
    )
    quotation_id: Mapped[int | None] = mapped_column(
        ForeignKey("quotation.id", ondelete="CASCADE"), index=True
    )
    field: Mapped[Words]
    value: Mapped[Words]
    as_stated: Mapped[Words]
    how: Mapped[How] = mapped_column(default=How.STATED)
    attributed_as: Mapped[Words]
    attributed_to_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    reason: Mapped[Words]

    __table_args__ = (CheckConstraint(_ONE_TARGET, name="one_target"),)


class EvidencePassage(Base):
    """One of the passages a claim stands on; more than one where the words stand apart."""

    __tablename__ = "evidence_passage"

    evidence_id: Mapped[int] = mapped_column(
        ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True
    )
    passage_id: Mapped[int] = mapped_column(
        ForeignKey("passage.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int] = mapped_column(default=0, server_default="0")
