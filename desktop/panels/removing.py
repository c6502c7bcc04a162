"""Removing entries for good: asked first, with what would go along, then done as one act."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db import queries
from db.rows.lists import Chosen, ListSpec
from desktop import acts
from desktop.panels.removal_question import removal_question, removed_words
from desktop.panels.selection_acts import SelectionActs
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.queries.trash import Removal

THE_TRASH = Chosen(all_of=ListSpec(trashed=True))


class Removing(QObject):
    """Remove what lies in the trash, all of it or what is chosen there; undo brings it back."""

    def __init__(
        self, workspace: Workspace, done: SelectionActs, bar: MessageBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace, self._done, self._bar, self._window = workspace, done, bar, parent

    def empty_trash(self) -> None:
        """Remove all that lies in the trash, once the user has agreed."""
        self.remove(THE_TRASH)

    def remove(self, chosen: Chosen) -> None:
        """Remove entries in the trash, once the user has agreed."""
        if self._workspace.read_only or not (chosen.ids or chosen.all_of):
            return
        self._workspace.operations.read(
            lambda session: _removal(session, chosen),
            lambda removal: self._ask(chosen, removal),
            owner=self,
            lane="removal",
        )

    def _ask(self, chosen: Chosen, removal: "Removal") -> None:
        if not removal.entries and not removal.cited:
            self._bar.show_message(Severity.INFO, self.tr("The trash is empty."))
            return
        box = removal_question(self._window, removal)
        box.accepted.connect(lambda: self._remove(chosen, removal))
        box.finished.connect(box.deleteLater)
        box.open()

    def _remove(self, chosen: Chosen, removal: "Removal") -> None:
        if not removal.entries:
            return
        number = self._window.locale().toString(removal.entries)
        words = self.tr("Removing {0} entries…").format(number)
        self._bar.show_message(Severity.INFO, words, closable=False)
        about = removal.titles[0] if removal.entries == 1 else self.tr("{0} entries").format(number)
        self._workspace.operations.write(
            acts.entries.remove(chosen, about),
            lambda count: self._done.offer_undo(removed_words(self._window, count, removal.cited)),
            owner=self,
            failed=self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        self._bar.dismiss()
        self._workspace.operations.failed.emit(error)


def _removal(session: "Session", chosen: Chosen) -> "Removal":
    return queries.trash.removal(session, queries.chosen.chosen_ids(session, chosen))
