"""The entries made from a source, as the rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from db.rows.entries import EntryRef
from desktop.delegates.roles import CountRoles
from desktop.labels import heading

_Index = QModelIndex | QPersistentModelIndex
Made = tuple[EntryRef, int]


class MadeFromModel(QAbstractListModel):
    """Hold entries, each with how many claims it has from the source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Made, ...] = ()

    def show_made(self, rows: Sequence[Made]) -> None:
        """Show other entries."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def ref(self, row: int) -> EntryRef:
        """Give the entry of a row."""
        return self._rows[row][0]

    def row_of(self, entry_id: int) -> int:
        """Give the row of an entry, -1 where it is not among them."""
        return next((at for at, (ref, _n) in enumerate(self._rows) if ref.id == entry_id), -1)

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the entries; they have none beneath them."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer title, icon and count, and all of it in words for those who hear it."""
        return _answer(*self._rows[index.row()], role) if index.isValid() else None


def _answer(ref: EntryRef, count: int, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return ref.title
        case Qt.ItemDataRole.ToolTipRole:
            return f"{ref.reference} · {ref.title}"
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((ref.title, heading(ref.kind), str(count)))
        case CountRoles.ICON:
            return ref.kind.value
        case CountRoles.COUNT:
            return count
        case _:
            return None
