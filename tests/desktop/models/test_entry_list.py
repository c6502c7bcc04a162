from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.commands.tags import TagSpec
from db.queries.lists import ListSpec
from db.terms import EntryKind, StageKind
from desktop.acts import entries as acts
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_list import ENTRY_IDS, PAGE, EntryListModel
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle
from tests.desktop.models.entries import agreements, counting, fill, make, party, stage, tag

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)
ALL_AT_ONCE = 3
"""Statements of one answer: the spine, the lines, the colours of their tags."""


@pytest.fixture
def model(workspace: Workspace, settle: Settle) -> Iterator[EntryListModel]:
    made = EntryListModel(workspace)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    settle()
    del tester


def shown(model: EntryListModel) -> list[object]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def write(workspace: Workspace, settle: Settle, act: Act[Any]) -> None:
    workspace.operations.write(act, owner=workspace.hub)
    settle()


def test_entries_stand_in_the_order_that_was_asked_for(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    first, second, third = agreements(catalogue, "Beta", "Alpha", "Gamma")
    model.set_spec(AGREEMENTS)
    settle()
    assert shown(model) == ["Alpha", "Beta", "Gamma"]
    assert [model.id_at(row) for row in range(3)] == [second, first, third]
    model.set_spec(ListSpec(kind=EntryKind.AGREEMENT, descending=True))
    settle()
    assert shown(model) == ["Gamma", "Beta", "Alpha"]
    assert (model.row_of(third), model.row_of(999), model.id_at(-1), model.id_at(3)) == (
        0,
        -1,
        0,
        0,
    )


def test_a_row_answers_what_the_delegate_asks(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    entry = make(catalogue, EntryKind.AGREEMENT, "Roadmap", agreement_type="roadmap")
    stage(catalogue, entry, StageKind.INITIALLED, "2021-05-20")
    for country in ("RU", "AZ"):
        party(catalogue, entry, country)
    tag(catalogue, "health", entry, colour="#207050")
    model.set_spec(AGREEMENTS)
    settle()
    index = model.index(0)
    roles = (EntryRoles.SUBTITLE, EntryRoles.STATE, EntryRoles.STATE_TONE, EntryRoles.REFERENCE)
    assert [index.data(role) for role in roles] == [
        "Roadmap  ·  20 May 2021  ·  AZ · RU",
        "initialled",
        "warn",
        "A-0001",
    ]
    assert index.data(EntryRoles.TAG_COLOURS) == ("#207050",)
    assert index.data(EntryRoles.EVIDENCE_COUNT) == 0


def test_thousands_of_rows_take_one_read_and_a_page_one_more(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 5000)
    with counting(catalogue) as statements:
        model.set_spec(AGREEMENTS)
        settle()
        model.data(model.index(0))
        settle()
    assert (model.rowCount(), len(statements)) == (5000, ALL_AT_ONCE)
    with counting(catalogue) as statements:
        assert model.data(model.index(3210)) is None
        for row in range(3200, 3215):  # what a view asks for while it is painted
            model.data(model.index(row))
        settle()
        assert model.data(model.index(3210)) == "Agreement 003211"
    assert len(statements) == 2


def test_flying_over_pages_reads_those_where_it_ends(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 5000)
    model.set_spec(AGREEMENTS)
    settle()
    with counting(catalogue) as statements:
        for row in range(0, 5000, PAGE):
            model.data(model.index(row))
        settle()
    assert len(statements) <= 4
    assert model.line_at(4999) is not None
    assert model.line_at(2500) is None


def test_the_page_around_an_entry_comes_with_the_first_answer(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 5000)
    model.set_spec(AGREEMENTS, near=3000)
    settle()
    line = model.line_at(model.row_of(3000))
    assert line is not None
    assert line.title == "Agreement 003000"


def test_a_change_reads_the_spine_and_the_touched_row_again_and_no_other(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 3000)
    model.set_spec(AGREEMENTS)
    settle()
    with counting(catalogue) as statements:
        write(workspace, settle, acts.set_field(7, "title", "Agreement 000007 b", shown=None))
    assert len(statements) == ALL_AT_ONCE
    assert model.data(model.index(model.row_of(7))) == "Agreement 000007 b"


def test_a_change_of_another_kind_reads_nothing(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    model.set_spec(AGREEMENTS)
    settle()
    with counting(catalogue) as statements:
        write(workspace, settle, acts.create_entry(EntryKind.PERSON, {"title": "Ali Asadov"}))
    assert statements == []


def test_a_line_of_another_list_is_not_shown_stale_when_that_list_returns(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    model.set_spec(AGREEMENTS)
    settle()
    model.set_spec(ListSpec(kind=EntryKind.PERSON))
    settle()
    write(workspace, settle, acts.set_field(entry, "title", "Omega", shown=None))
    model.set_spec(AGREEMENTS)
    settle()
    assert shown(model) == ["Omega"]


def test_rows_come_go_and_move_without_a_reset_and_indexes_follow(
    catalogue: Catalogue,
    workspace: Workspace,
    model: EntryListModel,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    first, second, _third = agreements(catalogue, "Alpha", "Beta", "Gamma")
    model.set_spec(AGREEMENTS)
    settle()
    held = QPersistentModelIndex(model.index(model.row_of(first)))
    with qtbot.assertNotEmitted(model.modelReset):
        write(workspace, settle, acts.set_field(first, "title", "Zeta", shown=None))
        assert shown(model) == ["Beta", "Gamma", "Zeta"]
        assert held.row() == 2
        write(workspace, settle, acts.trash((second,)))
        assert shown(model) == ["Gamma", "Zeta"]
        assert held.row() == 1
        write(workspace, settle, acts.create_entry(EntryKind.AGREEMENT, {"title": "Aleph"}))
        assert shown(model) == ["Aleph", "Gamma", "Zeta"]
        assert held.row() == 2


def test_undoing_puts_a_row_back(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    agreements(catalogue, "Alpha", "Beta")
    model.set_spec(AGREEMENTS)
    settle()
    workspace.operations.undo(owner=workspace.hub)
    settle()
    assert shown(model) == ["Alpha"]
    workspace.operations.redo(owner=workspace.hub)
    settle()
    assert shown(model) == ["Alpha", "Beta"]


def test_the_rows_of_the_last_list_are_served_until_the_next_is_read(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    make(catalogue, EntryKind.PERSON, "Ali Asadov")
    model.set_spec(AGREEMENTS)
    settle()
    model.set_spec(ListSpec(kind=EntryKind.PERSON))
    assert (shown(model), model.is_settled) == (["Alpha"], False)
    settle()
    assert (shown(model), model.is_settled) == (["Ali Asadov"], True)


def test_of_two_lists_asked_for_at_once_the_last_is_shown(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    make(catalogue, EntryKind.PERSON, "Ali Asadov")
    model.set_spec(AGREEMENTS)
    model.set_spec(ListSpec(kind=EntryKind.PERSON))
    settle()
    assert shown(model) == ["Ali Asadov"]


def test_another_colour_of_a_tag_is_seen_at_once(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    health = tag(catalogue, "health", entry, colour="#207050")
    model.set_spec(AGREEMENTS)
    settle()
    spec = TagSpec(label_en="health", colour="#702050")
    write(workspace, settle, acts.change_tag(health, spec))
    assert model.index(0).data(EntryRoles.TAG_COLOURS) == ("#702050",)


def test_dragged_rows_give_their_ids(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    model.set_spec(AGREEMENTS)
    settle()
    data = model.mimeData([model.index(0), model.index(1)])
    assert bytes(data.data(ENTRY_IDS).data()) == f"{first} {second}".encode()
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
