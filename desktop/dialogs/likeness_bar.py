"""The question before a second one is made: open the source that is there, or take this in too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db.queries.likes import LikeSource
from desktop.dialogs.intake_words import like_sentence
from desktop.widgets.message_bar import MessageBar, Severity


class LikenessBar(MessageBar):
    """Show the source most like a release; it stays until one of the two ways is chosen."""

    open_chosen = Signal(int)
    again_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._like: LikeSource | None = None
        self._again = QPushButton(self.tr("Take in &anyway"))
        self._again.clicked.connect(self.again_chosen)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.count() - 1, self._again)
        self.action_triggered.connect(self._on_action_triggered)

    def like(self) -> LikeSource | None:
        """Give the source shown, or None."""
        return self._like

    def show_like(self, like: LikeSource, title: str) -> None:
        """Ask about one source that a release with this title is like."""
        self._like = like
        sentence = like_sentence(like, title)
        self.show_message(Severity.WARN, sentence, action=self.tr("&Open it"), closable=False)
        for button in self.findChildren(QPushButton):
            button.setAccessibleDescription(sentence)

    def clear(self) -> None:
        """Ask nothing."""
        self._like = None
        self.hide()

    def focus_choice(self) -> None:
        """Put the keyboard on the first of the two ways."""
        button = next(b for b in self.findChildren(QPushButton) if b is not self._again)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_action_triggered(self) -> None:
        if self._like is not None:
            self.open_chosen.emit(self._like.ref.id)
