"""The button that says how a list is sorted, with the menu to sort it otherwise."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.queries.lists import ListSpec
from desktop.panels.list_names import direction_name, sort_name, sorts_of
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

    def show_spec(self, spec: ListSpec) -> None:
        """Show the order of a list."""
        self._spec = spec
        name = sort_name(spec.sort, spec.kind)
        self.setText(f"{name} {'↓' if spec.descending else '↑'}")
        direction = direction_name(spec.sort, descending=spec.descending)
        self.setAccessibleName(self.tr("Sorted by {0}: {1}").format(name, direction))
        self.setToolTip(direction)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        keys, directions = QActionGroup(self._menu), QActionGroup(self._menu)
        for sort in sorts_of(self._spec.kind):
            self._add(keys, sort_name(sort, self._spec.kind), replace(self._spec, sort=sort))
        self._menu.addSeparator()
        for descending in (False, True):
            words = direction_name(self._spec.sort, descending=descending)
            self._add(directions, words, replace(self._spec, descending=descending))

    def _add(self, group: QActionGroup, words: str, spec: ListSpec) -> None:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setChecked(spec == self._spec)
        action.setData(spec)
        action.triggered.connect(self._on_triggered)
        self._menu.addAction(action)

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            spec: ListSpec = action.data()
            self.show_spec(spec)
            self.spec_changed.emit(spec)
