from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.counts import tag_counts, tag_rows
from db.queries.lists import list_count
from db.rows.lists import ListSpec
from db.rows.saved import SearchSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.acts import searches
from desktop.delegates.roles import CountRoles
from desktop.models.entry_list import ENTRY_IDS, EntryListModel
from desktop.models.sidebar_model import SEARCH_ID, SidebarModel
from desktop.models.sidebar_tree import key_of, read_sidebar
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle
from tests.desktop.models.entries import agreements, make, tag


@pytest.fixture
def model(qapp: QApplication) -> Iterator[SidebarModel]:
    made = SidebarModel("en")
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def show(model: SidebarModel, catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        model.show_content(read_sidebar(session))
        model.show_tag_counts(tag_counts(session, tag_rows(session)).with_narrower)


def save(catalogue: Catalogue, *names: str, query: str = "health") -> list[int]:
    specs = [SearchSpec(name=name, query=query) for name in names]
    return [catalogue.write(searches.save_search(spec)).value for spec in specs]


def labels(model: SidebarModel, above: QModelIndex | None = None) -> list[str]:
    at = above or QModelIndex()
    return [str(model.index(row, 0, at).data()) for row in range(model.rowCount(at))]


def count(model: SidebarModel, key: str) -> object:
    return model.index_of(key).data(CountRoles.COUNT)


def test_kinds_tags_searches_boards_and_trash_stand_in_their_order(
    catalogue: Catalogue, model: SidebarModel
) -> None:
    show(model, catalogue)
    kinds = ["Sources", "Agreements", "Meetings", "People", "Bodies", "Places"]
    assert labels(model) == ["Inbox", *kinds, "Tags", "Searches", "Boards", "Trash"]
    assert labels(model, model.index_of("boards")) == ["Contradictions", "What is missing"]


def test_every_row_counts_what_its_list_shows(catalogue: Catalogue, model: SidebarModel) -> None:
    first, second, third = agreements(catalogue, "Alpha", "Beta", "Gamma")
    make(catalogue, EntryKind.SOURCE, "Release")
    health = tag(catalogue, "health", first)
    tag(catalogue, "medicines", first, second, third, parent_id=health)
    catalogue.write(acts.trash((third,)))
    show(model, catalogue)
    assert count(model, f"tag:{health}") == 2  # with what the narrower tag brings, once each
    with catalogue.read() as session:
        for key in ("inbox", "source", "agreement", "gaps", "trash", f"tag:{health}", "tag:2"):
            spec = model.spec_at(model.index_of(key))
            assert spec is not None
            assert count(model, key) == list_count(session, spec), key


def test_tags_are_a_tree_in_the_language_of_the_screen(
    catalogue: Catalogue, qapp: QApplication
) -> None:
    health = tag(catalogue, "health", label_ru="здоровье", colour="#207050")
    tag(catalogue, "medicines", parent_id=health)
    model = SidebarModel("ru")
    show(model, catalogue)
    assert labels(model, model.index_of("tags")) == ["здоровье"]
    assert labels(model, model.index_of(f"tag:{health}")) == ["medicines"]
    assert model.index_of(f"tag:{health}").data(CountRoles.COLOUR) == "#207050"


def test_without_tags_a_row_offers_to_make_one(catalogue: Catalogue, model: SidebarModel) -> None:
    show(model, catalogue)
    assert labels(model, model.index_of("tags")) == ["New tag…"]
    assert model.spec_at(model.index_of("tag.new")) is None


def test_headings_are_passed_over(catalogue: Catalogue, model: SidebarModel) -> None:
    show(model, catalogue)
    heading = model.index_of("tags")
    assert heading.data(CountRoles.HEADING) is True
    assert model.flags(heading) == Qt.ItemFlag.NoItemFlags


def test_other_counts_do_not_reset_the_tree_and_other_tags_do(
    catalogue: Catalogue, model: SidebarModel, qtbot: QtBot
) -> None:
    show(model, catalogue)
    agreements(catalogue, "Alpha")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        show(model, catalogue)
    assert count(model, "agreement") == 1
    tag(catalogue, "health")
    with qtbot.waitSignal(model.modelReset):
        show(model, catalogue)


def test_a_list_is_found_by_its_home_however_it_is_narrowed(
    catalogue: Catalogue, model: SidebarModel
) -> None:
    health = tag(catalogue, "health")
    (search,) = save(catalogue, "Health")
    show(model, catalogue)
    for spec, key in (
        (ListSpec(tag=health, query="more"), f"tag:{health}"),
        (ListSpec(kind=EntryKind.MEETING, query="more", sort="date"), "meeting"),
        (ListSpec(kind=EntryKind.SOURCE, inbox=True), "inbox"),
        (ListSpec(kind=EntryKind.MEETING, saved=search), f"search:{search}"),
        (ListSpec(gaps=True), "gaps"),
    ):
        assert key_of(spec) == key
        assert model.index_of(key).isValid()
    assert key_of(ListSpec(query="nothing of the kind")) == ""


def test_saved_searches_stand_in_their_order_and_open_their_lists(
    catalogue: Catalogue, model: SidebarModel
) -> None:
    first, second = save(catalogue, "Health", "Trade", query="country:AZ")
    catalogue.write(searches.move_search(second, 0))
    show(model, catalogue)
    assert labels(model, model.index_of("searches")) == ["Trade", "Health"]
    spec = model.spec_at(model.index_of(f"search:{first}"))
    assert spec == ListSpec(query="country:AZ", saved=first)
    assert count(model, f"search:{first}") is None
    model.show_counts({f"search:{first}": 12})
    show(model, catalogue)
    assert count(model, f"search:{first}") == 12  # kept until there is another


def test_without_searches_a_row_says_how_to_keep_one(
    catalogue: Catalogue, model: SidebarModel
) -> None:
    show(model, catalogue)
    assert labels(model, model.index_of("searches")) == ["Ctrl+D keeps a search"]


def test_a_search_whose_query_was_changed_is_marked(
    catalogue: Catalogue, model: SidebarModel
) -> None:
    (search,) = save(catalogue, "Health")
    show(model, catalogue)
    at = model.index_of(f"search:{search}")
    model.mark_changed(f"search:{search}")
    assert (at.data(), model.is_changed(at)) == ("Health •", True)
    model.mark_changed("")
    assert (at.data(), model.is_changed(at)) == ("Health", False)


def test_a_search_is_dragged_among_the_searches_alone(
    catalogue: Catalogue, model: SidebarModel, qtbot: QtBot
) -> None:
    first, second, third = save(catalogue, "First", "Second", "Third")
    show(model, catalogue)
    data = model.mimeData([model.index_of(f"search:{first}")])
    assert data.hasFormat(SEARCH_ID)
    copy, heading = Qt.DropAction.CopyAction, model.index_of("searches")
    for row, place in ((3, 2), (2, 1), (0, 0), (-1, 2)):
        with qtbot.waitSignal(model.search_dropped) as dropped:
            assert model.dropMimeData(data, copy, row, 0, heading)
        assert dropped.args == [first, place]
    data = model.mimeData([model.index_of(f"search:{third}")])
    with qtbot.waitSignal(model.search_dropped) as dropped:
        assert model.dropMimeData(data, copy, 1, 0, heading)
    assert dropped.args == [third, 1]
    assert not model.dropMimeData(data, copy, -1, -1, model.index_of(f"search:{second}"))
    assert not model.dropMimeData(data, copy, -1, -1, model.index_of("agreement"))


def test_entries_dropped_on_a_tag_are_told_and_on_other_rows_refused(
    catalogue: Catalogue,
    workspace: Workspace,
    model: SidebarModel,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    health = tag(catalogue, "health")
    show(model, catalogue)
    entries = EntryListModel(workspace)
    entries.set_spec(ListSpec(kind=EntryKind.AGREEMENT))
    settle()
    data = entries.mimeData([entries.index(0, 0), entries.index(1, 0)])
    assert data.hasFormat(ENTRY_IDS)
    copy = Qt.DropAction.CopyAction
    with qtbot.waitSignal(model.entries_dropped) as dropped:
        assert model.dropMimeData(data, copy, -1, -1, model.index_of(f"tag:{health}"))
    assert dropped.args == [health, [first, second]]
    assert not model.dropMimeData(data, copy, -1, -1, model.index_of("agreement"))
