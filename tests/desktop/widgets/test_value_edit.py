import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.value_edit import IntEdit, LanguageEdit, LineEdit
from tests.desktop.keyboard import type_text
from tests.desktop.widgets.conftest import Show

LANGUAGES = {"en": "English", "ru": "Russian", "az": "Azerbaijani"}


def test_each_keystroke_is_told_and_enter_commits_the_cleaned_line(
    qtbot: QtBot, show: Show
) -> None:
    line = LineEdit()
    show(line)
    with qtbot.waitSignals([line.edited] * 3):
        type_text(line, " Да")
    with qtbot.waitSignal(line.committed) as committed:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert committed.args == ["Да"]
    assert line.text() == "Да"


def test_leaving_a_line_commits_it(qtbot: QtBot, show: Show) -> None:
    line = LineEdit()
    show(line)
    qtbot.keyClicks(line, "Baku")
    with qtbot.waitSignal(line.committed) as committed:
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert committed.args == ["Baku"]
    assert not line.hasFocus()


def test_filling_a_line_tells_nobody(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    with (
        qtbot.assertNotEmitted(line.edited),
        qtbot.assertNotEmitted(line.committed),
    ):
        line.set_value("Baku")
    assert (line.value(), line.raw(), line.problem()) == ("Baku", "Baku", "")


def test_settling_keeps_cursor_and_selection_and_forgets_undo(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    qtbot.keyClicks(line, "protocol")
    line.setSelection(6, -4)
    line.settle()
    assert (line.selectedText(), line.cursorPosition()) == ("otoc", 2)
    assert not line.isUndoAvailable()
    line.setSelection(1, 3)
    line.settle()
    assert (line.selectedText(), line.cursorPosition()) == ("rot", 4)


@pytest.mark.parametrize(
    ("typed", "value", "is_wrong"),
    [
        ("037", "37", False),
        ("٣", "3", False),
        ("", "", False),
        ("12.5", "", True),
        ("XXXVII", "", True),
        ("100000", "", True),
        ("-1", "", True),
    ],
)
def test_whole_numbers(qtbot: QtBot, typed: str, value: str, is_wrong: bool) -> None:
    number = IntEdit()
    qtbot.addWidget(number)
    type_text(number, typed)
    assert (number.value(), bool(number.problem())) == (value, is_wrong)
    assert number.raw() == typed


def test_arrows_count_and_stop_at_the_bounds(qtbot: QtBot) -> None:
    number = IntEdit(least=1, most=3)
    qtbot.addWidget(number)
    number.set_value("2")
    for _ in range(3):
        qtbot.keyClick(number, Qt.Key.Key_Up)
    assert number.value() == "3"
    for _ in range(5):
        qtbot.keyClick(number, Qt.Key.Key_Down)
    assert number.value() == "1"


def test_counting_is_typing_that_can_be_taken_back(qtbot: QtBot) -> None:
    number = IntEdit()
    qtbot.addWidget(number)
    number.set_value("2")
    with qtbot.waitSignal(number.edited):
        qtbot.keyClick(number, Qt.Key.Key_Up)
    number.undo()
    assert number.value() == "2"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("en ru", "en ru"),
        ("EN, ru;en", "en ru"),
        ("Russian", "ru"),
        ("en klingon", ""),
        ("", ""),
    ],
)
def test_languages_are_codes_or_names(qtbot: QtBot, typed: str, codes: str) -> None:
    languages = LanguageEdit(LANGUAGES)
    qtbot.addWidget(languages)
    type_text(languages, typed)
    assert languages.value() == codes
    assert ("klingon" in languages.problem()) == ("klingon" in typed)


def test_the_last_language_is_completed_and_those_before_it_stay(qtbot: QtBot, show: Show) -> None:
    languages = LanguageEdit(LANGUAGES)
    show(languages)
    type_text(languages, "en azer")
    popup = languages.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(languages.edited):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert languages.text() == "en az"
    assert languages.value() == "en az"
