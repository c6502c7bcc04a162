"""What the lists of the middle are called, and what each can be narrowed and sorted by."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.queries.lists import ListSpec
from db.terms import EntryKind
from desktop.labels import plural
from desktop.models.entry_words import STATES, TYPES

FILTERS = ("kind", "countries", "types", "states", "tags", "years")
"""What a list can be narrowed by, in the order of the buttons."""

_FILTER_NAMES: Mapping[str, object] = {
    "kind": QT_TRANSLATE_NOOP("lists", "Kind"),
    "countries": QT_TRANSLATE_NOOP("lists", "Country"),
    "types": QT_TRANSLATE_NOOP("lists", "Type"),
    "states": QT_TRANSLATE_NOOP("lists", "State"),
    "tags": QT_TRANSLATE_NOOP("lists", "Tag"),
    "years": QT_TRANSLATE_NOOP("lists", "Year"),
}

_SORT_NAMES: Mapping[str, object] = {
    "date": QT_TRANSLATE_NOOP("lists", "Date"),
    "title": QT_TRANSLATE_NOOP("lists", "Title"),
    "reference": QT_TRANSLATE_NOOP("lists", "Reference"),
    "type": QT_TRANSLATE_NOOP("lists", "Type"),
    "state": QT_TRANSLATE_NOOP("lists", "State"),
}

_LATEST_FIRST = frozenset({EntryKind.SOURCE, EntryKind.AGREEMENT, EntryKind.MEETING})
_UNDATED = frozenset({EntryKind.ORGANISATION, EntryKind.PLACE})


def home_of(spec: ListSpec) -> ListSpec:
    """Return the list a spec narrows: a kind, a tag, a board, the inbox, the trash, or all."""
    return ListSpec(
        kind=spec.kind,
        tags=spec.tags if spec.kind is None else (),
        inbox=spec.inbox,
        trashed=spec.trashed,
        conflicts=spec.conflicts,
        gaps=spec.gaps,
    )


def in_order_of(spec: ListSpec, other: ListSpec) -> ListSpec:
    """Return a spec in the order of another."""
    return replace(spec, sort=other.sort, descending=other.descending)


def is_narrowed(spec: ListSpec, home: ListSpec) -> bool:
    """Tell whether a spec shows less than its home, typed words aside."""
    return replace(in_order_of(spec, home), typed="") != home


def list_key(home: ListSpec) -> str:
    """Return the name a home is remembered by."""
    marks = {
        "inbox": home.inbox,
        "trash": home.trashed,
        "conflicts": home.conflicts,
        "gaps": home.gaps,
        "tag": bool(home.tags),
    }
    named = next((name for name, marked in marks.items() if marked), "")
    return named or (home.kind.value if home.kind else "all")


def list_title(home: ListSpec, tag_label: str) -> str:
    """Return what a list is called; a tag's list is called as the tag."""
    titles = {
        "inbox": _tr("Inbox"),
        "trash": _tr("Trash"),
        "conflicts": _tr("Contradictions"),
        "gaps": _tr("What is missing"),
        "tag": tag_label,
        "all": _tr("All entries"),
    }
    key = list_key(home)
    return titles[key] if key in titles else plural(EntryKind(key))


def filters_of(spec: ListSpec, home: ListSpec) -> tuple[str, ...]:
    """Return what a list can be narrowed by where it stands, in the order of `FILTERS`."""
    kind, stored = spec.kind, not home.trashed  # values are looked up outside the trash
    open_ = {
        "kind": home.kind is None,
        "countries": stored,
        "types": stored and kind in TYPES,
        "states": stored and kind in STATES and not home.inbox,
        "tags": not home.tags,
        "years": stored and kind not in _UNDATED,
    }
    return tuple(name for name in FILTERS if open_[name])


def filter_name(name: str, kind: EntryKind | None) -> str:
    """Return what a filter is called in a list of a kind: agreements have stages."""
    if name == "states" and kind == EntryKind.AGREEMENT:
        return _tr("Stage")
    if name == "years" and kind == EntryKind.PERSON:
        return _tr("Born")
    return _tr(str(_FILTER_NAMES[name]))


def sorts_of(kind: EntryKind | None) -> tuple[str, ...]:
    """Return what a list of a kind can be sorted by."""
    fits = {
        "date": kind not in _UNDATED,
        "title": True,
        "reference": True,
        "type": kind in TYPES,
        "state": kind in STATES,
    }
    return tuple(name for name in _SORT_NAMES if fits[name])


def sort_name(sort: str, kind: EntryKind | None) -> str:
    """Return what a sort key is called in a list of a kind: people go by family name."""
    if kind == EntryKind.PERSON and sort in {"title", "date"}:
        return _tr("Family name") if sort == "title" else _tr("Born")
    if sort == "state" and kind == EntryKind.AGREEMENT:
        return _tr("Stage")
    return _tr(str(_SORT_NAMES[sort]))


def direction_name(sort: str, *, descending: bool) -> str:
    """Return what a direction means for a sort key; entries without a date have the lowest."""
    if sort == "date":
        latest, earliest = _tr("Latest first, undated last"), _tr("Undated first, then earliest")
        return latest if descending else earliest
    if sort == "reference":
        return _tr("Last number first") if descending else _tr("First number first")
    return _tr("Z to A") if descending else _tr("A to Z")


def first_order(home: ListSpec) -> tuple[str, bool]:
    """Return the sort key of a list nobody has sorted yet, and whether it descends."""
    return ("date", True) if home.kind in _LATEST_FIRST else ("title", False)


def empty_words(home: ListSpec) -> tuple[str, str]:
    """Return what a list with nothing in it says: a title, and what to do."""
    words = {
        "inbox": (_tr("The inbox is empty"), _tr("Press Ctrl+Shift+V to paste a release.")),
        "trash": (_tr("The trash is empty"), _tr("What you move to the trash can come back.")),
        "conflicts": (_tr("No contradictions"), _tr("No two sources disagree about a value.")),
        "gaps": (_tr("Nothing is missing"), _tr("Every value has the words it stands on.")),
        "tag": (_tr("Nothing has this tag"), _tr("Select entries in a list and press T.")),
        "all": (_tr("The catalogue is empty"), _tr("Press Ctrl+Shift+V to paste a release.")),
        "source": (_tr("No sources yet"), _tr("Press Ctrl+Shift+V to paste a release.")),
        "agreement": (_tr("No agreements yet"), _tr("Press Ctrl+N to make one.")),
        "meeting": (_tr("No meetings yet"), _tr("Press Ctrl+N to make one.")),
        "person": (_tr("No people yet"), _tr("Press Ctrl+N, or name one in a meeting.")),
        "organisation": (_tr("No bodies yet"), _tr("Press Ctrl+N, or name one as a party.")),
        "place": (_tr("No places yet"), _tr("Press Ctrl+N, or name a country as a party.")),
    }
    return words[list_key(home)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("lists", text)
