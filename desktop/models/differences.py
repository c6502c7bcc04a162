"""The entries that differ between a backup and today, as a table of any length."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from db.backups.comparing import Difference
from desktop.backup_words import how_words
from desktop.labels import heading

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class DifferencesModel(QAbstractTableModel):
    """Holds differences in the order they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Difference] = ()
        self._titles = (
            self.tr("Today"),
            self.tr("Kind"),
            self.tr("Reference"),
            self.tr("Title"),
        )

    def show_rows(self, rows: Sequence[Difference]) -> None:
        """Show other differences."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def difference(self, row: int) -> Difference:
        """Give the difference in a row."""
        return self._rows[row]

    @override
    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid() or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        one = self._rows[index.row()]
        cells = (how_words(one.how), heading(one.kind), one.reference, one.title)
        return cells[index.column()]

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
        /,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None
