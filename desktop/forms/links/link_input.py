"""The line in which links are typed: one by one, or pasted as a list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.widgets.suggest_edit import DEBOUNCE_MS, SuggestEdit

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LinkInput(SuggestEdit):
    """Ask as somebody types; know whether Enter was pressed before the answer was seen."""

    list_pasted = Signal(str)
    role_requested = Signal()
    left_upwards = Signal()

    def __init__(
        self,
        *,
        placeholder: str = "",
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, debounce_ms=debounce_ms, parent=parent)
        self._unseen = True

    def chosen_unseen(self) -> bool:
        """Tell whether the last Enter was pressed before any answer was shown."""
        return self._unseen

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Open the roles with a slash, go up from the line, and take in a pasted list."""
        key = arg__1.key()
        if key in _ENTER:
            self._unseen = not self.popup().isVisible()
        if key == Qt.Key.Key_Slash and not self.text():
            self.role_requested.emit()
        elif key == Qt.Key.Key_Up and not self.popup().isVisible():
            self.left_upwards.emit()
        elif not (arg__1.matches(QKeySequence.StandardKey.Paste) and self._take_list()):
            super().keyPressEvent(arg__1)

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent, /) -> None:
        """Let Paste in the menu take in a list too."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        listed = menu.addAction(self.tr("Paste as a list…"), self._take_list)
        listed.setEnabled(_is_list(_clipboard_text()))
        menu.popup(arg__1.globalPos())

    def _take_list(self) -> bool:
        text = _clipboard_text()
        if _is_list(text):
            self.list_pasted.emit(text)
        return _is_list(text)


def _clipboard_text() -> str:
    return QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)


def _is_list(text: str) -> bool:
    return len(text.strip().splitlines()) > 1
