"""Colours in a line of text: at their place, whatever is typed, and never in the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import apply_theme, colours
from desktop.widgets.tinted_line import Tint, TintedLine, code_point_of, utf16_of
from tests.desktop.keyboard import type_text

WRONG = Tint(first=0, last=4, tone="warn", wrong=True)


@pytest.fixture
def line(qtbot: QtBot, qapp: QApplication) -> TintedLine:
    apply_theme(qapp, "light")
    made = TintedLine()
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def _holds(image: QImage, colour: QColor, left: int, right: int) -> bool:
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb()
        for x in range(left, min(right, image.width()))
        for y in range(image.height())
    )


def test_a_tint_colours_its_words_alone(line: TintedLine) -> None:
    line.setText("####    ####")
    warn = colours().warn
    assert not _holds(line.grab().toImage(), warn, 0, 400)
    line.set_tints([WRONG])
    image = line.grab().toImage()
    half = line.fontMetrics().horizontalAdvance("####  ") + 12
    assert _holds(image, warn, 0, half)
    assert not _holds(image, warn, half, 400)


def test_tints_stay_with_their_words_when_the_line_scrolls(line: TintedLine) -> None:
    line.setText("#### " + "word " * 60)
    line.set_tints([WRONG])
    assert not _holds(line.grab().toImage(), colours().warn, 0, 400)
    line.setCursorPosition(0)
    assert _holds(line.grab().toImage(), colours().warn, 0, 60)


def test_tints_follow_dark_and_light(qapp: QApplication, line: TintedLine) -> None:
    line.setText("####")
    line.set_tints([WRONG])
    light = colours().warn
    apply_theme(qapp, "dark")
    try:
        assert colours().warn != light
        assert _holds(line.grab().toImage(), colours().warn, 0, 100)
    finally:
        apply_theme(qapp, "light")


def test_typing_selecting_and_undoing_are_as_in_any_line(qtbot: QtBot, line: TintedLine) -> None:
    line.setFocus()
    type_text(line, "abcd")
    line.set_tints([WRONG])
    line.setSelection(1, 2)
    line.set_tints([])
    assert line.selectedText() == "bc"
    qtbot.keyClick(line, Qt.Key.Key_X)
    assert line.text() == "axd"
    line.undo()
    assert line.text() == "abcd"


def test_words_being_composed_are_left_to_the_input_method(line: TintedLine) -> None:
    line.setText("####")
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("に", []))
    line.set_tints([WRONG])
    composed = QInputMethodEvent("", [])
    composed.setCommitString("日")
    QApplication.sendEvent(line, composed)
    assert line.text() == "####日"
    assert _holds(line.grab().toImage(), colours().warn, 0, 100)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=12), st.integers(0, 12))
def test_places_are_counted_as_qt_counts_and_back(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    place = utf16_of(text, offset)
    assert place == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert code_point_of(text, place) == offset
