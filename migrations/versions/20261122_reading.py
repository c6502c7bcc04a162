"""Reading: what was suggested of a source, what was decided on it, and which noise was learnt."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_reading"
down_revision = "20261122_first"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of reading; nothing that is there changes."""
    _create_source_reading()
    _create_decision()
    _create_noise_pattern()


def _create_source_reading() -> None:
    op.create_table(
        "source_reading",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), server_default="", nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("patterns", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_source_reading_source_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", name="pk_source_reading"),
        sqlite_autoincrement=False,
    )


def _create_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "accepted",
                "refused",
                "brought",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_decision_entry_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_decision_source_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.UniqueConstraint("source_id", "key", "line", name="uq_decision_source_id_key_line"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_entry_id", "decision", ["entry_id"], unique=False)


def _create_noise_pattern() -> None:
    op.create_table(
        "noise_pattern",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("learnt_from", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learnt_from"],
            ["source.id"],
            name="fk_noise_pattern_learnt_from",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_noise_pattern"),
        sa.UniqueConstraint("words", name="uq_noise_pattern_words"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_noise_pattern_learnt_from", "noise_pattern", ["learnt_from"], unique=False)
