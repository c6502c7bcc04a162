"""The button that says how a list is sorted, with the menu to sort it otherwise."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.rows.lists import BEST, ListSpec
from desktop.models.query_reach import asks_for_words
from desktop.panels.list_names import descends_first, direction_name, sort_name, sorts_of
from desktop.panels.text_button import TextButton


class SortButton(TextButton):
    """Show the order of a list, and ask for another."""

    spec_changed = Signal(object)
    """The ``ListSpec`` that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = ListSpec()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_spec(self._spec)

    def show_spec(self, spec: ListSpec) -> None:
        """Show the order of a list."""
        self._spec = spec
        name = sort_name(spec.sort, spec.kind)
        if spec.sort == BEST:
            self.setText(name)
            self.setAccessibleName(self.tr("Sorted: {0}").format(name))
            self.setToolTip(self.tr("What fits the words best stands first"))
            return
        self.setText(f"{name} {'↓' if spec.descending else '↑'}")
        direction = direction_name(spec.sort, descending=spec.descending)
        self.setAccessibleName(self.tr("Sorted by {0}: {1}").format(name, direction))
        self.setToolTip(direction)

    def sort_by(self, key: str) -> None:
        """Ask for the order of a key, or for the other direction where it is sorted so."""
        descending = descends_first(key)
        if key == self._spec.sort:
            descending = not self._spec.descending
        self._ask(replace(self._spec, sort=key, descending=descending))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        keys, directions = QActionGroup(self._menu), QActionGroup(self._menu)
        kind, spec = self._spec.kind, self._spec
        if asks_for_words(spec.query):
            self._add(keys, sort_name(BEST, kind), replace(spec, sort=BEST, descending=True))
            self._menu.addSeparator()
        for sort in sorts_of(kind):
            same = sort == spec.sort
            descending = spec.descending if same else descends_first(sort)
            self._add(keys, sort_name(sort, kind), _sorted(spec, sort, descending=descending))
        if spec.sort == BEST:
            return
        self._menu.addSeparator()
        for descending in (False, True):
            words = direction_name(spec.sort, descending=descending)
            self._add(directions, words, _sorted(spec, spec.sort, descending=descending))

    def _add(self, group: QActionGroup, words: str, spec: ListSpec) -> None:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setChecked(spec == self._spec)
        action.setData(spec)
        action.triggered.connect(self._on_triggered)
        self._menu.addAction(action)

    def _ask(self, spec: ListSpec) -> None:
        self.show_spec(spec)
        self.spec_changed.emit(spec)

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._ask(action.data())


def _sorted(spec: ListSpec, sort: str, *, descending: bool) -> ListSpec:
    return replace(spec, sort=sort, descending=descending)
