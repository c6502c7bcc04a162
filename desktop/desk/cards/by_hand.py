"""What words selected in the text add to a card: a date, a figure, a quotation, a tag."""

from dataclasses import replace

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine
from db.terms import EntryKind, How, StageKind
from desktop.desk.cards.card import BY_HAND, Card

_DATES = {EntryKind.MEETING: "start", EntryKind.SOURCE: "published"}


def with_line(card: Card, line: SuggestedLine) -> Card:
    """Return a card with a line made by hand, in the place of the one of its key if there is one.

    A line without a key is a further one; it is ticked, and has yet to be seen.
    """
    line = line if line.key else replace(line, key=_free_key(card, line))
    if line.key in {one.key for one in card.suggestion.lines}:
        card = replace(card, edits={**card.edits, line.key: line})
    else:
        kept = tuple(one for one in card.added if one.key != line.key)
        edits = {key: one for key, one in card.edits.items() if key != line.key}
        card = replace(card, added=(*kept, line), edits=edits)
    ticks = {**card.ticks, line.key: True}
    return replace(card, ticks=ticks, seen=card.seen - {line.key})


def dated_line(card: Card, edtf: str, span: Span) -> SuggestedLine | None:
    """Return the line that gives a card its date, None for a record that has none of its own.

    An agreement's first stage is dated; without one the source gives a date and not the act.
    """
    stated = {"value": edtf, "spans": (span,), "how": How.STATED, "reason": "", "rule": ""}
    if card.kind == EntryKind.AGREEMENT:
        stage = next((line for line in card.lines if line.kind == LineKind.STAGE), None)
        made = SuggestedLine(key=f"{BY_HAND}stage", kind=LineKind.STAGE, name=StageKind.DATED)
        return replace(stage or made, **stated)
    name = _DATES.get(card.kind, "")
    if not name:
        return None
    there = next((line for line in card.lines if _is_field(line, name)), None)
    made = SuggestedLine(key=f"{BY_HAND}{name}", kind=LineKind.FIELD, name=name)
    return replace(there or made, **stated)


def _is_field(line: SuggestedLine, name: str) -> bool:
    return line.kind == LineKind.FIELD and line.name == name


def _free_key(card: Card, line: SuggestedLine) -> str:
    there = {one.key for one in card.lines}
    number = 1
    while f"{BY_HAND}{line.kind}:{number}" in there:
        number += 1
    return f"{BY_HAND}{line.kind}:{number}"
