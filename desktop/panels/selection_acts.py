"""What is done to the entries selected in a list: trash, restore, tags, review state."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from db.act import Change
from db.queries.lists import list_lines
from db.queries.trash import Breaks, breaks
from db.terms import ReviewState
from desktop.acts import entries as acts
from desktop.labels import heading
from desktop.panels.tag_popup import TagPopup
from desktop.panels.trash_question import rests_on, trash_question
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_NAMED = 3
"""So many entries are asked for, to name the one there is."""


class SelectionActs(QObject):
    """Carry out acts over many entries, each as one; what can be taken back at once is said so."""

    def __init__(self, workspace: Workspace, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._bar, self._window = workspace, bar, parent
        self._offers_undo = False
        bar.action_triggered.connect(self._on_undo)
        workspace.hub.changed.connect(self._on_changed)

    def trash(self, entry_ids: Sequence[int]) -> None:
        """Move entries to the trash; where others point to them, ask first and say which."""
        if not entry_ids or self._workspace.read_only:
            return
        ids = tuple(entry_ids)
        self._workspace.operations.read(
            lambda session: (breaks(session, ids), list_lines(session, ids[:_NAMED])),
            lambda answer: self._ask_trash(ids, answer[0], [line.title for line in answer[1]]),
            owner=self,
            lane="breaks",
        )

    def restore(self, entry_ids: Sequence[int]) -> None:
        """Take entries out of the trash."""
        if entry_ids and not self._workspace.read_only:
            words = self.tr("Restored.")
            self._write_undoable(acts.restore(tuple(entry_ids)), words)

    def edit_tags(self, entry_ids: Sequence[int], widget: QWidget, at: QPoint) -> TagPopup | None:
        """Open the tags of entries at a point of a widget."""
        if not entry_ids or self._workspace.read_only:
            return None
        popup = TagPopup(self._workspace, entry_ids, self._window)
        popup.open_at(widget, at)
        return popup

    def review_menu(self, entry_ids: Sequence[int], current: str, parent: QWidget) -> QMenu:
        """Build the menu that sets the review state of entries; D, C and F choose."""
        menu = QMenu(self.tr("Review state"), parent)
        menu.setEnabled(not self._workspace.read_only)
        group = QActionGroup(menu)
        for state in ReviewState:
            action = QAction(f"&{heading(state)}", group)
            action.setCheckable(True)
            action.setChecked(state == current)
            action.triggered.connect(partial(self.set_review, tuple(entry_ids), state))
            menu.addAction(action)
        return menu

    def set_review(self, entry_ids: Sequence[int], state: ReviewState, *_checked: bool) -> None:
        """Set the review state of entries."""
        about = heading(state)
        self._workspace.operations.write(acts.set_review(entry_ids, state, about), owner=self)

    def _ask_trash(self, ids: tuple[int, ...], broken: Breaks, titles: Sequence[str]) -> None:
        if not rests_on(broken):
            self._trash(ids, titles)
            return
        names = titles if len(ids) == 1 else [""] * len(ids)
        box = trash_question(self._window, names, broken)
        box.accepted.connect(partial(self._trash, ids, titles))
        box.finished.connect(box.deleteLater)
        box.open()

    def _trash(self, ids: tuple[int, ...], titles: Sequence[str]) -> None:
        one = len(ids) == 1 and bool(titles)
        words = (
            self.tr("“{0}” is in the trash.") if one else self.tr("{0} entries are in the trash.")
        )
        sentence = words.format(_short(titles[0]) if one else len(ids))
        self._write_undoable(acts.trash(ids, titles[0] if one else ""), sentence)

    def _write_undoable(self, act: acts.Act[None], sentence: str) -> None:
        self._workspace.operations.write(act, lambda _done: self._offer_undo(sentence), owner=self)

    def _offer_undo(self, sentence: str) -> None:
        self._offers_undo = True
        self._bar.show_message(Severity.INFO, sentence, action=self.tr("Undo"))

    @Slot()
    def _on_undo(self) -> None:
        if self._offers_undo:
            self._offers_undo = False
            self._bar.dismiss()
            self._workspace.operations.undo(owner=self)

    @Slot(object, object)
    def _on_changed(self, _change: Change, _initiator: object) -> None:
        if self._offers_undo:  # another act came after: undo would take that one back
            self._offers_undo = False
            self._bar.dismiss()


def _short(title: str, length: int = 80) -> str:
    return title if len(title) <= length else f"{title[: length - 1]}…"
