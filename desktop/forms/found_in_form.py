"""Found words in a form: lit in titles, names, descriptions, points and quotations."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from typing_extensions import override

from db.text.highlight import Lit, found_spans
from desktop.delegates.lit_text import Stretch, found_ground
from desktop.forms.item_line import ItemLine
from desktop.theme import colours
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.tinted_line import utf16_of
from desktop.workspace import Workspace


class _Place(NamedTuple):
    """Where found words stand: a line of the form, or one span of an editor."""

    widget: BlockEdit | ItemLine
    span: Stretch


class FoundInForm(QObject):
    """Light words wherever a form shows text of several lines, without touching the text.

    Fields of one line are left alone: what they hold is seen at a glance.
    """

    def __init__(self, workspace: Workspace, form: QWidget) -> None:
        super().__init__(form)
        self._workspace, self._form = workspace, form
        self._wanted: tuple[Lit, ...] = ()
        self._places: list[_Place] = []
        self._at = -1
        self._asked = False
        form.installEventFilter(self)

    def light(self, wanted: Sequence[Lit]) -> None:
        """Light the words of a query; none put the lights out."""
        if tuple(wanted) != self._wanted:
            self._wanted = tuple(wanted)
            self.light_again()

    def light_again(self) -> None:
        """Light the same words in what the form shows now."""
        wanted = self._wanted
        if not wanted and not self._asked:
            return
        self._asked = bool(wanted)
        asked = [(widget, widget.words_to_light()) for widget in self._widgets()]
        texts = [text for _widget, text in asked]
        if not wanted:
            self._show([(widget, text, []) for widget, text in asked])
        self._workspace.operations.run(
            lambda: [found_spans(text, wanted) for text in texts],
            lambda found: self._show(
                [(*pair, spans) for pair, spans in zip(asked, found, strict=True)]
            ),
            owner=self,
            lane="found",
        )

    def count(self) -> int:
        """Count the places that are lit."""
        return len(self._places)

    def go(self, by: int) -> None:
        """Put the keyboard where the next (1) or the last (-1) found word stands, in a ring."""
        if not self._places:
            return
        start = -1 if by > 0 else len(self._places)
        at = self._at if 0 <= self._at < len(self._places) else start
        self._at = (at + by) % len(self._places)
        widget, (first, _last) = self._places[self._at]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, BlockEdit):
            cursor = widget.textCursor()
            cursor.setPosition(utf16_of(widget.raw(), first))
            widget.setTextCursor(cursor)
        for area in self._form.findChildren(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Light anew in another palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self.light_again()
        return super().eventFilter(watched, event)

    def _widgets(self) -> Iterator[BlockEdit | ItemLine]:
        for kind in (BlockEdit, ItemLine):
            yield from (one for one in self._form.findChildren(kind) if not one.isHidden())

    def _show(self, lit: Sequence[tuple[BlockEdit | ItemLine, str, list[Stretch]]]) -> None:
        self._places, self._at = [], -1
        for widget, text, spans in lit:
            if widget.words_to_light() != text:
                continue  # changed meanwhile: whoever changed it asks again
            if isinstance(widget, ItemLine):
                widget.light(spans)
                self._places += [_Place(widget, spans[0])] if spans else []
            else:
                _light(widget, spans)
                self._places += [_Place(widget, span) for span in spans]
        self._places.sort(key=self._height_of)

    def _height_of(self, place: _Place) -> tuple[int, int]:
        return place.widget.mapTo(self._form, QPoint(0, 0)).y(), place.span[0]


def _light(edit: QPlainTextEdit, spans: Sequence[Stretch]) -> None:
    text, look = edit.document().toRawText(), colours(edit)
    lit: list[QTextEdit.ExtraSelection] = []
    for first, last in spans:
        one, style = QTextEdit.ExtraSelection(), QTextCharFormat()
        style.setBackground(found_ground(look))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(look.good)
        cursor = QTextCursor(edit.document())
        cursor.setPosition(utf16_of(text, first))
        cursor.setPosition(utf16_of(text, last), QTextCursor.MoveMode.KeepAnchor)
        one.cursor, one.format = cursor, style  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack both
        lit.append(one)
    edit.setExtraSelections(lit)
