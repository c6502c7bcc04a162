"""What is done with tags in the sidebar: make, change, remove, and tag what is dropped on one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from db import queries
from db.rows.entries import TagRow
from desktop import acts
from desktop.models.sidebar_model import SidebarModel
from desktop.panels.tag_question import tag_question
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.dialogs.tag_editor import TagEditor


class SidebarTags(QObject):
    """Carry out what the sidebar's view asks for on tags."""

    def __init__(self, workspace: Workspace, model: SidebarModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._panel = parent

    def edit(self, tag: TagRow | None = None, *, broader_id: int | None = None) -> "TagEditor":
        """Open the dialog of a tag, or of a new one below another."""
        from desktop.dialogs.tag_editor import TagEditor  # noqa: PLC0415 - not at start

        editor = TagEditor(self._workspace, self._panel, tag=tag, broader_id=broader_id)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()
        return editor

    def remove(self, tag: TagRow) -> None:
        """Ask whether to remove a tag, saying which entries lose it, and do."""
        self._workspace.operations.read(
            lambda session: queries.counts.carried_count(session, tag.id),
            lambda count: self._ask(replace(tag, count=count)),
            owner=self,
            lane="removing",
        )

    def _ask(self, tag: TagRow) -> None:
        language = self._workspace.settings.language
        here = self._model.index_of(f"tag:{tag.id}")
        broader, narrower = self._model.tag_at(here.parent()), self._model.rowCount(here)
        box = tag_question(self._panel, tag, broader, narrower=narrower, language=language)
        act = acts.entries.remove_tag(tag.id, tag.label(language))
        box.accepted.connect(lambda: self._workspace.operations.write(act, owner=self))
        box.finished.connect(box.deleteLater)
        box.open()

    @Slot(int, list)
    def drop(self, tag_id: int, entry_ids: list[int]) -> None:
        """Tag entries that were dropped on a tag, in one act."""
        tag = self._model.tag_at(self._model.index_of(f"tag:{tag_id}"))
        if tag is not None and not self._workspace.read_only:
            about = tag.label(self._workspace.settings.language)
            act = acts.entries.add_tag(tuple(entry_ids), tag_id, about)
            self._workspace.operations.write(act, owner=self)
