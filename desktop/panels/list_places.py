"""Where each list was left: which entry was current, what was in sight, in which order it was."""

from dataclasses import dataclass, replace

from db.rows.lists import BEST, ListSpec
from desktop.models.query_reach import asks_for_words
from desktop.panels.entry_place import InSight
from desktop.panels.list_names import first_order, list_key, sorts_of
from desktop.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """What was current and in sight in a list, without anything that narrowed it."""

    current: int = 0
    in_sight: InSight = ()


class ListPlaces:
    """Remember places while the program runs, and the order of each kind of list for longer."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._places: dict[ListSpec, ListPlace] = {}

    def leave(self, home: ListSpec, place: ListPlace) -> None:
        """Remember how a list was left."""
        self._places[home] = place

    def place_of(self, home: ListSpec) -> ListPlace:
        """Return how a list was left, or how it is first shown."""
        return self._places.get(home) or ListPlace()

    def ordered(self, spec: ListSpec) -> ListSpec:
        """Return a spec in the order remembered for lists of its sort.

        Best first, where that was chosen, holds for queries that ask for words.
        """
        sort, descending = first_order(spec)
        kept, _, direction = self._settings.text(_key(spec, "sort")).partition(":")
        if kept in sorts_of(spec.kind):
            sort, descending = kept, direction == "descending"
        if self._settings.text(_key(spec, "best")) and asks_for_words(spec.query):
            sort, descending = BEST, True
        return replace(spec, sort=sort, descending=descending)

    def remember_order(self, home: ListSpec, spec: ListSpec) -> None:
        """Remember the order of lists of this sort."""
        if spec.sort == BEST:
            self._settings.set_text(_key(home, "best"), "yes")
            return
        direction = "descending" if spec.descending else "ascending"
        self._settings.set_text(_key(home, "sort"), f"{spec.sort}:{direction}")
        if asks_for_words(spec.query):  # another order was chosen instead of the best
            self._settings.set_text(_key(home, "best"), "")


def _key(home: ListSpec, what: str) -> str:
    return f"list/{list_key(home)}/{what}"
