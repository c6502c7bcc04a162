"""How the rows of "Jump to" are painted."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.contrast import READABLE, contrast
from desktop.delegates.jump_delegate import JumpDelegate
from desktop.delegates.lit_text import found_ground, on_found, paint_lit
from desktop.models.jump_model import JumpModel
from desktop.models.jump_rows import JumpGroup, JumpRow
from desktop.theme import apply_theme, colours

ROWS = (
    JumpRow(group=JumpGroup.ENTRIES, key="entry:1", title="Health Council", detail="Body"),
    JumpRow(group=JumpGroup.ENTRIES, key="entry:2", title="Health Fund"),
    JumpRow(group=JumpGroup.ACTIONS, key="action:undo", title="Undo", badge="Ctrl+Z"),
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> QListView:
    apply_theme(qapp, "light")
    made, model = QListView(), JumpModel()
    qtbot.addWidget(made)
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(JumpDelegate(made))
    model.show_rows(ROWS, "hea")
    return made


def _hint(view: QListView, row: int) -> QSize:
    option = QStyleOptionViewItem()
    option.font = view.font()  # type: ignore[attr-defined]
    return view.itemDelegate().sizeHint(option, view.model().index(row, 0))


def _picture(view: QListView, row: int) -> QImage:
    size = _hint(view, row)
    image = QImage(300, size.height(), QImage.Format.Format_RGB32)
    image.fill(colours().surface)
    option = QStyleOptionViewItem()
    option.font, option.rect = view.font(), QRect(0, 0, 300, size.height())  # type: ignore[attr-defined]
    option.state = QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(row, 0))
    painter.end()
    return image


def _holds(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_row_is_as_high_as_what_it_says(view: QListView) -> None:
    with_both, plain, with_caption = (_hint(view, row).height() for row in range(3))
    assert with_both > with_caption > plain


def test_what_was_typed_is_lit_in_what_holds_it(view: QListView) -> None:
    ground = found_ground(colours())
    assert [_holds(_picture(view, row), ground) for row in range(3)] == [True, True, False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quiet_words_can_be_read_on_the_ground_of_found_ones(
    qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, scheme)  # type: ignore[arg-type]
    look = colours()
    for colour in (look.ink, on_found(look.quiet, look)):
        assert contrast(colour, found_ground(look)) >= READABLE
    apply_theme(qapp, "light")


def test_what_is_cut_off_is_not_lit(qapp: QApplication) -> None:
    image = QImage(120, 20, QImage.Format.Format_RGB32)
    image.fill(colours().surface)
    painter = QPainter(image)
    text = "words " * 20 + "health"
    paint_lit(painter, image.rect(), text, [(len(text) - 6, len(text))], colours().ink)
    painter.end()
    assert not _holds(image, found_ground(colours()))
