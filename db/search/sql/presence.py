"""Presence: what an entry has at all, evidence, gaps, tags, links and so on, or has not."""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, and_, not_, or_, select

from db.search.sql.tables import (
    LINK_ENDS,
    Form,
    entry,
    entry_tag,
    figure,
    name,
    own,
    owned,
    point,
    quotation,
    source,
)
from db.terms import EntryKind

_NO = "no-"
_EVIDENCED = tuple(kind for kind in EntryKind if kind != EntryKind.SOURCE)


def has(key: str, form: Form) -> ColumnElement[bool]:
    """Ask whether an entry has what a key such as ``gap`` or ``no-gap`` names."""
    if key == "no-evidence":
        # a source is itself evidence and needs none
        return own(form, lambda its: and_(its.kind.in_(_EVIDENCED), its.evidence_count == 0))
    if key.startswith(_NO):
        return not_(_PRESENT[key.removeprefix(_NO)](form))
    return _PRESENT[key](form)


def _link(form: Form) -> ColumnElement[bool]:
    return or_(*(owned(form, end) for end in LINK_ENDS))


def _figure(form: Form) -> ColumnElement[bool]:
    """Ask for a figure of an entry, or of one of its points."""
    with_figure = select(figure.c.point_id).where(figure.c.point_id == point.c.id)
    of_point = owned(form, point.c.entry_id, with_figure.correlate(point).exists())
    return or_(owned(form, figure.c.entry_id), of_point)


_PRESENT: Mapping[str, Callable[[Form], ColumnElement[bool]]] = {
    "evidence": lambda _form: entry.c.evidence_count > 0,
    "gap": lambda _form: entry.c.gap_count > 0,
    "conflict": lambda form: own(form, lambda its: its.conflict_count > 0),
    "date": lambda _form: entry.c.sort_date != "",
    "country": lambda _form: entry.c.country_codes != "",
    "note": lambda _form: entry.c.note != "",
    "tag": lambda form: owned(form, entry_tag.c.entry_id),
    "text": lambda form: owned(form, source.c.id, source.c.text_sha256.is_not(None)),
    "link": _link,
    "quotation": lambda form: owned(form, quotation.c.entry_id),
    "figure": _figure,
    "point": lambda form: owned(form, point.c.entry_id),
    "name": lambda form: owned(form, name.c.entry_id),
}
