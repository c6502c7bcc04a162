"""The post as the source has it, completed from the vocabulary and from earlier links."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.queries.posts import complete_post
from db.text.cleaning import clean_line
from desktop.widgets.suggest_edit import DEBOUNCE_MS, SuggestEdit
from desktop.widgets.suggestion_model import Suggestion
from desktop.workspace import Workspace

_LEAVES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class PostEdit(SuggestEdit):
    """Type a post; what is offered is taken with Enter only while it is seen."""

    def __init__(
        self, workspace: Workspace, *, debounce_ms: int = DEBOUNCE_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(two_lines=False, debounce_ms=debounce_ms, parent=parent)
        self._workspace = workspace
        self.suggestions_requested.connect(self._complete)
        self.suggestion_chosen.connect(self._take)

    def value(self) -> str:
        """Give the post, cleaned."""
        return clean_line(self.text())

    def set_value(self, value: str) -> None:
        """Show a post."""
        self.close_suggestions()
        self.setText(value)
        self.setCursorPosition(0)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Leave Enter and Escape to the dialog, where nothing is offered."""
        if arg__1.key() in _LEAVES and not self.popup().isVisible():
            self.close_suggestions()
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)

    @Slot(str)
    def _complete(self, typed: str) -> None:
        self._workspace.operations.read(
            lambda session: complete_post(session, typed),
            partial(self._show, typed),
            owner=self,
            lane="post",
        )

    def _show(self, typed: str, posts: tuple[str, ...]) -> None:
        rows = [Suggestion(title=post, payload=post) for post in posts if post != typed]
        self.show_suggestions(rows, query=typed)

    @Slot(object)
    def _take(self, post: object) -> None:
        self.set_value(str(post))
