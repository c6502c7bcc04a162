from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.choice_edit import ChoiceEdit
from tests.desktop.widgets.conftest import Show

TYPES = (("agreement", "Agreement"), ("memorandum", "Memorandum"), ("roadmap", "Roadmap"))


def test_a_code_is_shown_by_its_label(qtbot: QtBot) -> None:
    choice = ChoiceEdit(TYPES)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.edited), qtbot.assertNotEmitted(choice.committed):
        choice.set_value("roadmap")
    assert (choice.currentText(), choice.value()) == ("Roadmap", "roadmap")


def test_an_optional_choice_can_be_empty(qtbot: QtBot) -> None:
    choice = ChoiceEdit(TYPES, optional=True)
    qtbot.addWidget(choice)
    assert choice.value() == ""
    choice.set_value("roadmap")
    choice.set_value("")
    assert (choice.value(), choice.currentText()) == ("", "—")


def test_a_choice_that_is_not_optional_starts_with_none(qtbot: QtBot) -> None:
    choice = ChoiceEdit(TYPES)
    qtbot.addWidget(choice)
    choice.set_value("")
    assert (choice.value(), choice.currentIndex()) == ("", -1)


def test_an_unknown_code_is_shown_and_never_lost(qtbot: QtBot) -> None:
    choice = ChoiceEdit(TYPES)
    qtbot.addWidget(choice)
    choice.set_value("concordat")
    assert (choice.value(), choice.currentText()) == ("concordat", "concordat")


def test_other_options_keep_the_value(qtbot: QtBot) -> None:
    choice = ChoiceEdit(TYPES)
    qtbot.addWidget(choice)
    choice.set_value("roadmap")
    choice.set_options((("roadmap", "Дорожная карта"), ("agreement", "Соглашение")))
    assert (choice.value(), choice.currentText()) == ("roadmap", "Дорожная карта")


def test_typing_finds_a_choice(qtbot: QtBot, show: Show) -> None:
    choice = ChoiceEdit(TYPES)
    show(choice)
    with qtbot.waitSignal(choice.edited):
        qtbot.keyClicks(choice, "mem")
    assert choice.value() == "memorandum"


def test_enter_and_leaving_commit(qtbot: QtBot, show: Show) -> None:
    choice = ChoiceEdit(TYPES)
    show(choice)
    with qtbot.waitSignal(choice.committed):
        qtbot.keyClick(choice, Qt.Key.Key_Return)
    with qtbot.waitSignal(choice.committed):
        qtbot.keyClick(choice, Qt.Key.Key_Tab)


def test_choosing_from_the_open_list_commits_at_once(qtbot: QtBot, show: Show) -> None:
    choice = ChoiceEdit(TYPES)
    show(choice)
    choice.showPopup()
    qtbot.waitUntil(choice.view().isVisible)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Down)
    with qtbot.waitSignals([choice.edited, choice.committed]):
        qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    assert choice.value() == "memorandum"


def test_the_wheel_changes_only_a_choice_that_has_the_focus(qtbot: QtBot, show: Show) -> None:
    choice = ChoiceEdit(TYPES)
    show(choice)
    choice.set_value("agreement")
    QApplication.sendEvent(choice, wheel_down())
    assert choice.value() == "memorandum"
    choice.clearFocus()
    QApplication.sendEvent(choice, wheel_down())
    assert choice.value() == "memorandum"


def wheel_down() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
