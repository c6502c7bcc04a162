"""The acts of a catalogue as rows, the newest first: read in pages as one scrolls, of a million."""

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from typing_extensions import override

from db.queries.acts import PAGE, acts_page
from db.rows.acts import ActRow, ActsPage, ActsWanted
from desktop.act_words import horizon_words, state_words, when_words
from desktop.labels import act_label
from desktop.theme import colours
from desktop.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex

WHEN, WHO, WHAT, ABOUT, STATE = range(5)
_READ_AGAIN = 2_000
"""As many rows are read again where something was done; of more, the first page."""


class ActListModel(QAbstractTableModel):
    """Shows the acts that are wanted, and which of them still stand."""

    loaded = Signal()
    """Rows have come, or have come again."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted = ActsWanted()
        self._rows: list[ActRow] = []
        self._below: int | None = None
        self._horizon = 0
        self._reading = False
        workspace.hub.changed.connect(self._on_changed)

    @property
    def is_complete(self) -> bool:
        """Whether all acts that are wanted are among the rows."""
        return self._below is None and not self._reading

    def ask(self, wanted: ActsWanted) -> None:
        """Show other acts."""
        self._wanted = wanted
        self._read(PAGE)

    def read_to(self, revision: int) -> None:
        """Read on until an act is among the rows."""
        if not self._reading and self._below is not None and self._below > revision:
            size = min(self._below - revision, _READ_AGAIN)
            self._read_on(size)

    def act(self, row: int) -> ActRow | None:
        """Give the act of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, revision: int) -> int:
        """Give the row of an act, -1 where it is not among those read."""
        return next((row for row, act in enumerate(self._rows) if act.revision == revision), -1)

    def may_be_taken_back(self, act: ActRow) -> bool:
        """Tell whether an act stands and does not lie before the horizon."""
        return act.stands and act.revision > self._horizon

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's form
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's form
        return 0 if parent.isValid() else STATE + 1

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers()[section]
        return super().headerData(section, orientation, role)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        act = self.act(index.row())
        if act is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(act)[index.column()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(filter(None, self._words(act)))
        if role == Qt.ItemDataRole.ForegroundRole and not act.stands:
            return colours().quiet
        return None

    @override
    def canFetchMore(self, parent: Index, /) -> bool:
        return not parent.isValid() and self._below is not None and not self._reading

    @override
    def fetchMore(self, parent: Index, /) -> None:
        if self.canFetchMore(parent):
            self._read_on(PAGE)

    @Slot(object, object)
    def _on_changed(self, _change: object, _initiator: object) -> None:
        size = len(self._rows) + 1
        self._read(max(PAGE, size if size <= _READ_AGAIN else 0))

    def _read_on(self, size: int) -> None:
        self._reading = True
        query = partial(acts_page, wanted=self._wanted, below=self._below, size=size)
        self._workspace.operations.read(
            query, self._add, owner=self, lane="acts", failed=self._fail
        )

    def _read(self, size: int) -> None:
        self._reading = True
        query = partial(acts_page, wanted=self._wanted, size=size)
        self._workspace.operations.read(
            query, self._show, owner=self, lane="acts", failed=self._fail
        )

    def _show(self, page: ActsPage) -> None:
        self.beginResetModel()
        self._rows = list(page.rows)
        self._take(page)
        self.endResetModel()
        self.loaded.emit()

    def _add(self, page: ActsPage) -> None:
        first = len(self._rows)
        if page.rows:
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
        self._take(page)
        if page.rows:
            self.endInsertRows()
        self.loaded.emit()

    def _take(self, page: ActsPage) -> None:
        self._below, self._horizon, self._reading = page.below, page.horizon, False

    def _fail(self, error: BaseException) -> None:
        self._reading = False
        self._workspace.operations.failed.emit(error)

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Who"),
            self.tr("What"),
            self.tr("About"),
            self.tr("State"),
        )

    def _words(self, act: ActRow) -> tuple[str, ...]:
        when = when_words(act.at)
        if act.is_horizon:
            return (when, "", "", horizon_words(act), "")
        return (when, act.who, act_label(act.act), act.about, state_words(act))
