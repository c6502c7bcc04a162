"""The tags of an entry: add by typing, make one that is missing, take one off."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.commands.tags import TagSpec
from db.queries.tags import complete_tag
from db.rows.entries import EntrySheet, TagRow
from db.text.scripts import script_of
from desktop.acts.entries import add_tag, create_tag, take_tag
from desktop.theme import gap, label_width
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.tag_bar import TagBar, TagOffer
from desktop.workspace import Workspace


class TagsSection(QWidget):
    """Show the tags of an entry, and change them at once."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sheet: EntrySheet | None = None
        self._bar = TagBar()
        self._bar.completion_requested.connect(self._complete)
        self._bar.add_requested.connect(self._add)
        self._bar.create_requested.connect(self._create)
        self._bar.remove_requested.connect(self._take)
        self._build()

    def show_sheet(self, sheet: EntrySheet, *, locked: bool = False) -> None:
        """Show the tags of an entry."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self._bar.line().reset()
        self._sheet = sheet
        self._bar.set_tags([self._offer(tag) for tag in sheet.tags])
        self._bar.setEnabled(not locked)

    def focus_entry(self) -> None:
        """Put the keyboard where a tag is typed."""
        self._bar.line().setFocus()

    def _offer(self, tag: TagRow) -> TagOffer:
        language = self._workspace.settings.language
        return TagOffer(id=tag.id, label=tag.label(language), colour=tag.colour)

    @Slot(str)
    def _complete(self, typed: str) -> None:
        self._workspace.operations.read(
            partial(complete_tag, typed=typed),
            partial(self._on_completed, typed),
            owner=self,
            lane="complete",
        )

    def _on_completed(self, typed: str, tags: tuple[TagRow, ...]) -> None:
        self._bar.offer([self._offer(tag) for tag in tags], query=typed)

    @Slot(int)
    def _add(self, tag_id: int) -> None:
        if self._sheet is not None:
            act = add_tag([self._sheet.id], tag_id, self._sheet.title)
            self._workspace.operations.write(act, owner=self)

    @Slot(int)
    def _take(self, tag_id: int) -> None:
        if self._sheet is not None:
            act = take_tag([self._sheet.id], tag_id, self._sheet.title)
            self._workspace.operations.write(act, owner=self)

    @Slot(str)
    def _create(self, words: str) -> None:
        if self._sheet is None:
            return
        russian = script_of(words) == "Cyrl"
        spec = TagSpec(label_ru=words) if russian else TagSpec(label_en=words)
        self._workspace.operations.write(create_tag(spec, [self._sheet.id]), owner=self)

    def _build(self) -> None:
        unit = gap(self.font())
        row = QHBoxLayout()
        row.setContentsMargins(label_width(self.font()) + unit, 0, 0, 0)
        row.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHeading(self.tr("Tags")))
        column.addLayout(row)
