"""The list of an agreement's stages, refilled in place, with a row to edit one of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rows.entries import EntrySheet, StageRow
from desktop.forms.links.tab_order import chain_after
from desktop.forms.stage_fields import StageFields
from desktop.forms.stage_line import StageLine


class StageList(QWidget):
    """Show stages in the order of the agreement's life; the arrow keys walk through them."""

    edit_requested = Signal(object)
    remove_requested = Signal(object)
    move_requested = Signal(object, int)
    face_requested = Signal(object, str)
    open_requested = Signal(int)
    left_downwards = Signal()

    def __init__(self, fields: StageFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[StageLine] = []
        self._fields = fields
        self._edited: StageLine | None = None
        self._anchor = QWidget(self)
        self._anchor.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        fields.hide()
        self._column.addWidget(fields)

    def lines(self) -> tuple[StageLine, ...]:
        """Give the lines, in the order shown."""
        return tuple(self._lines)

    def edited(self) -> StageRow | None:
        """Give the stage that is being edited, or None."""
        return self._edited.stage() if self._edited is not None else None

    def fill(self, sheet: EntrySheet, language: str) -> None:
        """Show the stages of an agreement; what has the focus keeps it while it is there."""
        focused = next((line for line in self._lines if line.button().hasFocus()), None)
        at = self._lines.index(focused) if focused is not None else -1
        had = {line.stage().id: line for line in self._lines}
        self._lines = [had.pop(stage.id, None) or self._new(stage) for stage in sheet.stages]
        for place, (line, stage) in enumerate(zip(self._lines, sheet.stages, strict=True)):
            line.show_stage(stage, sheet, language)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            line.setVisible(line is not self._edited)
        self._follow_focus(focused, at)
        for gone in had.values():
            if gone is self._edited:
                self.leave_editing()
            gone.hide()
            gone.deleteLater()
        self._place_fields()
        self._chain()

    def edit(self, stage: StageRow) -> None:
        """Put the row of fields in the place of a line."""
        self.leave_editing()
        self._edited = next(line for line in self._lines if line.stage().id == stage.id)
        self._fields.fill(stage)
        self._place_fields()
        self._fields.show()
        self._fields.date.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields.date.selectAll()
        self._edited.hide()

    def leave_editing(self) -> None:
        """Put the line back."""
        edited, self._edited = self._edited, None
        if edited is not None:
            edited.show()
            edited.button().setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields.hide()

    def focus_last(self) -> None:
        """Go to the last stage, if there is one."""
        if self._lines:
            self._lines[-1].button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _new(self, stage: StageRow) -> StageLine:
        line = StageLine(stage, self)
        line.edit_requested.connect(lambda: self.edit_requested.emit(line.stage()))
        line.remove_requested.connect(lambda: self.remove_requested.emit(line.stage()))
        line.move_requested.connect(partial(self._move, line))
        line.face_requested.connect(partial(self._ask, line))
        line.open_requested.connect(self.open_requested)
        line.walked.connect(partial(self._walk, line))
        return line

    def _move(self, line: StageLine, by: int) -> None:
        self.move_requested.emit(line.stage(), by)

    def _ask(self, line: StageLine, field: str) -> None:
        self.face_requested.emit(line.stage(), field)

    def _walk(self, line: StageLine, by: int) -> None:
        to = self._lines.index(line) + by
        if to >= len(self._lines):
            self.left_downwards.emit()
        elif to >= 0:
            self._lines[to].button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_focus(self, focused: StageLine | None, at: int) -> None:
        if focused is None or focused in self._lines:
            return
        if self._lines:
            near = self._lines[min(at, len(self._lines) - 1)]
            near.button().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left_downwards.emit()

    def _place_fields(self) -> None:
        if self._edited in self._lines:
            self._column.removeWidget(self._fields)
            self._column.insertWidget(self._lines.index(self._edited), self._fields)

    def _chain(self) -> None:
        """Let Tab go from line to line in the order shown."""
        parts = ((line.button(), line.date_face(), line.face()) for line in self._lines)
        chain_after(self._anchor, (part for three in parts for part in three))
