"""The size of a large dialog: as it was left, at first as large as it needs and the screen has."""

from PySide6.QtWidgets import QDialog

from desktop.settings import Settings
from desktop.theme import gap


def keep_size(dialog: QDialog, settings: Settings, name: str, width: int, height: int) -> None:
    """Give a dialog the size and place it was left with, from now on; at first so many gaps."""
    key = f"dialog/{name}"
    dialog.finished.connect(lambda: settings.set_state(key, dialog.saveGeometry()))
    if dialog.restoreGeometry(settings.state(key)):
        return
    unit, room = gap(dialog.font()), dialog.screen().availableSize()
    wide, high = room.width() * 9 // 10, room.height() * 9 // 10  # the frame needs room too
    dialog.resize(min(width * unit, wide), min(height * unit, high))
