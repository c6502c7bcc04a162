import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.tag_bar import TagBar, TagOffer
from tests.desktop.keyboard import type_text
from tests.desktop.widgets.conftest import Show

HEALTH = TagOffer(id=1, label="health", colour="#2e7d5b")
TRADE = TagOffer(id=2, label="trade", colour="#1b2f6b")
CUSTOMS = TagOffer(id=3, label="customs")


@pytest.fixture
def bar(show: Show) -> TagBar:
    made = TagBar(debounce_ms=5)
    show(made)
    made.set_tags([HEALTH, TRADE])
    return made


def shown(bar: TagBar) -> list[str]:
    model = bar.line().popup().model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_each_tag_is_a_chip_with_a_name(bar: TagBar) -> None:
    assert [chip.accessibleName() for chip in bar.chips()] == ["Tag health", "Tag trade"]
    assert bar.tags() == (HEALTH, TRADE)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_on_a_chip_asks_to_remove_its_tag(bar: TagBar, qtbot: QtBot, key: Qt.Key) -> None:
    bar.chips()[1].setFocus()
    with qtbot.waitSignal(bar.remove_requested) as removed:
        qtbot.keyClick(bar.chips()[1], key)
    assert removed.args == [TRADE.id]
    assert bar.tags() == (HEALTH, TRADE)


def test_a_click_on_the_cross_asks_to_remove_and_elsewhere_does_not(
    bar: TagBar, qtbot: QtBot
) -> None:
    chip = bar.chips()[0]
    qtbot.waitUntil(lambda: chip.width() > 20)
    with qtbot.waitSignal(bar.remove_requested) as removed:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip._cross().center())
    assert removed.args == [HEALTH.id]
    with qtbot.assertNotEmitted(bar.remove_requested):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())


def test_the_keyboard_stays_near_a_chip_that_is_gone(bar: TagBar) -> None:
    bar.set_tags([HEALTH, TRADE, CUSTOMS])
    bar.chips()[1].setFocus()
    bar.set_tags([HEALTH, CUSTOMS])
    assert bar.chips()[1].hasFocus()
    bar.set_tags([HEALTH])
    assert bar.chips()[0].hasFocus()
    bar.set_tags([])
    assert bar.line().hasFocus()


def test_arrows_walk_from_the_line_over_the_chips_and_back(bar: TagBar, qtbot: QtBot) -> None:
    qtbot.keyClick(bar.line(), Qt.Key.Key_Left)
    assert bar.chips()[1].hasFocus()
    qtbot.keyClick(bar.chips()[1], Qt.Key.Key_Left)
    qtbot.keyClick(bar.chips()[0], Qt.Key.Key_Left)
    assert bar.chips()[0].hasFocus()
    qtbot.keyClick(bar.chips()[0], Qt.Key.Key_Right)
    qtbot.keyClick(bar.chips()[1], Qt.Key.Key_Right)
    assert bar.line().hasFocus()


def test_tab_visits_chips_before_the_line(bar: TagBar, qtbot: QtBot) -> None:
    bar.set_tags([HEALTH, TRADE, CUSTOMS])
    bar.chips()[0].setFocus()
    for chip in bar.chips()[1:]:
        bar.focusNextPrevChild(True)
        assert chip.hasFocus()
    bar.focusNextPrevChild(True)
    assert bar.line().hasFocus()


def test_typing_asks_and_tags_shown_already_are_not_offered(bar: TagBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.completion_requested) as asked:
        type_text(bar.line(), "тр")
    assert asked.args == ["тр"]
    bar.offer([TRADE, CUSTOMS], query="тр")
    assert shown(bar) == ["customs", "Create tag “тр”"]


def test_enter_adds_the_first_offer_and_empties_the_line(bar: TagBar, qtbot: QtBot) -> None:
    type_text(bar.line(), "cus")
    bar.offer([CUSTOMS], query="cus")
    with qtbot.waitSignal(bar.add_requested) as added:
        qtbot.keyClick(bar.line().popup(), Qt.Key.Key_Return)
    assert added.args == [CUSTOMS.id]
    assert bar.line().text() == ""


def test_a_tag_that_is_missing_can_be_made(bar: TagBar, qtbot: QtBot) -> None:
    type_text(bar.line(), "обучение")
    bar.offer([], query="обучение")
    with qtbot.waitSignal(bar.create_requested) as made:
        qtbot.keyClick(bar.line().popup(), Qt.Key.Key_Return)
    assert made.args == ["обучение"]


@pytest.mark.parametrize("typed", ["customs", "Customs", "HEALTH"])
def test_a_tag_that_is_there_is_not_made_again(bar: TagBar, qtbot: QtBot, typed: str) -> None:
    type_text(bar.line(), typed)
    bar.offer([CUSTOMS], query=typed)
    assert shown(bar) == ["customs"]
