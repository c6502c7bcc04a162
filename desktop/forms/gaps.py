"""The gaps of an entry: what it says without a claim behind it."""

from collections.abc import Iterator

from db.rows.entries import EntrySheet
from db.rows.faces import Target
from db.rows.fields import FIELDS


def gaps(sheet: EntrySheet) -> tuple[Target, ...]:
    """Return what has a value and no evidence: fields, then the things of the entry."""
    backed = {target[:2] for target in sheet.faces}
    return tuple(
        target
        for target in _expected(sheet)
        if (target not in sheet.faces if target.field else target[:2] not in backed)
    )


def _expected(sheet: EntrySheet) -> Iterator[Target]:
    for field in FIELDS[sheet.kind]:
        if field.evidenced and sheet.values.get(field.name):
            yield Target("entry", sheet.id, field.name)
    yield from (Target("stage", row.id) for row in sheet.stages)
    yield from (Target("link", row.id) for row in sheet.links if row.outgoing)
    yield from (Target("point", row.id) for row in sheet.points)
    yield from (Target("figure", row.id) for row in sheet.figures)
    yield from (Target("quotation", row.id) for row in sheet.quotations)
