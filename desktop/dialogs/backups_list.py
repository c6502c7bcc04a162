"""The backups of a catalogue as a table: when, why, how large, how many entries."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from db.backups.facts import Backup
from desktop.backup_words import entries_words, reason_words, size_words, when_words

_NUMBERS = (2, 3)


class BackupsList(QTreeWidget):
    """Lists backups, the newest first; Enter activates the current one."""

    def __init__(self) -> None:
        super().__init__()
        self._backups: Sequence[Backup] = ()
        self.setHeaderLabels(
            [self.tr("Date"), self.tr("Made"), self.tr("Size"), self.tr("Entries")]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(self.tr("Backups"))
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(self.columnCount()):
            stretches = column == 1
            mode = QHeaderView.ResizeMode.Stretch if stretches else _FITS
            header.setSectionResizeMode(column, mode)
        for column in _NUMBERS:
            self.headerItem().setTextAlignment(column, _RIGHT)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show backups; the current one stays current, unless there is a newer one now."""
        wanted = self.current() if backups and backups[:1] == self._backups[:1] else None
        self._backups = backups
        self.clear()
        for backup in backups:
            facts = backup.facts
            words = (
                when_words(facts.made_at),
                reason_words(facts.reason),
                size_words(backup),
                entries_words(backup),
            )
            item = QTreeWidgetItem(self, list(words))
            item.setToolTip(0, str(backup.path))
            metrics = self.fontMetrics()
            wide = metrics.horizontalAdvance(words[0]) + metrics.height()
            item.setSizeHint(0, QSize(wide, metrics.height() * 7 // 4))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(words))
            for column in _NUMBERS:
                item.setTextAlignment(column, _RIGHT)
        paths = [backup.path for backup in backups]
        row = paths.index(wanted.path) if wanted is not None and wanted.path in paths else 0
        item = self.topLevelItem(row)
        if item is not None:
            self.setCurrentItem(item)

    def current(self) -> Backup | None:
        """Give the backup that is current."""
        item = self.currentItem()
        return self._backups[self.indexOfTopLevelItem(item)] if item is not None else None


_FITS = QHeaderView.ResizeMode.ResizeToContents
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
