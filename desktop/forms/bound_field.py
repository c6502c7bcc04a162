"""A field of a form: its place in the table of fields, its editor, and what stands around it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot

from db.rows.faces import NO_EVIDENCE, FaceRow, Target
from db.rows.fields import Field
from desktop.forms.editors import FieldEditor
from desktop.widgets.face_button import Face, FaceButton
from desktop.widgets.field_frame import FieldRow


class BoundField(QObject):
    """Join a field to its editor and row."""

    edited = Signal()
    evidence_requested = Signal(str)

    def __init__(self, field: Field, editor: FieldEditor, row: FieldRow) -> None:
        super().__init__(editor)
        self.field, self.editor, self.row = field, editor, row
        self.is_second = False
        """Whether another field stands before it on its line, where the reasons of both stand."""
        editor.edited.connect(self._on_edited)
        row.face_requested.connect(self._on_face_requested)
        if row.face is not None:
            _keep_room(row.face)

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.name

    def complaint(self) -> str:
        """Return the reason shown why the value is not saved."""
        return self.row.complaint()

    def complain(self, sentence: str) -> None:
        """Say why the value is not saved; empty takes it back."""
        named = f"{self.row.label.text()}: {sentence}" if self.is_second else sentence
        self.row.set_complaint(named if sentence else "")

    def show_face(self, faces: Mapping[Target, FaceRow], entry: int) -> None:
        """Show the face of the value: hollow where it is filled and no claim stands behind it."""
        button = self.row.face
        if button is None:
            return
        target = Target("entry", entry, self.name)
        row = faces.get(target, NO_EVIDENCE)
        self.row.set_face(Face[row.face.name], row.count)
        is_gap = self.field.evidenced and bool(self.editor.raw())
        button.setVisible(target in faces or is_gap)

    def hide_face(self) -> None:
        """Show no face, as of a form that is no entry yet."""
        if self.row.face is not None:
            self.row.face.hide()

    @Slot()
    def _on_edited(self) -> None:
        if self.complaint() and not self.editor.problem():
            self.complain("")
        self.edited.emit()

    @Slot()
    def _on_face_requested(self) -> None:
        self.evidence_requested.emit(self.name)


def _keep_room(face: FaceButton) -> None:
    """Keep a hidden face's room, and the Tab key on its way from field to field."""
    policy = face.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    face.setSizePolicy(policy)
    face.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
