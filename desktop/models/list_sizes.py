"""How many entries lists show: known before all their ids are, and until something changes."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from db import queries
from db.act import Change
from db.queries.plain import count_of_all
from db.queries.walks import is_whole
from db.rows.lists import ListSize, ListSpec
from desktop.workspace import Workspace

_LEAST, _EXACT = "least", "exact"


class ListSizes(QObject):
    """Know the sizes of lists, however they are sorted; what is not known can be asked for."""

    came = Signal()
    """A size that was asked for is known."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = workspace.operations
        self._sizes: dict[ListSpec, ListSize] = {}
        self._changes = 0
        workspace.hub.changed.connect(self._on_changed)

    def size_of(self, spec: ListSpec) -> ListSize | None:
        """Return the size of a list, None where nothing is known of it."""
        return self._sizes.get(_unordered(spec))

    def note(self, counts: Mapping[ListSpec, int]) -> None:
        """Take the counts of lists that have been counted, or read to their ends."""
        for spec, count in counts.items():
            self._sizes[_unordered(spec)] = ListSize(count=count)

    def ask(self, spec: ListSpec) -> None:
        """Find out quickly how long a list is at least; the last that is asked for is told of."""
        wanted, changes = _unordered(spec), self._changes

        def take(size: ListSize) -> None:
            self._take(wanted, size) if changes == self._changes else self.ask(spec)

        if wanted in self._sizes:
            return
        if is_whole(spec):
            self._operations.look(
                lambda execute: ListSize(count=count_of_all(execute, wanted)),
                take,
                owner=self,
                lane=_LEAST,
            )
        else:
            self._operations.read(
                lambda session: queries.sizes.list_size(session, wanted),
                take,
                owner=self,
                lane=_LEAST,
            )

    def ask_exactly(self, spec: ListSpec) -> None:
        """Find out how long a list is, however long that takes; the last asked for is told of."""
        wanted, changes = _unordered(spec), self._changes

        def take(count: int) -> None:
            if changes == self._changes:
                self._take(wanted, ListSize(count=count))
            else:
                self.ask_exactly(spec)

        known = self._sizes.get(wanted)
        if known is None or not known.is_exact:
            self._operations.read(
                lambda session: queries.lists.list_count(session, wanted),
                take,
                owner=self,
                lane=_EXACT,
            )

    def stop(self) -> None:
        """Ask no more how long a list is at least: another one comes, or all of it is there."""
        self._operations.cancel(owner=self, lane=_LEAST)

    def _take(self, spec: ListSpec, size: ListSize) -> None:
        known = self._sizes.get(spec)
        if known is None or not known.is_exact:
            self._sizes[spec] = size
        self.came.emit()

    @Slot(object, object)
    def _on_changed(self, _change: Change, _initiator: object) -> None:
        self._changes += 1
        self._sizes.clear()


def _unordered(spec: ListSpec) -> ListSpec:
    """Return what the size of a list rests on."""
    return replace(spec, query=spec.query.strip(), saved=0, sort="title", descending=False)
