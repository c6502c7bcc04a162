import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.delegates.roles import OfferRoles
from desktop.widgets.picker import LOOK_ALIKE, Picker, PickerOffer
from desktop.widgets.suggestion_model import Suggestion, SuggestionModel
from tests.desktop.keyboard import type_text
from tests.desktop.widgets.conftest import Show

MURASHKO = PickerOffer(id=3, title="Mikhail Murashko", detail="Minister", kind="person")
NAMESAKE = PickerOffer(id=4, title="М. Мурашко", kind="person", badge=LOOK_ALIKE)


@pytest.fixture
def picker(show: Show) -> Picker:
    made = Picker(debounce_ms=5)
    show(made)
    return made


def press(qtbot: QtBot, picker: Picker, key: Qt.Key) -> None:
    """Press a key where the window system would send it: to the popup, if it is open."""
    target = picker.popup() if picker.popup().isVisible() else picker
    qtbot.keyClick(target, key)


def titles(picker: Picker) -> list[str]:
    model = picker.popup().model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_asks_once_when_it_pauses(qtbot: QtBot, picker: Picker) -> None:
    asked: list[str] = []
    picker.search_requested.connect(asked.append)
    with qtbot.waitSignal(picker.search_requested):
        type_text(picker, "Мур")
    assert asked == ["Мур"]


def test_what_is_found_is_offered_with_creation_last(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mur")
    picker.offer([MURASHKO, NAMESAKE], query="Mur")
    assert picker.popup().isVisible()
    assert titles(picker) == ["Mikhail Murashko", "М. Мурашко", "Create “Mur”"]


def test_enter_picks_the_first_row_and_empties_the_line(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mur")
    picker.offer([MURASHKO, NAMESAKE], query="Mur")
    with qtbot.waitSignal(picker.picked) as picked:
        press(qtbot, picker, Qt.Key.Key_Return)
    assert picked.args == [MURASHKO]
    assert picker.text() == ""
    assert not picker.popup().isVisible()


def test_down_goes_to_the_next_row(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mur")
    picker.offer([MURASHKO, NAMESAKE], query="Mur")
    press(qtbot, picker, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        press(qtbot, picker, Qt.Key.Key_Return)
    assert picked.args == [NAMESAKE]


def test_a_click_picks_a_row(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mur")
    picker.offer([MURASHKO, NAMESAKE], query="Mur")
    shown = picker.popup()
    place = shown.visualRect(shown.model().index(1, 0)).center()
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [NAMESAKE]


def test_the_last_row_creates_what_was_typed(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "  Алмазов ")
    picker.offer([MURASHKO], query="Алмазов")
    press(qtbot, picker, Qt.Key.Key_Down)
    with (
        qtbot.waitSignal(picker.create_requested) as created,
        qtbot.assertNotEmitted(picker.picked),
    ):
        press(qtbot, picker, Qt.Key.Key_Return)
    assert created.args == ["Алмазов"]


def test_a_picker_that_may_not_create_offers_no_creation(qtbot: QtBot, show: Show) -> None:
    picker = Picker(creatable=False)
    show(picker)
    type_text(picker, "Mur")
    picker.offer([], query="Mur")
    assert titles(picker) == []
    assert not picker.popup().isVisible()


def test_a_late_answer_to_other_words_is_dropped(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mura")
    picker.offer([MURASHKO], query="Mu")
    assert not picker.popup().isVisible()


def test_enter_waits_for_the_answer_to_the_words_that_stand(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mu")
    picker.offer([MURASHKO], query="Mu")
    type_text(picker, "s")
    with (
        qtbot.assertNotEmitted(picker.picked),
        qtbot.waitSignal(picker.search_requested) as asked,
    ):
        press(qtbot, picker, Qt.Key.Key_Return)
    assert asked.args == ["Mus"]
    musayev = PickerOffer(id=9, title="Teymur Musayev", kind="person")
    with qtbot.waitSignal(picker.picked) as picked:
        picker.offer([musayev], query="Mus")
    assert picked.args == [musayev]


def test_enter_in_an_empty_picker_is_left_to_the_form(qtbot: QtBot, picker: Picker) -> None:
    with qtbot.assertNotEmitted(picker.search_requested), qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(picker, Qt.Key.Key_Return)


def test_escape_closes_the_list_then_empties_the_line(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mur")
    picker.offer([MURASHKO], query="Mur")
    press(qtbot, picker, Qt.Key.Key_Escape)
    assert not picker.popup().isVisible()
    assert picker.text() == "Mur"
    press(qtbot, picker, Qt.Key.Key_Escape)
    assert picker.text() == ""


def test_down_asks_for_suggestions_before_anything_is_typed(qtbot: QtBot, picker: Picker) -> None:
    with qtbot.waitSignal(picker.search_requested) as asked:
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert asked.args == [""]
    picker.offer([MURASHKO], query="")
    assert titles(picker) == ["Mikhail Murashko"]


def test_enter_chooses_from_the_list_that_down_opened(qtbot: QtBot, picker: Picker) -> None:
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    picker.offer([NAMESAKE, MURASHKO], query="")
    press(qtbot, picker, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        press(qtbot, picker, Qt.Key.Key_Return)
    assert picked.args == [MURASHKO]
    assert not picker.popup().isVisible()


def test_typing_goes_on_while_the_list_is_open(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Mu")
    picker.offer([MURASHKO], query="Mu")
    type_text(picker.popup(), "рр")
    assert picker.text() == "Muрр"


def test_a_look_alike_is_warned_of_in_words(qtbot: QtBot, picker: Picker) -> None:
    type_text(picker, "Мур")
    picker.offer([NAMESAKE], query="Мур")
    index = picker.popup().model().index(0, 0)
    assert index.data(OfferRoles.BADGE) == "looks alike"
    assert index.data(OfferRoles.TONE) == "warn"
    assert "looks alike" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_keeping_picker_shows_what_was_picked(qtbot: QtBot, show: Show) -> None:
    picker = Picker(keeps=True)
    show(picker)
    type_text(picker, "Mur")
    picker.offer([MURASHKO], query="Mur")
    press(qtbot, picker, Qt.Key.Key_Return)
    assert picker.text() == "Mikhail Murashko"
    assert picker.picked_offer() == MURASHKO


def test_leaving_a_keeping_picker_without_picking_changes_nothing(qtbot: QtBot, show: Show) -> None:
    picker = Picker(keeps=True)
    show(picker)
    picker.set_picked(MURASHKO)
    type_text(picker, "x")
    with qtbot.assertNotEmitted(picker.cleared):
        qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert (picker.text(), picker.picked_offer()) == ("Mikhail Murashko", MURASHKO)


def test_emptying_a_keeping_picker_clears_it(qtbot: QtBot, show: Show) -> None:
    picker = Picker(keeps=True)
    show(picker)
    picker.set_picked(MURASHKO)
    picker.selectAll()
    qtbot.keyClick(picker, Qt.Key.Key_Delete)
    with qtbot.waitSignal(picker.cleared):
        qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.picked_offer() is None


def test_the_list_of_suggestions_is_a_sound_model(qtbot: QtBot) -> None:
    model = SuggestionModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.offer([Suggestion(title="one", detail="more"), Suggestion(title="two")])
    assert [model.index(row).data() for row in range(model.rowCount())] == ["one", "two"]
    model.offer([])
    assert model.rowCount() == 0
