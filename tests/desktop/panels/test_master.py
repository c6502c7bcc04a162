from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.commands.saved_searches import save_search
from db.rows.lists import BEST, ListSpec
from db.rows.saved import SearchSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.panels.columns_popup import ColumnsPopup
from desktop.panels.list_looks import ListLook
from desktop.panels.master import MasterPanel
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, fill, make, tag
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

PEOPLE = ListSpec(kind=EntryKind.PERSON)


# What is listed


def test_the_head_says_what_is_listed_and_how_many(catalogue: Catalogue, open_list: Open) -> None:
    agreements(catalogue, "Alpha", "Beta", "Gamma")
    master = open_list()
    assert (master.head.title(), master.head.counts()) == ("Agreements", "3")
    assert current_title(master) == "Alpha"


def test_a_query_narrows_the_list_and_can_be_taken_back(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Cooperation in health", "Customs")
    master = open_list()
    counts = QSignalSpy(master.counts_changed)
    master.set_query("heal")
    settle()
    assert (titles(master), master.head.counts()) == (["Cooperation in health"], "1 of 2")
    assert counts.at(counts.count() - 1) == [1, 2, True]
    master.set_query("")
    settle()
    assert titles(master) == ["Cooperation in health", "Customs"]


def test_a_long_list_says_at_once_that_there_is_more(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 300)
    master = open_list()
    counts = QSignalSpy(master.counts_changed)
    master.set_query("kind:agreement")
    settle()
    told = [counts.at(number) for number in range(counts.count())]
    assert told[0][0] == 50
    assert not told[0][2]
    assert told[-1] == [300, 300, True]


def test_a_query_stays_from_list_to_list(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Cooperation in health", "Customs")
    make(catalogue, EntryKind.MEETING, "Council on health")
    master = open_list()
    master.set_query("heal")
    settle()
    master.show_spec(ListSpec(kind=EntryKind.MEETING))
    settle()
    assert (titles(master), master.spec().query) == (["Council on health"], "heal")


def test_a_saved_search_brings_its_query_and_takes_it_along(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Cooperation in health", "Customs")
    spec = SearchSpec(name="On health", query="health", kind=EntryKind.AGREEMENT)
    saved = catalogue.write(Act(key="search.save", run=lambda s: save_search(s, spec=spec))).value
    master = open_list()
    wanted, cleared = QSignalSpy(master.query_wanted), QSignalSpy(master.query_cleared)
    search = ListSpec(kind=EntryKind.AGREEMENT, query="health", saved=saved)
    master.show_spec(search)
    settle()
    assert (titles(master), master.head.title()) == (["Cooperation in health"], "On health")
    assert master.head.counts() == "1 of 2"
    assert [wanted.at(n) for n in range(wanted.count())] == [["health"]]
    master.show_spec(AGREEMENTS)
    settle()
    assert (titles(master), cleared.count()) == (["Cooperation in health", "Customs"], 1)


def test_the_list_of_a_tag_is_called_as_the_tag(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    health = tag(catalogue, "health", entry)
    master = open_list(ListSpec(tag=health))
    assert (master.head.title(), titles(master)) == ("health", ["Alpha"])


def test_a_list_is_found_again_as_it_was_left(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    make(catalogue, EntryKind.PERSON, "Ali Asadov")
    master = open_list()
    master.select(200)
    before = master.view.place.in_sight()
    assert before[0][0] > 100
    master.show_spec(PEOPLE)
    settle()
    assert current_title(master) == "Ali Asadov"
    told = QSignalSpy(master.current_changed)
    master.show_spec(AGREEMENTS)
    settle()
    assert master.current_id() == 200
    assert master.view.place.in_sight() == before
    assert [told.at(n) for n in range(told.count())] == [[200]]  # and not the first row before


def test_the_order_chosen_is_remembered_for_the_kind(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    master = open_list()
    menu = master.head.sort_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    words = {action.text(): action for action in menu.actions()}
    assert {"Date", "Title", "Reference", "Type", "Stage", "A to Z", "Z to A"} <= words.keys()
    assert "Best first" not in words
    words["Z to A"].trigger()
    settle()
    assert titles(master) == ["Beta", "Alpha"]
    assert workspace.settings.text("list/agreement/sort") == "title:descending"
    again = MasterPanel(workspace)
    again.show_spec(AGREEMENTS)
    settle()
    assert titles(again) == ["Beta", "Alpha"]


def test_best_first_holds_as_long_as_words_are_asked_for(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "A word on customs and also on health", "Health")
    master = open_list()
    master.set_query("health")
    menu = master.head.sort_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Best first").trigger()
    settle()
    assert (master.spec().sort, titles(master)[0]) == (BEST, "Health")
    assert master.head.sort_button.text() == "Best first"
    master.set_query("type:agreement")
    settle()
    assert master.spec().sort == "title"
    master.set_query("customs")
    settle()
    assert master.spec().sort == BEST


# What an empty list says


def test_an_empty_list_says_what_to_do(open_list: Open) -> None:
    master = open_list()
    assert master.empty.isVisible()
    assert master.empty.accessibleName() == "No agreements yet"
    assert "Ctrl+N" in master.empty.accessibleDescription()


def test_where_nothing_matches_the_search_can_be_cleared(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    master.set_query("zzz")
    settle()
    assert master.empty.accessibleName() == "Nothing matches “zzz”"
    with qtbot.waitSignal(master.query_cleared):
        master.empty.action_triggered.emit()
    settle()
    assert (titles(master), master.view.isVisible()) == (["Alpha"], True)


def test_what_may_have_been_meant_can_be_found_instead(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    master.set_query("alhpa")
    settle()
    master.show_suggestion("alpha")
    assert "“alpha”" in master.empty.accessibleDescription()
    with qtbot.waitSignal(master.query_wanted) as told:
        master.empty.action_triggered.emit()
    settle()
    assert (titles(master), told.args) == (["Alpha"], ["alpha"])


# What stays


def test_current_selection_and_place_stay_when_entries_change(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    master = open_list()
    master.select(200)
    select_rows(master, 150, 151, 199)
    before = master.view.place.in_sight()
    told = QSignalSpy(master.current_changed)
    write(workspace, settle, acts.create_entry(EntryKind.AGREEMENT, {"title": "Aaa"}))
    write(workspace, settle, acts.trash((3,)))
    write(workspace, settle, acts.set_field(200, "title", "Agreement 000200 b", shown=None))
    assert master.selection().ids == (151, 152, 200)
    assert master.current_id() == 200
    assert master.view.place.in_sight() == before
    assert told.count() == 0


def test_an_entry_that_moves_far_takes_the_selection_along_but_not_the_place(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    master = open_list()
    master.select(200)
    top = master.view.place.in_sight()[0]
    told = QSignalSpy(master.current_changed)
    write(workspace, settle, acts.set_field(200, "title", "Zzz", shown=None))
    assert master.model.row_of(200) == 399
    assert (master.current_id(), master.selection().ids) == (200, (200,))
    assert master.view.place.in_sight()[0] == top
    assert told.count() == 0


def test_when_the_current_entry_goes_its_neighbour_is_current(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    _first, second, third = agreements(catalogue, "Alpha", "Beta", "Gamma")
    master = open_list()
    master.select(second)
    with qtbot.waitSignal(master.current_changed) as told:
        write(workspace, settle, acts.trash((second,)))
    assert told.args == [third]
    assert master.selection().ids == (third,)


def test_selection_and_current_entry_stay_in_another_order(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    master = open_list()
    master.select(200)
    select_rows(master, 10, 50, 199)
    master.head.sort_button.sort_by("title")
    settle()
    assert (master.model.row_of(200), master.current_id()) == (200, 200)
    assert sorted(master.selection().ids) == [11, 51, 200]
    assert 200 in [entry for entry, _top in master.view.place.in_sight()]


def test_selection_stays_as_far_as_a_query_leaves_it(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 200)
    agreements(catalogue, "Health 1", "Health 2", "Health 3")
    master = open_list()
    select_rows(master, 3, 200, 202)
    master.set_query("health")
    settle()
    assert (master.selection().ids, master.current_id()) == ((201, 203), 203)


def test_an_entry_made_just_now_is_selected_once_it_is_listed(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    act = acts.create_entry(EntryKind.AGREEMENT, {"title": "Beta"})
    workspace.operations.write(act, master.select, owner=master)
    settle()
    assert current_title(master) == "Beta"


def test_next_and_previous_step_through_the_list(catalogue: Catalogue, open_list: Open) -> None:
    agreements(catalogue, "Alpha", "Beta")
    master = open_list()
    assert master.previous() is False
    assert (master.next(), current_title(master)) == (True, "Beta")
    assert master.next() is False
    assert (master.previous(), current_title(master)) == (True, "Alpha")


# How it looks


def test_each_kind_of_list_looks_as_it_was_left(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    assert master.view.horizontalHeader().isHidden()
    menu = master.head.look_button.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "&Columns").trigger()
    assert not master.view.horizontalHeader().isHidden()
    master.show_spec(PEOPLE)
    settle()
    assert master.view.horizontalHeader().isHidden()
    again = MasterPanel(workspace)
    again.show_spec(AGREEMENTS)
    settle()
    assert again.view.columns.look().in_columns
    assert again.head.look_button.text() == "Columns"


def test_place_and_selection_stay_when_a_list_becomes_columns(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    master = open_list()
    master.select(200)
    select_rows(master, 198, 199)
    first = next(seen for seen in master.view.place.in_sight() if seen[1] >= 0)
    look = master.view.columns.look()
    master.head.look_button.look_changed.emit(ListLook(in_columns=True, columns=look.columns))
    settle()
    assert first in master.view.place.in_sight()
    assert (master.selection().ids, master.current_id()) == ((199, 200), 200)


def test_columns_are_chosen_by_keyboard(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    master.looks.choose_columns()
    popup = master.findChild(ColumnsPopup)
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClicks(popup.line(), "gaps")
    qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
    shown = [column.key for column in master.view.columns.look().columns]
    assert shown[-1] == "gaps"
    popup.line().clear()
    for _step in range(8):
        qtbot.keyClick(popup.line(), Qt.Key.Key_Up)
    qtbot.keyClick(popup.line(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [column.key for column in master.view.columns.look().columns][:2] == [
        shown[1],
        shown[0],
    ]
    qtbot.keyClick(popup.line(), Qt.Key.Key_Escape)
    assert not popup.isVisible()


# The facets beside it


def test_the_facets_are_shown_and_hidden_and_that_is_remembered(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    assert not master.facets.isVisible()
    master.toggle_facets()
    settle()
    assert master.facets.isVisible()
    assert master.head.facets_button.isChecked()
    assert MasterPanel(workspace).split.shows_facets()
    master.head.facets_button.click()
    assert not MasterPanel(workspace).split.shows_facets()


def test_what_is_ticked_in_the_facets_narrows_the_list_and_is_told(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    make(catalogue, EntryKind.AGREEMENT, "Alpha", agreement_type="roadmap")
    make(catalogue, EntryKind.AGREEMENT, "Beta", agreement_type="protocol")
    master = open_list()
    with qtbot.waitSignal(master.query_wanted) as told:
        master.facets.query_wanted.emit("type:roadmap")
    settle()
    assert (titles(master), told.args) == (["Alpha"], ["type:roadmap"])
