"""Importing a directory: checked, tried out, shown as what it would do, and then taken in."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.errors import CatalogueError, Interrupted
from db.exchange.directory.reading import Directory, open_directory
from db.rows.incoming import ForThoseHere, ImportOutcome
from desktop.catalogue_import import back_up_before_import, import_act
from desktop.dialogs.work_watch import WorkWatch
from desktop.import_words import Section, counts_by_kind, sections, summary
from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class ImportDirectoryDialog(QDialog):
    """Show what an import would do before it does it; Escape leaves everything as it was."""

    imported = Signal()

    def __init__(self, workspace: Workspace, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._folder = workspace, folder
        self._directory: Directory | None = None
        self.watch, self.message = WorkWatch(self), MessageBar()
        self.head = QLabel()
        self.tree = QTreeWidget()
        self.wanted = ChoiceEdit()
        self._wanted_label = QLabel()
        self.go, self._close = QPushButton(), QPushButton()
        self._build()
        self._connect()
        self._check()

    @override
    def reject(self) -> None:
        """Close; what is under way stops first and changes nothing."""
        self.watch.stop()
        self._workspace.operations.cancel(owner=self)
        super().reject()

    @Slot()
    def take_in(self) -> None:
        """Make a backup, then take the directory in."""
        self._wait(self.tr("Making a backup…"))
        catalogue = self._workspace.operations.catalogue
        folder = self._workspace.settings.backup_folder
        self._workspace.operations.run(
            lambda: back_up_before_import(catalogue, folder),
            lambda _made: self._import(),
            owner=self,
            failed=self._on_failed,
        )

    def _check(self) -> None:
        self._wait(self.tr("Checking {0}…").format(self._folder.name))
        tell = self.watch.teller()
        self._workspace.operations.run(
            lambda: open_directory(self._folder, tell),
            self._on_checked,
            owner=self,
            failed=self._on_failed,
        )

    def _on_checked(self, directory: Directory) -> None:
        self._directory = directory
        counts = directory.counts()
        self.head.setText(
            self.tr("{0} holds: {1}.").format(self._folder.name, counts_by_kind(counts))
        )
        self._rehearse()

    @Slot()
    def _rehearse(self) -> None:
        if self._directory is not None:
            self._wait(self.tr("Comparing with this catalogue…"))
            self._write(self._directory, rehearsal=True)

    def _import(self) -> None:
        if self._directory is not None:
            self._wait(self.tr("Taking in…"))
            self._write(self._directory, rehearsal=False)

    def _write(self, directory: Directory, *, rehearsal: bool) -> None:
        act = import_act(
            directory,
            for_those_here=ForThoseHere(self.wanted.value()),
            about=self._folder.name,
            tell=self.watch.teller(),
        )
        operations, failed = self._workspace.operations, self._on_failed
        if rehearsal:
            operations.rehearse(act, self._on_rehearsed, owner=self, failed=failed)
        else:
            operations.write(act, self._on_imported, owner=self, failed=failed)

    def _on_rehearsed(self, outcome: ImportOutcome) -> None:
        self._end()
        self._show(outcome)
        nothing = outcome.count("new") + outcome.count("different") == 0
        self.go.setEnabled(not nothing)
        self._offer_choice(outcome)
        words = self.tr("Nothing has been changed yet. It would be: {0}.")
        self.message.show_message(Severity.INFO, words.format(summary(outcome)), closable=False)
        (self._close if nothing else self.go).setFocus()

    def _on_imported(self, outcome: ImportOutcome) -> None:
        self._end()
        self._show(outcome)
        self._offer_choice(ImportOutcome())
        words = self.tr("Taken in: {0}. Undo takes all of it back.")
        self.message.show_message(Severity.GOOD, words.format(summary(outcome)), closable=False)
        self._close.setText(self.tr("Close"))
        self._close.setFocus()
        self.imported.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Interrupted):
            words = self.tr("Stopped: nothing was changed.")
            self.message.show_message(Severity.INFO, words, closable=False)
            return
        self.message.show_message(Severity.BAD, error_sentence(error), closable=False)
        self._close.setFocus()
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    def _wait(self, what: str) -> None:
        self.message.dismiss()
        self.go.setEnabled(False)
        self.wanted.setEnabled(False)
        self.watch.start(what)

    def _end(self) -> None:
        self.watch.finish()
        self.wanted.setEnabled(True)

    def _offer_choice(self, outcome: ImportOutcome) -> None:
        has_choice = outcome.count("different") > 0
        self.wanted.setVisible(has_choice)
        self._wanted_label.setVisible(has_choice)

    def _show(self, outcome: ImportOutcome) -> None:
        self.tree.clear()
        wanted = ForThoseHere(self.wanted.value())
        items = [_item(section, self.tr("… and {0} more")) for section in sections(outcome, wanted)]
        self.tree.addTopLevelItems(items)
        for item in items:
            item.setExpanded(bool(item.data(0, _GRAVE)))
        if items:
            self.tree.setCurrentItem(items[0])

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self.head.setWordWrap(True)
        self.head.setText(self._folder.name)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("What the import would do"))
        self.wanted.set_options(
            [
                (ForThoseHere.ADD, self.tr("Add what is missing, change nothing")),
                (ForThoseHere.KEEP, self.tr("Leave as they are here")),
                (ForThoseHere.REPLACE, self.tr("Replace by what the import says")),
            ]
        )
        self.wanted.set_value(ForThoseHere.ADD)
        self._wanted_label.setText(self.tr("Entries that are here and &differ:"))
        self._wanted_label.setBuddy(self.wanted)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.addWidget(self.head)
        column.addWidget(self.watch.bar)
        column.addWidget(self.message)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.addWidget(self._wanted_label)
        row.addWidget(self.wanted, 1)
        column.addLayout(row)
        column.addLayout(self._buttons())
        self._offer_choice(ImportOutcome())
        self.resize(unit * 90, unit * 66)

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
        self.wanted.activated.connect(self._rehearse)
        self.go.clicked.connect(self.take_in)
        self._close.clicked.connect(self.reject)


_GRAVE = 0x0100  # Qt.ItemDataRole.UserRole


def _item(section: Section, more: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{section.heading}  {section.count}"])
    item.setData(0, _GRAVE, section.grave)
    bold = QFont()
    bold.setBold(True)
    item.setFont(0, bold)
    for line in section.lines:
        item.addChild(QTreeWidgetItem([line]))
    if section.lines and section.count > len(section.lines):
        item.addChild(QTreeWidgetItem([more.format(section.count - len(section.lines))]))
    return item
