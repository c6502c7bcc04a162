"""What one has gone to by "Jump to": the latest places of a catalogue, and actions used often."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.settings import Settings

PLACES = 12
STAY_MS = 1_500
"""How long an entry must be open to count as one that was gone to."""
_USES = 60
"""The latest uses of actions that are counted."""


class JumpMemory(QObject):
    """Keep the latest places by their keys, ``entry:12`` or ``tag:3``; nothing of their content."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Path,
        *,
        stay_ms: int = STAY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._places = f"jump/{sha256(str(catalogue).encode()).hexdigest()[:12]}"
        self._shown = 0
        self._timer = QTimer(self, singleShot=True, interval=stay_ms)
        self._timer.timeout.connect(self._on_stayed)

    @Slot(int)
    def note_shown(self, entry: int) -> None:
        """Note an entry that was opened from anywhere, once one has stayed there a moment."""
        self._shown = entry
        self._timer.start()

    def note(self, key: str) -> None:
        """Note that something was gone to or, an action, carried out."""
        if key.startswith("action:"):
            self._settings.set_texts("jump/actions", [key, *self._uses()][:_USES])
        elif self.places()[:1] != [key]:
            others = [other for other in self.places() if other != key]
            self._settings.set_texts(self._places, [key, *others][:PLACES])

    def places(self) -> list[str]:
        """Return the keys of the latest places, the last one first."""
        return self._settings.texts(self._places)

    def actions(self) -> list[str]:
        """Return the keys of the actions used, the most frequent first."""
        return [key for key, _count in Counter(self._uses()).most_common()]

    def _uses(self) -> list[str]:
        return self._settings.texts("jump/actions")

    @Slot()
    def _on_stayed(self) -> None:
        self.note(f"entry:{self._shown}")
