"""The view of a list: its keys in rows and columns, its header, its scroll bar."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.columns import TITLE, section_of
from desktop.panels.list_looks import ListLook
from desktop.panels.master import MasterPanel
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, fill
from tests.desktop.panels.conftest import Settle
from tests.desktop.panels.lists import AGREEMENTS, Open, open_list

__all__ = ["open_list"]


@pytest.fixture
def master(catalogue: Catalogue, open_list: Open, settle: Settle) -> MasterPanel:
    """Show 300 agreements in columns, the eleventh current."""
    fill(catalogue, 300)
    master = open_list()
    master.looks.change(replace(master.view.columns.look(), in_columns=True))
    master.select(11)
    settle()
    return master


def shown(master: MasterPanel) -> list[str]:
    return [column.key for column in master.view.columns.look().columns]


def at_places(master: MasterPanel) -> list[int]:
    header = master.view.horizontalHeader()
    sections = (header.logicalIndex(place) for place in range(header.count()))
    return [section for section in sections if not header.isSectionHidden(section)]


@pytest.mark.parametrize("in_columns", [False, True])
def test_keys_go_through_rows_in_either_look(
    master: MasterPanel, qtbot: QtBot, in_columns: bool
) -> None:
    master.looks.change(replace(master.view.columns.look(), in_columns=in_columns))
    page = len(master.view.place.in_sight())
    steps = [
        (Qt.Key.Key_Down, 12),
        (Qt.Key.Key_Up, 11),
        (Qt.Key.Key_End, 300),
        (Qt.Key.Key_Home, 1),
    ]
    for key, entry in steps:
        qtbot.keyClick(master.view, key)
        assert (master.current_id(), master.selection().ids) == (entry, (entry,))
    qtbot.keyClick(master.view, Qt.Key.Key_PageDown)
    assert abs(master.current_id() - page) <= 2
    qtbot.keyClick(master.view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert master.selection().ids[-1] == 300


def test_tab_leaves_the_list(master: MasterPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(master.view, Qt.Key.Key_Tab)
    assert not master.view.hasFocus()


def test_columns_stand_in_their_order_and_are_as_wide_as_they_were_left(
    master: MasterPanel, workspace: Workspace, settle: Settle
) -> None:
    header = master.view.horizontalHeader()
    assert at_places(master) == [section_of(key) for key in shown(master)]
    header.moveSection(header.visualIndex(section_of("date")), 0)
    header.resizeSection(section_of("date"), 201)
    assert shown(master)[0] == "date"
    again = MasterPanel(workspace)
    again.show_spec(AGREEMENTS)
    settle()
    assert shown(again) == shown(master)
    assert at_places(again) == at_places(master)
    assert abs(again.view.horizontalHeader().sectionSize(section_of("date")) - 201) <= 1


def test_the_title_takes_the_room_there_is(master: MasterPanel) -> None:
    header, view = master.view.horizontalHeader(), master.view
    view.setMinimumWidth(1400)  # the window makes room
    master.resize(1600, 500)
    assert header.length() == view.viewport().width()
    before = header.sectionSize(TITLE)
    header.resizeSection(section_of("type"), header.sectionSize(section_of("type")) + 40)
    assert header.sectionSize(TITLE) == before - 40


def test_a_click_on_a_header_sorts_and_another_turns_the_order(
    master: MasterPanel, settle: Settle
) -> None:
    header = master.view.horizontalHeader()
    for descending in (False, True):
        header.sectionClicked.emit(section_of("reference"))
        settle()
        assert (master.spec().sort, master.spec().descending) == ("reference", descending)
        assert header.sortIndicatorSection() == section_of("reference")
    header.sectionClicked.emit(section_of("evidence"))
    settle()
    assert (master.spec().sort, master.spec().descending) == ("evidence", True)


def test_what_can_not_be_sorted_by_is_not(
    master: MasterPanel, settle: Settle, catalogue: Catalogue
) -> None:
    master.show_spec(ListSpec())
    settle()
    before = master.spec()
    master.view.horizontalHeader().sectionClicked.emit(section_of("kind"))
    settle()
    assert master.spec() == before
    header = master.view.horizontalHeader()
    assert header.sortIndicatorSection() == section_of(before.sort)


def test_columns_are_turned_on_and_off_in_the_menu_of_the_header(master: MasterPanel) -> None:
    menu = master.view.columns.menu()
    actions = {action.data(): action for action in menu.actions() if action.data()}
    assert not actions["title"].isEnabled()
    assert "kind" not in actions
    actions["review"].trigger()
    assert shown(master)[-1] == "review"
    master.view.columns.menu()
    actions["type"].trigger()
    assert "type" not in shown(master)


def test_the_head_of_the_columns_is_called_as_the_kind_calls_them(
    master: MasterPanel, settle: Settle
) -> None:
    model = master.model
    headers = [model.headerData(s, Qt.Orientation.Horizontal) for s in at_places(master)]
    assert headers[:2] == ["Reference", "Title"]
    assert "Stage" in headers


def test_the_scroll_bar_is_that_of_all_rows(master: MasterPanel) -> None:
    view = master.view
    height = view.verticalHeader().defaultSectionSize()
    assert view.verticalScrollBar().maximum() == 300 * height - view.viewport().height()
    assert view.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel


def test_no_header_looks_through_what_is_selected(master: MasterPanel) -> None:
    for header in (master.view.horizontalHeader(), master.view.verticalHeader()):
        assert header.selectionModel() is not master.view.selectionModel()


def test_rows_are_higher_with_a_larger_font(master: MasterPanel, qtbot: QtBot) -> None:
    before = master.view.verticalHeader().defaultSectionSize()
    font = master.view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    master.view.setFont(font)
    assert master.view.verticalHeader().defaultSectionSize() > 1.6 * before


def test_each_cell_has_words_for_those_who_hear_them(catalogue: Catalogue, open_list: Open) -> None:
    agreements(catalogue, "Alpha")
    model = open_list().model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, TITLE).data(role).startswith("Alpha, agreement")
    assert model.index(0, section_of("reference")).data(role) == "A-0001"


def test_a_look_that_can_not_be_read_is_as_at_first(
    workspace: Workspace, catalogue: Catalogue, open_list: Open
) -> None:
    workspace.settings.set_text("list/agreement/look", "columns")
    workspace.settings.set_text("list/agreement/columns", "title:x nonsense:3 state:9999 kind:2")
    look = open_list().view.columns.look()
    assert [column.key for column in look.columns] == ["title", "state"]
    assert all(10 < column.letters < 60 for column in look.columns)
    workspace.settings.set_text("list/agreement/columns", "state:9")
    assert "title" in [column.key for column in open_list().view.columns.look().columns]


def test_a_look_is_not_told_to_have_changed_when_it_is_shown(
    catalogue: Catalogue, open_list: Open
) -> None:
    master = open_list()
    changed = QSignalSpy(master.view.columns.look_changed)
    look = master.view.columns.look()
    master.view.show_look(ListLook(in_columns=True, columns=look.columns))
    master.resize(700, 400)
    assert changed.count() == 0
    assert master.spec().kind == EntryKind.AGREEMENT
