"""Where each list was left: how it was narrowed, which entry was current, what was in sight."""

from dataclasses import dataclass, replace

from db.queries.lists import ListSpec
from desktop.panels.entry_view import InSight
from desktop.panels.list_names import first_order, list_key, sorts_of
from desktop.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """How a list was left: its spec without typed words, and what was current and in sight."""

    spec: ListSpec
    current: int = 0
    in_sight: InSight = ()


class ListPlaces:
    """Remember places while the program runs, and the order of each kind of list for longer."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._places: dict[ListSpec, ListPlace] = {}

    def leave(self, home: ListSpec, place: ListPlace) -> None:
        """Remember how a list was left."""
        self._places[home] = replace(place, spec=replace(place.spec, typed=""))

    def place_of(self, home: ListSpec) -> ListPlace:
        """Return how a list was left, or how it is first shown."""
        return self._places.get(home) or ListPlace(spec=self.ordered(home))

    def ordered(self, spec: ListSpec) -> ListSpec:
        """Return a spec in the order remembered for lists of its sort."""
        sort, descending = first_order(spec)
        kept, _, direction = self._settings.text(_key(spec)).partition(":")
        if kept in sorts_of(spec.kind):
            sort, descending = kept, direction == "descending"
        return replace(spec, sort=sort, descending=descending)

    def remember_order(self, home: ListSpec, spec: ListSpec) -> None:
        """Remember the order of lists of this sort."""
        direction = "descending" if spec.descending else "ascending"
        self._settings.set_text(_key(home), f"{spec.sort}:{direction}")


def _key(home: ListSpec) -> str:
    return f"list/{list_key(home)}/sort"
