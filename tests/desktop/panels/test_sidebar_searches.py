"""Saved searches in the sidebar: kept from what a list shows, changed, moved, removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.saved_searches import saved_searches
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow, SearchSpec
from db.terms import EntryKind
from desktop.acts import searches as acts
from desktop.dialogs.save_search import SaveSearch
from desktop.panels.sidebar import Sidebar
from desktop.workspace import Workspace
from tests.desktop.models.entries import tag
from tests.desktop.panels.conftest import Settle, Show

FOUND = ListSpec(kind=EntryKind.AGREEMENT, query="stage:initialled -stage:signed", sort="date")


@pytest.fixture
def sidebar(workspace: Workspace, settle: Settle, show: Show) -> Sidebar:
    made = Sidebar(workspace)
    show(made)
    settle()
    made.take_focus()
    return made


def kept(catalogue: Catalogue) -> tuple[SavedSearchRow, ...]:
    with catalogue.read() as session:
        return saved_searches(session)


def names(catalogue: Catalogue) -> list[str]:
    return [search.name for search in kept(catalogue)]


def keep(catalogue: Catalogue, sidebar: Sidebar, settle: Settle, *names: str) -> None:
    for name in names:
        catalogue.write(acts.save_search(SearchSpec(name=name, query="health", sort="title")))
    sidebar.refresh()
    settle()


def go_to(sidebar: Sidebar, key: str) -> None:
    sidebar.view.setCurrentIndex(sidebar.model.index_of(key))


def dialog_of(sidebar: Sidebar) -> SaveSearch:
    dialog = sidebar.findChild(SaveSearch)
    assert dialog is not None
    return dialog


def test_what_a_list_shows_is_kept_under_a_suggested_name_and_gone_to(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    chosen = QSignalSpy(sidebar.chosen)
    sidebar.follow(FOUND)
    sidebar.save_search()
    dialog = dialog_of(sidebar)
    assert dialog.name.text() == "Initialled, not signed"
    dialog.save()
    settle()
    (search,) = kept(catalogue)
    assert (search.query, search.kind, search.sort) == (FOUND.query, FOUND.kind, "date")
    assert sidebar.model.key_at(sidebar.view.currentIndex()) == f"search:{search.id}"
    assert [chosen.at(n)[0] for n in range(chosen.count())] == [search.spec()]


def test_the_list_of_a_tag_is_kept_as_a_query_for_the_tag(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    health = tag(catalogue, "health care")
    sidebar.refresh()
    settle()
    sidebar.follow(ListSpec(tag=health, query="vaccine"))
    sidebar.save_search()
    dialog_of(sidebar).save()
    settle()
    assert [search.query for search in kept(catalogue)] == ['vaccine tag:="health care"']


@pytest.mark.parametrize(
    "spec", [ListSpec(kind=EntryKind.MEETING), ListSpec(trashed=True, query="x")]
)
def test_where_there_is_nothing_to_keep_that_is_said(
    sidebar: Sidebar, spec: ListSpec, qtbot: QtBot
) -> None:
    sidebar.follow(spec)
    with qtbot.waitSignal(sidebar.said):
        sidebar.save_search()
    assert sidebar.findChild(SaveSearch) is None


def test_a_changed_query_is_marked_and_saved_under_the_same_name(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    keep(catalogue, sidebar, settle, "Health")
    go_to(sidebar, "search:1")
    row = sidebar.model.index_of("search:1")
    sidebar.follow(ListSpec(query="health", saved=1))
    assert row.data() == "Health"
    sidebar.follow(ListSpec(query="health country:AZ", saved=1))
    assert row.data() == "Health •"
    sidebar.save_search()
    assert dialog_of(sidebar).name.text() == "Health"
    dialog_of(sidebar).save()
    settle()
    assert [(s.name, s.query) for s in kept(catalogue)] == [("Health", "health country:AZ")]
    assert row.data() == "Health"


def test_a_changed_query_can_be_kept_beside_the_one_it_came_from(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    keep(catalogue, sidebar, settle, "Health")
    sidebar.follow(ListSpec(query="health country:AZ", saved=1))
    sidebar.save_search()
    dialog = dialog_of(sidebar)
    assert not dialog.new_button.isEnabled()  # two searches of one name could not be told apart
    dialog.name.setText("Health in Azerbaijan")
    dialog.new_button.click()
    settle()
    assert [(s.name, s.query) for s in kept(catalogue)] == [
        ("Health", "health"),
        ("Health in Azerbaijan", "health country:AZ"),
    ]


def test_what_the_catalogue_refuses_is_said_and_nothing_is_lost(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    keep(catalogue, sidebar, settle, "Health")
    sidebar.follow(FOUND)
    sidebar.save_search()
    dialog = dialog_of(sidebar)
    dialog.name.setText("health")
    dialog.save()
    settle()
    assert dialog.isVisible()
    assert dialog.query.text() == FOUND.query
    assert names(catalogue) == ["Health"]


def test_a_key_renames_a_search(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    keep(catalogue, sidebar, settle, "Health")
    go_to(sidebar, "search:1")
    qtbot.keyClick(sidebar.view, Qt.Key.Key_F2)
    dialog_of(sidebar).name.setText("Medicine")
    dialog_of(sidebar).save()
    settle()
    assert names(catalogue) == ["Medicine"]


def test_keys_move_a_search_among_the_others_and_it_stays_current(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    keep(catalogue, sidebar, settle, "One", "Two", "Three")
    go_to(sidebar, "search:1")
    chosen = QSignalSpy(sidebar.chosen)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Up, alt)  # it is the first already
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Down, alt)
    settle()
    assert names(catalogue) == ["Two", "One", "Three"]
    assert sidebar.model.key_at(sidebar.view.currentIndex()) == "search:1"
    assert chosen.count() == 0


def test_a_dropped_search_takes_its_place(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    keep(catalogue, sidebar, settle, "One", "Two", "Three")
    sidebar.model.search_dropped.emit(3, 0)
    settle()
    assert names(catalogue) == ["Three", "One", "Two"]


def test_a_search_is_removed_once_that_is_confirmed(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    keep(catalogue, sidebar, settle, "Health")
    go_to(sidebar, "search:1")
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Delete)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Remove the search “Health”?"
    box.defaultButton().click()
    settle()
    assert names(catalogue) == []
    assert not sidebar.model.index_of("search:1").isValid()


def test_menus_offer_what_fits_the_row(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    keep(catalogue, sidebar, settle, "Health")

    def offered(key: str) -> list[str]:
        menu = sidebar.view.menu_at(sidebar.model.index_of(key))
        return [action.text() for action in menu.actions()] if menu else []

    assert offered("search:1") == ["Change…", "Move up", "Move down", "Remove…"]
    sidebar.follow(ListSpec(query="health country:AZ", saved=1))
    assert offered("search:1")[0] == "Save changes…"
    assert offered("searches") == ["Save this search…"]
    assert offered("tags") == ["New tag…"]
    assert offered("trash") == ["Empty trash…"]
    assert offered("agreement") == []
