import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.edtf_edit import EdtfEdit
from tests.desktop.keyboard import type_text
from tests.desktop.widgets.conftest import Show


@pytest.mark.parametrize(
    ("typed", "value", "hint"),
    [
        ("20 May 2021", "2021-05-20", ""),
        ("2021-05-20", "2021-05-20", "→ 20 May 2021"),
        ("20 мая 2021 года", "2021-05-20", "→ 20 May 2021"),
        ("2021/2024", "2021/2024", "→ 2021–2024"),
        ("", "", ""),
        ("soon", "", ""),
    ],
)
def test_a_date_is_understood_as_it_is_typed(
    qtbot: QtBot, typed: str, value: str, hint: str
) -> None:
    date = EdtfEdit()
    qtbot.addWidget(date)
    type_text(date, typed)
    assert (date.value(), date.hint()) == (value, hint)
    assert bool(date.problem()) == (typed == "soon")


def test_the_hint_is_in_the_language_asked_for(qtbot: QtBot) -> None:
    date = EdtfEdit(language="ru")
    qtbot.addWidget(date)
    date.set_value("2021-05-20")
    assert "мая" in date.hint()


def test_enter_commits_the_edtf_text_and_shows_it(qtbot: QtBot, show: Show) -> None:
    date = EdtfEdit()
    show(date)
    type_text(date, "20 May 2021")
    with qtbot.waitSignal(date.committed) as committed:
        qtbot.keyClick(date, Qt.Key.Key_Return)
    assert committed.args == ["2021-05-20"]
    assert date.text() == "2021-05-20"


def test_what_is_no_date_stays_with_the_reason(qtbot: QtBot, show: Show) -> None:
    date = EdtfEdit()
    show(date)
    type_text(date, "31 February 2021")
    with qtbot.waitSignal(date.committed) as committed:
        qtbot.keyClick(date, Qt.Key.Key_Tab)
    assert committed.args == [""]
    assert date.raw() == "31 February 2021"
    assert "no such day" in date.problem()


def test_arrows_step_the_part_under_the_cursor_again_and_again(qtbot: QtBot, show: Show) -> None:
    date = EdtfEdit()
    show(date)
    date.set_value("2021-05-20")
    date.setCursorPosition(6)
    with qtbot.waitSignal(date.edited):
        qtbot.keyClick(date, Qt.Key.Key_Up)
    qtbot.keyClick(date, Qt.Key.Key_Up)
    assert (date.value(), date.selectedText()) == ("2021-07-20", "07")
    qtbot.keyClick(date, Qt.Key.Key_Down)
    assert date.value() == "2021-06-20"


def test_arrows_turn_a_date_in_words_into_edtf_and_step_its_day(qtbot: QtBot, show: Show) -> None:
    date = EdtfEdit()
    show(date)
    type_text(date, "20 May 2021")
    qtbot.keyClick(date, Qt.Key.Key_Down)
    assert date.text() == "2021-05-19"
    date.undo()
    assert date.text() == "20 May 2021"


def test_the_hint_is_drawn_only_where_there_is_room(qtbot: QtBot) -> None:
    date = EdtfEdit()
    qtbot.addWidget(date)
    date.resize(400, date.sizeHint().height())
    date.set_value("2021-05-20")
    wide = date.grab().toImage().copy(200, 0, 200, date.height())
    date.set_value("20 May 2021")
    assert wide != date.grab().toImage().copy(200, 0, 200, date.height())
    assert not date.hint()
