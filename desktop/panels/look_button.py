"""The button that says how a list looks, with the menu to make it rows or columns."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.panels.list_looks import ListLook
from desktop.panels.text_button import TextButton


class LookButton(TextButton):
    """Show whether a list is in rows or columns, and ask for the other."""

    look_changed = Signal(object)
    """The ``ListLook`` that is wanted."""
    columns_asked = Signal()
    """The columns are to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ListLook()
        menu, group = QMenu(self), QActionGroup(self)
        self._rows = QAction(self.tr("&Rows"), group)
        self._columns = QAction(self.tr("&Columns"), group)
        for action in (self._rows, self._columns):
            action.setCheckable(True)
            action.triggered.connect(self._on_triggered)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("C&hoose columns…")).triggered.connect(self.columns_asked)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_look(self._look)

    def show_look(self, look: ListLook) -> None:
        """Show how a list looks."""
        self._look = look
        self._rows.setChecked(not look.in_columns)
        self._columns.setChecked(look.in_columns)
        words = self.tr("Columns") if look.in_columns else self.tr("Rows")
        self.setText(words)
        self.setAccessibleName(self.tr("Shown in: {0}").format(words))
        self.setToolTip(self.tr("Two lines an entry, or a column for each value"))

    @Slot()
    def _on_triggered(self) -> None:
        self.look_changed.emit(replace(self._look, in_columns=self._columns.isChecked()))
