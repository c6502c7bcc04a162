"""A layout that sets widgets one after another, like words, and breaks into lines."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

_Line = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Set items from left to right (or right to left, as the language runs) in lines of full width.

    The last item takes the rest of its line, so that a field at the end has room to type.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, at: int, widget: QWidget) -> None:
        """Put a widget before the item that is now at a place."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    @override
    def addItem(self, arg__1: QLayoutItem, /) -> None:
        """Put an item at the end."""
        self._items.append(arg__1)

    @override
    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """Give an item, or None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than there is."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Need more lines where it is narrow."""
        return True

    @override
    def heightForWidth(self, arg__1: int, /) -> int:
        """Give the height of all lines in a width."""
        return self._flow(QRect(0, 0, arg__1, 0), moving=False)

    @override
    def setGeometry(self, arg__1: QRect, /) -> None:
        """Place the items."""
        super().setGeometry(arg__1)
        self._flow(arg__1, moving=True)

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line of all items."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() + self.spacing() for hint in hints)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        """Need room for the widest item."""
        hints = [item.minimumSize() for item in self._items]
        width = max((hint.width() for hint in hints), default=0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _flow(self, rect: QRect, *, moving: bool) -> int:
        """Break the items into lines, place them if asked to, and give the height of all lines."""
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            if moving:
                self._place(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self._space()
        return max(0, top - self._space() - rect.top())

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = [[]]
        used = 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self._space()
        if self._items:
            item, size = lines[-1][-1]
            rest = width - (used - size.width() - self._space())
            lines[-1][-1] = (item, QSize(rest, size.height()))
        return [line for line in lines if line]

    def _place(self, line: _Line, room: QRect) -> None:
        left = room.left()
        for item, size in line:
            top = room.top() + (room.height() - size.height()) // 2
            item.setGeometry(self._mirrored(QRect(QPoint(left, top), size), room))
            left += size.width() + self._space()

    def _space(self) -> int:
        return max(0, self.spacing())

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRect(QPoint(rect.left() + rect.right() - place.right(), place.top()), place.size())
