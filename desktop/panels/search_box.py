"""The one line that finds: what is typed is a query, told when typing pauses."""

import re

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from db.search.tokens import scan
from desktop.icons import follow
from desktop.panels.search_completion import SearchCompletion
from desktop.panels.search_problems import SearchProblems
from desktop.recent_searches import RecentSearches
from desktop.widgets.tinted_line import TintedLine
from desktop.workspace import Workspace

DEBOUNCE_MS = 10
LEAST = 2
"""Letters from which on a word is sought."""

_LONE_LETTER = re.compile(r"(?:\A|(?<=[\s(]))-?\w\Z")
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OURS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Tab, *_ENTERS})


class SearchBox(TintedLine):
    """Tell what is asked for, complete it, show what is wrong in it, and give the keyboard back.

    Escape closes what is offered, then empties the line, then leaves it; Down and Enter leave it
    at once. A slash typed anywhere but in a text comes here.
    """

    query_changed = Signal(str)
    """The query as it stands; empty where nothing, or a single letter, was typed."""
    left = Signal()
    """The keyboard is to go to the list."""
    save_asked = Signal()
    """The query is to be saved under a name."""
    help_asked = Signal()
    """How to find is to be explained."""

    def __init__(
        self,
        workspace: Workspace,
        recent: RecentSearches,
        *,
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._told = ""
        self._timer = QTimer(self, singleShot=True, interval=debounce_ms)
        self._timer.timeout.connect(self._tell)
        self.setPlaceholderText(
            self.tr("Find words, or country:AZ signed:2021..  —  F1 explains how")
        )
        self.setAccessibleName(self.tr("Find"))
        self.setAccessibleDescription(
            self.tr("Words, phrases and fields. F1 explains how; Ctrl+Space completes.")
        )
        self.completion = SearchCompletion(workspace, recent, self)
        self.problems = SearchProblems(workspace, self, self.completion.popup.isHidden)
        self._build_signs()
        self.setClearButtonEnabled(True)
        self._connect()

    def query(self) -> str:
        """Give what is asked for now, told or not; without a letter just begun."""
        return _LONE_LETTER.sub("", self.text().strip()).strip()

    @Slot(str)
    def set_query(self, text: str) -> None:
        """Show a query that was made elsewhere; it is not told back."""
        if text.strip() != self.text().strip():
            self.setText(text)
            self.setCursorPosition(len(self.text()))
        self._timer.stop()
        self._told = self.query()
        self.completion.close()

    def set_saved(self, *, saved: bool) -> None:
        """Show whether this query is among the saved searches."""
        follow(self._star, "star", tone="accent" if saved else "quiet")

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard, ready to type over what stands here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def empty(self) -> None:
        """Empty the line, and say so at once."""
        self.completion.close()
        self.clear()
        self._tell()

    @override
    def event(self, arg__1: QEvent, /) -> bool:
        """Claim our keys before any shortcut of the window, and Tab before the way to go on."""
        if isinstance(arg__1, QKeyEvent):
            key, kind = Qt.Key(arg__1.key()), arg__1.type()
            if kind == QEvent.Type.ShortcutOverride and key in _OURS and not arg__1.modifiers():
                arg__1.accept()
                return True
            is_tab = key == Qt.Key.Key_Tab and not arg__1.modifiers()
            if kind == QEvent.Type.KeyPress and is_tab and self.completion.take_best():
                return True
        return super().event(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Go through what is offered; else go to the list, or empty the line and then leave it."""
        key = Qt.Key(arg__1.key())
        if self.completion.press(key, arg__1.modifiers()):
            arg__1.accept()
            return
        match key:
            case Qt.Key.Key_F1 if not arg__1.modifiers():
                self.help_asked.emit()
            case Qt.Key.Key_Escape if self.text():
                self.empty()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
                self.left.emit()
            case _:
                super().keyPressEvent(arg__1)
                return
        arg__1.accept()

    @override
    def focusInEvent(self, arg__1: QFocusEvent, /) -> None:
        """Make ready to complete."""
        super().focusInEvent(arg__1)
        self.completion.prepare()

    @override
    def focusOutEvent(self, arg__1: QFocusEvent, /) -> None:
        """Put away what lies beneath the line."""
        super().focusOutEvent(arg__1)
        if arg__1.reason() != Qt.FocusReason.PopupFocusReason:
            self.completion.close()
            self.problems.hide()

    @override
    def mousePressEvent(self, arg__1: QMouseEvent, /) -> None:
        """Put away what was offered for another place of the line."""
        super().mousePressEvent(arg__1)
        self.completion.close()

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Take the room that another font needs."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _build_signs(self) -> None:
        sign, self._star, self._wrong = QAction(self), QAction(self), QAction(self)
        follow(sign, "search", tone="quiet")
        sign.triggered.connect(self.take_focus)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.set_saved(saved=False)
        self._star.setText(self.tr("Save this search"))
        self._star.setToolTip(self.tr("Save this search"))
        self._star.triggered.connect(self.save_asked)
        follow(self._wrong, "warning", tone="warn")
        self._wrong.setText(self.tr("What is not understood"))
        self._wrong.setToolTip(self.tr("What is not understood"))
        for action in (self._star, self._wrong):
            self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
            action.setVisible(False)  # only now: its button would not follow it otherwise

    def _connect(self) -> None:
        self.textChanged.connect(self._on_text_changed)
        self.textEdited.connect(self.completion.update)
        self.completion.taken.connect(self._tell)
        self.completion.opened.connect(self.problems.hide)
        self.problems.changed.connect(self._show_signs)
        self._wrong.triggered.connect(self.problems.tell)
        QShortcut(QKeySequence("/"), self, self.take_focus)

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_signs()
        if _ends_in_field(self.text()):
            self._tell()
        else:
            self._timer.start()

    @Slot()
    def _show_signs(self) -> None:
        """Show the signs that mean something now; Qt puts them in place on resizing alone."""
        shown = (bool(self.text().strip()), bool(self.problems.sentences()))
        if shown != (self._star.isVisible(), self._wrong.isVisible()):
            self._star.setVisible(shown[0])
            self._wrong.setVisible(shown[1])
            QApplication.sendEvent(self, QResizeEvent(self.size(), self.size()))

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        query = self.query()
        if query != self._told:
            self._told = query
            self.query_changed.emit(query)


def _ends_in_field(text: str) -> bool:
    """Tell whether the last thing typed is a field with its value, and complete."""
    tokens = scan(text).tokens
    values = tokens[-1].values if tokens and tokens[-1].name else ()
    return bool(values) and not values[-1].unfinished
