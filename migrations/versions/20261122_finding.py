"""Finding: the dictionary, exact words and parts of words, facets, saved searches, list orders."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_finding"
down_revision = "20261122_reading"
branch_labels = None
depends_on = None

_ALL_KINDS = (
    "sort_title",
    "sort_date",
    "changed_at",
    "evidence_count",
    "gap_count",
    "conflict_count",
    "kind",
)
_ONE_KIND = ("evidence_count", "gap_count", "body", "country_codes", "review")

_ASKED = (
    ("link", "object_id", "id"),
    ("link", "post_as"),
    ("meeting", "ordinal"),
    ("agreement", "number"),
    ("entry_tag", "tag_id", "entry_id"),
    ("source", "publisher"),
    ("source", "published_earliest", "published_latest"),
    ("stage", "date_earliest", "date_latest", "kind", "agreement_id"),
    ("meeting", "start_earliest", "start_latest", "end_earliest", "end_latest"),
)
"""What queries look up, or read whole where a narrow index is quicker than a wide table."""

_FULL_TEXT = (
    "DROP TABLE entry_words",
    "CREATE VIRTUAL TABLE entry_words USING fts5(title, names, body, content='', "
    "contentless_delete=1, prefix='2 3', tokenize='ascii')",
    # what is written there is folded already: letters, digits and blanks
    "CREATE VIRTUAL TABLE exact_words USING fts5(title, names, body, content='', "
    "contentless_delete=1, tokenize='ascii')",
    "CREATE VIRTUAL TABLE word_parts USING fts5(word, content='', contentless_delete=1, "
    "tokenize='trigram', detail=none)",
)


def upgrade() -> None:
    """Add what finding rests on; the program fills it right after, in the same transaction."""
    for key in _ALL_KINDS:
        op.create_index(f"ix_entry_trashed_{key}_id", "entry", ["trashed", key, "id"])
    for key in _ONE_KIND:
        op.create_index(f"ix_entry_kind_trashed_{key}_id", "entry", ["kind", "trashed", key, "id"])
    op.drop_index("ix_entry_tag_tag_id", "entry_tag")
    # references count up with ids, and as text A-10000 would stand before A-9999
    op.drop_index("ix_entry_kind_trashed_reference_id", "entry")
    op.create_index("ix_entry_kind_trashed_id", "entry", ["kind", "trashed", "id"])
    op.create_index("ix_entry_trashed_id", "entry", ["trashed", "id"])
    for table, *columns in _ASKED:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    _create_index_word()
    _create_entry_facets()
    _create_saved_search()
    for statement in _FULL_TEXT:
        op.execute(statement)


def _create_index_word() -> None:
    op.create_table(
        "index_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("sound", sa.Text(), nullable=False),
        sa.Column("in_names", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_index_word"),
        sa.UniqueConstraint("word", name="uq_index_word_word"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_index_word_sound_stem", "index_word", ["sound", "stem"])
    op.create_index("ix_index_word_stem", "index_word", ["stem"])


def _create_entry_facets() -> None:
    op.create_table(
        "entry_facets",
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("block", "entry_id", name="pk_entry_facets"),
        sqlite_with_rowid=False,
    )


def _create_saved_search() -> None:
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "source",
                "agreement",
                "meeting",
                "person",
                "organisation",
                "place",
                name="entrykind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("sort", sa.Text(), server_default="", nullable=False),
        sa.Column("descending", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_search"),
        sqlite_autoincrement=True,
    )
