"""The context menu of a field: what its editor offers, and the way to its history."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from desktop.forms.bound_field import BoundField


class FieldMenus(QObject):
    """Gives fields, and their labels, a context menu."""

    history_requested = Signal(str)
    """The name of a field."""

    def watch(self, field: BoundField) -> None:
        """Give a field its menu."""
        for widget in (field.editor, field.row.label):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            show = partial(self._show, widget, field.name)
            widget.customContextMenuRequested.connect(show)

    def menu_of(self, widget: QWidget, name: str) -> QMenu:
        """Make the menu of a field's editor or label."""
        menu = _offered(widget)
        if menu.actions():
            menu.addSeparator()
        history = menu.addAction(self.tr("History of this field"))
        history.triggered.connect(partial(self._ask, name))
        return menu

    def _show(self, widget: QWidget, name: str, at: QPoint) -> None:
        menu = self.menu_of(widget, name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(widget.mapToGlobal(at))

    def _ask(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        self.history_requested.emit(name)


def _offered(widget: QWidget) -> QMenu:
    menu = None
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        menu = widget.createStandardContextMenu()
    return menu if menu is not None else QMenu(widget)
