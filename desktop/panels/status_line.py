"""The line below all panels: how many, what is pinned, and whether all is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.rows.pin import Pin
from desktop.theme import gap, small_font
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.elided_label import ElidedLabel


class StatusLine(QWidget):
    """Says in small letters how things stand."""

    jump_requested = Signal()
    """The user wants to see the value that is not saved."""
    let_go_requested = Signal()
    """The user wants to let the pinned passage go."""
    reading_cancelled = Signal()
    """The user does not want the waiting releases read now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saving, self._unsaved = 0, 0
        self._reason = ""
        self._counts = QLabel()
        self._saved = QLabel()
        self._said = ElidedLabel("")
        self._jump = QPushButton()
        self._pin = QPushButton()
        self._reading = BusyBar()
        self._build()
        self._show_saved()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        space = gap(self.font())
        row.setContentsMargins(2 * space, space // 2, 2 * space, space // 2)
        row.setSpacing(2 * space)
        for button in (self._jump, self._pin):
            button.setProperty("role", "flat")
            button.setFlat(True)
            button.hide()
        self._jump.setAccessibleName(self.tr("Go to the value that is not saved"))
        self._pin.setAccessibleName(self.tr("Let the pinned passage go"))
        self._jump.clicked.connect(self.jump_requested)
        self._pin.clicked.connect(self.let_go_requested)
        for widget in (self._counts, self._saved, self._jump):
            row.addWidget(widget)
        row.addWidget(self._said, 1)
        row.addWidget(self._reading)
        self._reading.setMinimumWidth(self.fontMetrics().averageCharWidth() * 44)
        self._reading.cancel_requested.connect(self.reading_cancelled)
        row.addWidget(self._pin)
        for widget in (self._counts, self._saved, self._jump, self._said, self._pin):
            widget.setFont(small_font(self.font()))

    def show_counts(self, text: str) -> None:
        """Say how many entries the list shows."""
        self._counts.setText(text)

    def show_saving(self, under_way: int) -> None:
        """Say whether something is being saved."""
        self._saving = under_way
        self._show_saved()

    def show_unsaved(self, count: int) -> None:
        """Say how many values can't be saved as they stand."""
        self._unsaved = count
        self._show_saved()

    def show_read_only(self, reason: str) -> None:
        """Say why nothing can be changed."""
        self._reason = reason
        self._show_saved()

    def say(self, sentence: str) -> None:
        """Say what has just happened."""
        self._said.setText(sentence)

    def reading_bar(self) -> BusyBar:
        """Give the bar of the releases that are being read."""
        return self._reading

    def show_reading(self, done: int, whole: int) -> None:
        """Show how many of the releases that have come in are read; of none the bar goes."""
        if not whole:
            self._reading.finish()
            return
        words = self.tr("Reading {0} of {1}").format(min(done + 1, whole), whole)
        self._reading.start(words, steps=whole)
        self._reading.setAccessibleName(words)
        self._reading.advance(done)

    def show_pin(self, pin: Pin | None) -> None:
        """Show the pinned words, or none."""
        self._pin.setVisible(pin is not None)
        if pin is not None:
            words = " ".join(pin.words.split())
            short = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
            self._pin.setText(
                self.tr("pinned in {0}: “{1}” (Esc)").format(pin.source_reference, short)
            )
            self._pin.setToolTip(words)

    def _show_saved(self) -> None:
        self._jump.setVisible(bool(self._unsaved))
        if self._unsaved == 1:
            self._jump.setText(self.tr("1 value not saved"))
        else:
            self._jump.setText(self.tr("{0} values not saved").format(self._unsaved))
        if self._reason:
            self._saved.setText(self.tr("read only"))
            self._saved.setToolTip(self._reason)
        elif self._saving:
            self._saved.setText(self.tr("saving…"))
        elif self._unsaved:
            self._saved.setText("")
        else:
            self._saved.setText(self.tr("all changes saved"))
