"""The dialogs by which a window changes its catalogue; they need none to be open."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow

from desktop.settings import Settings


class WindowDialogs(QObject):
    """Asks over one window which catalogue is wanted."""

    catalogue_chosen = Signal(object, bool)
    """The path of another catalogue, and whether it is to be made."""

    def __init__(self, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window

    @Slot()
    def open_catalogue(self) -> None:
        """Ask for another catalogue."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open catalogue"), self._folder(), self._filter()
        )
        if name:
            self.catalogue_chosen.emit(Path(name), False)

    @Slot()
    def new_catalogue(self) -> None:
        """Ask where a new catalogue is to be."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New catalogue"), self._folder(), self._filter()
        )
        if name:
            path = Path(name)
            self.catalogue_chosen.emit(path if path.suffix else path.with_suffix(".chancery"), True)

    def _folder(self) -> str:
        recent = self._settings.recent
        return str(recent[0].parent) if recent else ""

    def _filter(self) -> str:
        return self.tr("Chancery catalogues (*.chancery);;All files (*)")
