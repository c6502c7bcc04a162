"""Releases left half-finished: kept as drafts in the catalogue, and offered the next time."""

from collections.abc import Mapping
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from db.commands.drafts import keep_draft
from db.queries.drafts import drafts
from desktop.workspace import Workspace

FORM = "intake"


class IntakeDraft(QObject):
    """Keep what one intake window holds unsaved; never over what another one left."""

    found = Signal()
    """What was left earlier is known now, and there is something."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._left: dict[str, dict[str, str]] = {}
        self._kept: dict[str, str] = {}
        self._form = f"{FORM}:{uuid4().hex}"

    @property
    def form(self) -> str:
        """The key under which this window's draft is kept."""
        return self._form

    def look(self) -> None:
        """Find what was left; `found` tells of it."""
        self._workspace.operations.read(drafts, self._on_read, owner=self, lane="drafts")

    def last_title(self) -> str:
        """Return what the release left last is called, by its title or its first line."""
        last = next(reversed(self._left.values()))
        return last.get("title") or last.get("text", "").strip().partition("\n")[0]

    def bring_back(self) -> Mapping[str, str]:
        """Make the draft left last this window's own, and return its values."""
        self._form = next(reversed(self._left))
        self._kept = self._left.pop(self._form)
        return self._kept

    def keep(self, values: Mapping[str, str]) -> None:
        """Keep the values in place of those before; none forgets the draft."""
        if not self._workspace.read_only and dict(values) != self._kept:
            self._kept = dict(values)
            self._workspace.operations.keep(
                partial(keep_draft, form=self._form, values=self._kept), owner=self
            )

    def _on_read(self, found: Mapping[str, Mapping[str, str]]) -> None:
        self._left = {
            form: dict(values)
            for form, values in found.items()
            if form.partition(":")[0] == FORM and form != self._form
        }
        if self._left:
            self.found.emit()
