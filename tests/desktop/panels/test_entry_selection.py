"""All of a list, and single rows of it: what stays selected while rows come, go and move."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.chosen import chosen_ids
from db.rows.lists import Chosen, ListSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.models.entry_list import EntryListModel
from desktop.panels.entry_selection import KEPT
from desktop.panels.master import MasterPanel
from desktop.workspace import Workspace
from tests.desktop.models.entries import fill
from tests.desktop.panels.conftest import Settle
from tests.desktop.panels.lists import AGREEMENTS, BY_TITLE, Open, open_list, select_rows, write

__all__ = ["open_list"]

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def many(catalogue: Catalogue, open_list: Open, qtbot: QtBot) -> MasterPanel:
    """Show 300 agreements, all selected."""
    fill(catalogue, 300)
    master = open_list()
    qtbot.keyClick(master.view, Qt.Key.Key_A, CONTROL)
    return master


def click(qtbot: QtBot, master: MasterPanel, row: int, modifier: Qt.KeyboardModifier) -> None:
    master.view.scrollTo(master.model.index(row, 0))
    at = master.view.visualRect(master.model.index(row, 0)).center()
    qtbot.mouseClick(master.view.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(at))


def is_selected(master: MasterPanel, entry: int) -> bool:
    index = master.model.index(master.model.row_of(entry), 0)
    return master.view.selectionModel().isSelected(index)


def test_all_is_the_list_and_not_its_ids(many: MasterPanel) -> None:
    assert many.selection() == Chosen(all_of=BY_TITLE)
    assert many.selection_line.text().startswith("300 selected")


def test_single_rows_can_be_taken_out_of_all_and_put_back(
    catalogue: Catalogue, many: MasterPanel, qtbot: QtBot
) -> None:
    click(qtbot, many, 3, CONTROL)
    click(qtbot, many, 5, CONTROL)
    click(qtbot, many, 200, CONTROL)
    assert many.selection() == Chosen(ids=(4, 6, 201), all_of=BY_TITLE)
    assert many.selection_line.text().startswith("297 selected")
    click(qtbot, many, 5, CONTROL)
    assert many.selection().ids == (4, 201)
    with catalogue.read() as session:
        assert len(chosen_ids(session, many.selection())) == 298


def test_whoever_selects_one_row_does_not_mean_all(many: MasterPanel, qtbot: QtBot) -> None:
    click(qtbot, many, 3, Qt.KeyboardModifier.NoModifier)
    assert many.selection() == Chosen(ids=(4,))
    assert many.selection_line.isHidden()


def test_all_stays_all_in_another_order_and_what_was_taken_out_stays_out(
    many: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    click(qtbot, many, 3, CONTROL)
    click(qtbot, many, 150, CONTROL)
    many.head.sort_button.sort_by("title")
    settle()
    chosen = many.selection()
    assert (chosen.ids, chosen.all_of) == ((4, 151), many.spec())
    assert [is_selected(many, entry) for entry in (1, 4, 151, 300)] == [True, False, False, True]


def test_all_is_all_while_most_of_the_list_is_still_to_come(
    many: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    loads: list[tuple[int, int]] = []
    many.model.loaded.connect(
        lambda: loads.append((many.model.rowCount(), many.view.chosen.count()))
    )
    many.head.sort_button.sort_by("title")
    settle()
    assert loads == [(300, 300), (300, 300)]


def test_nothing_is_chosen_while_it_is_not_known_whose_rows_are_selected(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    fill(catalogue, 300)
    master = open_list()
    with qtbot.waitSignal(master.model.loaded):
        master.head.sort_button.sort_by("reference")
    select_rows(master, 3, 200)
    assert master.selection() == Chosen()
    settle()
    assert master.selection() == Chosen(ids=(4, 201))


def test_what_is_made_meanwhile_belongs_to_all(
    many: MasterPanel, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    click(qtbot, many, 3, CONTROL)
    write(workspace, settle, acts.create_entry(EntryKind.AGREEMENT, {"title": "Aaa"}))
    write(workspace, settle, acts.set_field(4, "title", "Zzz", shown=None))
    assert many.selection().ids == (4,)
    assert (is_selected(many, 301), is_selected(many, 4)) == (True, False)


def test_another_query_is_not_what_all_was(many: MasterPanel, settle: Settle) -> None:
    current = many.current_id()
    many.set_query("kind:agreement")
    settle()
    assert many.selection() == Chosen(ids=(current,))


def test_another_list_has_its_own_selection(many: MasterPanel, settle: Settle) -> None:
    many.show_spec(ListSpec())
    settle()
    assert many.selection() == Chosen(ids=(1,))
    many.show_spec(AGREEMENTS)
    settle()
    assert many.selection() == Chosen(ids=(1,))


def test_rows_selected_one_by_one_stay_so_through_moves_and_resets(
    catalogue: Catalogue, workspace: Workspace, open_list: Open, settle: Settle
) -> None:
    fill(catalogue, 120)
    master = open_list()
    select_rows(master, 3, 60, 100)
    write(workspace, settle, acts.set_field(61, "title", "Aaa", shown=None))
    assert master.selection().ids == (61, 4, 101)
    master.head.sort_button.sort_by("title")
    settle()
    assert master.selection().ids == (101, 4, 61)
    write(workspace, settle, acts.trash((4,)))
    assert master.selection().ids == (101, 61)


def test_a_run_of_very_many_rows_is_not_found_again_in_another_order(
    catalogue: Catalogue, open_list: Open, settle: Settle, qtbot: QtBot
) -> None:
    fill(catalogue, KEPT + 10)
    master = open_list()
    qtbot.keyClick(master.view, Qt.Key.Key_End, SHIFT)
    assert len(master.selection().ids) == KEPT + 10
    current = master.current_id()
    master.head.sort_button.sort_by("title")
    settle()
    assert master.selection() == Chosen(ids=(current,))


def test_a_drag_takes_what_is_selected_unless_it_is_all(many: MasterPanel, qtbot: QtBot) -> None:
    refused = QSignalSpy(many.view.too_many_dragged)
    many.view.startDrag(Qt.DropAction.CopyAction)
    assert refused.count() == 1
    assert "press T" in many.message_bar.sentence()


def test_a_list_that_grows_takes_no_selected_row_apart(
    catalogue: Catalogue, workspace: Workspace, many: MasterPanel
) -> None:
    assert isinstance(many.model, EntryListModel)
    assert many.view.chosen.runs() == [range(300)]
    assert many.view.chosen.is_all
