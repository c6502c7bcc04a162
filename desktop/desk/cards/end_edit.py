"""The picker of an entry that the other end of a line, or a whole card, is the same as."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from db.rows.entries import EntryRef
from db.terms import EntryKind
from desktop.forms.entry_edit import EntryEdit
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace


class EndEdit(EntryEdit):
    """Pick an entry; while nothing is picked, what is suggested stays as it is."""

    def __init__(
        self,
        workspace: Workspace,
        kinds: Collection[EntryKind],
        *,
        suggested: str = "",
        creatable: bool = True,
        debounce_ms: int = DEBOUNCE_MS,
    ) -> None:
        super().__init__(workspace, kinds, placeholder=suggested, debounce_ms=debounce_ms)
        self._creatable = creatable and not workspace.read_only

    def entry(self) -> EntryRef | None:
        """Give the entry picked, None where nothing was."""
        found = self.entry_id()
        if found is None:
            return None
        known, offer = self._known.get(found), self.picked_offer()
        if known is not None:
            return known
        kind = EntryKind(offer.kind) if offer and offer.kind else self._kinds[0]
        title = offer.title if offer else self.words()
        return EntryRef(id=found, kind=kind, reference="", title=title)

    def look_for(self, words: str) -> None:
        """Type words in, as if by hand, and ask at once what bears such a name."""
        self.setText(words)
        self.selectAll()
        self.search_requested.emit(self.words())

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Leave Escape to the panel around, also where words were typed in for the user."""
        if arg__1.key() == Qt.Key.Key_Escape and not self._creatable:
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)

    @override
    def problem(self) -> str:
        """Say that words stand here and no entry."""
        if self.words() and self._creatable is False and super().problem():
            return self.tr("Choose one from the list, or empty the field.")
        return super().problem()
