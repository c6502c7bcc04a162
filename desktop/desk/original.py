"""Saving the bytes a source came as."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.queries.sources import original
from desktop.labels import error_sentence
from desktop.workspace import Workspace


class Original(QObject):
    """Writes the original of a source to a file, and says what came of it."""

    said = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = workspace.operations

    def save(self, source: int, path: Path) -> None:
        """Write the bytes as they came."""

        def write(content: bytes | None) -> None:
            self._operations.run(
                lambda: path.write_bytes(content or b""),
                lambda _count: self.said.emit(self.tr("Saved as {0}.").format(path.name)),
                owner=self,
                failed=lambda error: self._tell_unsaved(path, error),
            )

        self._operations.read(lambda session: original(session, source), write, owner=self)

    def _tell_unsaved(self, path: Path, error: Exception) -> None:
        if isinstance(error, OSError):
            words = self.tr("{0} could not be written: {1}").format(path.name, error.strerror or "")
            self.said.emit(words)
        else:
            self.said.emit(error_sentence(error))
