"""What Chancery has learnt: the lines it passes over, and the names it knows entries by."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session
from typing_extensions import override

from db.act import Act
from db.queries.reading import NoiseRow, learnt_noise
from db.queries.taught import TaughtName, taught_names
from desktop.acts import entries
from desktop.acts import reading as acts
from desktop.labels import error_sentence, label
from desktop.theme import gap
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_ID = int(Qt.ItemDataRole.UserRole)
_ENTRY = _ID + 1
_Learnt = tuple[tuple[NoiseRow, ...], tuple[TaughtName, ...]]


class LearntDialog(QDialog):
    """List what was learnt; F2 changes a line, Delete forgets, Ctrl+Z takes that back."""

    open_requested = Signal(int)
    """The entry of a name, to be shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.lines = _Sheet([self.tr("Line, each number as #"), self.tr("Met in")])
        self.names = _Sheet([self.tr("Name"), self.tr("Kind"), self.tr("Of"), self.tr("Sources")])
        self._tabs, self._message = QTabWidget(), MessageBar()
        self._build()
        self.lines.removal_asked.connect(self._forget_line)
        self.names.removal_asked.connect(self._forget_name)
        self.lines.itemChanged.connect(self._on_changed)
        self.names.itemActivated.connect(self._on_opened)
        workspace.hub.changed.connect(self._read)
        self._read()

    @Slot()
    def _read(self) -> None:
        self._workspace.operations.read(_learnt, self._show, owner=self, lane="learnt")

    def _show(self, learnt: _Learnt) -> None:
        noise, names = learnt
        editable = not self._workspace.read_only
        self.lines.blockSignals(True)
        self.lines.show_rows(
            [(row.id, 0, (row.words, str(row.met))) for row in noise], editable=editable
        )
        self.lines.blockSignals(False)
        rows = [
            (one.id, one.entry.id, (one.text, label(one.kind), _of(one), str(one.sources)))
            for one in names
        ]
        self.names.show_rows(rows, editable=False)
        self._tabs.setTabText(0, self.tr("Lines passed over  {0}").format(len(noise)))
        self._tabs.setTabText(1, self.tr("Names  {0}").format(len(names)))

    @Slot(QTreeWidgetItem)
    def _on_changed(self, item: QTreeWidgetItem) -> None:
        self._write(acts.change_noise(item.data(0, _ID), item.text(0)))

    @Slot(QTreeWidgetItem)
    def _forget_line(self, item: QTreeWidgetItem) -> None:
        self._write(acts.forget_noise(item.data(0, _ID), item.text(0)))

    @Slot(QTreeWidgetItem)
    def _forget_name(self, item: QTreeWidgetItem) -> None:
        self._write(entries.remove_name(item.data(0, _ID), item.text(0)))

    @Slot(QTreeWidgetItem)
    def _on_opened(self, item: QTreeWidgetItem) -> None:
        self.accept()
        self.open_requested.emit(item.data(0, _ENTRY))

    @Slot()
    def _undo(self) -> None:
        self._workspace.operations.undo(owner=self, failed=self._refused)

    def _write(self, act: Act[None]) -> None:
        if not self._workspace.read_only:
            self._message.dismiss()
            self._workspace.operations.write(act, owner=self, failed=self._refused)

    def _refused(self, error: BaseException) -> None:
        self._message.show_message(Severity.WARN, error_sentence(error))
        self._read()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("What Chancery has learnt"))
        self.lines.setAccessibleName(self.tr("Lines passed over"))
        self.names.setAccessibleName(self.tr("Names learnt"))
        self._tabs.addTab(self.lines, self.tr("Lines passed over"))
        self._tabs.addTab(self.names, self.tr("Names"))
        told = QLabel(
            self.tr(
                "Lines are learnt with N over a release, names by taking a card that is the same "
                "as an entry. F2 changes a line, Delete forgets, Enter opens a name's entry."
            )
        )
        told.setWordWrap(True)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        for widget, stretch in ((told, 0), (self._message, 0), (self._tabs, 1)):
            column.addWidget(widget, stretch)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo)
        self.resize(unit * 90, unit * 66)
        self.lines.setFocus()


class _Sheet(QTreeWidget):
    """A flat list in columns; Delete asks for the current row to go."""

    removal_asked = Signal(QTreeWidgetItem)

    def __init__(self, headers: Sequence[str]) -> None:
        super().__init__()
        self.setHeaderLabels(list(headers))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(
            QTreeWidget.EditTrigger.EditKeyPressed | QTreeWidget.EditTrigger.DoubleClicked
        )
        self.header().setStretchLastSection(False)
        for column in range(len(headers)):
            fits = QHeaderView.ResizeMode.ResizeToContents
            stretches = column in {0, 2}
            mode = QHeaderView.ResizeMode.Stretch if stretches else fits
            self.header().setSectionResizeMode(column, mode)

    def show_rows(
        self, rows: Sequence[tuple[int, int, tuple[str, ...]]], *, editable: bool
    ) -> None:
        """Show other rows; the current place stays."""
        current = self.currentItem()
        at = self.indexOfTopLevelItem(current) if current is not None else 0
        self.clear()
        for id_, entry, words in rows:
            item = QTreeWidgetItem(self, list(words))
            item.setData(0, _ID, id_)
            item.setData(0, _ENTRY, entry)
            item.setToolTip(0, words[0])
            if editable:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        wanted = self.topLevelItem(min(max(at, 0), len(rows) - 1))
        if wanted is not None:
            self.setCurrentItem(wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Forget on Delete."""
        current = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and current is not None:
            self.removal_asked.emit(current)
        else:
            super().keyPressEvent(event)


def _learnt(session: Session) -> _Learnt:
    return learnt_noise(session), taught_names(session)


def _of(name: TaughtName) -> str:
    return f"{name.entry.reference} {name.entry.title}"
