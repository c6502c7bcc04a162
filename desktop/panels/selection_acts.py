"""What is done to the entries selected in a list: trash, restore, tags, review state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from db import queries
from db.act import Act, Change
from db.rows.lists import Chosen
from db.terms import ReviewState
from desktop import acts
from desktop.labels import heading
from desktop.panels.many_question import many_question
from desktop.panels.trash_question import rests_on, trash_question
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MANY = 1_000
"""More entries than these are not touched before it was said how many they are."""
_NAMED = 3
"""So many entries are asked for, to name the one there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A selection before it is acted on; few entries are told one by one, of many the number."""

    chosen: Chosen
    count: int
    broken: "queries.trash.Breaks | None" = None
    titles: Sequence[str] = ()


_Then = Callable[[_Weighed], None]


class SelectionActs(QObject):
    """Carry out acts over many entries, each as one; what can be taken back at once is said so."""

    def __init__(self, workspace: Workspace, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._bar, self._window = workspace, bar, parent
        self._offers_undo = False
        bar.action_triggered.connect(self._on_undo)
        workspace.hub.changed.connect(self._on_changed)

    def trash(self, chosen: Chosen) -> None:
        """Move entries to the trash; where others point to them, ask first and say which."""
        if self._may(chosen):
            self._weigh(chosen, self._ask_trash, with_breaks=True)

    def restore(self, chosen: Chosen) -> None:
        """Take entries out of the trash."""
        self._when_sure(chosen, self.tr("Restore {0} entries?"), self._restore)

    def edit_tags(self, chosen: Chosen, widget: QWidget, at: QPoint) -> None:
        """Open the tags of entries at a point of a widget."""

        def open_popup(weighed: _Weighed) -> None:
            from desktop.panels.tag_popup import TagPopup  # noqa: PLC0415 - not at start

            popup = TagPopup(self._workspace, weighed.chosen, self._window, count=weighed.count)
            popup.open_at(widget, at)

        self._when_sure(chosen, self.tr("Change the tags of {0} entries?"), open_popup)

    def review_menu(self, chosen: Chosen, current: str, parent: QWidget) -> QMenu:
        """Build the menu that sets the review state of entries; D, C and F choose."""
        menu = QMenu(self.tr("Review state"), parent)
        menu.setEnabled(not self._workspace.read_only)
        group = QActionGroup(menu)
        for state in ReviewState:
            action = QAction(f"&{heading(state)}", group)
            action.setCheckable(True)
            action.setChecked(state == current)
            action.triggered.connect(partial(self.set_review, chosen, state))
            menu.addAction(action)
        return menu

    def set_review(self, chosen: Chosen, state: ReviewState, *_checked: bool) -> None:
        """Set the review state of entries."""

        def write(weighed: _Weighed) -> None:
            act = acts.entries.set_review(weighed.chosen, state, heading(state))
            self._workspace.operations.write(act, owner=self)

        self._when_sure(chosen, self.tr("Set the review state of {0} entries?"), write)

    def offer_undo(self, sentence: str) -> None:
        """Say what was done, and offer to take it back until something else is done."""
        self._offers_undo = True
        self._bar.show_message(Severity.INFO, sentence, action=self.tr("Undo"))

    # Before it is done

    def _may(self, chosen: Chosen) -> bool:
        return (chosen.all_of is not None or bool(chosen.ids)) and not self._workspace.read_only

    def _when_sure(self, chosen: Chosen, words: str, then: _Then) -> None:
        """Go on at once with few entries, and with many once the user has agreed."""
        if not self._may(chosen):
            return
        if chosen.all_of is None and len(chosen.ids) <= MANY:
            then(_Weighed(chosen=chosen, count=len(chosen.ids)))
        else:
            self._weigh(chosen, lambda weighed: self._agree(words, weighed, then))

    def _weigh(self, chosen: Chosen, then: _Then, *, with_breaks: bool = False) -> None:
        self._workspace.operations.read(
            lambda session: _weigh(session, chosen, with_breaks=with_breaks),
            then,
            owner=self,
            lane="weigh",
        )

    def _agree(self, words: str, weighed: _Weighed, then: _Then) -> None:
        if weighed.count > MANY:
            self._ask(many_question(self._window, words, weighed.count), weighed, then)
        elif weighed.count:
            then(weighed)

    def _ask_trash(self, weighed: _Weighed) -> None:
        broken, count = weighed.broken, weighed.count
        if broken is None or not rests_on(broken):
            self._agree(self.tr("Move {0} entries to the trash?"), weighed, self._trash)
        else:
            names = weighed.titles if count == 1 else [""] * count
            self._ask(trash_question(self._window, names, broken), weighed, self._trash)

    def _ask(self, box: QMessageBox, weighed: _Weighed, then: _Then) -> None:
        box.accepted.connect(lambda: then(weighed))
        box.finished.connect(box.deleteLater)
        box.open()

    # Doing it

    def _trash(self, weighed: _Weighed) -> None:
        title = weighed.titles[0] if weighed.count == 1 and weighed.titles else ""
        one, many = self.tr("“{0}” is in the trash."), self.tr("{0} entries are in the trash.")
        number = self._window.locale().toString(weighed.count)
        sentence = one.format(_short(title)) if title else many.format(number)
        about = title or self.tr("{0} entries").format(number)
        self._write_undoable(acts.entries.trash(weighed.chosen, about), sentence)

    def _restore(self, weighed: _Weighed) -> None:
        number = self._window.locale().toString(weighed.count)
        about = "" if weighed.count == 1 else self.tr("{0} entries").format(number)
        self._write_undoable(acts.entries.restore(weighed.chosen, about), self.tr("Restored."))

    def _write_undoable(self, act: Act[int], sentence: str) -> None:
        self._workspace.operations.write(act, lambda _done: self.offer_undo(sentence), owner=self)

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


def _weigh(session: "Session", chosen: Chosen, *, with_breaks: bool) -> _Weighed:
    count = queries.chosen.chosen_count(session, chosen)
    if count > MANY:
        return _Weighed(chosen=chosen, count=count)
    few = Chosen(ids=tuple(queries.chosen.chosen_ids(session, chosen)))
    if not with_breaks:
        return _Weighed(chosen=few, count=count)
    titles = [line.title for line in queries.lists.list_lines(session, few.ids[:_NAMED])]
    broken = queries.trash.breaks(session, few.ids)
    return _Weighed(chosen=few, count=count, broken=broken, titles=titles)


def _short(title: str, length: int = 80) -> str:
    return title if len(title) <= length else f"{title[: length - 1]}…"
