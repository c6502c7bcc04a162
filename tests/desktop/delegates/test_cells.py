"""Tests of the painter of columns, and of found words in either painter."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from desktop.contrast import READABLE, contrast
from desktop.delegates.cell_delegate import Cell, CellDelegate, cell_height
from desktop.delegates.entry_delegate import EntryDelegate, row_height
from desktop.delegates.lit_text import found_ground, on_found
from desktop.delegates.roles import EntryRoles
from desktop.theme import apply_theme, colours
from tests.desktop.delegates.test_painting import ENTRY
from tests.desktop.delegates.test_painting import paint as paint_row

SELECTED = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected


def paint(
    cell: Cell,
    roles: dict[int, object],
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    width: int = 160,
) -> QImage:
    """Paint one cell and return its picture."""
    model, item = QStandardItemModel(1, 1), QStandardItem()
    for role, value in roles.items():
        item.setData(value, role)
    model.setItem(0, 0, item)
    option = QStyleOptionViewItem()
    option.font, option.state = QApplication.font(), state
    option.rect = QRect(0, 0, width, cell_height(option.font))
    image = QImage(QSize(width, option.rect.height()), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    CellDelegate([cell]).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def test_a_pale_line_stands_for_a_cell_that_is_not_read(qapp: QApplication) -> None:
    unread, empty = paint(Cell.WORDS, {}), paint(Cell.WORDS, {Qt.ItemDataRole.DisplayRole: ""})
    assert unread != empty


CELL: dict[int, object] = {
    Qt.ItemDataRole.DisplayRole: "Meeting",
    EntryRoles.ENTRY_KIND: "meeting",
    EntryRoles.STATE_TONE: "quiet",
    EntryRoles.EVIDENCE_COUNT: 3,
    EntryRoles.TAG_COLOURS: (),
    EntryRoles.LIT_TITLE: (),
}


@pytest.mark.parametrize(
    ("cell", "role", "value"),
    [
        (Cell.TITLE, Qt.ItemDataRole.DisplayRole, "Another"),
        (Cell.TITLE, EntryRoles.TAG_COLOURS, ("#2e7d5b",)),
        (Cell.TITLE, EntryRoles.LIT_TITLE, ((0, 4),)),
        (Cell.KIND, EntryRoles.ENTRY_KIND, "person"),
        (Cell.KIND, EntryRoles.ENTRY_KIND, ""),
        (Cell.STATE, EntryRoles.STATE_TONE, "warn"),
        (Cell.EVIDENCE, EntryRoles.EVIDENCE_COUNT, 0),
        (Cell.EVIDENCE, EntryRoles.EVIDENCE_COUNT, None),
        (Cell.WORDS, Qt.ItemDataRole.DisplayRole, "20 May 2021"),
    ],
)
def test_each_role_is_seen_in_its_column(
    qapp: QApplication, cell: Cell, role: int, value: object
) -> None:
    assert paint(cell, CELL) != paint(cell, {**CELL, role: value})


def test_numbers_stand_on_the_right(qapp: QApplication) -> None:
    role = Qt.ItemDataRole.DisplayRole
    image, empty = paint(Cell.NUMBER, {role: "7"}), paint(Cell.NUMBER, {role: ""})
    left = QRect(0, 0, 80, image.height())
    assert image.copy(left) == empty.copy(left)
    assert image != empty


@pytest.mark.parametrize("cell", list(Cell))
def test_an_empty_cell_is_painted_and_a_selected_one_is_seen(
    qapp: QApplication, cell: Cell
) -> None:
    assert paint(cell, {}) != paint(cell, {}, SELECTED)


def test_rows_of_columns_are_of_one_height_and_lower(qapp: QApplication) -> None:
    option = QStyleOptionViewItem()
    option.font = QApplication.font()
    model = QStandardItemModel(1, 1)
    sizes = {CellDelegate([cell]).sizeHint(option, model.index(0, 0)).height() for cell in Cell}
    assert sizes == {cell_height(option.font)}
    assert cell_height(option.font) < row_height(option.font)


def test_cells_follow_the_font_and_the_colours_of_the_view(qapp: QApplication) -> None:
    delegate, font = CellDelegate([Cell.WORDS]), QApplication.font()
    delegate.prepare(font)
    before = delegate._cut
    delegate.prepare(font)
    assert delegate._cut is before  # what was measured is kept
    font.setPointSizeF(font.pointSizeF() * 2)
    delegate.prepare(font)
    assert delegate._cut is not before
    assert delegate._look == colours()


@pytest.mark.parametrize("role", [EntryRoles.LIT_TITLE, EntryRoles.LIT_SUBTITLE])
def test_found_words_are_lit_in_rows_selected_or_not(qapp: QApplication, role: int) -> None:
    plain, lit = ENTRY, {**ENTRY, role: ((0, 7),)}
    assert paint_row(EntryDelegate(), plain) != paint_row(EntryDelegate(), lit)
    assert paint_row(EntryDelegate(), plain, state=SELECTED) != paint_row(
        EntryDelegate(), lit, state=SELECTED
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lit_words_can_be_read_and_are_told_from_a_selected_row(
    qapp: QApplication, scheme: str
) -> None:
    try:
        apply_theme(qapp, "dark" if scheme == "dark" else "light")
        look = colours()
        ground = found_ground(look)
        assert contrast(look.ink, ground) >= READABLE
        assert contrast(on_found(look.quiet, look), ground) >= READABLE
        assert ground.name() != look.accent_soft.name()
        assert contrast(look.good, look.accent_soft) >= 3  # the line beneath them
    finally:
        apply_theme(qapp, "light")


def test_words_cut_off_are_not_lit(qapp: QApplication) -> None:
    far = {**CELL, Qt.ItemDataRole.DisplayRole: "long " * 60}
    assert paint(Cell.TITLE, far) == paint(Cell.TITLE, {**far, EntryRoles.LIT_TITLE: ((250, 254),)})
