"""Saving without a button: when a field is left, on Enter, and after two quiet seconds."""

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from desktop.widgets.editor import Editor

QUIET_MS = 2000


class Autosave(QObject):
    """Watch editors and ask for each changed value to be saved, once.

    The asker answers with `accept()` when the value is stored or `refuse()` when it is not; until
    then the field is dirty. A value with a problem is not saved but handed over as a draft, letter
    by letter.
    """

    save_requested = Signal(str, str)
    draft_requested = Signal(str, str)
    dirty_changed = Signal()

    def __init__(self, *, quiet_ms: int = QUIET_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet_ms = quiet_ms
        self._watches: dict[str, _Watch] = {}

    def watch(self, field: str, editor: Editor) -> None:
        """Watch one editor; what stands in it now counts as saved."""
        self._watches[field] = _Watch(self, field, editor, quiet_ms=self._quiet_ms)

    def fill(self, field: str, value: str, *, draft: str | None = None) -> None:
        """Show a stored value in a field, or the draft that is still to be saved over it."""
        self._watches[field].fill(value, draft)

    def dirty(self) -> tuple[str, ...]:
        """Name the fields whose content is not stored yet, in the order they are watched."""
        return tuple(field for field, watch in self._watches.items() if watch.is_dirty())

    def accept(self, field: str, value: str) -> None:
        """Learn that a value is stored."""
        self._watches[field].accept(value)

    def refuse(self, field: str) -> None:
        """Learn that a value was not stored; the next commit or flush asks again."""
        self._watches[field].refuse()

    def flush(self) -> None:
        """Ask now for all that is dirty, as before a form shows another entry."""
        for watch in self._watches.values():
            watch.ask()


class _Watch(QObject):
    """Looks after one field."""

    def __init__(self, autosave: Autosave, field: str, editor: Editor, *, quiet_ms: int) -> None:
        super().__init__(autosave)
        self._autosave, self._field, self._editor = autosave, field, editor
        self._stored = self._shown = editor.raw()
        self._asked: str | None = None
        self._was_dirty = False
        self._timer = QTimer(self, singleShot=True, interval=quiet_ms)
        self._timer.timeout.connect(self.ask)
        editor.edited.connect(self._on_edited)
        editor.committed.connect(self.ask)

    def fill(self, value: str, draft: str | None) -> None:
        self._timer.stop()
        self._stored, self._asked = value, None
        self._editor.set_value(value if draft is None else draft)
        self._shown = value if draft is not None else self._editor.raw()
        self._tell()

    def is_dirty(self) -> bool:
        if self._editor.raw() == self._shown:
            return False
        return bool(self._editor.problem()) or self._editor.value() != self._stored

    @Slot()
    def ask(self) -> None:
        self._timer.stop()
        if not self.is_dirty():
            return
        if self._editor.problem():
            self._request(self._editor.raw(), self._autosave.draft_requested)
        else:
            self._request(self._editor.value(), self._autosave.save_requested)

    def _request(self, text: str, signal: SignalInstance) -> None:
        if text == self._asked:
            return
        self._asked = text
        signal.emit(self._field, text)

    def accept(self, value: str) -> None:
        self._stored = value
        self._asked = None
        if not self._editor.problem() and self._editor.value() == value:
            self._shown = self._editor.raw()
            self._editor.settle()
        self._tell()

    def refuse(self) -> None:
        self._asked = None

    @Slot()
    def _on_edited(self) -> None:
        self._timer.start()
        self._tell()

    def _tell(self) -> None:
        dirty = self.is_dirty()
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self._autosave.dirty_changed.emit()
