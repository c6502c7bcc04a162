"""Citing: what is linked to an entry, and which sources tell of it."""

import json

from sqlalchemy import Column, ColumnElement, Table, and_, or_, select
from sqlalchemy.orm import Session

from db.search.sql.bound import Cited
from db.search.sql.tables import (
    ID,
    LINK_ENDS,
    ONE,
    Form,
    entry,
    evidence,
    figure,
    link,
    listed,
    name,
    owned,
    point,
    quotation,
    stage,
)

_THINGS: tuple[tuple[Column[int], Table, tuple[Column[int], ...]], ...] = (
    (evidence.c.name_id, name, (name.c.entry_id,)),
    (evidence.c.link_id, link, LINK_ENDS),
    (evidence.c.stage_id, stage, (stage.c.agreement_id,)),
    (evidence.c.point_id, point, (point.c.entry_id,)),
    (evidence.c.figure_id, figure, (figure.c.entry_id,)),
    (evidence.c.quotation_id, quotation, (quotation.c.entry_id,)),
)
"""What evidence can be about besides an entry itself, and the columns that say whose it is."""


_FEW = 2_000
"""Links of an entry whose other ends are gathered once, and not asked of each row walked."""


def neighbours(session: Session, cited: int) -> str:
    """Return what is linked to an entry or tells of it, as a JSON array of ids.

    Empty where it has many links, as a country may.
    """
    links = select(link.c.id).where(or_(*(end == cited for end in LINK_ENDS))).limit(_FEW + 1)
    if len(session.execute(links).all()) > _FEW:
        return ""
    found = select(entry.c.id).where(cited_condition(Cited(entry=cited), Form.LEAD))
    return json.dumps(list(session.execute(found).scalars()))


def cited_condition(cited: Cited, form: Form) -> ColumnElement[bool]:
    """Ask whether a link joins an entry and the cited one, or it is a source about that."""
    if cited.ids:
        return (entry.c.id if form is Form.LEAD else ID).in_(listed(cited.ids))
    joined = [
        owned(form, end, or_(*(other == cited.entry for other in LINK_ENDS if other is not end)))
        for end in LINK_ENDS
    ]
    tells = owned(form, evidence.c.source_id, _about(cited.entry, form))
    return and_(entry.c.id != cited.entry, or_(*joined, tells))


def _about(cited: int, form: Form) -> ColumnElement[bool]:
    """Ask whether evidence is about an entry or something of it."""
    ways = [evidence.c.entry_id == cited]
    for key, thing, owners in _THINGS:
        whose = [owner == cited for owner in owners]
        if thing is figure:
            points = select(point.c.id).where(point.c.entry_id == cited)
            whose.append(figure.c.point_id.in_(points))
        ways.append(_is_one(key, thing, or_(*whose), form))
    return or_(*ways)


def _is_one(
    key: Column[int], thing: Table, whose: ColumnElement[bool], form: Form
) -> ColumnElement[bool]:
    """Ask it of the one thing a claim is about, or of all that an entry has.

    A country may be an end of a hundred thousand links: they are never gathered to look at one
    source.
    """
    if form is not Form.PROBE:
        return key.in_(select(thing.c.id).where(whose))
    found = select(ONE).select_from(thing).where(thing.c.id == key, whose)
    return found.correlate(evidence).exists()
