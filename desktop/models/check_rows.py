"""What a popup of many choices offers: rows that are on, off or on in part, narrowed by typing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from db.text.folding import fold, words
from desktop.delegates.roles import CountRoles

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One choice: the key it stands for, its words and signs, and whether it is on."""

    key: str
    label: str
    state: Qt.CheckState | None = Qt.CheckState.Unchecked
    """None for a row that does something instead."""
    note: str = ""
    count: int | None = None
    colour: str = ""
    also: str = ""
    """Further words it is found by: a code, the label in the other language."""

    def is_found_by(self, typed: str) -> bool:
        """Tell whether a word of it begins with what was typed, or it contains that."""
        wanted = fold(typed)
        known = [*words(self.label), *words(self.also)]
        return wanted in fold(self.label) or any(word.startswith(wanted) for word in known)


class CheckRowsModel(QAbstractListModel):
    """Hold the choices, and show those that fit what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[CheckRow, ...] = ()
        self._shown: tuple[CheckRow, ...] = ()
        self._typed = ""

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Hold other rows; where only their states differ, the view keeps its place."""
        self._all = tuple(rows)
        self._show(self._fitting())

    def narrow(self, typed: str) -> None:
        """Show the rows that fit what was typed."""
        self._typed = typed
        self._show(self._fitting())

    def row(self, number: int) -> CheckRow:
        """Return a row that is shown."""
        return self._shown[number]

    def row_of(self, key: str) -> int:
        """Return where a key is shown, -1 where it is not."""
        return next((n for n, row in enumerate(self._shown) if row.key == key), -1)

    def any_checked(self) -> bool:
        """Tell whether any choice is on, shown or not."""
        return any(row.state == Qt.CheckState.Checked for row in self._all)

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows shown; they have none beneath them."""
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer the label, the check state, `CountRoles`, and words for those who hear them."""
        answer = _ANSWERS.get(role)
        if not index.isValid() or answer is None:
            return None
        return answer(self._shown[index.row()])

    def _fitting(self) -> tuple[CheckRow, ...]:
        if not self._typed:
            return tuple(row for row in self._all if row.state is not None)
        return tuple(row for row in self._all if row.state is None or row.is_found_by(self._typed))

    def _show(self, rows: tuple[CheckRow, ...]) -> None:
        if [row.key for row in rows] == [row.key for row in self._shown]:
            self._shown = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()


_ANSWERS: Mapping[int, Callable[[CheckRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.label,
    Qt.ItemDataRole.CheckStateRole: lambda row: row.state,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: ", ".join(
        part for part in (row.label, row.note) if part
    ),
    Qt.ItemDataRole.UserRole: lambda row: row.note,
    CountRoles.COUNT: lambda row: row.count,
    CountRoles.COLOUR: lambda row: row.colour,
}
