from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.commands.tags import TagSpec
from db.queries.lists import list_ids
from db.rows.lists import BEST, ListSpec
from db.search.grammar import parse
from db.search.lit import lits_of
from db.terms import EntryKind, StageKind
from desktop.acts import entries as acts
from desktop.delegates.roles import EntryRoles
from desktop.models.columns import COLUMNS, section_of
from desktop.models.entry_list import ENTRY_IDS, EntryListModel
from desktop.models.entry_reads import FIRST, PAGE
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle
from tests.desktop.models.entries import agreements, counting, fill, make, party, stage, tag

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)


@pytest.fixture
def model(workspace: Workspace, settle: Settle) -> Iterator[EntryListModel]:
    made = EntryListModel(workspace)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    settle()
    del tester


def shown(model: EntryListModel) -> list[object]:
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


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
    assert (model.row_of(third), model.row_of(999)) == (0, -1)
    assert (model.id_at(-1), model.id_at(3)) == (0, 0)


def test_a_row_answers_what_the_delegates_ask(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    entry = make(catalogue, EntryKind.AGREEMENT, "Roadmap", agreement_type="roadmap")
    stage(catalogue, entry, StageKind.INITIALLED, "2021-05-20")
    for country in ("RU", "AZ"):
        party(catalogue, entry, country)
    tag(catalogue, "health", entry, colour="#207050")
    model.set_spec(AGREEMENTS)
    settle()
    index = model.index(0, 0)
    roles = (EntryRoles.SUBTITLE, EntryRoles.STATE, EntryRoles.STATE_TONE, EntryRoles.REFERENCE)
    assert [index.data(role) for role in roles] == [
        "Roadmap  ·  20 May 2021  ·  AZ · RU",
        "initialled",
        "warn",
        "A-0001",
    ]
    assert index.data(EntryRoles.TAG_COLOURS) == ("#207050",)
    assert index.data(EntryRoles.EVIDENCE_COUNT) == 0


def test_each_column_says_one_thing_of_an_entry(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    entry = make(catalogue, EntryKind.AGREEMENT, "Roadmap", agreement_type="roadmap", number="7")
    stage(catalogue, entry, StageKind.SIGNED, "2021-05-20")
    party(catalogue, entry, "AZ")
    model.set_spec(AGREEMENTS)
    settle()
    said = {column.key: model.index(0, section_of(column.key)).data() for column in COLUMNS}
    days = {said.pop("changed"), said.pop("added")}
    assert len(days) == 1  # today
    assert said == {
        "title": "Roadmap",
        "reference": "A-0001",
        "kind": "Agreement",
        "type": "Roadmap",
        "date": "20 May 2021",
        "state": "signed",
        "countries": "AZ",
        "body": "7",
        "review": "draft",
        "evidence": "0",
        "gaps": "3",
    }
    headers = {
        model.headerData(section, Qt.Orientation.Horizontal) for section in range(len(COLUMNS))
    }
    assert {"Title", "Reference", "Stage", "Number", "Added"} <= headers


def test_the_first_rows_are_shown_at_once_and_the_others_filled_in_behind_them(
    catalogue: Catalogue, model: EntryListModel, settle: Settle, qtbot: QtBot
) -> None:
    fill(catalogue, 5000)
    resets, counts = QSignalSpy(model.modelReset), list[tuple[int, bool, bool]]()
    model.loaded.connect(
        lambda: counts.append((model.rowCount(), model.is_counted, model.is_complete))
    )
    with qtbot.waitSignal(model.loaded):
        model.set_spec(AGREEMENTS)
    held = QPersistentModelIndex(model.index(FIRST - 1, 0))
    assert held.data() == f"Agreement {FIRST:06}"
    assert not model.is_settled
    settle()
    assert counts[0] == (FIRST, False, False)
    assert counts[-1] == (5000, True, True)
    assert set(counts[1:-1]) <= {(5000, True, False)}  # the count, unless all came before it
    assert resets.count() == 1
    assert (held.row(), held.data()) == (FIRST - 1, f"Agreement {FIRST:06}")
    assert model.is_settled


def test_a_short_list_takes_one_read_and_a_page_further_on_one_more(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, FIRST - 1)
    with counting(catalogue) as statements:
        model.set_spec(AGREEMENTS)
        settle()
        shown(model)
        settle()
    assert (model.rowCount(), len(statements)) == (FIRST - 1, 2)  # ids, their lines


def test_thousands_of_rows_take_two_reads_and_a_page_one_more(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 5000)
    with counting(catalogue) as statements:
        model.set_spec(AGREEMENTS)
        settle()
        model.data(model.index(0, 0))
        settle()
    assert len(statements) == 4  # the first ids, their lines, how many there are, all ids
    with counting(catalogue) as statements:
        assert model.data(model.index(3210, 0)) is None
        for row in range(3200, 3215):  # what a view asks for while it is painted
            for column in range(len(COLUMNS)):
                model.data(model.index(row, column))
        settle()
        assert model.data(model.index(3210, 0)) == "Agreement 003211"
    assert len(statements) == 1


def test_flying_over_pages_reads_those_where_it_ends(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 5000)
    model.set_spec(AGREEMENTS)
    settle()
    with counting(catalogue) as statements:
        for row in range(0, 5000, PAGE):
            model.data(model.index(row, 0))
        settle()
    assert len(statements) <= 4
    assert model.line_at(4999) is not None
    assert model.line_at(2500) is None


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
    held = QPersistentModelIndex(model.index(2, 0))
    with qtbot.assertNotEmitted(model.modelReset):
        write(workspace, settle, acts.set_field(first, "title", "Zeta", shown=None))
        assert shown(model) == ["Beta", "Gamma", "Zeta"]
        assert held.row() == 1
        write(workspace, settle, acts.trash((second,)))
        assert shown(model) == ["Gamma", "Zeta"]
        assert held.row() == 0
        write(workspace, settle, acts.create_entry(EntryKind.AGREEMENT, {"title": "Aleph"}))
        assert shown(model) == ["Aleph", "Gamma", "Zeta"]
        assert held.row() == 1


def test_an_edit_reads_no_more_in_a_long_list_than_in_a_short_one(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    costs: list[int] = []
    fill(catalogue, 200)
    for more in (0, 3000):
        if more:
            fill(catalogue, more, start=201)
        model.set_spec(AGREEMENTS)
        settle()
        with counting(catalogue) as statements:
            act = acts.set_field(7, "title", f"Agreement 000150 {more}", shown=None)
            write(workspace, settle, act)
        costs.append(len(statements))
        assert list_of(catalogue, AGREEMENTS) == list(model.spine.ids)
        assert not any("group_concat(anon_1.id" in statement for statement in statements)
    assert costs[1] <= costs[0] + 12  # two bisections, each some lookups longer


def list_of(catalogue: Catalogue, spec: ListSpec) -> list[int]:
    with catalogue.read() as session:
        return list(list_ids(session, spec))


def test_a_ranked_list_is_read_anew_after_an_edit(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    first, second = agreements(catalogue, "Customs of health", "Health")
    spec = ListSpec(kind=EntryKind.AGREEMENT, query="health", sort=BEST)
    model.set_spec(spec)
    settle()
    assert [model.id_at(row) for row in range(2)] == list_of(catalogue, spec)
    write(workspace, settle, acts.set_field(second, "title", "Trade", shown=None))
    assert [model.id_at(row) for row in range(model.rowCount())] == [first]


def test_what_a_person_is_called_decides_whose_agreements_are_listed(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    party(catalogue, entry, "AZ")
    model.set_spec(ListSpec(kind=EntryKind.AGREEMENT, query="place:shirvan"))
    settle()
    assert model.rowCount() == 0
    write(workspace, settle, acts.set_field(entry + 1, "title", "Shirvan", shown=None))
    assert shown(model) == ["Alpha"]


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
    assert (shown(model), model.is_settled, model.shows_spec) == (["Alpha"], False, False)
    settle()
    assert (shown(model), model.is_settled, model.shows_spec) == (["Ali Asadov"], True, True)


def test_of_two_lists_asked_for_at_once_the_last_is_shown(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    agreements(catalogue, "Alpha")
    make(catalogue, EntryKind.PERSON, "Ali Asadov")
    model.set_spec(AGREEMENTS)
    model.set_spec(ListSpec(kind=EntryKind.PERSON))
    settle()
    assert shown(model) == ["Ali Asadov"]


def test_what_changes_while_a_list_is_read_is_in_it(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    fill(catalogue, 300)
    model.set_spec(AGREEMENTS)
    for entry, title in ((7, "Zeta"), (9, "Agreement 000250 b")):
        act = acts.set_field(entry, "title", title, shown=None)
        workspace.operations.write(act, owner=workspace.hub)
    workspace.operations.write(acts.trash((20,)), owner=workspace.hub)
    settle()
    assert list(model.spine.ids) == list_of(catalogue, AGREEMENTS)
    assert model.data(model.index(model.row_of(7), 0)) == "Zeta"


def test_another_colour_of_a_tag_is_seen_at_once(
    catalogue: Catalogue, workspace: Workspace, model: EntryListModel, settle: Settle
) -> None:
    (entry,) = agreements(catalogue, "Alpha")
    health = tag(catalogue, "health", entry, colour="#207050")
    model.set_spec(AGREEMENTS)
    settle()
    spec = TagSpec(label_en="health", colour="#702050")
    write(workspace, settle, acts.change_tag(health, spec))
    assert model.index(0, 0).data(EntryRoles.TAG_COLOURS) == ("#702050",)


def test_found_words_are_lit_where_they_stand_in_either_line(
    catalogue: Catalogue, model: EntryListModel, settle: Settle, qtbot: QtBot
) -> None:
    make(catalogue, EntryKind.AGREEMENT, "Road to health", agreement_type="roadmap")
    model.set_spec(AGREEMENTS)
    settle()
    index = model.index(0, 0)
    with qtbot.waitSignal(model.dataChanged):
        model.set_lit(lits_of(parse("road* health -to")))
    assert index.data(EntryRoles.LIT_TITLE) == ((0, 4), (8, 14))
    assert index.data(EntryRoles.LIT_SUBTITLE) == ((0, 7),)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_lit(lits_of(parse("road* health")))
    model.set_lit(())
    assert index.data(EntryRoles.LIT_TITLE) == ()


def test_dragged_rows_give_each_id_once(
    catalogue: Catalogue, model: EntryListModel, settle: Settle
) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    model.set_spec(AGREEMENTS)
    settle()
    data = model.mimeData([model.index(row, column) for row in (0, 1) for column in (0, 1)])
    assert bytes(data.data(ENTRY_IDS).data()) == f"{first} {second}".encode()
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
