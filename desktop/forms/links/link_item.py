"""One line of the list of links: a sentence that can be walked to, edited, moved and removed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from db.rows.entries import LinkRow
from desktop.widgets.face_button import FaceButton
from desktop.widgets.link_button import LinkButton
from desktop.widgets.link_line import LinkLine, LinkText

_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Link(LinkButton):
    """The other end, which asks its line about each key first."""

    keys: Callable[[QKeyEvent], bool]
    focused = Signal()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        if not self.keys(arg__1):
            super().keyPressEvent(arg__1)

    @override
    def focusInEvent(self, arg__1: QFocusEvent, /) -> None:
        super().focusInEvent(arg__1)
        self.focused.emit()


class _Face(FaceButton):
    """The evidence, which asks its line about each key first."""

    keys: Callable[[QKeyEvent], bool]

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        if not self.keys(arg__1):
            super().keyPressEvent(arg__1)


class LinkItem(LinkLine):
    """Show a link; the arrow keys walk the list, with Alt they move the link in it."""

    walked = Signal(int)
    move_requested = Signal(int)
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        link, face = _Link(), _Face()
        super().__init__(LinkText(relation="", other=""), link=link, face=face, parent=parent)
        self._row: LinkRow | None = None
        link.keys = face.keys = self._walk
        link.focused.connect(self.focused)
        self.set_reachable(reachable=False)

    def row(self) -> LinkRow:
        """Give the link shown; LookupError for a spare line that shows none yet."""
        if self._row is None:
            raise LookupError
        return self._row

    def show_link(self, row: LinkRow, text: LinkText, *, heads: bool) -> None:
        """Show a link; its kind stands only at the head of the links of that kind."""
        if (row, text, heads) != (self._row, self.text(), self._heads):
            self._row = row
            self.set_text(text, heads=heads)

    def set_reachable(self, *, reachable: bool) -> None:
        """Let Tab stop here or pass by: it stops at one line of the list."""
        policy = Qt.FocusPolicy
        self.link().setFocusPolicy(policy.StrongFocus if reachable else policy.ClickFocus)
        self.face().setFocusPolicy(policy.TabFocus if reachable else policy.NoFocus)

    @override
    def menu(self) -> QMenu:
        """Make the menu of all that can be done with the link."""
        menu = super().menu()
        menu.addSeparator()
        menu.addAction(self.tr("Move up"), lambda: self.move_requested.emit(-1))
        menu.addAction(self.tr("Move down"), lambda: self.move_requested.emit(1))
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Edit with E as with F2."""
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, event: QKeyEvent) -> bool:
        """Walk and move with the arrow keys, before the buttons take them."""
        key = Qt.Key(event.key())
        if key in _WALK:
            moved = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self.move_requested if moved else self.walked).emit(_WALK[key])
        elif key == Qt.Key.Key_Right:
            self.face().setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Left:
            self.link().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True
