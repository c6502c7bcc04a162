"""Trees of rows as Qt sees them: what the sidebar and the facets have in common."""

from collections.abc import Iterator
from typing import Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

_Index = QModelIndex | QPersistentModelIndex


class Branch(Protocol):
    """A row with rows under it; an index holds its number, since a pointer would outlive it."""

    number: int
    parent: Self | None
    children: list[Self]

    def walk(self) -> Iterator[Self]:
        """Yield all rows under this one, each before those under it."""
        ...


N = TypeVar("N", bound=Branch)


class TreeModel(QAbstractItemModel, Generic[N]):
    """Find rows by their numbers; what they say is left to whoever knows them."""

    def __init__(self, root: N, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._nodes: dict[int, N] = {}

    @override
    def index(self, row: int, column: int, parent: _Index = QModelIndex(), /) -> QModelIndex:  # noqa: B008 - Qt's signature
        """Give the index of a row under another."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    @override
    def parent(self, child: _Index = QModelIndex(), /) -> QModelIndex:  # noqa: B008  # pyright: ignore[reportIncompatibleMethodOverride] - QObject.parent() shares the name
        """Give the row above one."""
        above = self._node(child).parent
        return QModelIndex() if above is None else self._index(above)

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows under one."""
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    @override
    def columnCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count one column."""
        return 1

    def _plant(self, root: N) -> None:
        """Show another tree in place of the one shown."""
        self.beginResetModel()
        self._root = root
        self._nodes = dict(enumerate(root.walk(), start=1))
        for number, node in self._nodes.items():
            node.number = number
        self.endResetModel()

    def _node(self, index: _Index) -> N:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: N) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.number)
