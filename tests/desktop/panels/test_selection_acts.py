"""Acts on selections: few at once, many once it was said how many they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.lists import list_count
from db.rows.lists import ListSpec
from db.terms import EntryKind, ReviewState
from desktop.panels.master import MasterPanel
from desktop.panels.tag_popup import TagPopup
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, fill, tag
from tests.desktop.panels.conftest import Settle
from tests.desktop.panels.lists import AGREEMENTS, Open, open_list, titles

__all__ = ["open_list"]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def all_of_many(
    catalogue: Catalogue, open_list: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> MasterPanel:
    """Select all of 120 agreements, which are many here."""
    monkeypatch.setattr("desktop.panels.selection_acts.MANY", 100)
    fill(catalogue, 120)
    master = open_list()
    qtbot.keyClick(master.view, Qt.Key.Key_A, CONTROL)
    return master


def answer(words: str) -> str:
    """Answer the question that is asked; return what it was."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    question = box.text()
    next(b for b in box.buttons() if b.text().replace("&", "") == words).click()
    return question


def left(catalogue: Catalogue, query: str = "", *, trashed: bool = False) -> int:
    spec = ListSpec(kind=EntryKind.AGREEMENT, query=query, trashed=trashed)
    with catalogue.read() as session:
        return list_count(session, spec)


def test_many_are_trashed_once_it_was_agreed_to_and_come_back_at_once(
    catalogue: Catalogue, all_of_many: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    for words, remaining in (("Cancel", 120), ("Go on", 0)):
        qtbot.keyClick(all_of_many.view, Qt.Key.Key_Delete)
        settle()
        assert answer(words) == "Move 120 entries to the trash?"
        settle()
        assert left(catalogue) == remaining
    assert all_of_many.message_bar.sentence() == "120 entries are in the trash."
    all_of_many.message_bar.action_triggered.emit()
    settle()
    assert left(catalogue) == 120


def test_what_was_taken_out_of_all_is_spared(
    catalogue: Catalogue, all_of_many: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    at = all_of_many.view.visualRect(all_of_many.model.index(2, 0)).center()
    qtbot.mouseClick(all_of_many.view.viewport(), Qt.MouseButton.LeftButton, CONTROL, at)
    qtbot.keyClick(all_of_many.view, Qt.Key.Key_Delete)
    settle()
    assert answer("Go on") == "Move 119 entries to the trash?"
    settle()
    assert (left(catalogue), all_of_many.model.rowCount()) == (1, 1)


def test_many_are_restored_reviewed_and_tagged_after_a_question(
    catalogue: Catalogue, all_of_many: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    health = tag(catalogue, "health")
    settle()
    menu = all_of_many.review_menu()
    menu.actions()[list(ReviewState).index(ReviewState.CHECKED)].trigger()
    settle()
    assert answer("Go on") == "Set the review state of 120 entries?"
    settle()
    assert left(catalogue, "review:checked") == 120
    qtbot.keyClick(all_of_many.view, Qt.Key.Key_T)
    settle()
    assert answer("Go on") == "Change the tags of 120 entries?"
    settle()
    popup = all_of_many.findChild(TagPopup)
    assert popup is not None
    assert popup.accessibleName() == "Tags of 120 entries"
    qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
    settle()
    with catalogue.read() as session:
        assert list_count(session, ListSpec(tag=health)) == 120
    qtbot.keyClick(popup.line(), Qt.Key.Key_Escape)


def test_a_whole_list_that_is_short_is_acted_on_without_a_question(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha", "Beta", "Gamma")
    master = open_list()
    master.set_query("alpha OR beta")
    settle()
    qtbot.keyClick(master.view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(master.view, Qt.Key.Key_Delete)
    settle()
    assert titles(master) == []
    master.show_spec(ListSpec(trashed=True))
    master.set_query("")
    settle()
    qtbot.keyClick(master.view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(master.view, Qt.Key.Key_R)
    settle()
    master.show_spec(AGREEMENTS)
    settle()
    assert titles(master) == ["Alpha", "Beta", "Gamma"]
