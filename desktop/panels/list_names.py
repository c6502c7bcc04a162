"""What the lists of the middle are called, what they can be sorted by, what they say when empty."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.queries.walks import SORTS, SORTS_OF_ALL
from db.rows.lists import BEST, ListSpec
from db.terms import EntryKind
from desktop.labels import plural
from desktop.models.columns import column_title, columns_of

_NUMBERS = frozenset({"evidence", "gaps"})
_TIMES = frozenset({"date", "changed", "added"})

_LATEST_FIRST = frozenset({EntryKind.SOURCE, EntryKind.AGREEMENT, EntryKind.MEETING})

_SORT_NAMES: Mapping[tuple[str, EntryKind | None], object] = {
    ("title", EntryKind.PERSON): QT_TRANSLATE_NOOP("lists", "Family name"),
    (BEST, None): QT_TRANSLATE_NOOP("lists", "Best first"),
}


def home_of(spec: ListSpec) -> ListSpec:
    """Return the list a query narrows: a kind, a tag, a board, a saved search, or all."""
    plain = ListSpec()
    return replace(spec, query="", sort=plain.sort, descending=plain.descending)


def list_key(home: ListSpec) -> str:
    """Return the name a home is remembered by."""
    marks = {
        "inbox": home.inbox,
        "trash": home.trashed,
        "conflicts": home.conflicts,
        "gaps": home.gaps,
        "tag": bool(home.tag),
    }
    named = next((name for name, marked in marks.items() if marked), "")
    return named or (home.kind.value if home.kind else "all")


def list_title(home: ListSpec, label: str) -> str:
    """Return what a list is called; that of a tag or a saved search by its label."""
    titles = {
        "inbox": _tr("Inbox"),
        "trash": _tr("Trash"),
        "conflicts": _tr("Contradictions"),
        "gaps": _tr("What is missing"),
        "tag": label,
        "all": _tr("All entries"),
    }
    if home.saved and label:
        return label
    key = list_key(home)
    return titles[key] if key in titles else plural(EntryKind(key))


def sorts_of(kind: EntryKind | None) -> tuple[str, ...]:
    """Return what a list of a kind, or of all kinds, can be sorted by."""
    columns, sorts = columns_of(kind), SORTS if kind is not None else SORTS_OF_ALL
    return tuple(sort for sort in sorts if sort in columns)


def sort_name(sort: str, kind: EntryKind | None) -> str:
    """Return what a sort key is called in a list of a kind: people go by family name."""
    named = _SORT_NAMES.get((sort, kind)) or _SORT_NAMES.get((sort, None))
    return _tr(str(named)) if named else column_title(sort, kind)


def direction_name(sort: str, *, descending: bool) -> str:
    """Return what a direction means for a sort key."""
    if sort == "date":
        return _tr("Newest first") if descending else _tr("Oldest first, undated last")
    if sort in _TIMES:
        return _tr("Newest first") if descending else _tr("Oldest first")
    if sort in _NUMBERS:
        return _tr("Most first") if descending else _tr("Fewest first")
    if sort == "reference":
        return _tr("Last number first") if descending else _tr("First number first")
    return _tr("Z to A") if descending else _tr("A to Z")


def descends_first(sort: str) -> bool:
    """Tell whether a sort key is wanted from its end first: latest, most."""
    return sort in _TIMES | _NUMBERS


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
