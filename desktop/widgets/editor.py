"""What every editor of one value has in common, so that forms and saving treat them all alike."""

from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget


def editor_signal(*types: type) -> SignalInstance:
    """Declare a signal of an editor class.

    Type checkers hold a class against a protocol by the declared type, not by what Qt's descriptor
    yields on an object; this declares the latter.
    """
    return cast("SignalInstance", Signal(*types))


class Editor(Protocol):
    """Edit one value that is stored as text; empty text stands for no value.

    `edited` is emitted at each change by the user, `committed` (with the value) when the field is
    left and on Enter. Filling an editor by `set_value()` emits neither.
    """

    @property
    def edited(self) -> SignalInstance:
        """Tell of each change by the user."""
        ...

    @property
    def committed(self) -> SignalInstance:
        """Tell, with the value, that the field was left or Enter pressed."""
        ...

    def value(self) -> str:
        """Give the value as it would be stored; empty where there is none or it can't be."""
        ...

    def raw(self) -> str:
        """Give what stands in the field, right or wrong: what a draft keeps."""
        ...

    def set_value(self, value: str) -> None:
        """Show a stored value, or a draft's raw text."""
        ...

    def problem(self) -> str:
        """Say in one sentence why the value can't be stored; empty where it can."""
        ...

    def settle(self) -> None:
        """Take what stands here as saved, no longer typing for Ctrl+Z to take back."""
        ...


def settle_line(line: QLineEdit) -> None:
    """Forget a line's own undo steps, and leave text, cursor and selection as they are."""
    cursor, start, length = line.cursorPosition(), line.selectionStart(), line.selectionLength()
    blocked = line.blockSignals(True)
    line.setText(line.text())
    line.blockSignals(blocked)
    if start >= 0 and cursor == start:
        line.setSelection(start + length, -length)
    elif start >= 0:
        line.setSelection(start, length)
    else:
        line.setCursorPosition(cursor)


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Draw a field's frame as one whose value can't be saved, or as usual again."""
    if bool(widget.property("wrong")) == wrong:
        return
    widget.setProperty("wrong", wrong)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
