"""A backup beside today: which entries differ, and bringing back those that are chosen."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.act import Act
from db.backups.bringing_back import BroughtBack, bring_back
from db.backups.comparing import Comparison, Difference, How, compare
from db.backups.facts import Backup
from db.backups.places import folder_for_writing
from db.backups.unpacking import bring_up_to_date, unpacked
from db.backups.watching import Step, Watch
from desktop.backup_words import comparison_words, when_words
from desktop.dialogs.kept_size import keep_size
from desktop.dialogs.step_bar import StepBar
from desktop.labels import error_sentence
from desktop.long_work import LongWork
from desktop.models.differences import DifferencesModel
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class ComparisonDialog(QDialog):
    """Compare a backup with today; Enter shows an entry, Ctrl+Z takes back what was brought."""

    open_requested = Signal(int)
    """An entry that is to be shown."""

    def __init__(
        self,
        workspace: Workspace,
        backup: Backup,
        parent: QWidget | None = None,
        *,
        only_lost: bool = False,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._backup, self._only_lost = workspace, backup, only_lost
        self._copy: Path | None = None
        self._kept = ExitStack()  # the unpacked copy, as long as this is open
        self.work = LongWork(self)
        self.message, self.busy, self.table = MessageBar(), StepBar(), QTableView()
        self.model, self._summary = DifferencesModel(self), QLabel()
        self._bring, self._undo = QPushButton(), QPushButton()
        self._close = QPushButton(self.tr("Close"))
        self._build()
        self._connect()
        self._begin()

    def summary(self) -> str:
        """Give the sentences that count the differences."""
        return self._summary.text()

    @override
    def done(self, arg__1: int, /) -> None:
        """Close, and let the unpacked copy go."""
        self.work.close()
        kept = self._kept.pop_all()
        self._workspace.operations.run(kept.close, lambda _none: None, owner=self.parent() or self)
        super().done(arg__1)

    def _begin(self) -> None:
        self.busy.show_step(Step.UNPACK)
        catalogue, backup, copy = self._workspace.operations.catalogue, self._backup, self._copy
        chosen, kept = self._workspace.settings.backup_folder, self._kept

        def work(watch: Watch) -> tuple[Path, Comparison]:
            old = copy
            if old is None:
                folder = folder_for_writing(catalogue.path, chosen)
                old = kept.enter_context(unpacked(backup.path, folder, watch))
                bring_up_to_date(old)
            immutable = catalogue.is_immutable
            return old, compare(catalogue.path, old, immutable=immutable, watch=watch)

        self.work.start(work, self._on_compared, self._on_failed)

    def _on_compared(self, found: tuple[Path, Comparison]) -> None:
        self._copy, comparison = found
        rows = comparison.differences
        if self._only_lost:
            rows = tuple(one for one in rows if one.how is not How.ADDED)
        self.model.show_rows(rows)
        self._summary.setText(comparison_words(comparison))
        if rows:
            self.table.selectRow(0)
            self.table.setFocus()
        self._fit_buttons()

    def _on_failed(self, error: Exception) -> None:
        self.message.show_message(Severity.BAD, error_sentence(error))

    @Slot()
    def _bring_back(self) -> None:
        chosen = [one.entry_id for one in self._chosen()]
        copy = self._copy
        if not chosen or copy is None:
            return
        self._bring.setEnabled(False)
        act = Act(
            key="backup.bring_back",
            run=lambda session: bring_back(session, backup=copy, entry_ids=chosen),
            about=when_words(self._backup.facts.made_at),
            extent=lambda _session: len(chosen),
        )
        self._workspace.operations.write(
            act, self._on_brought, owner=self, failed=self._on_not_brought
        )

    def _on_brought(self, brought: BroughtBack) -> None:
        severity = Severity.WARN if brought.left_behind else Severity.GOOD
        self.message.show_message(severity, self._brought_words(brought))
        self._undo.setEnabled(True)
        self._begin()

    def _brought_words(self, brought: BroughtBack) -> str:
        number = len(brought.entries)
        parts = [
            self.tr("1 entry is as it was.")
            if number == 1
            else self.tr("{0} entries are as they were.").format(number)
        ]
        left = sum(brought.left_behind.values())
        if left:
            words = self.tr("{0} rows could not come back, as what they rest on is gone.")
            parts.append(words.format(left))
        for old, new in brought.renumbered.items():
            words = self.tr("{0} is {1} now, as its number is another's by now.")
            parts.append(words.format(old, new))
        return " ".join(parts)

    def _on_not_brought(self, error: BaseException) -> None:
        self.message.show_message(Severity.BAD, error_sentence(error))
        self._fit_buttons()

    @Slot()
    def _take_back(self) -> None:
        self._undo.setEnabled(False)
        self._workspace.operations.undo(owner=self, failed=self._on_not_brought)
        self._workspace.operations.keep(
            lambda _session: None, lambda _none: self._begin_again(), owner=self
        )

    def _begin_again(self) -> None:
        self.message.dismiss()
        if not self.work.is_running:
            self._begin()

    def _chosen(self) -> list[Difference]:
        rows = self.table.selectionModel().selectedRows()
        found = (self.model.difference(index.row()) for index in rows)
        return [one for one in found if one.how is not How.ADDED]

    @Slot()
    def _fit_buttons(self) -> None:
        may_write = not self._workspace.read_only and not self.work.is_running
        self._bring.setEnabled(may_write and self._copy is not None and bool(self._chosen()))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        one = self.model.difference(index.row())
        if one.how is not How.GONE:
            self.accept()
            self.open_requested.emit(one.entry_id)

    def _build(self) -> None:
        self.setWindowTitle(
            self.tr("Backup of {0} and today").format(when_words(self._backup.facts.made_at))
        )
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._bring.setText(self.tr("&Bring back selected"))
        self._undo.setText(self.tr("&Undo"))
        self._undo.setShortcut("Ctrl+Z")
        self._undo.setEnabled(False)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Entries that differ"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 7 // 4)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._lay_out()

    def _lay_out(self) -> None:
        unit = gap(self.font())
        for column, letters in enumerate((18, 18, 14)):
            self.table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * letters)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        for part, stretch in (
            (self._summary, 0),
            (self.message, 0),
            (self.table, 1),
            (self.busy, 0),
        ):
            column.addWidget(part, stretch)
        row = QHBoxLayout()
        row.addWidget(self._bring)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._close)
        column.addLayout(row)
        enter_presses(self._bring, self._undo, self._close)
        keep_size(self, self._workspace.settings, "comparison", 140, 84)

    def _connect(self) -> None:
        self.work.advanced.connect(self.busy.show_step)
        self.work.finished.connect(self.busy.finish)
        self.work.finished.connect(self._fit_buttons)
        self.busy.cancel_requested.connect(self.work.cancel)
        self.busy.cancel_requested.connect(partial(self._summary.setText, self.tr("Stopped.")))
        self.table.selectionModel().selectionChanged.connect(self._fit_buttons)
        self.table.activated.connect(self._on_activated)
        self._bring.clicked.connect(self._bring_back)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.reject)
