"""What a row of a list says of an entry: its second line, its state, what is read aloud."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from db.rows.entries import EntryLine
from db.rows.lists import ListSpec
from db.terms import (
    AgreementType,
    EntryKind,
    MeetingKind,
    OrganisationKind,
    PlaceKind,
    ReadingState,
    ReviewState,
    SourceKind,
    StageKind,
    Standing,
)
from desktop.labels import date_label, heading, label
from desktop.translation import translate

TYPES: Mapping[EntryKind, type[StrEnum]] = {
    EntryKind.SOURCE: SourceKind,
    EntryKind.AGREEMENT: AgreementType,
    EntryKind.MEETING: MeetingKind,
    EntryKind.ORGANISATION: OrganisationKind,
    EntryKind.PLACE: PlaceKind,
}
"""The vocabulary a list's types come from; persons have none."""

STATES: Mapping[EntryKind, type[StrEnum]] = {
    EntryKind.SOURCE: ReadingState,
    EntryKind.AGREEMENT: StageKind,
    EntryKind.MEETING: Standing,
}
"""The vocabulary a list's states come from, for the kinds that have one."""

DATED = frozenset({EntryKind.SOURCE, EntryKind.AGREEMENT, EntryKind.MEETING})
"""The kinds whose missing date is worth saying."""

UNDATED = frozenset({EntryKind.ORGANISATION, EntryKind.PLACE})
"""The kinds that have no date at all."""

_UNSETTLED = frozenset(
    {
        StageKind.PROPOSED,
        StageKind.DRAFTED,
        StageKind.INITIALLED,
        StageKind.DATED,
        Standing.PLANNED,
    }
)


def type_words(kind: EntryKind, subtype: str) -> str:
    """Return what a type is called, with a capital; empty where there is none."""
    terms = TYPES.get(kind)
    return heading(terms(subtype)) if terms is not None and subtype else ""


def state_words(kind: EntryKind, state: str) -> str:
    """Return what a state is called; empty where there is none."""
    terms = STATES.get(kind)
    return label(terms(state)) if terms is not None and state else ""


def country_words(codes: str) -> str:
    """Return country codes as a list shows them: ``AZ · RU``."""
    return " · ".join(codes.split())


def subtitle(line: EntryLine) -> str:
    """Return the second line of a row."""
    return "  ·  ".join(_parts(line))


def state_shown(line: EntryLine, spec: ListSpec) -> str:
    """Return the state of a row; on the two boards, how many troubles the entry has."""
    if spec.conflicts:
        one = line.conflict_count == 1
        words = _tr("1 contradiction") if one else _tr("{0} contradictions")
        return words.format(line.conflict_count)
    if spec.gaps:
        one = line.gap_count == 1
        words = _tr("1 without evidence") if one else _tr("{0} without evidence")
        return words.format(line.gap_count)
    return state_words(line.kind, line.state)


def spoken(line: EntryLine, spec: ListSpec) -> str:
    """Return a row as it is read aloud."""
    state = state_shown(line, spec)
    parts = (line.title, label(line.kind), *_parts(line), state, line.reference)
    return ", ".join(part for part in parts if part)


def progress_words(progress: tuple[int, int] | None) -> str:
    """Return how far a release is reviewed: decided of suggested."""
    return _tr("{0} of {1}").format(*progress) if progress else ""


def state_tone(line: EntryLine, spec: ListSpec) -> str:
    """Return the palette's name for the tone of a state: ``warn`` while it is not settled."""
    if spec.conflicts or spec.gaps or line.state in _UNSETTLED:
        return "warn"
    return "accent" if line.state == ReadingState.INBOX else "quiet"


def _parts(line: EntryLine) -> Iterator[str]:
    parts = (
        type_words(line.kind, line.subtype),
        _date(line),
        country_words(line.country_codes),
        _body(line),
        _review(line),
    )
    return (part for part in parts if part)


def _review(line: EntryLine) -> str:
    """A source says how far it is read instead, at the end of its line."""
    if line.kind == EntryKind.SOURCE or line.review == ReviewState.DRAFT:
        return ""
    return label(ReviewState(line.review))


def _date(line: EntryLine) -> str:
    if line.date_text:
        shown = date_label(line.date_text)
        return _tr("born {0}").format(shown) if line.kind == EntryKind.PERSON else shown
    return _tr("no date") if line.kind in DATED else ""


def _body(line: EntryLine) -> str:
    if line.kind == EntryKind.AGREEMENT and line.body:
        return _tr("No. {0}").format(line.body)
    return line.body


def _tr(text: str) -> str:
    return translate("entry_words", text)
