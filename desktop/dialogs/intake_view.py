"""The parts of the intake window: messages, the text, what is known of it, and the buttons."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.exchange.release import Release
from db.queries.likes import LikeSource
from desktop.dialogs.intake_fields import IntakeFields
from desktop.dialogs.intake_words import facts
from desktop.dialogs.likeness_bar import LikenessBar
from desktop.dialogs.release_edit import ReleaseEdit
from desktop.intake_warnings import warning_sentences
from desktop.labels import error_sentence
from desktop.settings import Settings
from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity


class IntakeView(QWidget):
    """Show a release that is not taken in yet; decide nothing."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.message, self.warning = MessageBar(), MessageBar(), MessageBar()
        self.likeness = LikenessBar()
        self.editor, self.fields = ReleaseEdit(), IntakeFields(settings)
        self.discard, self.cancel, self.accept = QPushButton(), QPushButton(), QPushButton()
        self._facts = ElidedLabel(tone="quiet")
        self._word()
        self._lay_out()

    def show_release(self, release: Release | None) -> None:
        """Show how a release was read, and what it says of itself."""
        self._facts.setText(facts(release) if release else "")
        if release is not None:
            self.fields.guess(release)
        sentences = warning_sentences(release.warnings, release.left_out) if release else ""
        self.warning.hide()
        if sentences:
            self.warning.show_message(Severity.INFO, sentences)

    def ask_about(self, like: LikeSource | None) -> None:
        """Ask what to do about a source that is there already; None asks nothing."""
        if like is None:
            self.likeness.clear()
        elif like != self.likeness.like():
            self.likeness.show_like(like, self.fields.value("title"))

    def complain(self, error: BaseException) -> None:
        """Say what stands in the way."""
        self.message.show_message(Severity.BAD, error_sentence(error))

    def offer(self, title: str) -> None:
        """Offer a release that was left half-finished."""
        sentence = self.tr("A release left half-finished is kept: “{0}”.").format(title[:80])
        self.left.show_message(Severity.INFO, sentence, action=self.tr("&Bring it back"))

    def _word(self) -> None:
        self.editor.setAccessibleName(self.tr("Text of the release"))
        self.editor.setPlaceholderText(self.tr("Paste a release here (Ctrl+V)."))
        self.discard.setText(self.tr("&Discard"))
        self.discard.setToolTip(self.tr("Close, and forget what stands here"))
        self.discard.hide()
        self.cancel.setText(self.tr("Cancel"))
        self.accept.setText(self.tr("&Take in"))
        native = QKeySequence.SequenceFormat.NativeText
        self.accept.setToolTip(QKeySequence("Ctrl+Return").toString(native))
        self.accept.setProperty("role", "primary")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(gap(self.font()))
        for part in (self.left, self.message, self.likeness, self.warning):
            column.addWidget(part)
        column.addWidget(self.editor, 1)
        column.addWidget(self._facts)
        column.addWidget(self.fields)
        column.addLayout(buttons)
        enter_presses(*self.findChildren(QPushButton))  # Enter in a line must not take in
