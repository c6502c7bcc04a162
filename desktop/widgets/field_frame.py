"""The grid of a form: label, editor, face, and the complaint beneath, all in line."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.theme import colours, gap, label_width, small_font
from desktop.widgets.editor import mark_wrong
from desktop.widgets.face_button import Face, FaceButton


class FieldRow(QObject):
    """Hold together what belongs to one field of a form."""

    face_requested = Signal()

    def __init__(self, label: QLabel, editor: QWidget, face: FaceButton | None) -> None:
        super().__init__(editor)
        self.label, self.editor, self.face = label, editor, face
        self.complaint_label = _complaint_label()
        label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label.text())
        if face is not None:
            face.set_subject(label.text())
            face.clicked.connect(self.face_requested)

    def set_face(self, face: Face, count: int = 0) -> None:
        """Show what the evidence of the value is."""
        if self.face is not None:
            self.face.set_face(face, count)

    def complaint(self) -> str:
        """Give the reason shown why the value is not saved."""
        return self.complaint_label.text()

    def set_complaint(self, sentence: str) -> None:
        """Say beneath the field why its value is not saved; empty takes it back."""
        self.complaint_label.setText(sentence)
        self.complaint_label.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        mark_wrong(self.editor, wrong=bool(sentence))

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the whole field."""
        for part in (self.label, self.editor, self.face):
            if part is not None:
                part.setVisible(visible)
        self.complaint_label.setVisible(visible and bool(self.complaint()))


class FieldGrid(QWidget):
    """Lay out fields: labels right-aligned in one column, editors in the next, faces at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []
        self._complaints: list[QLabel] = []
        self._lines: list[QHBoxLayout] = []
        self._beneath: QVBoxLayout | None = None
        self._fit()

    def add(
        self, label: str, editor: QWidget, *, with_face: bool = True, beside: bool = False
    ) -> FieldRow:
        """Add a field on a line of its own, or beside the one before it."""
        face = FaceButton() if with_face else None
        row = FieldRow(_field_label(label), editor, face)
        if beside and self._lines:
            self._add_beside(self._lines[-1], row)
        else:
            self._add_line(row)
        if self._beneath is not None:
            self._beneath.addWidget(row.complaint_label)
        self._complaints.append(row.complaint_label)
        self._fit()
        return row

    def add_wide(self, label: str, widget: QWidget) -> None:
        """Add a part of its own, such as a tag bar, beside a label."""
        self.add(label, widget, with_face=False)

    def _add_line(self, row: FieldRow) -> None:
        at = self._grid.rowCount()
        line, self._beneath = QHBoxLayout(), QVBoxLayout()
        self._lines.append(line)
        line.addWidget(row.editor, 1)
        block = isinstance(row.editor, QPlainTextEdit)
        upright = Qt.AlignmentFlag.AlignTop if block else Qt.AlignmentFlag.AlignVCenter
        row.label.setAlignment(Qt.AlignmentFlag.AlignRight | upright)
        row.label.setProperty("beside_block", block)
        self._labels.append(row.label)
        self._grid.addWidget(row.label, at, 0)
        self._grid.addLayout(line, at, 1)
        if row.face is not None:
            self._grid.addWidget(row.face, at, 2, upright)
        self._grid.addLayout(self._beneath, at + 1, 1)

    def _add_beside(self, line: QHBoxLayout, row: FieldRow) -> None:
        self._bring_in_face(line)
        line.setStretch(line.count() - 1, 0)
        line.addWidget(row.label)
        line.addWidget(row.editor, 1)
        if row.face is not None:
            self._grid.addWidget(row.face, self._grid.rowCount() - 2, 2)

    def _bring_in_face(self, line: QHBoxLayout) -> None:
        """Move the face of the field before from the end of the line to its field."""
        item = self._grid.itemAtPosition(self._grid.rowCount() - 2, 2)
        face = item.widget() if item is not None else None
        if face is not None:
            self._grid.removeWidget(face)
            line.addWidget(face)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._fit()

    def _fit(self) -> None:
        font, unit = self.font(), gap(self.font())
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(unit)
        self._grid.setVerticalSpacing(unit // 2)
        self._grid.setColumnMinimumWidth(0, label_width(font))
        for label in self._labels:
            label.setFixedWidth(label_width(font))
            top = unit // 2 + 2 if label.property("beside_block") else 0
            label.setContentsMargins(0, top, 0, 0)
        for line in self._lines:
            line.setSpacing(unit)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colours(self).warn)
        for complaint in self._complaints:
            complaint.setFont(small_font(font))
            complaint.setPalette(palette)


def _field_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _complaint_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label
