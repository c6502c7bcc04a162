"""What finding rests on: the dictionary of the index, the facets of each entry, saved searches."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, RowId, Words
from db.terms import EntryKind


class IndexWord(Base):
    """A distinct folded word of the full-text index; words stay until the index is rebuilt."""

    __tablename__ = "index_word"

    id: Mapped[RowId]
    word: Mapped[str] = mapped_column(unique=True)
    stem: Mapped[str]
    sound: Mapped[str]
    """How the word sounds in Latin letters (``db.text.scripts.sound_key``), or empty."""
    in_names: Mapped[bool]
    """Whether it stands in a title or a name, and so in ``word_parts`` too."""

    __table_args__ = (Index(None, "sound", "stem"), Index(None, "stem"))


FACET_BLOCK_BITS = 12
"""Entries whose ids differ only in so many low bits lie in one block of facets."""


class EntryFacets(Base):
    """What an entry counts under in the facets, as tokens parted by spaces (``db.derived.facets``).

    Blocks of neighbouring ids let one pass over the table be read in pieces.
    """

    __tablename__ = "entry_facets"

    block: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]

    __table_args__ = ({"sqlite_with_rowid": False},)


class SavedSearch(Base):
    """A search kept under a name, in the order of the sidebar."""

    __tablename__ = "saved_search"

    id: Mapped[RowId]
    name: Mapped[str]
    query: Mapped[Words]
    kind: Mapped[EntryKind | None]
    """The list it is at home in; None: all entries."""
    sort: Mapped[Words]
    descending: Mapped[bool] = mapped_column(default=False, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
