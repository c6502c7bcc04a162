"""The agreements of a dossier, in the order they are printed."""

from datetime import datetime

from db.queries.dossier.entries import closing, opening
from db.queries.dossier.facts import StageFact
from db.queries.dossier.material import Material
from db.queries.dossier.roles import role_rows
from db.queries.status import StatusOnDay, status_on
from db.rows.dossier import DossierAgreement, DossierRelation, DossierStage, DossierStatus
from db.rows.entries import EntryRef, StageRow
from db.terms import AGREEMENT_ROLES, STAGED_LINKS, STAGES_BY_FORCE, EntryKind, StageKind
from db.text.dates import EdtfDate

_PRINTED_ORDER = (*STAGES_BY_FORCE, None)
"""Agreements whose stage is not known come last."""


def agreement_rows(material: Material) -> tuple[DossierAgreement, ...]:
    """Return the agreements by the stage reached last, then by date, undated ones last."""
    statuses = {
        entry: status_of(material, entry) for entry in material.chosen.of(EntryKind.AGREEMENT)
    }

    def order(entry_id: int) -> tuple[int, bool, str, str]:
        entry = material.facts.entries[entry_id]
        group = _PRINTED_ORDER.index(statuses[entry_id].latest_stage)
        return group, not entry.sort_date, entry.sort_date, entry.reference

    return tuple(
        _agreement(material, entry, statuses[entry])
        for entry in material.progress.along(sorted(statuses, key=order))
    )


def status_of(material: Material, entry_id: int) -> StatusOnDay:
    """Return how an agreement stands on the day of the dossier."""
    acts = material.facts.stages.get(entry_id, ())
    changed_at = material.facts.entries[entry_id].changed_at
    return status_on(
        [_as_row(material, act) for act in acts],
        material.as_of,
        covers=material.details[entry_id]["covers"],
        known_by=datetime.fromisoformat(changed_at).astimezone().date(),
    )


def _as_row(material: Material, act: StageFact) -> StageRow:
    return StageRow(
        id=act.id,
        kind=act.kind,
        date=act.date.text if act.date else "",
        place=_ref(material, act.place_id),
        meeting=_ref(material, act.meeting_id),
        party=_ref(material, act.party_id),
        position=act.position,
        note=act.note,
    )


def _ref(material: Material, entry_id: int | None) -> EntryRef | None:
    entry = material.facts.present(entry_id)
    if entry is None:
        return None
    return EntryRef(id=entry.id, kind=entry.kind, reference=entry.reference, title=entry.title)


def _agreement(material: Material, entry_id: int, status: StatusOnDay) -> DossierAgreement:
    details = material.details[entry_id]
    acts = material.facts.stages.get(entry_id, ())
    stages = tuple(_stage(material, act) for act in acts)
    unstaged = [
        link for link in material.facts.links(entry_id, *AGREEMENT_ROLES) if link.stage_id is None
    ]
    links = role_rows(material, unstaged, signing_day(acts))
    return DossierAgreement(
        **opening(material, entry_id),
        type=details["agreement_type"],
        number=details["number"],
        covers=details["covers"],
        authentic_languages=tuple(details["authentic_languages"].split()),
        status=DossierStatus(latest_stage=status.latest_stage or "", in_force=status.in_force),
        stages=stages,
        links=links,
        **closing(material, entry_id),
    )


def signing_day(acts: tuple[StageFact, ...]) -> EdtfDate | None:
    """Return when an agreement was signed, else the last date it has."""
    dated = [act for act in acts if act.date]
    signed = [act.date for act in dated if act.kind == StageKind.SIGNED]
    return next(iter(signed), dated[-1].date if dated else None)


def _stage(material: Material, act: StageFact) -> DossierStage:
    claims = material.claims
    own_date = [claim for claim in claims.telling("stage", act.id) if claim.target.field == "date"]
    signatories = [
        link
        for link in material.facts.links(act.agreement_id, *STAGED_LINKS)
        if link.stage_id == act.id
    ]
    return DossierStage(
        kind=act.kind,
        date=act.date.text if act.date else "",
        place=material.names.title(act.place_id),
        by=material.names.title(act.party_id),
        inferred=claims.is_inferred("stage", act.id, "date" if own_date else ""),
        note=act.note,
        citations=material.cite("stage", act.id),
        meeting=_meeting(material, act),
        links=role_rows(material, signatories, act.date),
    )


def _meeting(material: Material, act: StageFact) -> DossierRelation | None:
    meeting = material.facts.present(act.meeting_id)
    if meeting is None:
        return None
    telling = material.claims.telling("stage", act.id)
    return DossierRelation(
        kind=act.kind,
        reference=meeting.reference,
        title=material.names.title(meeting.id),
        date=meeting.date_text,
        doubtful=material.claims.is_inferred("stage", act.id, "meeting"),
        citations=material.numbering.numbers(
            claim.source_id for claim in telling if claim.target.field == "meeting"
        ),
    )
