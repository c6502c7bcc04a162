"""What the sidebar counts after a change, and that it is no more than the change asks for."""

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.rows.saved import SearchSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.acts import searches
from desktop.delegates.roles import CountRoles
from desktop.panels.sidebar import Sidebar
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, counting, tag
from tests.desktop.panels.conftest import Settle, Show


@pytest.fixture
def sidebar(catalogue: Catalogue, workspace: Workspace, settle: Settle, show: Show) -> Sidebar:
    first, _second = agreements(catalogue, "Health in Baku", "Trade")
    tag(catalogue, "health", first)
    for spec in (
        SearchSpec(name="Baku", query="baku", kind=EntryKind.AGREEMENT),
        SearchSpec(name="All", query="health OR trade"),
    ):
        catalogue.write(searches.save_search(spec))
    made = Sidebar(workspace)
    show(made)
    settle()
    return made


def count(sidebar: Sidebar, key: str) -> object:
    index: QModelIndex = sidebar.model.index_of(key)
    assert index.isValid(), key
    return index.data(CountRoles.COUNT)


def write(workspace: Workspace, act: Act[Any]) -> None:
    workspace.operations.write(act, owner=workspace.hub)


def test_tags_and_searches_are_counted_after_all_else(sidebar: Sidebar) -> None:
    assert count(sidebar, "agreement") == 2
    assert count(sidebar, "tag:1") == 1
    assert (count(sidebar, "search:1"), count(sidebar, "search:2")) == (1, 2)


def test_searches_follow_what_is_edited(
    workspace: Workspace, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    write(workspace, acts.set_field(1, "title", "Health in Kazan", shown="Health in Baku"))
    qtbot.waitUntil(lambda: count(sidebar, "search:1") == 0)
    settle()
    assert count(sidebar, "search:2") == 2


def test_a_changed_search_is_counted_anew(
    workspace: Workspace, sidebar: Sidebar, settle: Settle
) -> None:
    spec = SearchSpec(name="Baku", query="trade", kind=EntryKind.MEETING)
    write(workspace, searches.change_search(1, spec))
    settle()
    assert count(sidebar, "search:1") == 0


def test_the_trash_changes_the_counts_of_tags(
    workspace: Workspace, sidebar: Sidebar, qtbot: QtBot
) -> None:
    write(workspace, acts.trash((1,)))
    qtbot.waitUntil(lambda: count(sidebar, "tag:1") == 0)
    assert count(sidebar, "trash") == 1


def test_an_edit_that_tags_nothing_counts_no_tags(
    catalogue: Catalogue, workspace: Workspace, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    with counting(catalogue) as statements:
        write(workspace, acts.set_field(2, "title", "Baku", shown="Trade"))
        qtbot.waitUntil(lambda: count(sidebar, "search:1") == 2)
        settle()
    assert not any("group_concat(entry_tag.tag_id" in statement for statement in statements)
    write(workspace, acts.add_tag((2,), 1))
    qtbot.waitUntil(lambda: count(sidebar, "tag:1") == 2)


def test_many_changes_at_once_are_counted_once(
    catalogue: Catalogue, workspace: Workspace, sidebar: Sidebar, settle: Settle, qtbot: QtBot
) -> None:
    with counting(catalogue) as statements:
        for number in range(5):
            act = acts.create_entry(EntryKind.MEETING, {"title": f"Talks {number}"})
            workspace.operations.write(act, owner=workspace.hub)
        qtbot.waitUntil(lambda: count(sidebar, "meeting") == 5)
        settle()
    grouped = [text for text in statements if "GROUP BY entry.kind, entry.trashed" in text]
    assert len(grouped) == 1


def test_more_tags_and_more_searches_take_no_more_statements_for_the_rows(
    catalogue: Catalogue, sidebar: Sidebar, settle: Settle
) -> None:
    numbers: list[int] = []
    for round_ in range(2):
        with counting(catalogue) as statements:
            sidebar.refresh()
            settle()
        of_searches = [text for text in statements if "count(entry.id)" in text]
        numbers.append(len(statements) - len(of_searches))
        for number in range(6):
            tag(catalogue, f"tag {round_}.{number}")
    assert numbers[0] == numbers[1]
