"""The bar that tells of a fault in Chancery itself, and gives the details to whoever asks."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bugs.bug import Bug
from desktop.widgets.message_bar import MessageBar, Severity


def fault_sentence(bug: Bug) -> str:
    """Return what a user is told of a fault of the program's own."""
    return QApplication.translate(
        "faults",
        "Something went wrong inside Chancery (fault {0}). All that was shown as saved is saved; "
        "what was under way was not done. You can go on working. The details hold nothing of your "
        "catalogue: please send them to Chancery's makers.",
    ).format(bug.code)


class FaultBar(MessageBar):
    """Say that something went wrong inside Chancery, until it is closed; copy what it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bug: Bug | None = None
        self.action_triggered.connect(self._copy)

    @Slot(object)
    def show_bug(self, bug: Bug) -> None:
        """Tell of a fault in the place of the one before."""
        self._bug = bug
        self.show_message(Severity.BAD, fault_sentence(bug), action=self.tr("&Copy details"))

    @Slot()
    def show_crash(self) -> None:
        """Tell that the program ended in the middle of things the time before."""
        self._bug = None
        self.show_message(
            Severity.WARN,
            self.tr(
                "Chancery ended unexpectedly the last time. All that was shown as saved is in the "
                "catalogue. You can send the details, which hold nothing of it, to its makers."
            ),
            action=self.tr("&Copy details"),
        )

    @Slot()
    def _copy(self) -> None:
        from desktop.bugs.details import details  # noqa: PLC0415 - logging is slow to load

        QApplication.clipboard().setText(details(self._bug))
        self.dismiss()
