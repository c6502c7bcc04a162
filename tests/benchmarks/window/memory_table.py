"""The floor of scrolling: a plain table view over rows that all lie in memory, painted alike."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from db.rows.entries import EntryLine
from db.rows.lists import ListSpec
from desktop.delegates.entry_delegate import EntryDelegate, row_height
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_answers import ANSWERS

_Index = QModelIndex | QPersistentModelIndex


class MemoryTable(QAbstractTableModel):
    """Answer from a list of lines."""

    def __init__(self, lines: Sequence[EntryLine], spec: ListSpec) -> None:
        super().__init__()
        self._lines, self._spec = lines, spec

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if role in {EntryRoles.LIT_TITLE, EntryRoles.LIT_SUBTITLE}:
            return ()
        answer = ANSWERS.get(role)
        return None if answer is None else answer(self._lines[index.row()], self._spec)


class MemoryView(QTableView):
    """Show a `MemoryTable` in the place and manner of the list it is the floor of."""

    def __init__(self, model: MemoryTable, like: QTableView) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(self))
        self.setFont(like.font())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(like.font()))
        self.resize(like.size())
        self.show()
