"""What a dossier lacks and somebody could be asked for."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, get_args

from sqlalchemy.orm import Session

from db.queries.dossier.content_rows import members_found
from db.queries.dossier.facts import LinkFact
from db.queries.dossier.material import Material
from db.queries.dossier.series import series_gaps
from db.rows.dossier import DossierAgreement, DossierEntry, DossierGap, DossierMeeting
from db.terms import (
    AGREEMENT_ROLES,
    MEETING_ROLES,
    STAGED_LINKS,
    LinkKind,
    MeetingFormat,
    Presence,
    StageKind,
    Standing,
)
from db.text.dates import EdtfDate, parse_date

GapKind = Literal[
    "date", "place", "parties", "signatories", "unnamed", "in_force", "unconfirmed", "series",
    "count", "text", "evidence",
]  # fmt: skip
"""In the order in which they are printed."""
_ORDER: tuple[GapKind, ...] = get_args(GapKind)
_BINDING = frozenset(
    {
        StageKind.DATED,
        StageKind.SIGNED,
        StageKind.RATIFIED,
        StageKind.ACCEDED,
        StageKind.IN_FORCE,
        StageKind.EXTENDED,
        StageKind.AMENDED,
    }
)
"""Acts after which one may ask whether an agreement is in force."""


def gap_rows(
    session: Session,
    material: Material,
    agreements: Iterable[DossierAgreement],
    meetings: Iterable[DossierMeeting],
) -> tuple[DossierGap, ...]:
    """Return the gaps of a dossier's entries by kind, each kind in the order of the entries."""
    ids = {material.facts.entries[entry].reference: entry for entry in material.chosen.ids}
    found: list[DossierGap] = []
    for agreement in agreements:
        found += _of_agreement(material, agreement, ids[agreement.reference])
    for meeting in meetings:
        found += _of_meeting(material, meeting, ids[meeting.reference])
    found += series_gaps(session, material)
    return tuple(sorted(dict.fromkeys(found), key=lambda gap: _ORDER.index(gap.kind)))


def _of_agreement(material: Material, row: DossierAgreement, entry_id: int) -> Iterator[DossierGap]:
    signed = [act for act in row.stages if act.kind == StageKind.SIGNED]
    links = [*row.links, *(link for act in row.stages for link in act.links)]
    roles = {link.role for link in links if link.presence != Presence.UNNAMED}
    dated = [act for act in row.stages if _bounded(act.date)]
    if not dated or any(not _bounded(act.date) for act in signed):
        yield _gap(row, "date")
    if signed and not any(act.place for act in signed):
        yield _gap(row, "place")
    if LinkKind.PARTY not in {link.role for link in links}:
        yield _gap(row, "parties")
    if signed and LinkKind.SIGNATORY not in roles:
        yield _gap(row, "signatories")
    if row.status.in_force == "not_known" and any(act.kind in _BINDING for act in row.stages):
        yield _gap(row, "in_force")
    if not any(link.kind == LinkKind.TEXT_OF for link in material.facts.links_to.get(entry_id, ())):
        yield _gap(row, "text")
    yield from _of_both(material, row, entry_id)


def _of_meeting(material: Material, row: DossierMeeting, entry_id: int) -> Iterator[DossierGap]:
    if not _bounded(row.start):
        yield _gap(row, "date")
    if not (row.place or row.venue) and row.format != MeetingFormat.VIDEO:
        yield _gap(row, "place")
    if row.standing != Standing.HELD and not _still_ahead(material, row):
        yield _gap(row, "unconfirmed")
    yield from _of_both(material, row, entry_id)


def _of_both(material: Material, row: DossierEntry, entry_id: int) -> Iterator[DossierGap]:
    facts = material.facts
    for link in facts.links(entry_id, *AGREEMENT_ROLES, *MEETING_ROLES):
        ours = facts.is_of(link.object_id) or facts.is_of(link.behalf_id)
        if link.presence == Presence.UNNAMED and (ours or link.kind in STAGED_LINKS):
            yield _gap(row, "unnamed", _who(material, link))
    for figure in material.content.figures.get(entry_id, ()):
        total, found = int(Decimal(figure.number)), members_found(material, figure)
        if figure.is_count and found < total:
            yield _gap(row, "count", figure.unit, found=found, total=total)
    if facts.entries[entry_id].gap_count:
        yield _gap(row, "evidence", str(facts.entries[entry_id].gap_count))


def _who(material: Material, link: LinkFact) -> str:
    """Return the words for somebody unnamed: the post, else the source's words, and the body."""
    post = material.names.post(link.post_id, link.post_as)
    words = (post or link.named_as, material.names.title(link.object_id))
    return ", ".join(dict.fromkeys(word for word in words if word))


def _gap(
    row: DossierEntry,
    kind: GapKind,
    detail: str = "",
    *,
    found: int | None = None,
    total: int | None = None,
) -> DossierGap:
    return DossierGap(
        kind=kind,
        reference=row.reference,
        title=row.title,
        detail=detail,
        found=found,
        total=total,
    )


def _bounded(date: str) -> EdtfDate | None:
    when = parse_date(date) if date else None
    return when if when and (when.earliest or when.latest) else None


def _still_ahead(material: Material, row: DossierMeeting) -> bool:
    when = _bounded(row.end or row.start)
    return bool(when and (when.latest is None or when.latest >= material.as_of))
