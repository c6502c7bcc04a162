"""Choosing how a list looks, by its head, its header or a popup; it is remembered for the kind."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from db.rows.lists import ListSpec
from desktop.panels.columns_popup import ColumnsPopup
from desktop.panels.entry_view import EntryView
from desktop.panels.list_head import ListHead
from desktop.panels.list_looks import ListLook, ListLooks, with_columns
from desktop.settings import Settings


class LookChooser(QObject):
    """Keep the look of a view, of its head, and what is remembered of it, the same."""

    def __init__(self, settings: Settings, head: ListHead, view: EntryView) -> None:
        super().__init__(view)
        self._looks = ListLooks(settings)
        self._head, self._view = head, view
        self._home = ListSpec()
        head.look_button.look_changed.connect(self.change)
        head.look_button.columns_asked.connect(self.choose_columns)
        view.columns.choice_asked.connect(self.choose_columns)
        view.columns.look_wanted.connect(self.change)
        view.columns.look_changed.connect(self._keep)

    def show_home(self, home: ListSpec) -> None:
        """Make another list look as lists of its kind were left."""
        self._home = home
        self._show(self._looks.look_of(home))

    @Slot(object)
    def change(self, look: ListLook) -> None:
        """Make the list look otherwise."""
        self._show(look)
        self._keep(look)

    @Slot()
    def choose_columns(self) -> None:
        """Open the choice of columns; the list is in columns then."""
        look = replace(self._view.columns.look(), in_columns=True)
        self.change(look)
        shown = [column.key for column in look.columns]
        popup = ColumnsPopup(self._home.kind, shown, self._view)
        popup.columns_wanted.connect(self._on_columns_wanted)
        popup.open_below(self._head.look_button)

    @Slot(object)
    def _on_columns_wanted(self, keys: Sequence[str]) -> None:
        self.change(with_columns(self._view.columns.look(), keys))

    @Slot(object)
    def _keep(self, look: ListLook) -> None:
        self._looks.remember(self._home, look)

    def _show(self, look: ListLook) -> None:
        if look != self._view.columns.look():
            self._view.show_look(look)
        self._head.show_look(look)
