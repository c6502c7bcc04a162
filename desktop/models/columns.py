"""The columns of a list: what each is called, says, and sorts by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from db.rows.entries import EntryLine
from db.terms import EntryKind, ReviewState
from desktop.labels import date_label, heading, label
from desktop.models.entry_words import (
    STATES,
    TYPES,
    UNDATED,
    country_words,
    state_words,
    type_words,
)
from desktop.translation import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the words it shows of a line, and its width in letters until it is changed."""

    key: str
    """Also the key of the order it sorts by, where there is one."""
    text: Callable[[EntryLine], str]
    letters: int
    is_number: bool = False


def _day(time: datetime | None) -> str:
    return date_label(time.astimezone().date().isoformat()) if time is not None else ""


def _number(count: int) -> str:
    return str(count) if count else ""


COLUMNS: tuple[Column, ...] = (
    Column(key="title", text=lambda line: line.title, letters=48),
    Column(key="reference", text=lambda line: line.reference, letters=15),
    Column(key="kind", text=lambda line: heading(line.kind), letters=18),
    Column(key="type", text=lambda line: type_words(line.kind, line.subtype), letters=18),
    Column(key="date", text=lambda line: date_label(line.date_text), letters=22),
    Column(key="state", text=lambda line: state_words(line.kind, line.state), letters=14),
    Column(key="countries", text=lambda line: country_words(line.country_codes), letters=14),
    Column(key="body", text=lambda line: line.body, letters=24),
    Column(key="review", text=lambda line: label(ReviewState(line.review)), letters=12),
    Column(
        key="evidence",
        text=lambda line: "" if line.kind == EntryKind.SOURCE else str(line.evidence_count),
        letters=14,
        is_number=True,
    ),
    Column(key="gaps", text=lambda line: _number(line.gap_count), letters=11, is_number=True),
    Column(key="changed", text=lambda line: _day(line.changed_at), letters=22),
    Column(key="added", text=lambda line: _day(line.created_at), letters=22),
)
"""All columns there are, the first of which is always shown."""

TITLE = 0

_TITLES: Mapping[str, object] = {
    "title": QT_TRANSLATE_NOOP("lists", "Title"),
    "reference": QT_TRANSLATE_NOOP("lists", "Reference"),
    "kind": QT_TRANSLATE_NOOP("lists", "Kind"),
    "type": QT_TRANSLATE_NOOP("lists", "Type"),
    "date": QT_TRANSLATE_NOOP("lists", "Date"),
    "state": QT_TRANSLATE_NOOP("lists", "State"),
    "countries": QT_TRANSLATE_NOOP("lists", "Countries"),
    "body": QT_TRANSLATE_NOOP("lists", "Body"),
    "review": QT_TRANSLATE_NOOP("lists", "Review"),
    "evidence": QT_TRANSLATE_NOOP("lists", "Evidence"),
    "gaps": QT_TRANSLATE_NOOP("lists", "Gaps"),
    "changed": QT_TRANSLATE_NOOP("lists", "Changed"),
    "added": QT_TRANSLATE_NOOP("lists", "Added"),
}

_TITLES_OF_KIND: Mapping[tuple[str, EntryKind], object] = {
    ("title", EntryKind.PERSON): QT_TRANSLATE_NOOP("lists", "Name"),
    ("date", EntryKind.PERSON): QT_TRANSLATE_NOOP("lists", "Born"),
    ("date", EntryKind.SOURCE): QT_TRANSLATE_NOOP("lists", "Published"),
    ("state", EntryKind.AGREEMENT): QT_TRANSLATE_NOOP("lists", "Stage"),
    ("state", EntryKind.SOURCE): QT_TRANSLATE_NOOP("lists", "Reading"),
    ("body", EntryKind.AGREEMENT): QT_TRANSLATE_NOOP("lists", "Number"),
    ("body", EntryKind.SOURCE): QT_TRANSLATE_NOOP("lists", "Publisher"),
    ("body", EntryKind.PERSON): QT_TRANSLATE_NOOP("lists", "Post"),
    ("body", EntryKind.ORGANISATION): QT_TRANSLATE_NOOP("lists", "Part of"),
    ("body", EntryKind.PLACE): QT_TRANSLATE_NOOP("lists", "Lies in"),
}

_FIRST_SHOWN: Mapping[EntryKind | None, tuple[str, ...]] = {
    None: ("kind", "title", "type", "date", "countries", "evidence"),
    EntryKind.SOURCE: ("reference", "title", "body", "date", "state", "countries"),
    EntryKind.AGREEMENT: ("reference", "title", "type", "date", "state", "countries", "evidence"),
    EntryKind.MEETING: ("reference", "title", "type", "date", "body", "countries", "evidence"),
    EntryKind.PERSON: ("title", "body", "countries", "evidence"),
    EntryKind.ORGANISATION: ("title", "type", "countries", "body", "evidence"),
    EntryKind.PLACE: ("title", "type", "countries", "body", "evidence"),
}


def column_title(key: str, kind: EntryKind | None) -> str:
    """Return what a column is called in a list of a kind, or of all kinds."""
    own = _TITLES_OF_KIND.get((key, kind)) if kind is not None else None
    return translate("lists", str(own or _TITLES[key]))


def columns_of(kind: EntryKind | None) -> tuple[str, ...]:
    """Return the keys of the columns that say anything in a list of a kind, or of all kinds."""
    says = {
        "kind": kind is None,
        "type": kind is None or kind in TYPES,
        "date": kind not in UNDATED,
        "state": kind is None or kind in STATES,
        "evidence": kind != EntryKind.SOURCE,
        "gaps": kind != EntryKind.SOURCE,
    }
    return tuple(column.key for column in COLUMNS if says.get(column.key, True))


def first_columns(kind: EntryKind | None) -> tuple[str, ...]:
    """Return the columns of a list nobody has chosen any for, in their order."""
    return _FIRST_SHOWN[kind]


def section_of(key: str) -> int:
    """Return the number a column has in the model."""
    return next(number for number, column in enumerate(COLUMNS) if column.key == key)
