"""Completion and mistakes in the search box, by real keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from desktop.panels.search_box import SearchBox
from desktop.recent_searches import RecentSearches
from desktop.workspace import Workspace
from tests.desktop.keyboard import type_text
from tests.desktop.panels.conftest import Settle, Show
from tests.factories import make_country, make_person

Offered = Callable[[], list[str]]


@pytest.fixture
def box(workspace: Workspace, show: Show) -> SearchBox:
    recent = RecentSearches(workspace.settings, workspace.operations.catalogue.path)
    for query in ("vaccine", "health country:AZ"):
        recent.remember(query)
    made = SearchBox(workspace, recent, debounce_ms=0)
    show(made)
    made.take_focus()
    return made


@pytest.fixture
def offered(box: SearchBox) -> Offered:
    def offered() -> list[str]:
        popup = box.completion.popup
        return [offer.title for offer in popup.offers()] if popup.isVisible() else []

    return offered


def test_values_are_offered_as_one_types_and_taken_by_enter(
    qtbot: QtBot, box: SearchBox, offered: Offered
) -> None:
    type_text(box, "type:mem")
    assert offered() == ["memorandum"]
    assert box.hasFocus()
    with qtbot.waitSignal(box.query_changed) as told, qtbot.assertNotEmitted(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), told.args, offered()) == ("type:memorandum ", ["type:memorandum"], [])


def test_a_name_of_the_catalogue_is_taken_by_tab(
    qtbot: QtBot, workspace: Workspace, settle: Settle, box: SearchBox, offered: Offered
) -> None:
    make_person(workspace.operations.catalogue, "Михаил Мурашко")
    type_text(box, "person:mura")
    settle()
    assert offered() == ["Михаил Мурашко"]
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == 'person:="Михаил Мурашко" '
    assert box.hasFocus()


def test_countries_that_are_catalogued_are_offered_first(
    workspace: Workspace, settle: Settle, box: SearchBox, offered: Offered
) -> None:
    make_country(workspace.operations.catalogue, "KZ")
    box.clearFocus()
    box.take_focus()
    settle()
    type_text(box, "country:")
    assert offered()[:2] == ["Kazakhstan", "Andorra"]


def test_enter_asks_for_what_is_typed_where_nothing_was_chosen(
    qtbot: QtBot, workspace: Workspace, settle: Settle, box: SearchBox, offered: Offered
) -> None:
    make_person(workspace.operations.catalogue, "Mikhail Murashko")
    type_text(box, "person:mura")
    settle()
    assert offered()
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "person:mura"


def test_plain_words_offer_nothing_but_earlier_queries(
    qtbot: QtBot, box: SearchBox, offered: Offered
) -> None:
    type_text(box, "tre")
    assert offered() == []
    box.empty()
    type_text(box, "heal")
    assert offered() == ["health country:AZ"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text().strip() == "health country:AZ"


def test_down_in_an_empty_line_offers_earlier_queries(
    qtbot: QtBot, box: SearchBox, offered: Offered
) -> None:
    left = QSignalSpy(box.left)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert offered() == ["health country:AZ", "vaccine"]
    assert left.count() == 0


def test_ctrl_and_space_offer_fields_and_then_their_values(
    qtbot: QtBot, box: SearchBox, offered: Offered
) -> None:
    type_text(box, "health rev")
    assert offered() == []
    qtbot.keyClick(box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offered() == ["review:"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "health review:"
    assert offered() == ["draft", "checked", "final"]


def test_escape_closes_what_is_offered_before_it_empties_the_line(
    qtbot: QtBot, box: SearchBox, offered: Offered
) -> None:
    type_text(box, "type:")
    assert offered()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (offered(), box.text()) == ([], "type:")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_a_click_takes_and_a_click_beside_closes(
    qtbot: QtBot, box: SearchBox, offered: Offered
) -> None:
    type_text(box, "type:")
    popup, window = box.completion.popup, box.window().windowHandle()
    at = popup.visualRect(popup.model().index(1, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert box.text() == "type:treaty "
    assert box.hasFocus()
    type_text(box, "type:")
    assert offered()
    corner = QPoint(box.window().width() // 2, box.window().height() - 3)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert offered() == []


def test_what_was_taken_can_be_undone(qtbot: QtBot, box: SearchBox) -> None:
    type_text(box, "type:mem")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "type:memorandum "
    box.undo()
    assert box.text().startswith("type:mem")
    assert box.text() != "type:memorandum "


def test_a_completed_part_leaves_the_rest_as_it_was(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("health type:mem country:AZ")
    box.setCursorPosition(len("health type:mem"))
    qtbot.keyClick(box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "health type:memorandum country:AZ"
    assert box.cursorPosition() == len("health type:memorandum")


def test_a_mistake_is_shown_at_its_place_and_said_when_typing_pauses(
    qtbot: QtBot, box: SearchBox
) -> None:
    type_text(box, "sigend:2021")
    assert not any(tint.wrong for tint in box.tints())
    qtbot.waitUntil(box.problems.note.isVisible)
    assert [(tint.first, tint.last) for tint in box.tints() if tint.wrong] == [(0, 11)]
    assert "signed:" in box.problems.note.words()
    assert "signed:" in box.accessibleDescription()
    assert box.text() == "sigend:2021"
    type_text(box, " x")
    assert not box.problems.note.isVisible()
    assert any(tint.wrong for tint in box.tints())


def test_what_is_not_catalogued_is_said_too(qtbot: QtBot, box: SearchBox) -> None:
    type_text(box, "health tag:nowhere ")
    qtbot.waitUntil(lambda: box.problems.sentences() == ["No tag is called “nowhere”."])
    box.setText("health")
    assert box.problems.sentences() == []
