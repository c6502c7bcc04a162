"""What a list says while it is empty: what to do, or how the query might have been meant."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.rows.lists import ListSpec
from desktop.panels.list_names import empty_words
from desktop.widgets.empty_state import EmptyState


class ListEmpty(EmptyState):
    """Say why a list is empty; where a query finds nothing, offer to clear or to change it."""

    cleared = Signal()
    """The query is to be taken back."""
    query_wanted = Signal(str)
    """The query that was suggested is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._home, self._query, self._called = ListSpec(), "", ""
        self._suggested = ""
        self.action_triggered.connect(self._on_action)

    def show_home(self, home: ListSpec, query: str, title: str) -> None:
        """Say of a list, called by its title, why nothing is in it."""
        self._home, self._query, self._called = home, query.strip(), title
        self._show()

    def show_suggestion(self, query: str) -> None:
        """Offer another query; an empty one takes the offer back."""
        self._suggested = query
        self._show()

    def _show(self) -> None:
        if not self._query:
            self.show_state(*empty_words(self._home))
            return
        title = self.tr("Nothing matches “{0}”").format(self._query)
        sentence = self.tr("in “{0}”").format(self._called)
        action = self.tr("Clear the search")
        if self._suggested:
            sentence = self.tr("Did you mean “{0}”?").format(self._suggested)
            action = self.tr("Find “{0}”").format(self._suggested)
        self.show_state(title, sentence, action=action)

    @Slot()
    def _on_action(self) -> None:
        if self._suggested:
            self.query_wanted.emit(self._suggested)
        else:
            self.cleared.emit()
