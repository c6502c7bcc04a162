"""The text of some acts: each with what it changed; the one the caret stands in is current."""

from itertools import accumulate

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit
from typing_extensions import override

from db.rows.acts import ActRow
from desktop.forms.history_lines import Told, act_html, lines_html
from desktop.forms.history_words import lines_of
from desktop.theme import colours
from desktop.workspace import Workspace


class HistoryText(QTextBrowser):
    """Show acts as text that is scrolled, selected and copied; Up and Down go from act to act."""

    current_changed = Signal()
    take_back_requested = Signal()
    standing_requested = Signal()

    def __init__(self, workspace: Workspace, most: int) -> None:
        super().__init__()
        self._workspace, self._most = workspace, most
        self._told: Told | None = None
        self._starts: list[int] = []
        self.setAccessibleName(self.tr("History"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.cursorPositionChanged.connect(self._on_moved)

    def show_acts(self, told: Told) -> None:
        """Show acts; the current one stays current, and the place in the text."""
        current, place = self.current(), self.verticalScrollBar().value()
        self._told = told
        self._write()
        acts = [act.revision for act, _changes in told.acts]
        wanted = current.revision if current is not None else 0
        self._go(acts.index(wanted) if wanted in acts else 0)
        self.verticalScrollBar().setValue(place)

    def current(self) -> ActRow | None:
        """Return the act the caret stands in."""
        at = self._current_place()
        return self._told.acts[at][0] if self._told is not None and at >= 0 else None

    def select(self, revision: int) -> bool:
        """Make an act current; tell whether it is among those shown."""
        acts = self._told.acts if self._told is not None else ()
        for at, (act, _changes) in enumerate(acts):
            if act.revision == revision:
                self._go(at)
                self.ensureCursorVisible()
                return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go from act to act, take back on Delete, show the entry as it stood on Enter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go(self._current_place() + steps[key])
            self.ensureCursorVisible()
        elif key == Qt.Key.Key_Delete:
            self.take_back_requested.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.standing_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, e: QEvent, /) -> None:
        """Follow the palette."""
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange and self._told is not None:
            self.show_acts(self._told)

    def _write(self) -> None:
        told, look = self._told, colours(self)
        if told is None:
            return
        language = self._workspace.settings.language
        parts = [
            [act_html(act, look), *lines_html(lines_of(changes, told.refs, language), look, most)]
            for act, changes in told.acts
            for most in (self._most,)
        ]
        sizes = [len(part) for part in parts]
        self._starts = [0, *accumulate(sizes)][:-1]
        self.setHtml("".join(line for part in parts for line in part))

    def _current_place(self) -> int:
        block = self.textCursor().blockNumber()
        return sum(start <= block for start in self._starts) - 1

    def _go(self, at: int) -> None:
        if not self._starts:
            return
        at = max(0, min(at, len(self._starts) - 1))
        block = self.document().findBlockByNumber(self._starts[at])
        self.setTextCursor(QTextCursor(block))

    @Slot()
    def _on_moved(self) -> None:
        at = self._current_place()
        marks: list[QTextEdit.ExtraSelection] = []
        if len(self._starts) > 1 and at >= 0:
            end = [*self._starts, self.document().blockCount()][at + 1]
            marks = [self._mark(number) for number in range(self._starts[at], end)]
        self.setExtraSelections(marks)
        self.current_changed.emit()

    def _mark(self, number: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document().findBlockByNumber(number))  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
        soft = QColor(colours(self).accent_soft)
        mark.format.setBackground(soft)  # pyright: ignore[reportAttributeAccessIssue] - likewise
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # pyright: ignore[reportAttributeAccessIssue] - likewise
        return mark
