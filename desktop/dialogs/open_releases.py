"""Taking in files: how far it is, what became of each, and what can still be done about it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.exchange.formats import READABLE_SUFFIXES
from db.queries.likes import LikeSource
from db.rows.entries import EntryRef
from desktop.delegates.offer_delegate import OfferDelegate
from desktop.dialogs.outcome_model import OutcomeModel
from desktop.dialogs.taking_in import TakingIn
from desktop.intake import Taken
from desktop.theme import gap
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.enter_key import enter_presses
from desktop.workspace import Workspace

_FOLDER = "intake/folder"


def choose_releases(
    workspace: Workspace, parent: QWidget, chosen: Callable[[list[Path]], None]
) -> QFileDialog:
    """Ask for files with the platform's dialog, begun in the folder used last."""
    dialog = QFileDialog(parent, parent.tr("Take in releases"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*{suffix}" for suffix in READABLE_SUFFIXES)
    releases = parent.tr("Releases ({0})").format(endings)
    dialog.setNameFilters([releases, parent.tr("All files (*)")])
    dialog.setDirectory(workspace.settings.text(_FOLDER))

    def accepted(names: list[str]) -> None:
        files = [Path(name) for name in names]
        workspace.settings.set_text(_FOLDER, str(files[0].parent))
        chosen(files)

    dialog.filesSelected.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class OpenReleasesDialog(QDialog):
    """Take in files and folders, and list what became of each; Enter opens the source."""

    open_requested = Signal(int)
    """The source of a line: the one a file has become, or the one it was left out for."""
    taken_in = Signal(int)
    """A source that has just come in, to be read."""

    def __init__(
        self, workspace: Workspace, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._done = 0
        self._taking, self._bar = TakingIn(workspace, self), BusyBar()
        self._summary, self._sentence = QLabel(), QLabel()
        self._model, self.list = OutcomeModel(self), QListView()
        self._again, self._open = QPushButton(), QPushButton()
        self._close = QPushButton(self.tr("Close"))
        self._build_list()
        self._build_buttons()
        self._lay_out()
        self._connect()
        self._start(paths)

    def sentence(self) -> str:
        """Give the whole sentence of the line that is current."""
        return self._sentence.text()

    def summary(self) -> str:
        """Give the sentence that counts the outcomes."""
        return self._summary.text()

    @override
    def reject(self) -> None:
        """Close; while files are taken in, stop that first."""
        if self._taking.is_running:
            self._taking.cancel()
        else:
            super().reject()

    def _start(self, paths: Sequence[Path], *, again: bool = False) -> None:
        self._done = 0
        self._bar.start(self.tr("Looking for releases…"))
        self._taking.start(paths, again=again)
        self._fit_buttons()

    @Slot(int)
    def _on_begun(self, number: int) -> None:
        self._bar.start(self.tr("Taking in…"), steps=number)

    @Slot(object)
    def _on_advanced(self, taken: list[Taken]) -> None:
        self._done += len(taken)
        self._bar.advance(self._done, taken[-1].file.name)
        line = self._model.add(taken)
        for one in taken:
            if isinstance(one.outcome, EntryRef):
                self.taken_in.emit(one.outcome.id)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(line)

    @Slot()
    def _on_finished(self) -> None:
        self._bar.finish()
        self._summary.setText(self._model.counted())
        self._on_current_changed()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_current_changed(self) -> None:
        self._sentence.setText(self._model.sentence(self.list.currentIndex()))
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        idle = not self._taking.is_running
        self._again.setEnabled(idle and bool(self._left_out()))
        self._open.setEnabled(idle and self._source() is not None)

    def _left_out(self) -> list[Path]:
        rows = sorted(self.list.selectedIndexes(), key=lambda index: index.row())
        taken = (self._model.taken(index) for index in rows)
        return [t.file for t in taken if t is not None and isinstance(t.outcome, LikeSource)]

    def _source(self) -> int | None:
        taken = self._model.taken(self.list.currentIndex())
        match taken and taken.outcome:
            case EntryRef(id=source):
                return source
            case LikeSource(ref=ref):
                return ref.id
            case _:
                return None

    @Slot()
    def _on_again_clicked(self) -> None:
        self._start(self._left_out(), again=True)

    @Slot()
    def _on_open(self, _index: QModelIndex | None = None) -> None:
        source = self._source()
        if source is not None and not self._taking.is_running:
            self.accept()
            self.open_requested.emit(source)

    def _build_list(self) -> None:
        self.list.setModel(self._model)
        delegate = OfferDelegate()
        delegate.setParent(self.list)
        self.list.setItemDelegate(delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Files"))
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)

    def _build_buttons(self) -> None:
        self._again.setText(self.tr("Take in &anyway"))
        self._open.setText(self.tr("&Open it"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Take in releases"))
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self._bar)
        column.addWidget(self._summary)
        column.addWidget(self.list, 1)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addWidget(self._again)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._close)
        column.addLayout(row)
        enter_presses(*self.findChildren(QPushButton))  # Enter in the list opens there
        self.resize(unit * 80, unit * 56)

    def _connect(self) -> None:
        self._taking.begun.connect(self._on_begun)
        self._taking.advanced.connect(self._on_advanced)
        self._taking.finished.connect(self._on_finished)
        self._bar.cancel_requested.connect(self._taking.cancel)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.selectionModel().selectionChanged.connect(self._on_current_changed)
        self.list.activated.connect(self._on_open)
        self._again.clicked.connect(self._on_again_clicked)
        self._open.clicked.connect(self._on_open)
        self._close.clicked.connect(self.reject)
