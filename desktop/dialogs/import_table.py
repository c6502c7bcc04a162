"""Importing a table of entries: its first rows under what each column stands for."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.errors import CatalogueError, Interrupted
from db.exchange.tabular.incoming import read_table
from db.rows.incoming_table import IncomingTable, TableOutcome, TableWishes, guess_columns
from db.rows.table_columns import columns_of
from db.terms import EntryKind
from desktop.catalogue_import import back_up_before_import
from desktop.dialogs.work_watch import WorkWatch
from desktop.labels import error_sentence, plural
from desktop.table_import import problem_lines, table_act, table_summary, words_of_choices
from desktop.theme import gap
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_FIRST = 20
_BY_ROW = "by_row"


class ImportTableDialog(QDialog):
    """Say what the columns of a table are, see what would come in, and take it in."""

    imported = Signal()

    def __init__(self, workspace: Workspace, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._file = workspace, file
        self._table: IncomingTable | None = None
        self.watch, self.message = WorkWatch(self), MessageBar()
        self.kind = ChoiceEdit()
        self.doubles = QCheckBox()
        self.grid = QTableWidget()
        self.columns: list[ChoiceEdit] = []
        self.problems = QListWidget()
        self._told = QLabel()
        self.go, self._close = QPushButton(), QPushButton()
        self._build()
        self._connect()
        self._read()

    @override
    def reject(self) -> None:
        """Close; what is under way stops first and changes nothing."""
        self.watch.stop()
        self._workspace.operations.cancel(owner=self)
        super().reject()

    @Slot()
    def take_in(self) -> None:
        """Make a backup, then take the table in."""
        self._wait(self.tr("Making a backup…"))
        catalogue = self._workspace.operations.catalogue
        folder = self._workspace.settings.backup_folder
        self._workspace.operations.run(
            lambda: back_up_before_import(catalogue, folder),
            lambda _made: self._write(rehearsal=False),
            owner=self,
            failed=self._on_failed,
        )

    def _read(self) -> None:
        self._wait(self.tr("Reading {0}…").format(self._file.name))
        self._workspace.operations.run(
            partial(read_table, self._file), self._on_read, owner=self, failed=self._on_failed
        )

    def _on_read(self, table: IncomingTable) -> None:
        self._table = table
        if "kind" in guess_columns(table.headings, None):
            self.kind.set_value(_BY_ROW)
        self._fill_grid(table)
        self._on_kind()

    @Slot()
    def _on_kind(self) -> None:
        if self._table is None:
            return
        kind = self._kind()
        offered = [("", self.tr("(leave out)"))]
        offered += [(one.key, one.english) for one in columns_of(kind) if one.key != "reference"]
        guessed = guess_columns(self._table.headings, kind)
        for choice, key in zip(self.columns, guessed, strict=True):
            choice.set_options(offered)
            choice.set_value(key)
        self._rehearse()

    @Slot()
    def _rehearse(self) -> None:
        self._wait(self.tr("Comparing with this catalogue…"))
        self._write(rehearsal=True)

    def _write(self, *, rehearsal: bool) -> None:
        if self._table is None:
            return
        tell = self.watch.teller()
        act = table_act(self._table, self._wishes(), tell=tell)
        operations, failed = self._workspace.operations, self._on_failed
        if rehearsal:
            operations.rehearse(act, self._on_rehearsed, owner=self, failed=failed)
        else:
            operations.write(act, self._on_imported, owner=self, failed=failed)

    def _wishes(self) -> TableWishes:
        return TableWishes(
            kind=self._kind(),
            columns=tuple(choice.value() for choice in self.columns),
            words=words_of_choices(),
            also_doubles=self.doubles.isChecked(),
        )

    def _kind(self) -> EntryKind | None:
        chosen = self.kind.value()
        return None if chosen == _BY_ROW else EntryKind(chosen)

    def _on_rehearsed(self, outcome: TableOutcome) -> None:
        self._end()
        self._show(outcome)
        self.go.setEnabled(outcome.new.count > 0)
        words = self.tr("Nothing has been changed yet. It would be: {0}.")
        severity = Severity.WARN if outcome.left_out else Severity.INFO
        self.message.show_message(severity, words.format(table_summary(outcome)), closable=False)

    def _on_imported(self, outcome: TableOutcome) -> None:
        self._end()
        self._show(outcome)
        words = self.tr("Taken in: {0}. Undo takes all of it back.")
        self.message.show_message(
            Severity.GOOD, words.format(table_summary(outcome)), closable=False
        )
        for widget in (self.kind, self.doubles, *self.columns):
            widget.setEnabled(False)
        self._close.setText(self.tr("Close"))
        self._close.setFocus()
        self.imported.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Interrupted):
            return
        self.message.show_message(Severity.BAD, error_sentence(error), closable=False)
        self._close.setFocus()
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    def _wait(self, what: str) -> None:
        self.message.dismiss()
        self.go.setEnabled(False)
        self.watch.start(what)

    def _end(self) -> None:
        self.watch.finish()

    def _show(self, outcome: TableOutcome) -> None:
        self.problems.clear()
        for line in problem_lines(outcome):
            self.problems.addItem(line)
        here = self.tr("Already here: {0}  {1}")
        for told in outcome.here.first:
            self.problems.addItem(here.format(told.here, told.title))
        self.problems.setVisible(self.problems.count() > 0)
        self._told.setVisible(self.problems.count() > 0)

    def _fill_grid(self, table: IncomingTable) -> None:
        first = table.rows[:_FIRST]
        self.grid.setColumnCount(len(table.headings))
        self.grid.setRowCount(1 + len(first))
        self.grid.setHorizontalHeaderLabels(list(table.headings))
        self.grid.setVerticalHeaderLabels(
            [self.tr("is"), *(str(line) for line in table.lines[:_FIRST])]
        )
        for place, heading in enumerate(table.headings):
            choice = ChoiceEdit()
            choice.setAccessibleName(self.tr("What the column {0} is").format(heading))
            choice.activated.connect(self._rehearse)
            self.columns.append(choice)
            self.grid.setCellWidget(0, place, choice)
        for number, row in enumerate(first, 1):
            for place, cell in enumerate(row):
                self.grid.setItem(number, place, QTableWidgetItem(cell))
        self.grid.resizeColumnsToContents()
        width = self.fontMetrics().averageCharWidth()
        for place in range(len(table.headings)):
            held = min(max(self.grid.columnWidth(place), width * 22), width * 40)
            self.grid.setColumnWidth(place, held)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import {0}").format(self._file.name))
        kinds = [(kind.value, plural(kind)) for kind in EntryKind]
        self.kind.set_options([*kinds, (_BY_ROW, self.tr("As a column of the table says"))])
        self.kind.set_value(EntryKind.AGREEMENT)
        self.doubles.setText(self.tr("Also rows whose &title an entry here has already"))
        self.grid.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.grid.setAccessibleName(self.tr("The first rows of the table"))
        self.grid.setTabKeyNavigation(False)
        self.problems.setAccessibleName(self.tr("Rows that are left out"))
        self._told.setText(self.tr("Left out:"))
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        form = QFormLayout()
        form.addRow(self.tr("The &rows are"), self.kind)
        form.addRow("", self.doubles)
        column.addLayout(form)
        column.addWidget(self.grid, 3)
        column.addWidget(self._told)
        column.addWidget(self.problems, 1)
        column.addWidget(self.watch.bar)
        column.addWidget(self.message)
        column.addLayout(self._buttons())
        self._show(TableOutcome())
        self.resize(unit * 110, unit * 80)

    def _buttons(self) -> QHBoxLayout:
        self.go.setText(self.tr("&Import"))
        self.go.setDefault(True)
        self._close.setText(self.tr("Cancel"))
        self._close.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self._close)
        return row

    def _connect(self) -> None:
        self.watch.stopped.connect(self.watch.stop)
        self.kind.activated.connect(self._on_kind)
        self.doubles.clicked.connect(self._rehearse)
        self.go.clicked.connect(self.take_in)
        self._close.clicked.connect(self.reject)
