"""The text of a source, to be read and selected by keyboard; never taken for markup."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from db.rows.evidence import PassageRow, Span
from desktop.desk.keys import DeskKey, desk_key
from desktop.desk.marks import Mark, Marks, mark_format, spans_of
from desktop.desk.offsets import DocumentMap, drawable
from desktop.desk.selection import (
    Stretch,
    by_sentence,
    end_earlier,
    end_later,
    paragraph,
    start_earlier,
    start_later,
    trimmed,
)
from desktop.icons import pixmap
from desktop.theme import colours, gap, icon_size, scaled_font

LINE_HEIGHT = 142.0
"""Of a line, in per cent."""
COLUMN = 76
"""Letters of average width in a line, at most."""

_STEPS: dict[DeskKey, Callable[[str, int, int], Stretch]] = {
    DeskKey.SENTENCE: by_sentence,
    DeskKey.WORD_MORE: end_later,
    DeskKey.WORD_LESS: end_earlier,
    DeskKey.START_EARLIER: start_earlier,
    DeskKey.START_LATER: start_later,
}
_PARAGRAPHS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SourceText(QTextEdit):
    """Show a text with its marks; offsets are code points of the text that was given.

    Marks are drawn for what is in sight alone, so that a text of a megabyte scrolls as a short one.
    """

    key_given = Signal(object)
    """A `DeskKey` that is not about selecting."""
    words_clicked = Signal(int)
    """An offset that was clicked, with nothing selected by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._map, self._marks = "", DocumentMap(""), Marks()
        self._bold: tuple[Stretch, ...] = ()
        self._tips: tuple[tuple[Span, str], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the source"))
        self.verticalScrollBar().valueChanged.connect(self._draw_marks)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text from its beginning, without marks."""
        self._text, self._map, self._marks, self._bold = text, DocumentMap(text), Marks(), ()
        self._tips = ()
        self.document().clear()
        cursor = QTextCursor(self.document())
        lines = QTextBlockFormat()
        lines.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(lines)
        cursor.insertText(drawable(text))
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        self._draw_marks()

    def text(self) -> str:
        """Give the text as it was given."""
        return self._text

    def words(self, span: Span) -> str:
        """Quote the text itself, never the document."""
        return self._text[span.first : span.last]

    def caret(self) -> int:
        """Give the offset of the caret."""
        return self._map.offset(self.textCursor().position())

    def selected_span(self) -> Span | None:
        """Give the words selected, without white space around them; None where there are none."""
        first, last = trimmed(self._text, *self._selected())
        return Span(first=first, last=last) if first < last else None

    def select(self, first: int, last: int) -> None:
        """Select from one offset to another, the caret at the end, and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.position(first))
        cursor.setPosition(self._map.position(last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def set_passages(self, passages: Sequence[PassageRow]) -> None:
        """Mark evidence, headings and noise."""
        self._marks.set_passages(passages)
        self._embolden(tuple(self._marks.of(Mark.HEADING)))
        self._draw_marks()

    def mark(self, marked: Mapping[Mark, Sequence[Stretch]]) -> None:
        """Put other spans under some marks, all at once."""
        for mark, spans in marked.items():
            self._marks.set(mark, spans)
        self._draw_marks()

    def set_tips(self, tips: Sequence[tuple[Span, str]]) -> None:
        """Take what is said of words when the mouse rests on them."""
        self._tips = tuple(tips)

    def light(self, spans: Sequence[Span], *, follow: bool = True) -> None:
        """Light a passage strongly, put the caret before it and scroll to it.

        Without ``follow`` caret and place stay.
        """
        self._marks.set(Mark.LIT, spans_of(spans))
        self._draw_marks()
        if spans and follow:
            self.show_span(spans[0])

    def show_span(self, span: Span) -> None:
        """Put the caret before some words, and scroll only where they are not in sight."""
        top, bottom = self._top_and_bottom(span.first, span.last)
        if top >= 0 and bottom <= self.viewport().height():
            cursor = self.textCursor()
            cursor.setPosition(self._map.position(span.first))
            self.setTextCursor(cursor)
        else:
            self.reveal(span.first)

    def set_pinned(self, spans: Sequence[Span]) -> None:
        """Show which words are pinned."""
        self._marks.set(Mark.PINNED, spans_of(spans))
        self._draw_marks()

    def show_found(self, first: int, last: int) -> None:
        """Select a found word, with some text above it."""
        self.reveal(first)
        self.select(first, last)

    def marked(self, mark: Mark) -> Sequence[Stretch]:
        """Give the spans under a mark."""
        return self._marks.of(mark)

    def reveal(self, offset: int) -> None:
        """Put the caret at an offset and scroll so that there is some text above it."""
        self.select(offset, offset)
        below = self.cursorRect().top() - self.viewport().height() // 3
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + below)

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Select by sentence and word, hand on what else is asked, leave the rest to the caret."""
        key = desk_key(e)
        if key is None:
            if not self._walk_paragraphs(e):
                super().keyPressEvent(e)
            return
        self.do(key)
        e.accept()

    def _walk_paragraphs(self, event: QKeyEvent) -> bool:
        """Go by paragraphs with Ctrl and the arrow keys, which Qt does on the Mac alone."""
        by = _PARAGRAPHS.get(Qt.Key(event.key()), 0)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not by or held != Qt.KeyboardModifier.ControlModifier:
            return False
        to = paragraph(self._text, self.caret(), by)
        self.select(to, to)
        event.accept()
        return True

    def do(self, key: DeskKey) -> None:
        """Carry out a key: select by it here, or say that it was given."""
        if key in _STEPS:
            self.select(*_STEPS[key](self._text, *self._trimmed_or_caret()))
        else:
            self.key_given.emit(key)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent, /) -> None:
        """Tell which words were clicked."""
        super().mouseReleaseEvent(e)
        if e.button() == Qt.MouseButton.LeftButton and self.selected_span() is None:
            self.words_clicked.emit(self.caret())

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        """Say what the words under the mouse are."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._map.offset(self.cursorForPosition(event.pos()).position())
            said = [tip for span, tip in self._tips if span.first <= at < span.last]
            QToolTip.showText(event.globalPos(), "\n".join(said), self)
            return True
        return super().viewportEvent(event)

    @override
    def event(self, e: QEvent, /) -> bool:
        """Take our keys before a shortcut of the window does."""
        if (
            isinstance(e, QKeyEvent)
            and e.type() == QEvent.Type.ShortcutOverride
            and desk_key(e) is not None
        ):
            e.accept()
            return True
        return super().event(e)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words as the text has them, no-break spaces and all."""
        made = QMimeData()
        first, last = self._selected()
        made.setText(drawable(self._text[first:last]))
        return made

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Set the column anew, and mark what has come into sight."""
        super().resizeEvent(e)
        self._fit_column()
        self._draw_marks()

    @override
    def changeEvent(self, e: QEvent, /) -> None:
        """Follow font and palette."""
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:
            self._fit()
        if e.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._draw_marks()

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Draw the text, and in the margin a bar for what is lit and a pin for what is pinned."""
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        look, unit = colours(self), gap(self.font())
        for mark, tone in ((Mark.LIT, look.accent), (Mark.PINNED, look.pinned)):
            for first, last in self._marks.of(mark):
                top, bottom = self._top_and_bottom(first, last)
                painter.fillRect(QRectF(unit, top, max(3, unit // 2), bottom - top), tone)
        for first, last in self._marks.of(Mark.PINNED)[:1]:
            top, _bottom = self._top_and_bottom(first, last)
            side = icon_size(self.font())
            picture = pixmap("pin", side, look.pinned, ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPoint(2 * unit, round(top)), picture)

    def _top_and_bottom(self, first: int, last: int) -> tuple[int, int]:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.position(first))
        top = self.cursorRect(cursor).top()
        cursor.setPosition(self._map.position(last))
        return top, self.cursorRect(cursor).bottom()

    def _selected(self) -> Stretch:
        cursor = self.textCursor()
        return (
            self._map.offset(cursor.selectionStart()),
            self._map.offset(cursor.selectionEnd()),
        )

    def _trimmed_or_caret(self) -> Stretch:
        span = self.selected_span()
        return (span.first, span.last) if span else (self.caret(), self.caret())

    def _in_sight(self) -> Stretch:
        corner = self.viewport().rect().bottomRight()
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(corner).position()
        return self._map.offset(first), self._map.offset(last) + 1

    @Slot()
    def _draw_marks(self) -> None:
        look, drawn = colours(self), list[QTextEdit.ExtraSelection]()
        for first, last, marks in self._marks.segments(*self._in_sight()):
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._map.position(first))
            cursor.setPosition(self._map.position(last), QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, mark_format(marks, look)  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack both
            drawn.append(one)
        self.setExtraSelections(drawn)
        self.viewport().update()

    def _embolden(self, headings: tuple[Stretch, ...]) -> None:
        """Set headings in bold, which a mark alone cannot do."""
        if headings == self._bold:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for spans, bold in ((self._bold, False), (headings, True)):
            weight = QTextCharFormat()
            weight.setFontWeight(700 if bold else 400)
            for first, last in spans:
                cursor.setPosition(self._map.position(first))
                cursor.setPosition(self._map.position(last), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(weight)
        cursor.endEditBlock()
        self._bold = headings

    def _fit(self) -> None:
        self.document().setDefaultFont(scaled_font(self.font(), 1.16))
        self.document().setDocumentMargin(4 * gap(self.font()))
        self._fit_column()

    def _fit_column(self) -> None:
        letter = self.document().defaultFont()
        metrics = self.fontMetrics().averageCharWidth()
        widest = round(metrics * COLUMN * letter.pointSizeF() / max(1.0, self.font().pointSizeF()))
        margins = round(2 * self.document().documentMargin())
        width = min(widest + margins, self.viewport().width())
        if width != self.lineWrapColumnOrWidth() and width > 0:
            self.setLineWrapColumnOrWidth(width)
