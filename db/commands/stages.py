"""The stages of an agreement's life."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.commands.entries import get_entry
from db.commands.parsing import stored_date
from db.errors import Refused
from db.models import Agreement, Meeting, Place, Stage
from db.terms import EntryKind, StageKind
from db.text.cleaning import clean_block


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSpec:
    """A stage to be made or changed; the date is EDTF text, ids are entries' ids."""

    kind: StageKind
    date: str = ""
    place_id: int | None = None
    meeting_id: int | None = None
    party_id: int | None = None
    note: str = ""


def add_stage(session: Session, *, agreement_id: int, spec: StageSpec) -> int:
    """Add a stage where its date puts it, else at the end; return its id.

    Raises:
        Refused: ``not_an_agreement``, ``entry_missing``, ``date_unreadable``.
    """
    if session.get(Agreement, agreement_id) is None:
        raise Refused("not_an_agreement")
    stage = Stage(agreement_id=agreement_id)
    _fill(session, stage, spec)
    stages = _stages(session, agreement_id)
    place = _place_by_date(stages, stage)
    session.add(stage)
    _number([*stages[:place], stage, *stages[place:]])
    session.flush()
    return stage.id


def change_stage(session: Session, *, stage_id: int, spec: StageSpec) -> None:
    """Change a stage; a new date moves it to where the date puts it."""
    stage = get_stage(session, stage_id)
    before = stage.date
    _fill(session, stage, spec)
    if stage.date != before and stage.date is not None:
        others = [other for other in _stages(session, stage.agreement_id) if other is not stage]
        place = _place_by_date(others, stage)
        _number([*others[:place], stage, *others[place:]])


def remove_stage(session: Session, *, stage_id: int) -> None:
    """Remove a stage, the links that stand on it, and the evidence for them."""
    session.delete(get_stage(session, stage_id))


def move_stage(session: Session, *, stage_id: int, position: int) -> None:
    """Put a stage at another place (from 0) in the agreement's life."""
    stage = get_stage(session, stage_id)
    others = [other for other in _stages(session, stage.agreement_id) if other is not stage]
    _number([*others[:position], stage, *others[position:]])


def get_stage(session: Session, stage_id: int) -> Stage:
    """Return the mapped stage.

    Raises:
        Refused: ``stage_missing``.
    """
    stage = session.get(Stage, stage_id)
    if stage is None:
        raise Refused("stage_missing")
    return stage


def _fill(session: Session, stage: Stage, spec: StageSpec) -> None:
    if spec.place_id is not None and session.get(Place, spec.place_id) is None:
        raise Refused("entry_missing", entry_id=spec.place_id)
    if spec.meeting_id is not None and session.get(Meeting, spec.meeting_id) is None:
        raise Refused("entry_missing", entry_id=spec.meeting_id)
    if spec.party_id is not None:
        party = get_entry(session, spec.party_id)
        if party.kind not in {EntryKind.PLACE, EntryKind.ORGANISATION, EntryKind.PERSON}:
            raise Refused("not_a_participant", title=party.title)
    stage.kind, stage.date = spec.kind, stored_date(spec.date)
    stage.place_id, stage.meeting_id = spec.place_id, spec.meeting_id
    stage.party_id, stage.note = spec.party_id, clean_block(spec.note)


def _stages(session: Session, agreement_id: int) -> list[Stage]:
    return list(
        session.scalars(
            select(Stage)
            .where(Stage.agreement_id == agreement_id)
            .order_by(Stage.position, Stage.id)
        )
    )


def _place_by_date(stages: list[Stage], stage: Stage) -> int:
    if stage.date is None or stage.date.earliest is None:
        return len(stages)
    for place, other in enumerate(stages):
        if other.date and other.date.earliest and other.date.earliest > stage.date.earliest:
            return place
    return len(stages)


def _number(stages: list[Stage]) -> None:
    for place, stage in enumerate(stages):
        stage.position = place
