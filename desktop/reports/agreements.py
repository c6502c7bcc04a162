"""Agreements on paper: grouped by the stage reached last, each with its acts, roles and lineage."""

from db.rows.dossier import DossierAgreement, DossierStage
from db.terms import STAGES_BY_FORCE
from desktop.reports import phrases
from desktop.reports.entries import (
    Entry,
    closing_rows,
    content_rows,
    entry,
    relation_rows,
    role_rows,
    why_line,
)
from desktop.reports.runs import Row, row, separated
from desktop.reports.wording import Wording


def grouped(agreements: tuple[DossierAgreement, ...]) -> list[tuple[str, list[DossierAgreement]]]:
    """Return the agreements by latest stage, those of none last; within one, as they came."""
    groups: dict[str, list[DossierAgreement]] = {}
    for item in agreements:
        groups.setdefault(item.status.latest_stage, []).append(item)
    known = {stage: place for place, stage in enumerate((*STAGES_BY_FORCE, ""))}
    return sorted(groups.items(), key=lambda group: known.get(group[0], len(known)))


def agreement_entry(wording: Wording, item: DossierAgreement, as_of: str) -> Entry:
    """Return an agreement as it is set."""
    rows = [each for act in item.stages for each in _stage_rows(wording, act)]
    rows += _term_rows(wording, item, as_of)
    rows += role_rows(wording, item.links)
    rows += relation_rows(wording, item.relations)
    rows += content_rows(wording, item)
    rows += closing_rows(wording, item)
    kind = phrases.words(wording.word("agreement_type", item.type))
    described = separated([kind, phrases.told(item.number)], " ")
    why = why_line(wording, item, "why_agreement")
    return entry(wording, item, described=described, why=why, rows=rows)


def _stage_rows(wording: Wording, act: DossierStage) -> list[Row]:
    lines = [phrases.stage(wording, act)]
    if act.meeting:
        at = phrases.aside(wording.word("phrase", "at") + " ")
        lines.append(at + phrases.relation(wording, act.meeting))
    return row(wording.word("stage", act.kind), lines) + role_rows(wording, act.links)


def _term_rows(wording: Wording, item: DossierAgreement, as_of: str) -> list[Row]:
    covers = phrases.words(phrases.date_words(wording, item.covers))
    if covers and _is_over(item.covers, as_of):
        covers = separated([covers, phrases.words(wording.word("phrase", "ended"))])
    in_force = phrases.words(wording.word("in_force", item.status.in_force))
    names = [phrases.words(wording.language_name(code)) for code in item.authentic_languages]
    return (
        row(wording.word("label", "in_force"), [in_force])
        + row(wording.word("label", "covers"), [covers])
        + row(wording.word("label", "languages"), [separated(names)])
    )


def _is_over(covers: str, as_of: str) -> bool:
    period, day = phrases.date_of(covers), phrases.date_of(as_of)
    if period is None or day is None or period.latest is None or day.earliest is None:
        return False
    return period.latest < day.earliest
