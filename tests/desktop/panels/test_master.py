from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.lists import ListSpec
from db.terms import EntryKind, StageKind
from desktop.acts import entries as acts
from desktop.panels.master import MasterPanel
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, fill, make, party, stage
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


# What is listed


def test_the_head_says_what_is_listed_and_how_many(catalogue: Catalogue, open_list: Open) -> None:
    agreements(catalogue, "Alpha", "Beta", "Gamma")
    master = open_list()
    assert (master.head.title(), master.head.counts()) == ("Agreements", "3 of 3")
    assert current_title(master) == "Alpha"


def test_a_filter_narrows_the_list_and_can_be_taken_back(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    first, _second, third = agreements(catalogue, "Alpha", "Beta", "Gamma")
    party(catalogue, first, "AZ")
    party(catalogue, third, "KZ")
    master = open_list()
    button = master.head.filters.button("countries")
    qtbot.keyClick(button.button(), Qt.Key.Key_Down)
    settle()
    popup = master.head.filters.popup()
    assert popup is not None
    assert [row.label for row in popup.rows()] == ["Azerbaijan", "Kazakhstan"]
    qtbot.keyClicks(popup.line(), "kaz")
    qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
    settle()
    assert (titles(master), master.head.counts()) == (["Gamma"], "1 of 3")
    qtbot.keyClicks(popup.line(), "az")
    qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
    settle()
    assert titles(master) == ["Alpha", "Gamma"]
    assert button.button().text() == "Country: KZ, AZ"
    qtbot.keyClick(popup.line(), Qt.Key.Key_Escape)
    assert master.head.filters.popup() is None
    qtbot.mouseClick(button.cross(), Qt.MouseButton.LeftButton)
    settle()
    assert (titles(master), button.button().text()) == (["Alpha", "Beta", "Gamma"], "Country ▾")


def test_years_chosen_are_a_span_that_grows_and_shrinks(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    for entry, year in zip(agreements(catalogue, *"abcd"), range(2020, 2024), strict=True):
        stage(catalogue, entry, StageKind.SIGNED, str(year))
    master = open_list()
    master.head.filters.open_filter("years")
    settle()
    popup = master.head.filters.popup()
    assert popup is not None

    def choose(year: str) -> list[object]:
        popup.line().setText(year)
        qtbot.keyClick(popup.line(), Qt.Key.Key_Return)
        settle()
        return titles(master)

    assert choose("2021") == ["b"]
    assert choose("2023") == ["b", "c", "d"]
    assert master.head.filters.button("years").button().text() == "Year: 2021–2023"
    assert choose("2023") == ["b"]
    assert choose("2021") == ["a", "b", "c", "d"]


def test_a_list_is_found_again_as_it_was_left(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    make(catalogue, EntryKind.PERSON, "Ali Asadov")
    master = open_list()
    master.select(200)
    before = master.view.in_sight()
    master.show_spec(ListSpec(kind=EntryKind.PERSON))
    settle()
    assert current_title(master) == "Ali Asadov"
    master.show_spec(AGREEMENTS)
    settle()
    assert master.current_id() == 200
    assert master.view.in_sight() == before


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
    words["Z to A"].trigger()
    settle()
    assert titles(master) == ["Beta", "Alpha"]
    assert workspace.settings.text("list/agreement/sort") == "title:descending"
    again = MasterPanel(workspace)
    again.show_spec(AGREEMENTS)
    settle()
    assert titles(again) == ["Beta", "Alpha"]


def test_typed_words_narrow_whatever_is_listed(
    catalogue: Catalogue, open_list: Open, settle: Settle
) -> None:
    agreements(catalogue, "Cooperation in health", "Customs")
    make(catalogue, EntryKind.MEETING, "Council on health")
    master = open_list()
    master.set_typed("heal")
    settle()
    assert (titles(master), master.head.counts()) == (["Cooperation in health"], "1 of 2")
    master.show_spec(ListSpec(kind=EntryKind.MEETING))
    settle()
    assert titles(master) == ["Council on health"]


# What an empty list says


def test_an_empty_list_says_what_to_do(open_list: Open) -> None:
    master = open_list()
    assert master.empty.isVisible()
    assert master.empty.accessibleName() == "No agreements yet"
    assert "Ctrl+N" in master.empty.accessibleDescription()


def test_where_nothing_matches_all_that_narrows_can_be_cleared(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    agreements(catalogue, "Alpha")
    master = open_list()
    master.show_spec(ListSpec(kind=EntryKind.AGREEMENT, types=("roadmap",)))
    master.set_typed("zzz")
    settle()
    assert master.empty.accessibleName() == "Nothing matches “zzz”"
    with qtbot.waitSignal(master.typed_cleared):
        master.empty.action_triggered.emit()
    settle()
    assert (titles(master), master.view.isVisible()) == (["Alpha"], True)


# What stays


def test_current_selection_and_place_stay_when_entries_change(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    master = open_list()
    master.select(200)
    select_rows(master, 150, 151, 199)
    before = master.view.in_sight()
    told = QSignalSpy(master.current_changed)
    write(workspace, settle, acts.create_entry(EntryKind.AGREEMENT, {"title": "Aaa"}))
    write(workspace, settle, acts.trash((3,)))
    write(workspace, settle, acts.set_field(200, "title", "Agreement 000200 b", shown=None))
    assert master.selected_ids() == (151, 152, 200)
    assert master.current_id() == 200
    assert master.view.in_sight() == before
    assert told.count() == 0


def test_an_entry_that_moves_far_takes_the_selection_along_but_not_the_place(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 400)
    master = open_list()
    master.select(200)
    top = master.view.in_sight()[0]
    write(workspace, settle, acts.set_field(200, "title", "Zzz", shown=None))
    assert master.model.row_of(200) == 399
    assert (master.current_id(), master.selected_ids()) == (200, (200,))
    assert master.view.in_sight()[0] == top


def test_when_the_current_entry_goes_its_neighbour_is_current(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    _first, second, third = agreements(catalogue, "Alpha", "Beta", "Gamma")
    master = open_list()
    master.select(second)
    with qtbot.waitSignal(master.current_changed) as told:
        write(workspace, settle, acts.trash((second,)))
    assert told.args == [third]
    assert master.selected_ids() == (third,)


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
