"""The editor of a date: typed as one likes, kept as EDTF (ISO 8601-2)."""

from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.text.dates import DateError, EdtfDate, display_date, parse_date
from desktop.theme import colours, gap
from desktop.widgets.date_step import step_date
from desktop.widgets.value_edit import LineEdit


class EdtfEdit(LineEdit):
    """Edit a date in words or in EDTF, and show at the right how it is understood.

    Up and Down step the year, month or day under the cursor.
    """

    def __init__(
        self,
        *,
        language: Literal["en", "ru"] = "en",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._language: Literal["en", "ru"] = language
        self._hint = ""
        self._complaint: DateError | None = None
        self.textChanged.connect(self._on_text_changed)

    @override
    def value(self) -> str:
        """Give the date as EDTF."""
        understood = self._understood()
        return understood.text if understood else ""

    @override
    def problem(self) -> str:
        """Say why this is no date, and what would be one."""
        self._understood()
        return self._words(self._complaint) if self._complaint else ""

    def hint(self) -> str:
        """Give the words shown at the right: the date as understood, if the text differs."""
        return self._hint

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Step with Up and Down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not (step and self._step(step)):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw the hint after the field itself, where there is room for both."""
        super().paintEvent(arg__1)
        unit, metrics = gap(self.font()), self.fontMetrics()
        room = self.rect().adjusted(unit, 0, -unit, 0)
        hint = metrics.horizontalAdvance(self._hint)
        typed = metrics.horizontalAdvance(self.text())
        if self._hint and typed + 2 * unit + hint <= room.width():
            painter = QPainter(self)
            painter.setPen(colours(self).quiet)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint
            )

    def _understood(self) -> EdtfDate | None:
        self._complaint = None
        if not self.text().strip():
            return None
        try:
            return parse_date(self.text())
        except DateError as error:
            self._complaint = error
            return None

    def _step(self, by: int) -> bool:
        text = self.value()
        cursor = self.cursorPosition() if text == self.text() else len(text)
        stepped = None if self.isReadOnly() else step_date(text, cursor, by)
        if stepped is None:
            return False
        self.selectAll()
        self.insert(stepped.text)  # as typing, so that Ctrl+Z takes it back
        self.setSelection(stepped.start, stepped.length)
        return True

    @Slot()
    def _on_text_changed(self) -> None:
        understood = self._understood()
        words = display_date(understood, self._language) if understood else ""
        self._hint = f"→ {words}" if words and words != self.text().strip() else ""
        self.setToolTip(words)
        self.update()

    def _words(self, error: DateError) -> str:
        reasons = {
            "no_such_day": self.tr("That month has no such day; try {0}."),
            "no_such_month": self.tr("There is no such month; try {0}."),
            "reversed": self.tr("The end lies before the beginning; try {0}."),
            "ambiguous": self.tr("Day and month can be read both ways; try {0}."),
            "short_year": self.tr("Write the year with four digits, as in {0}."),
            "time_of_day": self.tr("The time of day is not kept; try {0}."),
            "out_of_range": self.tr("That year is out of range; try {0}."),
        }
        sentence = reasons.get(error.reason, self.tr("Not understood as a date; try {0}."))
        return sentence.format(error.example)
