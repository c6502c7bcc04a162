"""The label of the list shown, where its name stands in the catalogue: a tag, a saved search."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db import queries
from db.act import Change
from db.rows.lists import ListSpec
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ListLabel(QObject):
    """Read the label of a list, and read it again when it may have changed."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._home: ListSpec = ListSpec()
        self._text = ""
        workspace.hub.changed.connect(self._on_changed)

    def text(self) -> str:
        """Give the label, empty while it has not been read and where there is none."""
        return self._text

    def follow(self, home: ListSpec) -> None:
        """Give the label of another list from now on."""
        if home != self._home:
            self._home, self._text = home, ""
            self._read()

    def _read(self) -> None:
        tag, saved = self._home.tag, self._home.saved
        if not (tag or saved):
            return
        language = self._workspace.settings.language

        def read(session: "Session") -> str:
            if saved:
                return next(
                    (
                        s.name
                        for s in queries.saved_searches.saved_searches(session)
                        if s.id == saved
                    ),
                    "",
                )
            found = queries.completion_labels.tags_by_id(session, (tag,)).get(tag)
            return found.label(language) if found is not None else ""

        self._workspace.operations.read(read, self._take, owner=self, lane="label")

    def _take(self, text: str) -> None:
        self._text = text
        self.changed.emit()

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if change.tables & {"tag", "saved_search"}:
            self._read()
