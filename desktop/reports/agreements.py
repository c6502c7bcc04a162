"""Agreements on paper: grouped by the stage reached last, each with its acts, roles and lineage."""

from db.rows.dossier import DossierAgreement, DossierStage
from desktop.reports import phrases
from desktop.reports.entries import (
    Entry,
    closing_rows,
    content_rows,
    entry,
    relation_rows,
    role_rows,
)
from desktop.reports.runs import Row, row, separated
from desktop.reports.wording import Wording

STAGE_ORDER = (
    "in_force", "extended", "amended", "ratified", "acceded", "signed", "dated", "initialled",
    "drafted", "proposed", "suspended", "withdrawn", "expired", "terminated", "replaced", "",
)  # fmt: skip
"""Groups as they are printed: what binds, what is to bind, what no longer does, what is unknown."""


def grouped(agreements: tuple[DossierAgreement, ...]) -> list[tuple[str, list[DossierAgreement]]]:
    """Return the agreements by latest stage; within a stage their order stays as it came."""
    groups: dict[str, list[DossierAgreement]] = {}
    for item in agreements:
        groups.setdefault(item.status.latest_stage, []).append(item)
    known = {stage: place for place, stage in enumerate(STAGE_ORDER)}
    return sorted(groups.items(), key=lambda group: known.get(group[0], len(known)))


def agreement_entry(wording: Wording, item: DossierAgreement, as_of: str) -> Entry:
    """Return an agreement as it is set."""
    rows = [each for act in item.stages for each in _stage_rows(wording, act)]
    rows += _term_rows(wording, item, as_of)
    rows += role_rows(wording, item.links)
    rows += relation_rows(wording, item.relations)
    rows += content_rows(wording, item)
    rows += closing_rows(wording, item, "why_agreement")
    kind = wording.word("agreement_type", item.type)
    return entry(wording, item, kind=kind, number=item.number, rows=rows)


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
