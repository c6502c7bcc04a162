"""Importing a table of entries: its first rows under what each column stands for."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.act import Act
from db.exchange.tabular.incoming import read_table
from db.rows.incoming_table import IncomingTable, TableOutcome, TableWishes, guess_columns
from db.rows.table_columns import columns_of
from db.terms import EntryKind
from desktop.delegates.roomy_rows import give_room
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.kept_size import keep_size
from desktop.labels import plural
from desktop.table_import import problem_lines, table_act, table_summary, words_of_choices
from desktop.theme import gap
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.message_bar import Severity
from desktop.workspace import Workspace

_FIRST = 20
_BY_ROW = "by_row"


class ImportTableDialog(ImportDialog):
    """Say what the columns of a table are, see what would come in, and take it in."""

    def __init__(self, workspace: Workspace, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._file = file
        self._table: IncomingTable | None = None
        self.kind = ChoiceEdit()
        self.doubles = QCheckBox()
        self.grid = QTableWidget()
        self.columns: list[ChoiceEdit] = []
        self.problems = QListWidget()
        self._told = QLabel()
        self._build()
        self.kind.activated.connect(self._on_kind)
        self.doubles.clicked.connect(self.rehearse)
        self._read()

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
        self._offer(partial(self._act_of, self._table))

    def _act_of(self, table: IncomingTable) -> Act[TableOutcome]:
        return table_act(table, self._wishes(), tell=self.watch.teller())

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

    @override
    def _summary(self, outcome: TableOutcome) -> str:
        return table_summary(outcome)

    @override
    def _changes_something(self, outcome: TableOutcome) -> bool:
        return outcome.new.count > 0

    @override
    def _severity(self, outcome: TableOutcome) -> Severity:
        return Severity.WARN if outcome.left_out else Severity.INFO

    @override
    def _choices(self) -> Sequence[QWidget]:
        return (self.kind, self.doubles, *self.columns)

    @override
    def _show(self, outcome: TableOutcome) -> None:
        self.problems.clear()
        for line in problem_lines(outcome):
            self.problems.addItem(line)
        here = self.tr("Here already, or earlier in the table: {0}  {1}")
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
            choice.activated.connect(self.rehearse)
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
        self.grid.horizontalHeader().setStretchLastSection(True)
        give_room(self.problems)
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
        keep_size(self, self._workspace.settings, "import_table", 140, 96)
