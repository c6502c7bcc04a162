"""What is wrong in the search box: shown at its place, and said beneath when typing pauses."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.search.grammar import parse
from db.search.tree import All, Any, Broken, Cites, Named, Node, Not
from desktop.models.query_tints import tints_of, wrong_in
from desktop.query_words import problem_sentence
from desktop.widgets.note_below import NoteBelow
from desktop.widgets.tinted_line import TintedLine
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAUSE_MS = 700
_SAID = 3
"""Sentences that are said at once."""


class SearchProblems(QObject):
    """Colour a query, and tell what in it is not understood or not catalogued.

    What is still being typed is no mistake until one pauses.
    """

    changed = Signal()
    """Something else, or nothing, is wrong now."""

    def __init__(
        self,
        workspace: Workspace,
        box: TintedLine,
        may_tell: Callable[[], bool],
        *,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(box)
        self._workspace, self._box, self._may_tell = workspace, box, may_tell
        self._plain = box.accessibleDescription()
        self._unknown: tuple[Broken, ...] = ()
        self._wrong: tuple[Broken, ...] = ()
        self._shown: tuple[Broken, ...] = ()
        self.note = NoteBelow(box)
        self._timer = QTimer(self, singleShot=True, interval=pause_ms)
        self._timer.timeout.connect(self._on_paused)
        box.textChanged.connect(self._on_text_changed)

    def sentences(self) -> list[str]:
        """Say what is wrong, a sentence a part, in the order of the query."""
        return list(dict.fromkeys(problem_sentence(part) for part in self._shown))

    @Slot()
    def tell(self) -> None:
        """Say beneath the box what is wrong."""
        first = self._shown[0].span[0] if self._shown else 0
        before = self._box.text()[:first]
        words = "\n".join(self.sentences()[:_SAID])
        self.note.say(words, min(self._width(before), self._box.width() // 2))

    @Slot()
    def hide(self) -> None:
        """Say nothing now."""
        self.note.hide()

    @Slot()
    def _on_text_changed(self) -> None:
        self._unknown, self._wrong = (), wrong_in(self._box.text())
        self.note.hide()
        cursor = self._box.cursor_offset()
        self._show(part for part in self._wrong if not part.span[0] <= cursor <= part.span[1])
        self._timer.start()

    @Slot()
    def _on_paused(self) -> None:
        text = self._box.text()
        self._show_all()
        tree = parse(text, typing=True)
        if _names_something(tree):
            self._ask(text, tree)

    def _ask(self, text: str, tree: Node) -> None:
        def read(session: "Session") -> tuple[Broken, ...]:
            from db.search.sql import bind  # noqa: PLC0415 - it brings SQLAlchemy

            return bind(session, tree).problems

        self._workspace.operations.read(
            read, lambda unknown: self._take(text, unknown), owner=self, lane="problems"
        )

    def _take(self, text: str, unknown: tuple[Broken, ...]) -> None:
        if text == self._box.text():
            self._unknown = unknown
            self._show_all()

    def _show_all(self) -> None:
        self._show((*self._wrong, *self._unknown))
        if self._box.hasFocus() and self._may_tell():
            self.tell()

    def _show(self, parts: Iterable[Broken]) -> None:
        self._shown = tuple(sorted(parts, key=lambda part: part.span))
        self._box.set_tints(tints_of(self._box.text(), self._shown))
        words = "\n".join(self.sentences())
        self._box.setToolTip(words)
        self._box.setAccessibleDescription(words or self._plain)
        self.changed.emit()

    def _width(self, before: str) -> int:
        return self._box.fontMetrics().horizontalAdvance(before)


def _names_something(node: Node) -> bool:
    """Tell whether the catalogue must be asked to understand a query."""
    match node:
        case All(parts=parts) | Any(parts=parts):
            return any(map(_names_something, parts))
        case Not(part=part):
            return _names_something(part)
        case _:
            return isinstance(node, Named | Cites)
