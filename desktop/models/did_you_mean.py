"""Did you mean: asks the catalogue for a better spelling where a query finds nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.rows.lists import ListSpec
from db.search.grammar import parse
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class DidYouMean(QObject):
    """Follow a list: when its query is answered with nothing, tell what may have been meant."""

    suggested = Signal(str)
    """The query that may have been meant; empty where there is nothing better."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._query = ""

    @Slot(object)
    def follow(self, spec: ListSpec) -> None:
        """Take what is asked for now; what was suggested for another query is void."""
        if spec.query != self._query:
            self._query = spec.query
            self.suggested.emit("")

    @Slot(int, int, bool)
    def note_counts(self, shown: int, _whole: int, is_known: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Take how many entries were found: of none, ask what was meant."""
        query = self._query
        if shown or not is_known or not query.strip():
            return

        def read(session: "Session") -> str | None:
            from db.search.spelling import did_you_mean  # noqa: PLC0415 - it brings SQLAlchemy

            return did_you_mean(session, query, parse(query))

        self._workspace.operations.read(
            read,
            lambda meant: self._take(query, meant),
            owner=self,
            lane="meant",
        )

    def _take(self, query: str, meant: str | None) -> None:
        if query == self._query:
            self.suggested.emit(meant or "")
