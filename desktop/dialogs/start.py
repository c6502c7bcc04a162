"""The first window: which catalogue, and why one could not be opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
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

from db.errors import Damaged
from desktop.delegates.offer_delegate import OfferDelegate
from desktop.labels import error_sentence
from desktop.opening import (
    Opened,
    Opener,
    Opening,
    make_new,
    open_old,
    open_sample,
    upgrading_words,
)
from desktop.restoring import Restoring
from desktop.settings import Settings
from desktop.theme import gap, title_font
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.suggestion_model import Suggestion, SuggestionModel

SUFFIX = ".chancery"
SAMPLE = f"Chancery sample{SUFFIX}"


class _List(QListView):
    """Keeps Enter from going on to the button that Enter presses elsewhere."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class StartDialog(QDialog):
    """Offer a new catalogue, one there is, the sample, and those opened last."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, error: Exception | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._opened: Opened | None = None
        self._damaged: Path | None = None
        self.opening = Opening(self)
        self._recent = settings.recent
        self.message, self.list = MessageBar(), _List()
        self._model, self._busy = SuggestionModel(self), QProgressBar(textVisible=False)
        self._buttons = {name: QPushButton() for name in ("new", "open", "sample")}
        self._build()
        self._connect()
        if error is not None:
            self._complain(error)

    def opened(self) -> Opened | None:
        """Give the catalogue that was opened."""
        return self._opened

    def open_path(self, path: Path, *, make: bool = False) -> None:
        """Open or make a catalogue and close this window, or say here why not."""
        self._begin(path, make_new if make else open_old, self.tr("Opening the catalogue"))

    @override
    def reject(self) -> None:
        """Close, but not while a catalogue is being opened."""
        if not self.opening.is_busy:
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
        self._begin(self.sample_path(), open_sample, self.tr("Opening the sample catalogue"))

    def sample_path(self) -> Path:
        """Tell where the sample catalogue lies: among the user's documents."""
        return _documents() / SAMPLE

    def _begin(self, path: Path, opener: Opener, what: str) -> None:
        if not self.opening.is_busy:
            self._busy.setAccessibleName(what)
            self._set_busy(busy=True)
            self.opening.begin(path, self._settings.who, opener)

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self._set_busy(busy=False)
        self._settings.add_recent(opened.catalogue.path)
        self.accept()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self._complain(error)

    @Slot()
    def _on_upgrading(self) -> None:
        self.message.show_message(Severity.INFO, upgrading_words(), closable=False)

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

    def _set_busy(self, *, busy: bool) -> None:
        self.message.hide()
        self._busy.setVisible(busy)
        for part in (*self._buttons.values(), self.list):
            part.setEnabled(not busy)
        if not busy and self._recent:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, error: Exception) -> None:
        self._damaged = error.path if isinstance(error, Damaged) else None
        action = self.tr("What can be done…") if self._damaged is not None else ""
        self.message.show_message(Severity.BAD, error_sentence(error), action=action)

    @Slot()
    def _show_damage(self) -> None:
        """Offer what can be done about a catalogue that is too damaged to be opened."""
        from desktop.dialogs.damage import DamageDialog  # noqa: PLC0415 - seldom needed

        if self._damaged is None:
            return
        dialog = DamageDialog(self._damaged, self._settings, self)
        dialog.restore_requested.connect(partial(self._restore, self._damaged))
        dialog.open_requested.connect(self.open_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _restore(self, path: Path, backup: Path) -> None:
        restoring = Restoring(backup, self._settings.backup_folder)
        self._begin(path, restoring.open, self.tr("Restoring the backup"))

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
        self.opening.opened.connect(self._on_opened)
        self.opening.failed.connect(self._on_failed)
        self.opening.upgrading.connect(self._on_upgrading)
        self.message.action_triggered.connect(self._show_damage)
        self.list.activated.connect(self._on_recent)
        self._buttons["new"].clicked.connect(self.choose_new)
        self._buttons["open"].clicked.connect(self.choose_open)
        self._buttons["sample"].clicked.connect(self.open_sample)


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place))
    return found if found.is_dir() else Path.home()
