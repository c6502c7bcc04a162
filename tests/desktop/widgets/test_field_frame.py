import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.face_button import Face
from desktop.widgets.field_frame import FieldGrid, FieldRow
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.value_edit import LineEdit
from tests.desktop.widgets.conftest import Show


@pytest.fixture
def grid(qtbot: QtBot, show: Show) -> FieldGrid:
    made = FieldGrid()
    show(made)
    return made


def left_of(row: FieldRow, grid: FieldGrid) -> int:
    return row.editor.mapTo(grid, row.editor.rect().topLeft()).x()


def test_editors_and_faces_stand_in_columns_and_labels_end_before_them(
    grid: FieldGrid, qtbot: QtBot
) -> None:
    rows = [grid.add(label, LineEdit()) for label in ("Type", "In Russian", "Entry into force")]
    rows.append(grid.add("Summary", BlockEdit()))
    qtbot.waitUntil(lambda: rows[-1].editor.height() > 0 and left_of(rows[0], grid) > 0)
    assert len({left_of(row, grid) for row in rows}) == 1
    faces = {row.face.mapTo(grid, row.face.rect().topLeft()).x() for row in rows if row.face}
    assert len(faces) == 1
    assert all(row.label.alignment() & Qt.AlignmentFlag.AlignRight for row in rows)


def test_a_field_beside_another_shares_its_line(grid: FieldGrid, qtbot: QtBot) -> None:
    first, second = grid.add("Type", LineEdit()), grid.add("Covers", LineEdit(), beside=True)
    third = grid.add("Title", LineEdit())
    qtbot.waitUntil(lambda: left_of(second, grid) > left_of(first, grid) > 0)
    tops = [row.editor.mapTo(grid, row.editor.rect().topLeft()).y() for row in (first, second)]
    assert tops[0] == tops[1] < third.editor.mapTo(grid, third.editor.rect().topLeft()).y()
    faces = [
        row.face.mapTo(grid, row.face.rect().topLeft()).x()
        for row in (first, second, third)
        if row.face
    ]
    assert faces[0] < left_of(second, grid) < faces[1] == faces[2]


def test_editor_and_face_are_named_after_the_label(grid: FieldGrid) -> None:
    row = grid.add("Covers", LineEdit())
    assert row.editor.accessibleName() == "Covers"
    assert row.label.buddy() is row.editor
    row.set_face(Face.EVIDENCE, 2)
    assert row.face is not None
    assert row.face.accessibleName() == "Covers: Evidence: 2"


def test_a_complaint_stands_beneath_and_is_told_to_screen_readers(grid: FieldGrid) -> None:
    row = grid.add("Covers", LineEdit())
    assert row.complaint_label.isHidden()
    row.set_complaint("Not understood as a date.")
    assert row.complaint_label.isVisible()
    assert row.editor.accessibleDescription() == "Not understood as a date."
    assert row.editor.property("wrong") is True
    row.set_complaint("")
    assert row.complaint_label.isHidden()
    assert row.editor.property("wrong") is False


def test_the_face_asks_to_be_opened(grid: FieldGrid, qtbot: QtBot) -> None:
    row = grid.add("Covers", LineEdit())
    assert row.face is not None
    with qtbot.waitSignal(row.face_requested):
        qtbot.keyClick(row.face, Qt.Key.Key_Space)


def test_a_hidden_field_hides_all_its_parts(grid: FieldGrid) -> None:
    row = grid.add("Covers", LineEdit())
    row.set_complaint("No.")
    row.set_visible(visible=False)
    parts = (row.label, row.editor, row.face, row.complaint_label)
    assert all(part is not None and part.isHidden() for part in parts)
    row.set_visible(visible=True)
    assert all(part is not None and not part.isHidden() for part in parts)


def test_a_larger_font_widens_the_labels(grid: FieldGrid) -> None:
    row = grid.add("Covers", LineEdit())
    before = row.label.width()
    font = grid.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    grid.setFont(font)
    assert row.label.minimumWidth() > 1.5 * before
