"""How each kind of list looks: rows or columns, which columns, in which order and how wide."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.columns import COLUMNS, columns_of, first_columns, section_of
from desktop.panels.list_names import list_key
from desktop.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """A column as it is shown: its key, and its width in letters of the font in use."""

    key: str
    letters: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLook:
    """Whether a list is in columns, and the columns shown, from the left on."""

    in_columns: bool = False
    columns: tuple[ShownColumn, ...] = ()


def with_columns(look: ListLook, keys: Sequence[str]) -> ListLook:
    """Return a look with these columns, from the left on; those that stay keep their widths."""
    return ListLook(in_columns=look.in_columns, columns=_shown(keys, look.columns))


class ListLooks:
    """Remember how lists look, for each kind of list."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def look_of(self, home: ListSpec) -> ListLook:
        """Return how a list is to look."""
        in_columns = self._settings.text(_key(home, "look")) == "columns"
        kept = _read(self._settings.text(_key(home, "columns")), home.kind)
        return ListLook(in_columns=in_columns, columns=kept or _shown(first_columns(home.kind), ()))

    def remember(self, home: ListSpec, look: ListLook) -> None:
        """Remember how lists of this sort look."""
        self._settings.set_text(_key(home, "look"), "columns" if look.in_columns else "rows")
        kept = " ".join(f"{column.key}:{column.letters:.1f}" for column in look.columns)
        self._settings.set_text(_key(home, "columns"), kept)


def _shown(keys: Sequence[str], known: Sequence[ShownColumn]) -> tuple[ShownColumn, ...]:
    widths = {column.key: column.letters for column in COLUMNS}
    widths |= {column.key: column.letters for column in known}
    return tuple(ShownColumn(key=key, letters=widths[key]) for key in dict.fromkeys(keys))


def _read(kept: str, kind: EntryKind | None) -> tuple[ShownColumn, ...]:
    """Read what was remembered, as far as a list of this kind can show it."""
    fits = columns_of(kind)
    columns: dict[str, ShownColumn] = {}
    for part in kept.split():
        key, _, letters = part.partition(":")
        if key in fits:
            columns[key] = ShownColumn(key=key, letters=_width(letters, key))
    return tuple(columns.values()) if "title" in columns else ()


def _width(letters: str, key: str) -> float:
    try:
        width = float(letters)
    except ValueError:
        width = 0.0
    return width if 1 < width < 1_000 else COLUMNS[section_of(key)].letters


def _key(home: ListSpec, what: str) -> str:
    return f"list/{list_key(home)}/{what}"
