"""The outcomes as a table, with what was lost below it."""

from collections.abc import Sequence

from tests.faults.trials import Outcome

_HEAD = ("operation", "fault", "trials", "broken off", "refused, then done", "lost")
_SHOWN = 5


def as_table(outcomes: Sequence[Outcome], seconds: float) -> str:
    """Return a table in Markdown, a row for each operation and fault."""
    rows = [_HEAD, tuple("---" for _ in _HEAD), *map(_row, outcomes)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    trials, lost = sum(one.trials for one in outcomes), sum(len(one.lost) for one in outcomes)
    lines += ["", f"{trials:,} trials in {seconds:,.0f} s; {lost} losses."]
    for one in outcomes:
        lines += [f"- {one.operation}, {one.fault}: {what}" for what in one.lost[:_SHOWN]]
    return "\n".join(lines)


def _row(outcome: Outcome) -> tuple[str, ...]:
    numbers = (outcome.trials, outcome.broken_off, outcome.refused, len(outcome.lost))
    return (outcome.operation, outcome.fault, *(f"{number:,}" for number in numbers))
