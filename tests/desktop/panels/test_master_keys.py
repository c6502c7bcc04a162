from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.lists import list_ids
from db.queries.tags import tags_of_all
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.panels.tag_popup import TagPopup
from desktop.workspace import Workspace
from tests.desktop.keyboard import type_text
from tests.desktop.models.entries import agreements, party, tag
from tests.desktop.panels.conftest import Settle
from tests.desktop.panels.lists import (
    AGREEMENTS,
    Open,
    current_title,
    open_list,
    select_rows,
    titles,
    write,
)

__all__ = ["open_list"]


# Keys


def test_enter_opens(catalogue: Catalogue, open_list: Open, qtbot: QtBot) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    master = open_list()
    with qtbot.waitSignal(master.open_requested) as asked:
        qtbot.keyClick(master.view, Qt.Key.Key_Return)
    assert asked.args == [entry]


def test_letters_find_the_next_title_with_such_a_word(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha", "Beta health", "Gamma tea", "Дорожная карта")
    master = open_list()
    type_text(master.view, "hea")
    settle()
    assert current_title(master) == "Beta health"
    qtbot.keyClick(master.view, Qt.Key.Key_Escape)
    type_text(master.view, "дор")
    settle()
    assert current_title(master) == "Дорожная карта"
    qtbot.keyClick(master.view, Qt.Key.Key_Escape)
    type_text(master.view, "gt")  # the first letter was a find, so T is a letter too
    settle()
    assert (master.view.typed(), current_title(master)) == ("gt", "Дорожная карта")


def test_delete_trashes_at_once_what_nothing_rests_on_and_undo_is_offered(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    master = open_list()
    qtbot.keyClick(master.view, Qt.Key.Key_Delete)
    settle()
    assert titles(master) == ["Beta"]
    assert master.message_bar.sentence() == "“Alpha” is in the trash."
    master.message_bar.action_triggered.emit()
    settle()
    assert titles(master) == ["Alpha", "Beta"]
    assert master.message_bar.isHidden()


def test_the_offer_to_undo_ends_with_the_next_act(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    master = open_list()
    qtbot.keyClick(master.view, Qt.Key.Key_Delete)
    settle()
    assert master.message_bar.isVisible()
    write(workspace, settle, acts.create_entry(EntryKind.PERSON, {"title": "Ali Asadov"}))
    assert master.message_bar.isHidden()
    master.message_bar.action_triggered.emit()
    settle()
    assert titles(master) == ["Beta"]


def test_what_rests_on_an_entry_is_said_before_it_is_trashed(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    party(catalogue, entry, "AZ")
    master = open_list(ListSpec(kind=EntryKind.PLACE))
    for button, left in (("Cancel", ["Azerbaijan"]), ("Move to trash", [])):
        qtbot.keyClick(master.view, Qt.Key.Key_Delete)
        settle()
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "“Azerbaijan”" in box.text()
        assert "A-0001  Alpha" in box.informativeText()
        next(b for b in box.buttons() if b.text().replace("&", "") == button).click()
        settle()
        assert titles(master) == left


def test_entries_come_back_from_the_trash(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    catalogue.write(acts.trash((first, second)))
    master = open_list(ListSpec(trashed=True))
    qtbot.keyClick(master.view, Qt.Key.Key_Delete)  # it is there already
    qtbot.keyClick(master.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(master.view, Qt.Key.Key_R)
    settle()
    assert titles(master) == []
    with catalogue.read() as session:
        assert list(list_ids(session, AGREEMENTS)) == [first, second]


def test_tags_are_added_and_taken_over_a_selection_each_as_one_act(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    ids = agreements(catalogue, "Alpha", "Beta", "Gamma")
    health = tag(catalogue, "health", ids[0])
    master = open_list()
    select_rows(master, 0, 1, 2)
    qtbot.keyClick(master.view, Qt.Key.Key_T)
    settle()
    popup = master.findChild(TagPopup)
    assert popup is not None
    assert [(row.label, row.note) for row in popup.rows()] == [("health", "1 of 3")]

    def carried() -> dict[int, int]:
        settle()
        with catalogue.read() as session:
            return tags_of_all(session, ids)

    qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
    assert carried() == {health: 3}
    assert popup.rows()[0].state == Qt.CheckState.Checked
    qtbot.keyClick(popup.line(), Qt.Key.Key_Space)
    assert carried() == {}
    type_text(popup.line(), "тариф")
    qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
    assert carried() == {health + 1: 3}
    for before in ({}, {health: 3}, {health: 1}):
        workspace.operations.undo(owner=workspace.hub)
        assert carried() == before
    qtbot.keyClick(popup.line(), Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_the_review_state_is_set_over_a_selection_as_one_act(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    master = open_list()
    select_rows(master, 0, 1)
    qtbot.keyClick(master.view, Qt.Key.Key_R)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_C)
    settle()

    def reviews() -> list[str]:
        lines = [master.model.line_at(row) for row in range(2)]
        return [line.review for line in lines if line]

    assert reviews() == ["checked", "checked"]
    catalogue.undo()
    master.model.set_spec(master.spec())
    with catalogue.read() as session:
        assert len(list_ids(session, AGREEMENTS)) == 2


def test_nothing_is_done_in_a_catalogue_that_is_read_only(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    with Catalogue.open(catalogue.path) as other:  # it is open here already
        workspace.operations.catalogue = other
        assert workspace.read_only
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_T):
            qtbot.keyClick(master.view, key)
            settle()
        assert master.findChild(TagPopup) is None
        assert titles(master) == ["Alpha"]
        workspace.operations.catalogue = catalogue
