"""The targets of evidence as a list with ticks, narrowed by what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from db.rows.faces import Target
from db.text.folding import fold
from desktop.desk.targets import TargetRow

_Index = QModelIndex | QPersistentModelIndex
TARGET_ROLE = int(Qt.ItemDataRole.UserRole) + 60


class TargetModel(QAbstractListModel):
    """Hold targets and which of them are ticked; ticks outlive the filter."""

    ticks_changed = Signal()

    def __init__(self, rows: Sequence[TargetRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(rows)
        self._shown = self._all
        self._ticked: set[Target] = set()

    def narrow(self, typed: str) -> None:
        """Show the targets whose words hold each word typed, or a beginning of one."""
        wanted = fold(typed).split()
        self.beginResetModel()
        self._shown = tuple(
            row for row in self._all if all(word in fold(row.words) for word in wanted)
        )
        self.endResetModel()

    def row(self, number: int) -> TargetRow:
        """Give one row of those shown."""
        return self._shown[number]

    def ticked(self) -> tuple[TargetRow, ...]:
        """Give the rows ticked, hidden or not, in their order."""
        return tuple(row for row in self._all if row.target in self._ticked)

    def toggle(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        self._ticked ^= {self._shown[number].target}
        index = self.index(number, 0)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows; they have none beneath them."""
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer the words, the tick, and the row itself for its painter."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.words or row.name
            case Qt.ItemDataRole.CheckStateRole:
                ticked = row.target in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _:
                return row if role == TARGET_ROLE else None
