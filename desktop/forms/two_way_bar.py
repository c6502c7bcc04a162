"""A message that leaves two things to do."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.message_bar import MessageBar, Severity


class TwoWayBar(MessageBar):
    """Show a sentence with two buttons; the first is the one that is usually wanted."""

    second_triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = QPushButton()
        self._second.clicked.connect(self.second_triggered)
        row = cast("QHBoxLayout", self.layout())
        row.insertWidget(row.count() - 1, self._second)

    def ask(self, severity: Severity, sentence: str, first: str, second: str) -> None:
        """Show a sentence and what can be done."""
        self._second.setText(second)
        self.show_message(severity, sentence, action=first, closable=False)

    def second_button(self) -> QPushButton:
        """Give the second button."""
        return self._second
