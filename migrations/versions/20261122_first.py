"""The first schema: entries of six kinds, links, evidence, tags, history, full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_first"
down_revision = None
branch_labels = None
depends_on = None

_PARTICIPANT = "person organisation place"

# kind, kinds of subject, kinds of object, label from the subject in English and Russian, and from
# the object in English and Russian
_LINK_RULES: tuple[tuple[str, ...], ...] = (
    ("party", "agreement", _PARTICIPANT, "party", "сторона", "party to", "сторона в"),
    ("signatory", "agreement", _PARTICIPANT, "signed by", "подписал(а)", "signed", "подписал(а)"),
    (
        "initialled_by",
        "agreement",
        _PARTICIPANT,
        "initialled by",
        "парафировал(а)",
        "initialled",
        "парафировал(а)",
    ),
    (
        "witness",
        "agreement",
        _PARTICIPANT,
        "witnessed by",
        "в присутствии",
        "witnessed",
        "присутствовал(а) при подписании",
    ),
    (
        "drafted_by",
        "agreement",
        _PARTICIPANT,
        "drafted by",
        "разработчик",
        "drafted",
        "разработал(а)",
    ),
    (
        "depositary",
        "agreement",
        _PARTICIPANT,
        "depositary",
        "депозитарий",
        "depositary of",
        "депозитарий для",
    ),
    (
        "beneficiary",
        "agreement",
        _PARTICIPANT,
        "beneficiary",
        "бенефициар",
        "beneficiary of",
        "бенефициар в",
    ),
    (
        "implements",
        "agreement",
        "agreement",
        "implements",
        "реализует",
        "implemented by",
        "реализуется через",
    ),
    ("based_on", "agreement", "agreement", "based on", "на основании", "basis of", "основание для"),
    ("amends", "agreement", "agreement", "amends", "изменяет", "amended by", "изменено"),
    ("updates", "agreement", "agreement", "updates", "обновляет", "updated by", "обновлено"),
    ("replaces", "agreement", "agreement", "replaces", "заменяет", "replaced by", "заменено"),
    ("annex_of", "agreement", "agreement", "annex of", "приложение к", "has annex", "приложение"),
    ("mentions", "agreement", "agreement", "mentions", "упоминает", "mentioned in", "упомянуто в"),
    ("related_to", "agreement", "agreement", "related to", "связано с", "related to", "связано с"),
    (
        "discussed_at",
        "agreement",
        "meeting",
        "discussed at",
        "обсуждалось на",
        "discussed",
        "обсуждалось",
    ),
    ("approved_at", "agreement", "meeting", "approved at", "одобрено на", "approved", "одобрено"),
    (
        "governed_by",
        "agreement",
        "organisation",
        "governed by decisions of",
        "по решениям",
        "decides on",
        "принимает решения по",
    ),
    ("chair", "meeting", _PARTICIPANT, "chair", "председатель", "chaired", "председатель на"),
    (
        "co_chair",
        "meeting",
        _PARTICIPANT,
        "co-chair",
        "сопредседатель",
        "co-chaired",
        "сопредседатель на",
    ),
    ("opened_by", "meeting", _PARTICIPANT, "opened by", "открыл(а)", "opened", "открыл(а)"),
    ("speaker", "meeting", _PARTICIPANT, "speaker", "выступил(а)", "spoke at", "выступил(а) на"),
    (
        "welcomed_by",
        "meeting",
        _PARTICIPANT,
        "welcomed by",
        "приветствовал(а)",
        "welcomed",
        "приветствовал(а)",
    ),
    ("attendee", "meeting", _PARTICIPANT, "attendee", "участник", "attended", "участвовал(а) в"),
    ("guest", "meeting", _PARTICIPANT, "guest", "гость", "guest at", "гость на"),
    ("host", "meeting", _PARTICIPANT, "host", "принимающая сторона", "hosted", "принимал(а)"),
    (
        "organiser",
        "meeting",
        _PARTICIPANT,
        "organiser",
        "организатор",
        "organised",
        "организовал(а)",
    ),
    ("visited", "meeting", _PARTICIPANT, "visited", "посещение", "visited during", "посещён(а) на"),
    ("session_of", "meeting", "organisation", "session of", "заседание", "session", "заседание"),
    ("venue", "meeting", "organisation", "venue", "место проведения", "venue of", "площадка для"),
    ("part_of", "meeting", "meeting", "part of", "в рамках", "included", "включает"),
    ("part_of", "organisation", "organisation", "part of", "входит в", "has part", "включает"),
    (
        "holds_post",
        "person",
        "organisation place",
        "holds post",
        "должность",
        "post held by",
        "должность занимает",
    ),
    (
        "member_of",
        "place organisation",
        "organisation",
        "member of",
        "член",
        "has member",
        "участник",
    ),
    (
        "chairs",
        "place organisation",
        "organisation",
        "chairs",
        "председательствует в",
        "chaired by",
        "председательствует",
    ),
    (
        "co_chairs",
        "place organisation",
        "organisation",
        "co-chairs",
        "сопредседательствует в",
        "co-chaired by",
        "сопредседательствует",
    ),
    ("branch_of", "organisation", "organisation", "branch of", "филиал", "has branch", "филиал"),
    ("of_country", "organisation person", "place", "of", "страна", "has", "имеет"),
    (
        "seated_in",
        "organisation person",
        "place",
        "seated in",
        "находится в",
        "seat of",
        "место нахождения",
    ),
    (
        "about",
        "source",
        "source agreement meeting person organisation place",
        "about",
        "о",
        "told of in",
        "упомянуто в",
    ),
    (
        "text_of",
        "source",
        "source agreement meeting person organisation place",
        "text of",
        "текст",
        "text in",
        "текст в",
    ),
)


def upgrade() -> None:
    """Create all tables, and say which links may join what."""
    _create_draft()
    _create_entry()
    _create_file()
    _create_link_rule()
    _create_post()
    _create_printed_report()
    _create_reference_counter()
    _create_revision()
    _create_source_text()
    _create_tag()
    _create_agreement()
    _create_entry_country()
    _create_entry_tag()
    _create_name()
    _create_organisation()
    _create_person()
    _create_place()
    _create_point()
    _create_printed_report_entry()
    _create_quotation()
    _create_revision_change()
    _create_revision_entry()
    _create_source()
    _create_figure()
    _create_meeting()
    _create_passage()
    _create_source_sketch()
    _create_figure_member()
    _create_stage()
    _create_link()
    _create_evidence()
    _create_evidence_passage()
    for statement in _FULL_TEXT:
        op.execute(statement)
    _insert_link_rules()


def downgrade() -> None:
    """Refuse: there is nothing before the first schema."""
    message = "restore the backup made before the upgrade"
    raise NotImplementedError(message)


_FULL_TEXT = (
    "CREATE VIRTUAL TABLE entry_words USING fts5("
    "title, names, body, content='', contentless_delete=1, tokenize='unicode61')",
    "CREATE VIRTUAL TABLE name_forms USING fts5("
    "forms, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61')",
)


def _insert_link_rules() -> None:
    words = (
        "kind",
        "subject_kind",
        "object_kind",
        "label_en",
        "label_ru",
        "inverse_en",
        "inverse_ru",
    )
    table = sa.table(
        "link_rule",
        sa.column("position", sa.Integer),
        sa.column("symmetric", sa.Boolean),
        *(sa.column(name, sa.Text) for name in words),
    )
    op.bulk_insert(
        table,
        [
            {
                "kind": kind,
                "subject_kind": subject,
                "object_kind": target,
                "position": position,
                "symmetric": kind == "related_to",
                "label_en": labels[0],
                "label_ru": labels[1],
                "inverse_en": labels[2],
                "inverse_ru": labels[3],
            }
            for position, (kind, subjects, targets, *labels) in enumerate(_LINK_RULES)
            for subject in subjects.split()
            for target in targets.split()
        ],
    )


def _create_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("form", "field", name="uq_draft_form_field"),
        sqlite_autoincrement=True,
    )


def _create_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
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
            nullable=False,
        ),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "review",
            sa.Enum(
                "draft",
                "checked",
                "final",
                name="reviewstate",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            server_default="draft",
            nullable=False,
        ),
        sa.Column("trashed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "changed_at", sa.Text(), server_default="1970-01-01T00:00:00.000000Z", nullable=False
        ),
        sa.Column("sort_title", sa.Text(), server_default="", nullable=False),
        sa.Column("sort_date", sa.Text(), server_default="", nullable=False),
        sa.Column("date_text", sa.Text(), server_default="", nullable=False),
        sa.Column("subtype", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("country_codes", sa.Text(), server_default="", nullable=False),
        sa.Column("evidence_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("gap_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("conflict_count", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.UniqueConstraint("id", "kind", name="uq_entry_id_kind"),
        sa.UniqueConstraint("reference", name="uq_entry_reference"),
        sa.UniqueConstraint("uid", name="uq_entry_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_entry_kind_trashed_changed_at_id",
        "entry",
        ["kind", "trashed", "changed_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_entry_kind_trashed_reference_id",
        "entry",
        ["kind", "trashed", "reference", "id"],
        unique=False,
    )
    op.create_index(
        "ix_entry_kind_trashed_sort_date_id",
        "entry",
        ["kind", "trashed", "sort_date", "id"],
        unique=False,
    )
    op.create_index(
        "ix_entry_kind_trashed_sort_title_id",
        "entry",
        ["kind", "trashed", "sort_title", "id"],
        unique=False,
    )
    op.create_index(
        "ix_entry_kind_trashed_state_id", "entry", ["kind", "trashed", "state", "id"], unique=False
    )
    op.create_index(
        "ix_entry_kind_trashed_subtype_id",
        "entry",
        ["kind", "trashed", "subtype", "id"],
        unique=False,
    )


def _create_file() -> None:
    op.create_table(
        "file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_file"),
        sqlite_autoincrement=False,
    )


def _create_link_rule() -> None:
    op.create_table(
        "link_rule",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("object_kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("symmetric", sa.Boolean(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("label_ru", sa.Text(), nullable=False),
        sa.Column("inverse_en", sa.Text(), nullable=False),
        sa.Column("inverse_ru", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject_kind", "object_kind", name="pk_link_rule"),
        sqlite_autoincrement=False,
    )


def _create_post() -> None:
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("label_ru", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
        sa.UniqueConstraint("label_en", "label_ru", name="uq_post_label_en_label_ru"),
        sqlite_autoincrement=True,
    )


def _create_printed_report() -> None:
    op.create_table(
        "printed_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_printed_report"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_printed_report_country", "printed_report", ["country"], unique=False)


def _create_reference_counter() -> None:
    op.create_table(
        "reference_counter",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_reference_counter"),
        sqlite_autoincrement=False,
    )


def _create_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.Column("program", sa.Text(), server_default="", nullable=False),
        sa.Column("visit", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "done",
                "undone",
                "dropped",
                "step",
                name="revisionstate",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("steps_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["steps_id"], ["revision.id"], name="fk_revision_steps_id"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_revision_state_id", "revision", ["state", "id"], unique=False)
    op.create_index("ix_revision_steps_id", "revision", ["steps_id"], unique=False)


def _create_source_text() -> None:
    op.create_table(
        "source_text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_source_text"),
        sqlite_autoincrement=False,
    )


def _create_tag() -> None:
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("label_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("colour", sa.Text(), server_default="", nullable=False),
        sa.Column("scope_note", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("label_en <> '' OR label_ru <> ''", name="ck_tag_has_label"),
        sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name="ck_tag_parent_is_another"),
        sa.ForeignKeyConstraint(["parent_id"], ["tag.id"], name="fk_tag_parent_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tag"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tag_parent_id", "tag", ["parent_id"], unique=False)


def _create_agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "agreement_type",
            sa.Enum(
                "agreement",
                "treaty",
                "memorandum",
                "protocol",
                "roadmap",
                "final_record",
                "joint_statement",
                "contract",
                "programme",
                "convention",
                "exchange_of_notes",
                "other",
                name="agreementtype",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.Text(), server_default="", nullable=False),
        sa.Column("covers", sa.Text(), nullable=True),
        sa.Column("covers_earliest", sa.Date(), nullable=True),
        sa.Column("covers_latest", sa.Date(), nullable=True),
        sa.Column("authentic_languages", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name="fk_agreement_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
        sqlite_autoincrement=False,
    )


def _create_entry_country() -> None:
    op.create_table(
        "entry_country",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("trashed", sa.Boolean(), nullable=False),
        sa.Column("sort_date", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_entry_country_entry_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", "code", name="pk_entry_country"),
        sqlite_autoincrement=False,
    )
    op.create_index(
        "ix_entry_country_code_kind_trashed_sort_date_entry_id_strength",
        "entry_country",
        ["code", "kind", "trashed", "sort_date", "entry_id", "strength"],
        unique=False,
    )


def _create_entry_tag() -> None:
    op.create_table(
        "entry_tag",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_entry_tag_entry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"], ["tag.id"], name="fk_entry_tag_tag_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", "tag_id", name="pk_entry_tag"),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_entry_tag_tag_id", "entry_tag", ["tag_id"], unique=False)


def _create_name() -> None:
    op.create_table(
        "name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("script", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "original",
                "translation",
                "transliteration",
                "variant",
                "former",
                "acronym",
                name="namekind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_name_entry_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_name"),
        sa.UniqueConstraint("entry_id", "text", "kind", name="uq_name_entry_id_text_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_name_entry_id", "name", ["entry_id"], unique=False)


def _create_organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "organisation_kind",
            sa.Enum(
                "ministry",
                "agency",
                "government",
                "parliament",
                "intergovernmental",
                "commission",
                "company",
                "university",
                "hospital",
                "media",
                "association",
                "other",
                name="organisationkind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["entry.id"], name="fk_organisation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sqlite_autoincrement=False,
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("family_name", sa.Text(), server_default="", nullable=False),
        sa.Column("given_names", sa.Text(), server_default="", nullable=False),
        sa.Column("born", sa.Text(), nullable=True),
        sa.Column("born_earliest", sa.Date(), nullable=True),
        sa.Column("born_latest", sa.Date(), nullable=True),
        sa.Column("died", sa.Text(), nullable=True),
        sa.Column("died_earliest", sa.Date(), nullable=True),
        sa.Column("died_latest", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name="fk_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sqlite_autoincrement=False,
    )


def _create_place() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "place_kind",
            sa.Enum(
                "country",
                "region",
                "city",
                name="placekind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "parent_id IS NULL OR parent_id <> id", name="ck_place_parent_is_another"
        ),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name="fk_place_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["parent_id"], ["place.id"], name="fk_place_parent_id"),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_place_code", "place", ["code"], unique=False)
    op.create_index("ix_place_parent_id", "place", ["parent_id"], unique=False)


def _create_point() -> None:
    op.create_table(
        "point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "agenda_item",
                "subject",
                "provision",
                "undertaking",
                "proposal",
                "result",
                name="pointkind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("wording", sa.Text(), server_default="", nullable=False),
        sa.Column("owed_by_id", sa.Integer(), nullable=True),
        sa.Column("owed_to_id", sa.Integer(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("due_earliest", sa.Date(), nullable=True),
        sa.Column("due_latest", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_point_entry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["owed_by_id"], ["entry.id"], name="fk_point_owed_by_id"),
        sa.ForeignKeyConstraint(["owed_to_id"], ["entry.id"], name="fk_point_owed_to_id"),
        sa.PrimaryKeyConstraint("id", name="pk_point"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_point_entry_id", "point", ["entry_id"], unique=False)
    op.create_index("ix_point_owed_by_id", "point", ["owed_by_id"], unique=False)
    op.create_index("ix_point_owed_to_id", "point", ["owed_to_id"], unique=False)


def _create_printed_report_entry() -> None:
    op.create_table(
        "printed_report_entry",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["printed_report.id"],
            name="fk_printed_report_entry_report_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report_id", "reference", name="pk_printed_report_entry"),
        sqlite_autoincrement=False,
    )


def _create_quotation() -> None:
    op.create_table(
        "quotation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("speaker_as", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum(
                "direct",
                "reported",
                name="quotationmode",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_quotation_entry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["entry.id"], name="fk_quotation_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_quotation"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_quotation_entry_id", "quotation", ["entry_id"], unique=False)
    op.create_index("ix_quotation_speaker_id", "quotation", ["speaker_id"], unique=False)


def _create_revision_change() -> None:
    op.create_table(
        "revision_change",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
            name="fk_revision_change_revision_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("revision_id", "position", name="pk_revision_change"),
        sqlite_autoincrement=False,
    )


def _create_revision_entry() -> None:
    op.create_table(
        "revision_entry",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
            name="fk_revision_entry_revision_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entry_id", "revision_id", name="pk_revision_entry"),
        sqlite_autoincrement=False,
    )
    op.create_index(
        "ix_revision_entry_revision_id", "revision_entry", ["revision_id"], unique=False
    )


def _create_source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "source_kind",
            sa.Enum(
                "press_release",
                "news_report",
                "messenger_post",
                "web_page",
                "letter",
                "treaty_text",
                "other",
                name="sourcekind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("publisher", sa.Text(), server_default="", nullable=False),
        sa.Column("byline", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_earliest", sa.Date(), nullable=True),
        sa.Column("published_latest", sa.Date(), nullable=True),
        sa.Column("received", sa.Text(), nullable=True),
        sa.Column("received_earliest", sa.Date(), nullable=True),
        sa.Column("received_latest", sa.Date(), nullable=True),
        sa.Column("languages", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "reading_state",
            sa.Enum(
                "inbox",
                "reading",
                "read",
                "checked",
                name="readingstate",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("file_sha256", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.Column("format", sa.Text(), server_default="", nullable=False),
        sa.Column("encoding", sa.Text(), server_default="", nullable=False),
        sa.Column("reader", sa.Text(), server_default="", nullable=False),
        sa.Column("reader_version", sa.Text(), server_default="", nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["file_sha256"], ["file.sha256"], name="fk_source_file_sha256"),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name="fk_source_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["text_sha256"], ["source_text.sha256"], name="fk_source_text_sha256"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_source_file_sha256", "source", ["file_sha256"], unique=False)
    op.create_index("ix_source_text_sha256", "source", ["text_sha256"], unique=False)


def _create_figure() -> None:
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("point_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "bound",
            sa.Enum(
                "exact",
                "about",
                "at_least",
                "more_than",
                "at_most",
                name="bound",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("period_earliest", sa.Date(), nullable=True),
        sa.Column("period_latest", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "stated",
                "delivered",
                "planned",
                name="figurestate",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("is_count", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "(entry_id IS NOT NULL) + (point_id IS NOT NULL) = 1", name="ck_figure_one_owner"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_figure_entry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["point_id"], ["point.id"], name="fk_figure_point_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["entry.id"], name="fk_figure_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_figure"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_figure_entry_id", "figure", ["entry_id"], unique=False)
    op.create_index("ix_figure_point_id", "figure", ["point_id"], unique=False)
    op.create_index("ix_figure_speaker_id", "figure", ["speaker_id"], unique=False)


def _create_meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "meeting_kind",
            sa.Enum(
                "session",
                "talks",
                "visit",
                "forum",
                "ceremony",
                "tour",
                "other",
                name="meetingkind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("ordinal_as_written", sa.Text(), server_default="", nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("start_earliest", sa.Date(), nullable=True),
        sa.Column("start_latest", sa.Date(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("end_earliest", sa.Date(), nullable=True),
        sa.Column("end_latest", sa.Date(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("place_as_stated", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "format",
            sa.Enum(
                "not_stated",
                "in_person",
                "video",
                "mixed",
                name="meetingformat",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "standing",
            sa.Enum(
                "held",
                "planned",
                "proposed",
                name="standing",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name="fk_meeting_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_meeting_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_meeting_place_id", "meeting", ["place_id"], unique=False)


def _create_passage() -> None:
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "evidence",
                "heading",
                "noise",
                name="passagekind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("first >= 0 AND first < last", name="ck_passage_not_empty"),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_passage_source_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.UniqueConstraint(
            "source_id", "first", "last", "kind", name="uq_passage_source_id_first_last_kind"
        ),
        sqlite_autoincrement=True,
    )


def _create_source_sketch() -> None:
    op.create_table(
        "source_sketch",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_source_sketch_source_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "hash", name="pk_source_sketch"),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_source_sketch_hash", "source_sketch", ["hash"], unique=False)


def _create_figure_member() -> None:
    op.create_table(
        "figure_member",
        sa.Column("figure_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_figure_member_entry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figure.id"], name="fk_figure_member_figure_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("figure_id", "entry_id", name="pk_figure_member"),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_figure_member_entry_id", "figure_member", ["entry_id"], unique=False)


def _create_stage() -> None:
    op.create_table(
        "stage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "proposed",
                "drafted",
                "initialled",
                "dated",
                "signed",
                "ratified",
                "acceded",
                "in_force",
                "extended",
                "amended",
                "suspended",
                "withdrawn",
                "expired",
                "terminated",
                "replaced",
                name="stagekind",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_earliest", sa.Date(), nullable=True),
        sa.Column("date_latest", sa.Date(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_stage_agreement_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_stage_meeting_id"),
        sa.ForeignKeyConstraint(["party_id"], ["entry.id"], name="fk_stage_party_id"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_stage_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_stage"),
        sa.UniqueConstraint("id", "agreement_id", name="uq_stage_id_agreement_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stage_agreement_id", "stage", ["agreement_id"], unique=False)
    op.create_index("ix_stage_meeting_id", "stage", ["meeting_id"], unique=False)
    op.create_index("ix_stage_party_id", "stage", ["party_id"], unique=False)
    op.create_index("ix_stage_place_id", "stage", ["place_id"], unique=False)


def _create_link() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=True),
        sa.Column("object_kind", sa.Text(), nullable=False),
        sa.Column("on_behalf_of_id", sa.Integer(), nullable=True),
        sa.Column("on_behalf_of_kind", sa.Text(), nullable=True),
        sa.Column("stage_id", sa.Integer(), nullable=True),
        sa.Column("named_as", sa.Text(), server_default="", nullable=False),
        sa.Column("post_as", sa.Text(), server_default="", nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=True),
        sa.Column("acting", sa.Boolean(), server_default="0", nullable=False),
        sa.Column(
            "presence",
            sa.Enum(
                "named",
                "unnamed",
                "delegation",
                "body",
                name="presence",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column(
            "mode",
            sa.Enum(
                "not_stated",
                "in_person",
                "video",
                "read_out",
                name="mode",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("since_earliest", sa.Date(), nullable=True),
        sa.Column("since_latest", sa.Date(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("until_earliest", sa.Date(), nullable=True),
        sa.Column("until_latest", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "identity",
            sa.Text(),
            sa.Computed(
                "kind || '|' || subject_id || '|' || coalesce(object_id, 'words:' || named_as) "
                "|| '|' || coalesce(on_behalf_of_id, 0) || '|' || coalesce(stage_id, 0) || '|' || "
                "post_as || '|' || coalesce(since, '')",
                persisted=False,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "object_id IS NOT NULL OR named_as <> ''", name="ck_link_object_or_words"
        ),
        sa.CheckConstraint(
            "on_behalf_of_kind IN ('organisation', 'place')",
            name="ck_link_on_behalf_of_body_or_place",
        ),
        sa.CheckConstraint(
            "(on_behalf_of_id IS NULL) = (on_behalf_of_kind IS NULL)",
            name="ck_link_on_behalf_of_whole",
        ),
        sa.CheckConstraint(
            "object_id IS NULL OR object_id <> subject_id", name="ck_link_ends_differ"
        ),
        sa.ForeignKeyConstraint(
            ["kind", "subject_kind", "object_kind"],
            ["link_rule.kind", "link_rule.subject_kind", "link_rule.object_kind"],
            name="fk_link_kind_subject_kind_object_kind",
        ),
        sa.ForeignKeyConstraint(
            ["object_id", "object_kind"],
            ["entry.id", "entry.kind"],
            name="fk_link_object_id_object_kind",
        ),
        sa.ForeignKeyConstraint(
            ["on_behalf_of_id", "on_behalf_of_kind"],
            ["entry.id", "entry.kind"],
            name="fk_link_on_behalf_of_id_on_behalf_of_kind",
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_link_post_id"),
        sa.ForeignKeyConstraint(
            ["stage_id", "subject_id"],
            ["stage.id", "stage.agreement_id"],
            name="fk_link_stage_id_subject_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["subject_id", "subject_kind"],
            ["entry.id", "entry.kind"],
            name="fk_link_subject_id_subject_kind",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_link_object_id_kind", "link", ["object_id", "kind"], unique=False)
    op.create_index("ix_link_on_behalf_of_id", "link", ["on_behalf_of_id"], unique=False)
    op.create_index("ix_link_post_id", "link", ["post_id"], unique=False)
    op.create_index("ix_link_stage_id", "link", ["stage_id"], unique=False)
    op.create_index(
        "ix_link_subject_id_kind_position", "link", ["subject_id", "kind", "position"], unique=False
    )
    op.create_index("uq_link_identity", "link", ["identity"], unique=True)


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("name_id", sa.Integer(), nullable=True),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("stage_id", sa.Integer(), nullable=True),
        sa.Column("point_id", sa.Integer(), nullable=True),
        sa.Column("figure_id", sa.Integer(), nullable=True),
        sa.Column("quotation_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), server_default="", nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.Column("as_stated", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "how",
            sa.Enum(
                "stated",
                "reported",
                "inferred",
                "not_stated",
                name="how",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("attributed_as", sa.Text(), server_default="", nullable=False),
        sa.Column("attributed_to_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "(entry_id IS NOT NULL) + (name_id IS NOT NULL) + (link_id IS NOT NULL) + "
            "(stage_id IS NOT NULL) + (point_id IS NOT NULL) + (figure_id IS NOT NULL) + "
            "(quotation_id IS NOT NULL) = 1",
            name="ck_evidence_one_target",
        ),
        sa.ForeignKeyConstraint(
            ["attributed_to_id"], ["entry.id"], name="fk_evidence_attributed_to_id"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name="fk_evidence_entry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figure.id"], name="fk_evidence_figure_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["link_id"], ["link.id"], name="fk_evidence_link_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["name_id"], ["name.id"], name="fk_evidence_name_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["point_id"], ["point.id"], name="fk_evidence_point_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["quotation_id"], ["quotation.id"], name="fk_evidence_quotation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_evidence_source_id"),
        sa.ForeignKeyConstraint(
            ["stage_id"], ["stage.id"], name="fk_evidence_stage_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_evidence_attributed_to_id", "evidence", ["attributed_to_id"], unique=False)
    op.create_index("ix_evidence_entry_id", "evidence", ["entry_id"], unique=False)
    op.create_index("ix_evidence_figure_id", "evidence", ["figure_id"], unique=False)
    op.create_index("ix_evidence_link_id", "evidence", ["link_id"], unique=False)
    op.create_index("ix_evidence_name_id", "evidence", ["name_id"], unique=False)
    op.create_index("ix_evidence_point_id", "evidence", ["point_id"], unique=False)
    op.create_index("ix_evidence_quotation_id", "evidence", ["quotation_id"], unique=False)
    op.create_index("ix_evidence_source_id", "evidence", ["source_id"], unique=False)
    op.create_index("ix_evidence_stage_id", "evidence", ["stage_id"], unique=False)


def _create_evidence_passage() -> None:
    op.create_table(
        "evidence_passage",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name="fk_evidence_passage_evidence_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"],
            ["passage.id"],
            name="fk_evidence_passage_passage_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("evidence_id", "passage_id", name="pk_evidence_passage"),
        sqlite_autoincrement=False,
    )
    op.create_index(
        "ix_evidence_passage_passage_id", "evidence_passage", ["passage_id"], unique=False
    )
