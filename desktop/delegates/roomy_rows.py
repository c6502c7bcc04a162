"""Rows of plain text with some room between them, for lists that are read line by line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override


class RoomyRows(QStyledItemDelegate):
    """Paint as always, in rows as high as one line and three quarters."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """Ask for the width of the words."""
        hint = super().sizeHint(option, index)
        line = option.fontMetrics.height()  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
        return QSize(hint.width(), max(hint.height(), line * 7 // 4))


def give_room(view: QAbstractItemView) -> None:
    """Let a view show its rows with room between them."""
    view.setItemDelegate(RoomyRows(view))
