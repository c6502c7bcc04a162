"""What keeps the sidebar's counts right: all that is quickly counted, then tags, then searches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db import queries
from db.act import Change
from desktop.models.search_counts import SearchCounts
from desktop.models.sidebar_model import SidebarModel
from desktop.models.sidebar_tree import SidebarContent, read_sidebar
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CHANGES_MS = 300
"""How long changes are gathered before all is counted anew."""

_TAGGING = frozenset({"tag", "entry_tag"})
_ROWS = frozenset({"tag", "saved_search"})
"""Tables whose rows are rows here: whoever made one looks for it at once."""
_Moment = tuple[int, str]
"""What the counts of tags rest on: how often something was tagged here, and the trash."""


class SidebarCounts(QObject):
    """Read and count what a `SidebarModel` shows; a new round ends the one under way."""

    shown = Signal()
    """The model has the rows as they are now."""
    counted = Signal(object)
    """How many entries the lists show: a mapping by their ``ListSpec``."""

    def __init__(
        self, workspace: Workspace, model: SidebarModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._operations = workspace.operations
        self._model = model
        self._tagged = 0
        self._counted_at: _Moment | None = None
        self._searches = SearchCounts(workspace.operations, self)
        self._searches.counted.connect(self._take_search_count)
        self._soon = QTimer(self, singleShot=True, interval=CHANGES_MS)
        self._soon.timeout.connect(self.read)
        workspace.hub.changed.connect(self._on_changed)

    @Slot()
    def read(self) -> None:
        """Read and count anew."""
        self._soon.stop()
        self._operations.read(read_sidebar, self._take, owner=self, lane="rows")

    def _take(self, content: SidebarContent) -> None:
        self._model.show_content(content)
        self.shown.emit()
        self.counted.emit(content.sizes())
        self._count_tags(content)
        self._searches.count(content.searches)

    def _count_tags(self, content: SidebarContent) -> None:
        """Count tags, unless nothing was tagged and the trash is as it was."""
        moment = (self._tagged, content.trash)
        if moment == self._counted_at:
            return

        def read(session: "Session") -> "tuple[_Moment, queries.counts.TagCounts]":
            return moment, queries.counts.tag_counts(session, content.tags)

        self._operations.read(read, self._take_tag_counts, owner=self, lane="tags", background=True)

    def _take_tag_counts(self, answer: "tuple[_Moment, queries.counts.TagCounts]") -> None:
        self._counted_at, counts = answer
        self._model.show_tag_counts(counts.with_narrower)

    @Slot(int, int)
    def _take_search_count(self, search: int, number: int) -> None:
        self._model.show_counts({f"search:{search}": number})

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if change.tables & _TAGGING:
            self._tagged += 1
        if change.tables & _ROWS:
            self.read()
        else:
            self._soon.start()
