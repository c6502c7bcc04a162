"""Rows of a list that are known to come before anyone knows whose they are."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from db.act import Change
from db.catalogue import Catalogue
from db.errors import Missing
from db.queries import lists, sizes
from db.rows.lists import ListSize, ListSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.models.entry_list import ENTRY_IDS, EntryListModel
from desktop.models.entry_reads import FIRST
from desktop.models.list_sizes import ListSizes
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle
from tests.desktop.models.entries import agreements, counting, fill

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)


@pytest.fixture
def model(workspace: Workspace, settle: Settle) -> Iterator[EntryListModel]:
    made = EntryListModel(workspace)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    settle()
    del tester


def test_rows_that_are_known_to_come_are_there_at_once_and_say_nothing(
    catalogue: Catalogue, model: EntryListModel, settle: Settle, qtbot: QtBot
) -> None:
    fill(catalogue, 5000)
    model.sizes.note({AGREEMENTS: 5000})
    moves = [QSignalSpy(signal) for signal in (model.rowsInserted, model.rowsRemoved)]
    with qtbot.waitSignal(model.loaded):
        model.set_spec(replace(AGREEMENTS, sort="date", descending=True))
    index = model.index(3000, 0)
    assert (model.rowCount(), model.is_counted) == (5000, True)
    assert (model.id_at(3000), index.data(), model.line_at(3000)) == (0, None, None)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "not read yet"
    assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.mimeData([index]).data(ENTRY_IDS)
    settle()
    assert index.data() is None  # now it is asked for
    settle()
    assert index.data() == "Agreement 002000"
    assert [spy.count() for spy in moves] == [0, 0]


@pytest.mark.parametrize("wrong", [FIRST + 1, 280, 320, 5000])
def test_a_wrong_size_is_put_right_at_the_end_of_the_list(
    catalogue: Catalogue, model: EntryListModel, settle: Settle, qtbot: QtBot, wrong: int
) -> None:
    fill(catalogue, 300)
    model.sizes.note({AGREEMENTS: wrong})
    with qtbot.waitSignal(model.loaded):
        model.set_spec(AGREEMENTS)
    held = [QPersistentModelIndex(model.index(row, 0)) for row in (20, FIRST, wrong - 1)]
    resets = QSignalSpy(model.modelReset)
    settle()
    assert (model.rowCount(), resets.count()) == (300, 0)
    assert [model.id_at(index.row()) for index in held[:2]] == [21, FIRST + 1]
    assert held[2].isValid() == (wrong <= 300)
    assert model.sizes.size_of(AGREEMENTS) == ListSize(count=300)


def test_of_a_narrowed_list_so_many_rows_are_there_as_are_quickly_counted(
    catalogue: Catalogue, model: EntryListModel, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(catalogue, 300)
    monkeypatch.setattr(sizes, "MOST", 120)
    seen: list[tuple[int, bool]] = []
    model.loaded.connect(lambda: seen.append((model.rowCount(), model.is_counted)))
    model._whole_soon.setInterval(1_000_000)  # the size is told of before the ids
    model.set_spec(ListSpec(query="kind:agreement"))
    settle()
    assert seen == [(FIRST, False), (120, False)]
    model._go_on()
    settle()
    assert seen[2:] == [(300, True)]


def test_what_was_to_come_is_gone_where_it_can_t_be_read(
    catalogue: Catalogue,
    workspace: Workspace,
    model: EntryListModel,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(catalogue, 300)
    model.sizes.note({AGREEMENTS: 300})
    workspace.operations.failed.disconnect()  # what is told here is no fault of the test

    def fail(*_arguments: object) -> None:
        raise Missing(catalogue.path)

    monkeypatch.setattr(lists, "list_ids", fail)
    with qtbot.waitSignal(workspace.operations.failed):
        model.set_spec(AGREEMENTS)
    assert (model.rowCount(), model.is_complete, model.is_settled) == (FIRST, False, True)


def test_a_size_is_asked_for_once_and_told_in_any_order(
    catalogue: Catalogue, workspace: Workspace, settle: Settle
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    known = ListSizes(workspace)
    with counting(catalogue) as statements:
        for sort in ("title", "date"):
            known.ask(replace(AGREEMENTS, sort=sort))
            settle()
    assert len(statements) == 1
    assert known.size_of(replace(AGREEMENTS, sort="added", saved=3)) == ListSize(count=2)
    assert known.size_of(ListSpec()) is None


def test_what_was_counted_before_a_change_is_no_longer_known(
    catalogue: Catalogue, workspace: Workspace, settle: Settle
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    known = ListSizes(workspace)
    known.note({AGREEMENTS: 2})
    act = acts.create_entry(EntryKind.AGREEMENT, {"title": "Gamma"})
    workspace.operations.write(act, owner=workspace.hub)
    settle()
    assert known.size_of(AGREEMENTS) is None


def test_what_is_answered_after_a_change_was_asked_again(
    catalogue: Catalogue, workspace: Workspace, settle: Settle
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    known, narrowed = ListSizes(workspace), ListSpec(query="kind:agreement")
    with counting(catalogue) as statements:
        known.ask(AGREEMENTS)
        known.ask_exactly(narrowed)
        workspace.hub.changed.emit(Change(entries=frozenset({1})), None)
        settle()
    assert len(statements) == 4
    assert known.size_of(AGREEMENTS) == known.size_of(narrowed) == ListSize(count=2)
