"""The rows and columns of a list of entries, as a view asks for them."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from typing_extensions import override

from db.rows.entries import EntryLine
from db.rows.lists import ListSpec
from db.terms import EntryKind
from db.text.highlight import Lit
from desktop.delegates.roles import EntryRoles
from desktop.models.columns import COLUMNS, column_title
from desktop.models.entry_answers import ANSWERS
from desktop.models.entry_pages import EntryPages
from desktop.models.entry_words import progress_words
from desktop.models.line_store import LineStore
from desktop.models.lit_rows import LitRows
from desktop.models.spine import Spine, runs_of
from desktop.operations import Operations

_Index = QModelIndex | QPersistentModelIndex

ENTRY_IDS = "application/x-chancery-entries"
"""The MIME type of dragged entries: their ids in decimal digits, with spaces between."""
_DISPLAY, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_OF_ROW = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_NOT_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OF_COLUMN = (_DISPLAY, Qt.ItemDataRole.ToolTipRole, _SPOKEN)


class EntryTable(QAbstractTableModel):
    """Show the entries of a spine, the ids of rows, with lines read where a view looks.

    Rows after those of the spine may be there already: known to come, but not who they are. They
    say nothing, as rows whose lines have not been read.
    """

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = ListSpec()
        self._spine = Spine()
        self._to_come = 0
        """How many rows there are after those of the spine."""
        self._store = LineStore()
        self._pages = EntryPages(operations, self._store, lambda: self._spine, self)
        self._lit = LitRows()
        self._pages.came.connect(self._tell)

    @property
    def spine(self) -> Spine:
        """The ids of the rows, to be looked up by a reader."""
        return self._spine

    def is_read(self, row: int) -> bool:
        """Tell whether it is known whose row this is."""
        return row < len(self._spine)

    def set_lit(self, lit: Sequence[Lit]) -> None:
        """Light these words in all rows."""
        if self._lit.set_lit(tuple(lit)) and len(self._spine):
            self._tell_rows(range(len(self._spine)))

    def id_at(self, row: int) -> int:
        """Return the id of the entry in a row, 0 where there is no such row, or none yet."""
        return self._spine.id_at(row)

    def row_of(self, entry: int) -> int:
        """Return the row of an entry, -1 where it is not in the list."""
        return self._spine.row_of(entry)

    def line_at(self, row: int) -> EntryLine | None:
        """Return the line of a row, None while it has not been read."""
        return self._store.peek(self.id_at(row))

    def ids_in(self, rows: range) -> "array[int]":
        """Return the ids in a run of rows, as far as they are known."""
        return self._spine.ids[rows.start : rows.stop]

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows; they have none beneath them."""
        return 0 if parent.isValid() else len(self._spine) + self._to_come

    @override
    def columnCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count `COLUMNS`; the first speaks for the whole row."""
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Name the columns as this list calls them."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return column_title(column.key, self._shown.kind) if role == _DISPLAY else None

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """Answer `EntryRoles` and the words of columns; a row not read yet is empty, and asked."""
        if not index.isValid():
            return None
        line = self._line(index.row())
        if line is None:
            return self.tr("not read yet") if role == _SPOKEN else None
        column = COLUMNS[index.column()]
        if index.column() and role in _OF_COLUMN:
            return column.text(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return self._answer(line, role)

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Let rows be dragged onto tags."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_ROW if self.is_read(index.row()) else _NOT_READ

    @override
    def mimeTypes(self) -> list[str]:
        """Name what rows are dragged as."""
        return [ENTRY_IDS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        """Give the ids of dragged rows."""
        rows = dict.fromkeys(index.row() for index in indexes)
        ids = " ".join(str(self.id_at(row)) for row in rows if self.is_read(row))
        data = QMimeData()
        data.setData(ENTRY_IDS, QByteArray(ids.encode()))
        return data

    @Slot(int)
    def note_read(self, entry: int) -> None:
        """Ask again how far a source is: what it suggests lies outside history."""
        if self._store.among((entry,)):
            self._pages.read_progress(entry)

    # Answers

    def _line(self, row: int) -> EntryLine | None:
        if not self.is_read(row):
            return None
        entry = self._spine.ids[row]
        line = self._store.get(entry)
        if line is None and self._store.is_unread(entry):
            self._pages.want(row)
        return line

    def _answer(self, line: EntryLine, role: int) -> object:
        if role in {EntryRoles.LIT_TITLE, EntryRoles.LIT_SUBTITLE}:
            return self._lit.spans(line, role)
        is_source = line.kind == EntryKind.SOURCE
        if role == EntryRoles.PROGRESS:
            return self._store.progress(line.id) if is_source else None
        answer = ANSWERS.get(role)
        said = None if answer is None else answer(line, self._shown)
        if is_source and role == _SPOKEN:
            done = progress_words(self._store.progress(line.id))
            return ", ".join(filter(None, (str(said), done)))
        return said

    @Slot(object)
    def _tell(self, entries: frozenset[int]) -> None:
        """Emit `dataChanged` over the rows that entries have, once for each run of rows."""
        for run in runs_of(self._spine.rows_of(entries)):
            self._tell_rows(run)

    def _tell_rows(self, run: range) -> None:
        last = len(COLUMNS) - 1
        self.dataChanged.emit(self.index(run.start, 0), self.index(run.stop - 1, last))
