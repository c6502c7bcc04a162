"""The bar that says which other program has the catalogue, and offers to open it for editing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import LockedBy
from desktop.labels import error_sentence
from desktop.widgets.message_bar import MessageBar, Severity


class ElsewhereBar(MessageBar):
    """Say who has the catalogue and since when, and when nobody has it any more."""

    reopen_requested = Signal()
    """The catalogue is to be closed and opened again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action_triggered.connect(self._act)

    @Slot(object)
    def show_held(self, locked: LockedBy) -> None:
        """Say who has it, so that it can only be read here."""
        self.show_message(Severity.WARN, error_sentence(locked))

    @Slot()
    def show_freed(self) -> None:
        """Say that nobody has it any more."""
        self.show_message(
            Severity.GOOD,
            self.tr("This catalogue is no longer open elsewhere: you can make changes now."),
            action=self.tr("Open for &editing"),
        )

    @Slot(object)
    def show_lost(self, locked: LockedBy) -> None:
        """Say that another program has taken it from this one."""
        self.show_message(
            Severity.BAD,
            self.tr(
                "This computer was not heard of for more than a minute, and {0} has opened the "
                "catalogue meanwhile. All that was shown as saved is saved; nothing more can be "
                "changed here. Open it again to read it."
            ).format(locked.owner or self.tr("another program")),
            action=self.tr("&Open again"),
            closable=False,
        )

    @Slot()
    def _act(self) -> None:
        self.dismiss()
        self.reopen_requested.emit()
