"""What acts name that is there no more, told by the acts that removed it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from db.rows.acts import FieldChange
from db.rows.entries import EntryRef
from db.terms import EntryKind


def rows_of(changes: Iterable[FieldChange]) -> Iterator[dict[str, FieldChange]]:
    """Put the columns of a row together: a new one begins where a column comes again."""
    row: dict[str, FieldChange] = {}
    table = ""
    for change in changes:
        if row and (change.table != table or change.column in row):
            yield row
            row = {}
        table = change.table
        row[change.column] = change
    if row:
        yield row


def removed_entries(changes: Iterable[FieldChange]) -> dict[int, EntryRef]:
    """Return the entries that acts removed for good, as they were called."""
    return {
        int(row["id"]): EntryRef(
            id=int(row["id"]),
            kind=EntryKind(row["kind"]),
            reference=row["reference"],
            title=row.get("title", ""),
            trashed=True,
        )
        for row in _removed(changes, "entry")
    }


def removed_tags(changes: Iterable[FieldChange]) -> dict[int, str]:
    """Return what the tags that acts removed were called, in both languages."""
    return {
        int(row["id"]): " / ".join(filter(None, (row.get("label_en"), row.get("label_ru"))))
        for row in _removed(changes, "tag")
    }


def with_tags(changes: Sequence[FieldChange], labels: Mapping[int, str]) -> tuple[FieldChange, ...]:
    """Return changes that name tags by their labels instead of by their ids."""

    def label(value: str | None) -> str | None:
        return value and labels.get(int(value), _tr("a tag that is there no more"))

    return tuple(
        replace(one, before=label(one.before), after=label(one.after))
        if (one.table, one.column) == ("entry_tag", "tag_id")
        else one
        for one in changes
    )


def _removed(changes: Iterable[FieldChange], table: str) -> Iterator[dict[str, str]]:
    of_table = (change for change in changes if change.table == table)
    for row in rows_of(of_table):
        before = {name: change.before for name, change in row.items() if change.before is not None}
        if "id" in before and all(change.after is None for change in row.values()):
            yield before


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
