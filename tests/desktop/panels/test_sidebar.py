import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.tags import tag_tree, tags_of_all
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.delegates.roles import CountRoles
from desktop.dialogs.tag_editor import TagEditor
from desktop.panels.sidebar import Sidebar
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, tag
from tests.desktop.panels.conftest import Settle, Show


@pytest.fixture
def sidebar(workspace: Workspace, settle: Settle, show: Show) -> Sidebar:
    made = Sidebar(workspace)
    show(made)
    settle()
    made.take_focus()
    return made


def go_to(sidebar: Sidebar, key: str) -> None:
    sidebar.view.setCurrentIndex(sidebar.model.index_of(key))


def editor_of(sidebar: Sidebar) -> TagEditor:
    editor = sidebar.findChild(TagEditor)
    assert editor is not None
    return editor


def test_arrows_choose_lists_and_pass_over_headings(sidebar: Sidebar, qtbot: QtBot) -> None:
    go_to(sidebar, "place")
    chosen = QSignalSpy(sidebar.chosen)
    for _step in range(4):
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Down)
    # the rows that offer a new tag and a new search open no list
    assert [chosen.at(n)[0] for n in range(chosen.count())] == [
        ListSpec(conflicts=True),
        ListSpec(gaps=True),
    ]


def test_enter_gives_the_keyboard_away(sidebar: Sidebar, qtbot: QtBot) -> None:
    go_to(sidebar, "agreement")
    with qtbot.waitSignal(sidebar.entered):
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Return)


def test_a_click_on_the_row_that_is_current_chooses_it_again(
    sidebar: Sidebar, qtbot: QtBot
) -> None:
    go_to(sidebar, "agreement")
    chosen = QSignalSpy(sidebar.chosen)
    at = sidebar.view.visualRect(sidebar.model.index_of("agreement")).center()
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.count() == 1
    at = sidebar.view.visualRect(sidebar.model.index_of("meeting")).center()
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.count() == 2


def test_counts_follow_and_what_was_chosen_stays(
    catalogue: Catalogue, workspace: Workspace, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    health = tag(catalogue, "health")
    medicines = tag(catalogue, "medicines", parent_id=health)
    sidebar.refresh()
    settle()
    go_to(sidebar, f"tag:{medicines}")
    chosen = QSignalSpy(sidebar.chosen)
    act = acts.create_entry(EntryKind.AGREEMENT, {"title": "Alpha"})
    workspace.operations.write(act, owner=workspace.hub)
    agreements = sidebar.model.index_of("agreement")
    qtbot.waitUntil(lambda: agreements.data(CountRoles.COUNT) == 1)
    tag(catalogue, "trade")  # another tree
    sidebar.refresh()
    settle()
    assert sidebar.model.key_at(sidebar.view.currentIndex()) == f"tag:{medicines}"
    assert chosen.count() == 0


def test_branches_stay_closed_when_tags_are_added(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    health = tag(catalogue, "health")
    trade = tag(catalogue, "trade")
    for above in (health, trade):
        tag(catalogue, "narrower", parent_id=above)
    sidebar.refresh()
    settle()
    sidebar.view.collapse(sidebar.model.index_of(f"tag:{health}"))
    tag(catalogue, "customs")
    sidebar.refresh()
    settle()
    assert not sidebar.view.isExpanded(sidebar.model.index_of(f"tag:{health}"))
    assert sidebar.view.isExpanded(sidebar.model.index_of(f"tag:{trade}"))


def test_a_list_shown_otherwise_is_marked_and_not_chosen(
    workspace: Workspace, settle: Settle, show: Show, qtbot: QtBot
) -> None:
    sidebar = Sidebar(workspace)
    show(sidebar)
    with qtbot.assertNotEmitted(sidebar.chosen):
        sidebar.show_spec(ListSpec(kind=EntryKind.MEETING))  # before anything was read
        settle()
        assert sidebar.model.key_at(sidebar.view.currentIndex()) == "meeting"
        sidebar.show_spec(ListSpec(kind=EntryKind.PERSON))
        assert sidebar.model.key_at(sidebar.view.currentIndex()) == "person"
        sidebar.show_spec(ListSpec(query="health"))
        assert not sidebar.view.currentIndex().isValid()


def test_a_kind_can_be_chosen_before_anything_was_read(
    workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    sidebar = Sidebar(workspace)
    qtbot.addWidget(sidebar)
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        sidebar.choose_kind(EntryKind.AGREEMENT)
    settle()
    assert chosen.args == [ListSpec(kind=EntryKind.AGREEMENT)]
    assert sidebar.model.key_at(sidebar.view.currentIndex()) == "agreement"


def test_keys_make_a_tag_and_one_below_it(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Insert)
    editor = editor_of(sidebar)
    editor.label_en.setText("health")
    editor.save()
    settle()
    go_to(sidebar, "tag:1")
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    settle()
    editor = editor_of(sidebar)
    editor.label_en.setText("medicines")
    editor.save()
    settle()
    with catalogue.read() as session:
        assert [(t.label_en, t.parent_id) for t in tag_tree(session)] == [
            ("health", None),
            ("medicines", 1),
        ]


def test_removing_a_tag_says_whom_it_leaves(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    health = tag(catalogue, "health", first, second)
    tag(catalogue, "medicines", parent_id=health)
    sidebar.refresh()
    settle()
    go_to(sidebar, f"tag:{health}")
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Delete)
    settle()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.informativeText() == (
        "2 entries lose it; the entries themselves stay. 1 narrower tag moves up."
    )
    box.defaultButton().click()
    settle()
    with catalogue.read() as session:
        assert [(t.label_en, t.parent_id) for t in tag_tree(session)] == [("medicines", None)]


def test_dropped_entries_are_tagged_in_one_act(
    catalogue: Catalogue, workspace: Workspace, sidebar: Sidebar, settle: Settle
) -> None:
    ids = agreements(catalogue, "Alpha", "Beta")
    health = tag(catalogue, "health")
    sidebar.refresh()
    settle()
    sidebar.model.entries_dropped.emit(health, ids)
    settle()
    with catalogue.read() as session:
        assert tags_of_all(session, ids) == {health: 2}
    catalogue.undo()
    with catalogue.read() as session:
        assert tags_of_all(session, ids) == {}
