"""A label of several lines in which found words are lit."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from desktop.delegates.lit_text import Stretch, found_ground
from desktop.theme import colours


class LitLabel(QLabel):
    """Show words, which are never taken for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._lit: tuple[Stretch, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def words(self) -> str:
        """Give the words as they are."""
        return self._words

    def lit(self) -> tuple[Stretch, ...]:
        """Give the spans that are lit."""
        return self._lit

    def set_words(self, words: str) -> None:
        """Show other words, none of them lit."""
        if words != self._words:
            self._words, self._lit = words, ()
            self._show()

    def set_lit(self, lit: Sequence[Stretch]) -> None:
        """Light spans of the words: code points, in order."""
        if tuple(lit) != self._lit:
            self._lit = tuple(lit)
            self._show()

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Follow the palette, whose colours stand in the text."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange and self._lit:
            self._show()

    def _show(self) -> None:
        kind = Qt.TextFormat.RichText if self._lit else Qt.TextFormat.PlainText
        self.setTextFormat(kind)
        self.setText(self._marked() if self._lit else self._words)

    def _marked(self) -> str:
        look = colours(self)
        style = f"background-color: {found_ground(look).name()}; text-decoration: underline;"
        pieces, at = list[str](), 0
        for first, last in self._lit:
            lit = html.escape(self._words[first:last])
            plain = html.escape(self._words[at:first])
            pieces.append(f'{plain}<span style="{style}">{lit}</span>')
            at = last
        rest = html.escape(self._words[at:])
        return f'<span style="white-space: pre-wrap">{"".join(pieces)}{rest}</span>'
