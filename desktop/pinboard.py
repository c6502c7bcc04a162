"""The pinboard: the sentence on which all stands that is made until it is let go."""

from PySide6.QtCore import QObject, Signal

from db.rows.pin import Pin


class Pinboard(QObject):
    """Holds the pinned passage, or none."""

    changed = Signal(object)
    """The ``Pin``, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pin: Pin | None = None

    @property
    def pin(self) -> Pin | None:
        """The pinned passage, or None."""
        return self._pin

    def hold(self, pin: Pin) -> None:
        """Pin a passage in place of the one before."""
        self._pin = pin
        self.changed.emit(pin)

    def let_go(self) -> None:
        """Let the pinned passage go."""
        if self._pin is not None:
            self._pin = None
            self.changed.emit(None)
