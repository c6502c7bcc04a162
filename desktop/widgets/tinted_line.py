"""A line of text in which some words have a colour or a line beneath them.

Colours are given to the line's own layout, in the way an input method gives them to words that are
being composed, so that they scroll, are selected and are mirrored with the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from desktop.theme import Palette, colours

_BEYOND_BMP = "\uffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """How a stretch of the text looks; places are code points.

    ``tone`` is a colour of the palette, empty for that of the text; ``wrong`` draws a line beneath.
    """

    first: int
    last: int
    tone: str = ""
    wrong: bool = False


class TintedLine(QLineEdit):
    """Show tints until others are given; they are drawn anew when the palette changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tints: tuple[Tint, ...] = ()
        self._composes = False
        self._tinting = False
        self.textChanged.connect(self._draw)

    def tints(self) -> tuple[Tint, ...]:
        """Give the tints that are shown."""
        return self._tints

    def set_tints(self, tints: Sequence[Tint]) -> None:
        """Show other tints; they must not overlap."""
        self._tints = tuple(tints)
        self._draw()

    def cursor_offset(self) -> int:
        """Return where the cursor is, in code points."""
        return code_point_of(self.text(), self.cursorPosition())

    @override
    def inputMethodEvent(self, arg__1: QInputMethodEvent, /) -> None:
        """Leave the line to the input method while words are being composed."""
        if not self._tinting:
            self._composes = bool(arg__1.preeditString())
        super().inputMethodEvent(arg__1)
        if not self._tinting and not self._composes:
            self._draw()

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Follow the palette."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange:
            self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._composes or self._tinting:
            return
        look, text, cursor = colours(self), self.text(), self.cursorPosition()
        formats = [_attribute(tint, text, cursor, look) for tint in self._tints]
        self._tinting = True
        try:
            QApplication.sendEvent(self, QInputMethodEvent("", formats))
        finally:
            self._tinting = False


def utf16_of(text: str, offset: int) -> int:
    """Return a place in code points as Qt counts it."""
    before = text[:offset]
    return len(before) + sum(letter > _BEYOND_BMP for letter in before)


def code_point_of(text: str, place: int) -> int:
    """Return a place as Qt counts it in code points."""
    if not any(letter > _BEYOND_BMP for letter in text):
        return min(place, len(text))
    counted = 0
    for offset, letter in enumerate(text):
        if counted >= place:
            return offset
        counted += 2 if letter > _BEYOND_BMP else 1
    return len(text)


def _attribute(tint: Tint, text: str, cursor: int, look: Palette) -> QInputMethodEvent.Attribute:
    """Return a tint as an input method would ask for it: from the cursor on."""
    made = QTextCharFormat()
    if tint.tone:
        made.setForeground(look.tone(tint.tone))
    if tint.wrong:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        made.setUnderlineColor(look.warn)
    first, last = utf16_of(text, tint.first), utf16_of(text, tint.last)
    kind = QInputMethodEvent.AttributeType.TextFormat
    return QInputMethodEvent.Attribute(kind, first - cursor, last - first, made)
