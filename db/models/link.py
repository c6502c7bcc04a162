"""Link: how one entry stands to another, and the rules that say which ends may meet."""

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.base import UNRECORDED, Base, RowId, Words, edtf_columns
from db.terms import Mode, Presence
from db.text.dates import EdtfDate

_SAME_LINK = (
    "kind || '|' || subject_id || '|' || coalesce(object_id, 'words:' || named_as) || '|' || "
    "coalesce(on_behalf_of_id, 0) || '|' || coalesce(stage_id, 0) || '|' || "
    "post_as || '|' || coalesce(since, '')"
)


class LinkRule(Base):
    """Which kinds of entry a kind of link may join, and what it is called from both ends."""

    __tablename__ = "link_rule"

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject_kind: Mapped[str] = mapped_column(primary_key=True)
    object_kind: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    symmetric: Mapped[bool]
    label_en: Mapped[str]
    label_ru: Mapped[str]
    inverse_en: Mapped[str]
    inverse_ru: Mapped[str]


class Link(Base):
    """A relation with its own data (a Relation of RiC-CM): one table for all kinds.

    The link carries the kinds of its ends, and composite foreign keys hold them to the entries and
    to the rules, so that no path can store nonsense. ``object_id`` is empty where the source names
    the other end only in words; ``object_kind`` then says what those words name.
    """

    __tablename__ = "link"

    id: Mapped[RowId]
    kind: Mapped[str]
    subject_id: Mapped[int]
    subject_kind: Mapped[str]
    object_id: Mapped[int | None]
    object_kind: Mapped[str]
    on_behalf_of_id: Mapped[int | None]
    on_behalf_of_kind: Mapped[str | None]
    stage_id: Mapped[int | None]
    named_as: Mapped[Words]
    post_as: Mapped[Words]
    post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"), index=True)
    acting: Mapped[bool] = mapped_column(default=False, server_default="0")
    presence: Mapped[Presence] = mapped_column(default=Presence.NAMED)
    number: Mapped[int | None]
    """How many, where the source tells it of a group."""
    mode: Mapped[Mode] = mapped_column(default=Mode.NOT_STATED)
    since: Mapped[EdtfDate | None] = edtf_columns("since")
    until: Mapped[EdtfDate | None] = edtf_columns("until")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    note: Mapped[Words]
    identity: Mapped[str] = mapped_column(
        Text, Computed(_SAME_LINK, persisted=False), info=UNRECORDED
    )
    """What makes two links the same; doubles are refused by its unique index."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["kind", "subject_kind", "object_kind"],
            ["link_rule.kind", "link_rule.subject_kind", "link_rule.object_kind"],
        ),
        ForeignKeyConstraint(
            ["subject_id", "subject_kind"], ["entry.id", "entry.kind"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["object_id", "object_kind"], ["entry.id", "entry.kind"]),
        ForeignKeyConstraint(["on_behalf_of_id", "on_behalf_of_kind"], ["entry.id", "entry.kind"]),
        ForeignKeyConstraint(
            ["stage_id", "subject_id"], ["stage.id", "stage.agreement_id"], ondelete="CASCADE"
        ),
        CheckConstraint("object_id IS NULL OR object_id <> subject_id", name="ends_differ"),
        CheckConstraint("object_id IS NOT NULL OR named_as <> ''", name="object_or_words"),
        CheckConstraint(
            "on_behalf_of_kind IN ('organisation', 'place')", name="on_behalf_of_body_or_place"
        ),
        CheckConstraint(
            "(on_behalf_of_id IS NULL) = (on_behalf_of_kind IS NULL)", name="on_behalf_of_whole"
        ),
        Index("uq_link_identity", "identity", unique=True),
        Index(None, "subject_id", "kind", "position"),
        Index(None, "object_id", "kind"),
        Index(None, "object_id", "id"),
        Index(None, "post_as"),
        Index(None, "on_behalf_of_id"),
        Index(None, "stage_id"),
    )
