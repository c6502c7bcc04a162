"""The hub: one signal that says what changed, and who did it."""

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    """Tells every view of a change; each decides whether it must refresh."""

    changed = Signal(object, object)
    """A ``db.act.Change``, and the object that asked for it (it may skip its own)."""
