"""The history of the catalogue: all acts, what each changed, and the way to take one back."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from db.queries.acts import entry_of_act
from db.rows.acts import ActRow
from db.rows.entries import EntryRef
from desktop.act_words import when_words
from desktop.delegates.roomy_rows import give_room
from desktop.dialogs.history_filter import HistoryFilter
from desktop.dialogs.kept_size import keep_size
from desktop.forms.history_lines import Told, told
from desktop.forms.history_text import HistoryText
from desktop.forms.take_back import TakeBack
from desktop.models.act_list import ABOUT, ActListModel
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.workspace import Workspace

_LINES = 200
"""How many lines are shown of the chosen act."""


class HistoryDialog(QDialog):
    """List all acts; Delete takes one back, Enter opens what it was done to."""

    open_requested = Signal(int)
    """An entry that is to be shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, act: int = 0) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sought = act
        self._entry: EntryRef | None = None
        self.filter, self.model = HistoryFilter(workspace), ActListModel(workspace, self)
        self.list, self.text = QTreeView(), HistoryText(workspace, _LINES)
        self.taking = TakeBack(workspace)
        self.take_button = QPushButton(self.tr("&Take back this act"))
        self.open_button = QPushButton(self.tr("&Open the entry"))
        self._build()
        self._connect()
        self.model.ask(self.filter.wanted())

    def current(self) -> ActRow | None:
        """Return the act that is chosen."""
        return self.model.act(self.list.currentIndex().row())

    @Slot(int)
    def jump(self, revision: int) -> None:
        """Choose an act; where it is not among those read, all up to it are asked for."""
        row = self.model.row_of(revision)
        if row >= 0:
            self._choose(row)
        elif self.filter.is_narrow():
            self.filter.clear()
            self._sought = revision
        else:
            self._sought = revision
            self.model.read_to(revision)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_loaded(self) -> None:
        row = self.model.row_of(self._sought) if self._sought else 0
        if row < 0 and not self.model.is_complete:
            self.model.read_to(self._sought)
        elif self.model.rowCount():
            self._choose(max(row, 0))
        else:
            self.text.clear()
        self._fit_buttons()

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        act = self.current()
        self._entry = None
        self._fit_buttons()
        if act is None:
            return
        self._sought = act.revision
        self._workspace.operations.read(
            partial(told, acts=[act]), self._show_lines, owner=self, lane="lines"
        )
        self._workspace.operations.read(
            partial(entry_of_act, revision=act.revision), self._know, owner=self, lane="entry"
        )

    def _show_lines(self, lines: Told) -> None:
        self.text.show_acts(lines)

    def _know(self, entry: EntryRef | None) -> None:
        self._entry = entry
        self._fit_buttons()

    @Slot()
    def _fit_buttons(self) -> None:
        act = self.current()
        may = act is not None and self.model.may_be_taken_back(act)
        running = self.taking.is_running
        self.take_button.setEnabled(may and not running and not self._workspace.read_only)
        self.open_button.setEnabled(self._entry is not None)
        name = self._entry.title if self._entry is not None else ""
        self.open_button.setToolTip(name)

    @Slot()
    def _take_back(self) -> None:
        act = self.current()
        if act is not None and self.take_button.isEnabled():
            self.taking.take_back(act)
            self._fit_buttons()

    @Slot()
    def _open_entry(self) -> None:
        if self._entry is not None:
            self.accept()
            self.open_requested.emit(self._entry.id)

    @Slot()
    def _undo(self) -> None:
        self._workspace.operations.undo(owner=self)

    @Slot()
    def _ask_anew(self) -> None:
        self._sought = 0
        self.model.ask(self.filter.wanted())

    def _build(self) -> None:
        self.setWindowTitle(self.tr("History"))
        self._build_list()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.take_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(close)
        enter_presses(self.take_button, self.open_button, close)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self.filter)
        column.addWidget(parts, 1)
        column.addWidget(self.taking)
        column.addLayout(row)
        self.text.setAccessibleName(self.tr("What it changed"))
        keep_size(self, self._workspace.settings, "history", 150, 96)
        self.list.setFocus()

    def _build_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(self.tr("Acts"))
        give_room(self.list)
        header = self.list.header()
        header.setStretchLastSection(False)
        metrics, unit = self.fontMetrics(), gap(self.font())
        samples = (when_words(datetime.now(UTC)), *_SAMPLES)
        for column, sample in enumerate(samples):
            header.resizeSection(column, metrics.horizontalAdvance(sample) + 3 * unit)
        header.setSectionResizeMode(ABOUT, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.filter.changed.connect(self._ask_anew)
        self.model.loaded.connect(self._on_loaded)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._open_entry)
        self.take_button.clicked.connect(self._take_back)
        self.open_button.clicked.connect(self._open_entry)
        self.text.take_back_requested.connect(self._take_back)
        self.text.standing_requested.connect(self._open_entry)
        self.taking.finished.connect(self._fit_buttons)
        self.taking.jump_requested.connect(self.jump)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_back)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo)


_SAMPLES = ("Archivist Aysel", "Change learnt noise", "", "taken back")
"""Words as wide as those of the columns after the time."""
