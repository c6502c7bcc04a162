"""Whether an agreement is in force on a day: derived from the stages of its life, never stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.rows.entries import StageRow
from db.terms import StageKind
from db.text.dates import EdtfDate, parse_date

Verdict = Literal["yes", "no", "not_known"]
_Done = Literal["yes", "no", "perhaps"]

_BEGINS = frozenset({StageKind.IN_FORCE, StageKind.EXTENDED})
_ENDS = frozenset(
    {
        StageKind.SUSPENDED,
        StageKind.WITHDRAWN,
        StageKind.EXPIRED,
        StageKind.TERMINATED,
        StageKind.REPLACED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusOnDay:
    """Whether an agreement is in force on a day, and what that rests on."""

    in_force: Verdict
    rests_on: StageRow | None = None
    """The act it rests on; None with "no": the period it covers is over, or has not begun."""
    latest_stage: StageKind | None = None
    """The act reached last by that day."""


def status_on(
    stages: Sequence[StageRow], day: date, *, covers: str = "", known_by: date | None = None
) -> StatusOnDay:
    """Tell whether an agreement is in force on a day, and the act that rests on.

    Stages come in the order of its life. Only entry into force, or an extension, puts it in force:
    a signature, a ratification or a date never does. What ends it does, and so does the end of the
    period it covers (EDTF) unless it was extended; one party's withdrawal leaves it not known, and
    before it is signed it is in force on no day. An act without a date is done by ``known_by``, the
    day on which the catalogue knew of it; where an act may or may not be done by the day, and that
    matters, the answer is not known.
    """
    begun = _begun(stages, day, known_by)
    latest = begun[-1][0].kind if begun else None
    verdict, rests_on = _by_acts(begun)
    if rests_on is None:
        rests_on = _still_to_come(stages, begun)
        verdict = "no" if rests_on else "not_known"
    outlived = _outlived(covers, day, begun)
    if outlived != "no" and verdict != "no":
        verdict, rests_on = ("no", None) if outlived == "yes" else ("not_known", rests_on)
    return StatusOnDay(in_force=verdict, rests_on=rests_on, latest_stage=latest)


def _begun(
    stages: Iterable[StageRow], day: date, known_by: date | None
) -> list[tuple[StageRow, _Done]]:
    judged: list[tuple[StageRow, _Done]] = [(act, _done(act, day, known_by)) for act in stages]
    return [(act, done) for act, done in judged if done != "no"]


def _by_acts(begun: Iterable[tuple[StageRow, _Done]]) -> tuple[Verdict, StageRow | None]:
    """Let each act that begins or ends its force have its say, in order; the last one holds."""
    verdict: Verdict = "not_known"
    rests_on: StageRow | None = None
    for act, done in begun:
        if act.kind in _BEGINS | _ENDS:
            said = _says(act)
            verdict = said if done == "yes" or said == verdict else "not_known"
            rests_on = act
    return verdict, rests_on


def _says(act: StageRow) -> Verdict:
    if act.kind == StageKind.WITHDRAWN and act.party is not None:
        return "not_known"
    return "yes" if act.kind in _BEGINS else "no"


def _done(act: StageRow, day: date, known_by: date | None) -> _Done:
    when = _bounds(act.date)
    if when is None:
        return "yes" if known_by is not None and known_by <= day else "perhaps"
    if when.earliest is not None and when.earliest > day:
        return "no"
    return "yes" if when.latest is not None and when.latest <= day else "perhaps"


def _still_to_come(
    stages: Sequence[StageRow], begun: Iterable[tuple[StageRow, _Done]]
) -> StageRow | None:
    """Return the act without which it can't be in force and which certainly lies after the day."""
    there = [act for act, _done in begun]
    needed = {StageKind.IN_FORCE}
    if not any(act.kind == StageKind.SIGNED for act in there):
        needed.add(StageKind.SIGNED)
    return next((act for act in stages if act.kind in needed and act not in there), None)


def _outlived(covers: str, day: date, begun: Iterable[tuple[StageRow, _Done]]) -> _Done:
    """Tell whether the day lies outside the period covered, an extension being heeded."""
    when = _bounds(covers)
    if when is None:
        return "no"
    if when.earliest and when.earliest > day:
        return "yes"
    if when.latest is None or when.latest >= day:
        return "no"
    extended = {done for act, done in begun if act.kind == StageKind.EXTENDED}
    return "no" if "yes" in extended else "perhaps" if extended else "yes"


def _bounds(text: str) -> EdtfDate | None:
    when = parse_date(text) if text else None
    return when if when and (when.earliest or when.latest) else None
