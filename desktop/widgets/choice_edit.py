"""The editor of one value out of a few: a type, a kind, a state."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from desktop.widgets.editor import editor_signal


class ChoiceEdit(QComboBox):
    """Choose one code by its label: type its first letters, or open the list.

    `options` are pairs of code and label. The wheel is ignored unless the field has the focus, lest
    scrolling a form changes it. A code that is not among the options is shown as it is, never lost.
    """

    edited = editor_signal()
    committed = editor_signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        optional: bool = False,
        empty_label: str = "—",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional, self._empty_label = optional, empty_label
        self._listed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(16)
        self.set_options(options)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other choices, and keep the value."""
        kept = self.value()
        self.clear()
        if self._optional:
            self.addItem(self._empty_label, "")
        for code, label in options:
            self.addItem(label, code)
        self.set_value(kept)

    def value(self) -> str:
        """Give the code chosen; empty where none is."""
        return str(self.currentData() or "")

    def raw(self) -> str:
        """Give the code chosen."""
        return self.value()

    def set_value(self, value: str) -> None:
        """Show a code by its label, without emitting `edited` or `committed`."""
        index = self.findData(value)
        if index < 0 and value:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def problem(self) -> str:
        """Say why the choice can't be stored; any choice can."""
        return ""

    def settle(self) -> None:
        """Take what stands here as saved; a choice has no typing to forget."""

    @override
    def showPopup(self) -> None:
        """Note that a choice now comes from the open list."""
        self._listed = True
        super().showPopup()

    @override
    def wheelEvent(self, e: QWheelEvent, /) -> None:
        """Leave the wheel to the form, unless this field has the focus."""
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Commit on Enter."""
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.committed.emit(self.value())
        super().keyPressEvent(e)

    @override
    def focusOutEvent(self, e: QFocusEvent, /) -> None:
        """Commit when the field is left, but not for its own list."""
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit(self.value())

    @override
    def changeEvent(self, e: QEvent, /) -> None:
        """Take the room that another font needs."""
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @Slot()
    def _on_activated(self, _index: int) -> None:
        self.edited.emit()
        if self._listed:
            self._listed = False
            self.committed.emit(self.value())
