"""Importing a directory: checked, tried out, shown as what it would do, and then taken in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.act import Act
from db.exchange.directory.reading import Directory, open_directory
from db.rows.incoming import ForThoseHere, ImportOutcome
from desktop.catalogue_import import import_act
from desktop.delegates.roomy_rows import give_room
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.kept_size import keep_size
from desktop.import_words import Section, counts_by_kind, sections, summary
from desktop.theme import gap
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.workspace import Workspace


class ImportDirectoryDialog(ImportDialog):
    """Show what a directory would bring, and what of it differs from what is here."""

    def __init__(self, workspace: Workspace, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._folder = folder
        self.head = QLabel()
        self.tree = QTreeWidget()
        self.wanted = ChoiceEdit()
        self._wanted_label = QLabel()
        self._build()
        self.wanted.activated.connect(self.rehearse)
        self._check()

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
        counts = counts_by_kind(directory.counts())
        self.head.setText(self.tr("{0} holds: {1}.").format(self._folder.name, counts))
        self._offer(partial(self._act_of, directory))

    def _act_of(self, directory: Directory) -> Act[ImportOutcome]:
        return import_act(
            directory,
            for_those_here=ForThoseHere(self.wanted.value()),
            about=self._folder.name,
            tell=self.watch.teller(),
        )

    @override
    def _show(self, outcome: ImportOutcome) -> None:
        self.tree.clear()
        wanted = ForThoseHere(self.wanted.value())
        items = [_item(section, self.tr("… and {0} more")) for section in sections(outcome, wanted)]
        self.tree.addTopLevelItems(items)
        for item in items:
            item.setExpanded(bool(item.data(0, _GRAVE)))
        if items:
            self.tree.setCurrentItem(items[0])
        has_choice = outcome.count("different") > 0
        self.wanted.setVisible(has_choice)
        self._wanted_label.setVisible(has_choice)

    @override
    def _summary(self, outcome: ImportOutcome) -> str:
        return summary(outcome)

    @override
    def _changes_something(self, outcome: ImportOutcome) -> bool:
        return outcome.count("new") + outcome.count("different") > 0

    @override
    def _choices(self) -> Sequence[QWidget]:
        return (self.wanted,)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self.head.setWordWrap(True)
        self.head.setText(self._folder.name)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        give_room(self.tree)
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
        self._show(ImportOutcome())
        keep_size(self, self._workspace.settings, "import", 100, 72)


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
