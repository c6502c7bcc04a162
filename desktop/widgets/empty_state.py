"""What a list or panel shows while it is empty: why, and what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import gap, scaled_font


class EmptyState(QWidget):
    """Show a title, a sentence and, where there is something to do, a button."""

    action_triggered = Signal()

    def __init__(
        self, title: str, sentence: str = "", *, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._sentence = QLabel(), QLabel()
        self._button = QPushButton()
        self._button.clicked.connect(self.action_triggered)
        self._build_column()
        self.show_state(title, sentence, action=action)

    def show_state(self, title: str, sentence: str = "", *, action: str = "") -> None:
        """Say something else; an empty action hides the button."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._title, self._sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        self._sentence.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._fit()

    def _fit(self) -> None:
        self._title.setFont(scaled_font(self.font(), 1.2))
        unit = gap(self.font())
        column = self.layout()
        if column is not None:
            column.setSpacing(unit)
            column.setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit)
