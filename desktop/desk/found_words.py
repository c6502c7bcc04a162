"""Found words in the text of a source: lit as soon as they are found, and gone through in order."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from db.text.highlight import Lit, found_spans
from desktop.desk.marks import Mark, Stretch
from desktop.desk.source_text import SourceText
from desktop.workspace import Workspace


class FoundWords(QObject):
    """Find words off the GUI thread, since a text can be a book, and light them."""

    counted = Signal(int, int)
    """Which of the found words one has gone to, from 1 on, and how many there are."""

    def __init__(self, workspace: Workspace, text: SourceText) -> None:
        super().__init__(text)
        self._workspace, self._text = workspace, text
        self._wanted: tuple[Lit, ...] = ()
        self._asked = False

    def light(self, wanted: Sequence[Lit], *, follow: bool = True) -> None:
        """Light the words of a query; none put the lights out.

        With ``follow`` the first of them is brought into sight, unless the caret has moved.
        """
        self._wanted = tuple(wanted)
        self.light_again(follow=follow)

    def light_again(self, *, follow: bool = True) -> None:
        """Light the same words in the text that is there now."""
        text, wanted, caret = self._text.text(), self._wanted, self._text.caret()
        if not wanted and not self._text.marked(Mark.FOUND) and not self._asked:
            return
        self._asked = bool(wanted)

        def take(found: list[Stretch]) -> None:
            if text == self._text.text():
                self._text.mark({Mark.FOUND: found})
                if found and follow and caret == self._text.caret():
                    self._text.reveal(found[0][0])

        if not wanted:
            take([])
        self._workspace.operations.run(
            lambda: found_spans(text, wanted), take, owner=self, lane="found"
        )

    def forget(self) -> None:
        """Want no words any more, but leave those that are lit."""
        self._wanted = ()

    def go(self, by: int) -> None:
        """Select the next found word from the caret on (1) or the one before it (-1), in a ring."""
        found = list(self._text.marked(Mark.FOUND))
        if not found:
            return
        span, caret = self._text.selected_span(), self._text.caret()
        first, last = (span.first, span.last) if span else (caret, caret)
        place = last if by > 0 else first
        number = (bisect_left(found, (place, place)) - (by < 0)) % len(found)
        self._text.show_found(*found[number])
        self.counted.emit(number + 1, len(found))
