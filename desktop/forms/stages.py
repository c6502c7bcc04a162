"""The section of an agreement's form that shows its stages and adds to them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rows.entries import EntrySheet, StageRow
from db.rows.faces import Target
from desktop.acts.links import add_stage, change_stage, move_stage, remove_stage
from desktop.forms.stage_fields import StageFields
from desktop.forms.stage_list import StageList
from desktop.forms.stage_sentences import standing
from desktop.labels import error_sentence, label
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace


class StagesSection(QWidget):
    """Show stages in order, how the agreement stands by them, and the row that adds one."""

    open_requested = Signal(int)
    """The id of the entry to be opened."""
    evidence_requested = Signal(object)
    """The ``Target`` whose evidence is wanted."""
    said = Signal(str)
    """A sentence for the status line."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, debounce_ms: int = DEBOUNCE_MS
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sheet: EntrySheet | None = None
        self._heading = SectionHeading(self.tr("Stages"), parent=self)
        self._standing = ElidedLabel(tone="quiet")
        edited = StageFields(workspace, self, with_note=True, debounce_ms=debounce_ms)
        self._edited, self._list = edited, StageList(edited, self)
        self._new = StageFields(workspace, self, debounce_ms=debounce_ms)
        self._build()
        self._connect()

    def stages(self) -> StageList:
        """Give the list of stages."""
        return self._list

    def new_stage(self) -> StageFields:
        """Give the row that adds a stage."""
        return self._new

    def edited_stage(self) -> StageFields:
        """Give the row that edits a stage in its place."""
        return self._edited

    def standing(self) -> str:
        """Give the sentence of how the agreement stands."""
        return self._standing.text()

    def show(self, sheet: EntrySheet | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - with a sheet it fills, without one it is Qt's
        """Show the stages of an agreement: lines are refilled, and focus and typing stay."""
        if sheet is None:
            super().show()
            return
        if self._sheet is None or self._sheet.id != sheet.id:
            self._list.leave_editing()
            self._new.clear()
        self._sheet = sheet
        language = self._workspace.settings.language
        self._list.fill(sheet, language)
        self._standing.setText(standing(sheet.stages, language))
        self._new.setVisible(not self._workspace.read_only and not sheet.trashed)

    def focus_entry(self) -> None:
        """Put the cursor into the row that adds a stage."""
        self._new.kind.setFocus()

    def _build(self) -> None:
        self._heading.add_at_end(self._standing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._heading, self._list, self._new):
            column.addWidget(part)

    def _connect(self) -> None:
        self._list.open_requested.connect(self.open_requested)
        self._list.edit_requested.connect(self._edit)
        self._list.remove_requested.connect(self._remove)
        self._list.move_requested.connect(self._move)
        self._list.face_requested.connect(self._on_face)
        self._list.left_downwards.connect(self.focus_entry)
        self._edited.submitted.connect(self._save)
        self._edited.cancelled.connect(self._list.leave_editing)
        self._new.submitted.connect(self._add)
        self._new.cancelled.connect(self._new.clear)

    @Slot()
    def _add(self) -> None:
        if self._sheet is None or not self._new.is_sound():
            return
        spec = self._new.spec()
        self._workspace.operations.write(
            add_stage(self._sheet.id, spec, self._sheet.title, self._workspace.pinboard.pin),
            lambda _stage: self._on_added(label(spec.kind)),
            owner=self,
            failed=lambda error: self._new.complain(error_sentence(error)),
        )

    def _on_added(self, kind: str) -> None:
        self._new.clear()
        self.focus_entry()
        self.said.emit(self.tr("Stage added: {0}").format(kind))

    @Slot(object)
    def _edit(self, stage: StageRow) -> None:
        if not self._workspace.read_only:
            self._list.edit(stage)

    @Slot()
    def _save(self) -> None:
        stage = self._list.edited()
        if stage is None or self._sheet is None or not self._edited.is_sound():
            return
        pin = self._workspace.pinboard.pin
        self._workspace.operations.write(
            change_stage(stage.id, self._edited.spec(), self._sheet.title, pin),
            self._on_saved,
            owner=self,
            failed=lambda error: self._edited.complain(error_sentence(error)),
        )

    def _on_saved(self, _nothing: None) -> None:
        self._list.leave_editing()
        self.said.emit(self.tr("Stage saved"))

    @Slot(object)
    def _remove(self, stage: StageRow) -> None:
        if self._workspace.read_only or self._sheet is None:
            return
        kind = label(stage.kind)
        self._workspace.operations.write(
            remove_stage(stage.id, about=self._sheet.title),
            lambda _nothing: self.said.emit(self.tr("Stage removed: {0}").format(kind)),
            owner=self,
        )

    @Slot(object, int)
    def _move(self, stage: StageRow, by: int) -> None:
        if self._workspace.read_only or self._sheet is None:
            return
        order = [other.id for other in self._sheet.stages]
        to = order.index(stage.id) + by
        if 0 <= to < len(order):
            self._workspace.operations.write(
                move_stage(stage.id, to, about=self._sheet.title), owner=self
            )

    @Slot(object, str)
    def _on_face(self, stage: StageRow, field: str) -> None:
        self.evidence_requested.emit(Target("stage", stage.id, field))
