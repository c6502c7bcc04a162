"""Which entry a row is part of, as SQL over one of two catalogues."""

_OWN_TABLES = ("entry", "source", "agreement", "meeting", "person", "organisation", "place")
_DIRECT = {
    **dict.fromkeys(_OWN_TABLES, "id"),
    "name": "entry_id",
    "stage": "agreement_id",
    "link": "subject_id",
    "passage": "source_id",
    "decision": "source_id",
    "point": "entry_id",
    "quotation": "entry_id",
    "entry_tag": "entry_id",
}
_OF_POINT = "(SELECT entry_id FROM {db}.point WHERE id = {row}.point_id)"
_OF_FIGURE = (
    "(SELECT coalesce(f.entry_id, (SELECT entry_id FROM {db}.point WHERE id = f.point_id)) "
    "FROM {db}.figure f WHERE f.id = {row}.figure_id)"
)
_OF_EVIDENCE = (
    "coalesce({row}.entry_id, "
    "(SELECT entry_id FROM {db}.name WHERE id = {row}.name_id), "
    "(SELECT subject_id FROM {db}.link WHERE id = {row}.link_id), "
    "(SELECT agreement_id FROM {db}.stage WHERE id = {row}.stage_id), "
    f"{_OF_POINT}, "
    "(SELECT entry_id FROM {db}.quotation WHERE id = {row}.quotation_id), "
    f"{_OF_FIGURE})"
)
OWNERS: dict[str, str] = {
    **{table: f"{{row}}.{column}" for table, column in _DIRECT.items()},
    "figure": f"coalesce({{row}}.entry_id, {_OF_POINT})",
    "figure_member": _OF_FIGURE,
    "evidence": _OF_EVIDENCE,
    "evidence_passage": (
        f"(SELECT {_OF_EVIDENCE.replace('{row}', 'e')} FROM {{db}}.evidence e "
        "WHERE e.id = {row}.evidence_id)"
    ),
}
"""Of each table whose rows are part of entries: the id of that entry, for a row of a database."""

NOBODYS = frozenset({"noise_pattern", "post", "saved_search", "tag"})
"""Tables in history whose rows are part of no entry."""


def owner(table: str, *, db: str, row: str) -> str:
    """Return the SQL that gives the id of the entry which a row is part of."""
    return OWNERS[table].format(db=db, row=row)
