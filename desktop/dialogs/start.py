"""The first window: which catalogue, and why one could not be opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRunnable, QStandardPaths, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.catalogue import Catalogue
from db.errors import AlreadyThere, CatalogueError
from desktop.delegates.offer_delegate import OfferDelegate
from desktop.labels import error_sentence
from desktop.settings import Settings
from desktop.theme import gap, title_font
from desktop.version import PROGRAM
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.suggestion_model import Suggestion, SuggestionModel

SUFFIX = ".chancery"
SAMPLE = f"Chancery sample{SUFFIX}"


def open_catalogue(path: Path, settings: Settings, *, make: bool = False) -> Catalogue:
    """Open a catalogue in the name of whoever works here, or make a new one, and remember it.

    Raises:
        CatalogueError: why it can't be opened or made.
    """
    opened = Catalogue.create if make else Catalogue.open
    catalogue = opened(path, who=settings.who, program=PROGRAM)
    settings.add_recent(path)
    return catalogue


class _List(QListView):
    """Keeps Enter from going on to the button that Enter presses elsewhere."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class _Building(QRunnable):
    """Builds the sample catalogue in a worker, which takes seconds."""

    def __init__(self, path: Path, done: Callable[[object], None]) -> None:
        super().__init__()
        self._path, self._done = path, done

    @override
    def run(self) -> None:
        from resources.sample.build import write_sample  # noqa: PLC0415 - this press alone needs it

        error: Exception | None = None
        try:
            write_sample(self._path)
        except AlreadyThere:
            pass  # it was made once, and is opened as it has become
        except Exception as caught:  # noqa: BLE001 - every failure is shown by the GUI thread
            error = caught
        self._done(error)


class StartDialog(QDialog):
    """Offer a new catalogue, one there is, the sample, and those opened last."""

    _built = Signal(object)

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, error: Exception | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._catalogue: Catalogue | None = None
        self._recent = settings.recent
        self.message, self.list = MessageBar(), _List()
        self._model, self._busy = SuggestionModel(self), QProgressBar(textVisible=False)
        self._buttons = {name: QPushButton() for name in ("new", "open", "sample")}
        self._build()
        self._connect()
        if error is not None:
            self._complain(error)

    def catalogue(self) -> Catalogue | None:
        """Give the catalogue that was opened."""
        return self._catalogue

    def open_path(self, path: Path, *, make: bool = False) -> None:
        """Open or make a catalogue and close this window, or say here why not."""
        try:
            self._catalogue = open_catalogue(path, self._settings, make=make)
        except CatalogueError as error:
            self._complain(error)
        else:
            self.accept()

    @override
    def reject(self) -> None:
        """Close, but not while the sample is being built."""
        if self._busy.isHidden():
            super().reject()

    @Slot()
    def choose_new(self) -> QFileDialog:
        """Ask where a new catalogue is to lie, with the platform's dialog."""
        dialog = self._chooser(self.tr("New catalogue"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # an older file is never replaced: the catalogue says so itself, in words
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.tr("Catalogue") + SUFFIX)
        dialog.fileSelected.connect(self._on_new_chosen)
        dialog.open()
        return dialog

    @Slot()
    def choose_open(self) -> QFileDialog:
        """Ask for a catalogue, with the platform's dialog."""
        dialog = self._chooser(self.tr("Open catalogue"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_open_chosen)
        dialog.open()
        return dialog

    @Slot()
    def open_sample(self) -> None:
        """Open the sample catalogue, and build it first where there is none."""
        if self.sample_path().exists():
            self.open_path(self.sample_path())
            return
        self._set_building(building=True)
        QThreadPool.globalInstance().start(_Building(self.sample_path(), self._built.emit))

    def sample_path(self) -> Path:
        """Tell where the sample catalogue lies: among the user's documents."""
        return _documents() / SAMPLE

    @Slot(object)
    def _on_built(self, error: Exception | None) -> None:
        self._set_building(building=False)
        if error is None:
            self.open_path(self.sample_path())
        else:
            self._complain(error)

    @Slot(str)
    def _on_new_chosen(self, name: str) -> None:
        self.open_path(Path(name), make=True)

    @Slot(str)
    def _on_open_chosen(self, name: str) -> None:
        self.open_path(Path(name))

    @Slot()
    def _on_recent(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._recent):
            self.open_path(self._recent[row])

    def _set_building(self, *, building: bool) -> None:
        self._busy.setVisible(building)
        for part in (*self._buttons.values(), self.list):
            part.setEnabled(not building)

    def _complain(self, error: Exception) -> None:
        self.message.show_message(Severity.BAD, error_sentence(error))

    def _chooser(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        filters = [self.tr("Chancery catalogues (*{0})").format(SUFFIX), self.tr("All files (*)")]
        dialog.setNameFilters(filters)
        dialog.setDirectory(str(self._recent[0].parent if self._recent else _documents()))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Chancery"))
        title = QLabel(self.tr("Chancery"))
        title.setFont(title_font(self.font()))
        what = QLabel(self.tr("A catalogue of agreements, meetings and participants."))
        what.setForegroundRole(what.palette().ColorRole.PlaceholderText)
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(self.tr("Building the sample catalogue"))
        self._busy.hide()
        column = QVBoxLayout(self)
        column.setSpacing(gap(self.font()))
        for part in (title, what, self.message, self._busy):
            column.addWidget(part)
        self._build_buttons(column)
        self._build_recent(column)
        self.resize(gap(self.font()) * 62, self.sizeHint().height())

    def _build_buttons(self, column: QVBoxLayout) -> None:
        words = {
            "new": self.tr("&New catalogue…"),
            "open": self.tr("&Open catalogue…"),
            "sample": self.tr("&Sample catalogue"),
        }
        row = QHBoxLayout()
        for name, button in self._buttons.items():
            button.setText(words[name])
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        hint = QLabel(self.tr("The sample shows what five press releases say; try all on it."))
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        column.addWidget(hint)

    def _build_recent(self, column: QVBoxLayout) -> None:
        self._model.offer([self._line(path) for path in self._recent])
        delegate = OfferDelegate()
        delegate.setParent(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(delegate)
        self.list.setAccessibleName(self.tr("Catalogues opened last"))
        heading = SectionHeading(self.tr("Opened last"))
        for part in (heading, self.list):
            part.setVisible(bool(self._recent))
            column.addWidget(part)
        if self._recent:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            column.addStretch(1)

    def _line(self, path: Path) -> Suggestion:
        gone = "" if path.exists() else self.tr("not there")
        return Suggestion(title=path.stem, detail=str(path.parent), icon="book", badge=gone)

    def _connect(self) -> None:
        self._built.connect(self._on_built, Qt.ConnectionType.QueuedConnection)
        self.list.activated.connect(self._on_recent)
        self._buttons["new"].clicked.connect(self.choose_new)
        self._buttons["open"].clicked.connect(self.choose_open)
        self._buttons["sample"].clicked.connect(self.open_sample)


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place))
    return found if found.is_dir() else Path.home()
