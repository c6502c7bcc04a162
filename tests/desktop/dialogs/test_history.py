"""The history of the catalogue: listed, narrowed, and acts of it taken back."""

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.queries.sheets import entry_sheet
from db.rows.acts import ActsWanted
from db.terms import LinkKind
from desktop.dialogs.history import HistoryDialog
from desktop.models.act_list import ABOUT, STATE, WHAT, ActListModel
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press
from tests.factories import make_agreement, make_country, make_link, make_person
from tests.write_path.acts import rows


@pytest.fixture
def catalogue_(workspace: Workspace) -> Catalogue:
    return workspace.operations.catalogue


@pytest.fixture
def agreement(catalogue_: Catalogue) -> int:
    entry = make_agreement(catalogue_, "Roadmap")
    for number in ("17", "18"):
        _set(catalogue_, entry, number)
    make_person(catalogue_, "Anna")
    return entry


@pytest.fixture
def history(workspace: Workspace, agreement: int, show: Show, settle: Settle) -> HistoryDialog:
    assert agreement
    dialog = HistoryDialog(workspace)
    show(dialog)
    settle()
    return dialog


def _set(catalogue: Catalogue, entry: int, number: str) -> None:
    catalogue.write(
        Act(
            key="entry.set",
            about="Roadmap",
            run=lambda s: set_field(s, entry_id=entry, field="number", value=number),
        )
    )


def _column(model: ActListModel, column: int) -> list[str]:
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


def _number(catalogue: Catalogue, entry: int) -> str:
    with catalogue.read() as session:
        sheet = entry_sheet(session, entry)
    assert sheet is not None
    return sheet.values["number"]


def _settled(history: HistoryDialog, settle: Settle, qtbot: QtBot) -> None:
    settle()
    qtbot.waitUntil(lambda: not history.taking.is_running)
    settle()


def test_acts_are_listed_newest_first_with_what_the_chosen_one_changed(
    history: HistoryDialog, settle: Settle
) -> None:
    assert _column(history.model, WHAT) == ["New entry", "Edit", "Edit", "New entry"]
    assert history.list.hasFocus()
    press(Qt.Key.Key_Down)
    settle()
    assert "17 → 18" in history.text.toPlainText()
    QAbstractItemModelTester(history.model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_delete_takes_the_chosen_act_back_and_ctrl_z_brings_it_again(
    history: HistoryDialog, agreement: int, catalogue_: Catalogue, settle: Settle, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    _settled(history, settle, qtbot)
    assert _number(catalogue_, agreement) == "17"
    assert _column(history.model, WHAT)[0] == "Take back alone"
    assert _column(history.model, STATE) == ["", "", "taken back", "", ""]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert _number(catalogue_, agreement) == "18"
    assert _column(history.model, STATE) == ["", "undone", "", "", "", ""]


def test_what_rests_on_an_act_is_shown_and_taken_back_with_it(
    history: HistoryDialog, agreement: int, catalogue_: Catalogue, settle: Settle, qtbot: QtBot
) -> None:
    history.jump(int(str(rows(catalogue_, "SELECT min(id) FROM revision")[0][0])))
    settle()
    assert history.take_button.isEnabled()
    press(Qt.Key.Key_Delete)
    _settled(history, settle, qtbot)
    shown = [history.taking.list.item(n).text() for n in range(history.taking.list.count())]
    assert len(shown) == 2
    assert all(line.startswith("Edit: Roadmap") for line in shown)
    assert "2 later acts rest on it" in history.taking.message.sentence()
    assert history.taking.all_too.hasFocus()
    press(Qt.Key.Key_Space)
    _settled(history, settle, qtbot)
    assert rows(catalogue_, f"SELECT id FROM entry WHERE id = {agreement}") == []
    assert _column(history.model, STATE).count("taken back") == 3
    assert "3 acts are taken back" in history.taking.message.sentence()


def test_one_jumps_to_what_rests_on_an_act(
    history: HistoryDialog, catalogue_: Catalogue, agreement: int, settle: Settle, qtbot: QtBot
) -> None:
    make_link(catalogue_, LinkKind.PARTY, agreement, make_country(catalogue_))
    first = int(str(rows(catalogue_, "SELECT min(id) FROM revision")[0][0]))
    history.jump(first)
    settle()
    press(Qt.Key.Key_Delete)
    _settled(history, settle, qtbot)
    item = history.taking.list.item(1)
    history.taking.list.itemActivated.emit(item)
    settle()
    current = history.current()
    assert current is not None
    assert current.revision > first
    assert history.list.hasFocus()


def test_words_kind_and_day_narrow_the_list(
    history: HistoryDialog, settle: Settle, qtbot: QtBot
) -> None:
    def asked() -> None:
        with qtbot.waitSignal(history.model.loaded):
            pass
        settle()

    history.filter.words.setText("ROADM")
    asked()
    assert _column(history.model, ABOUT) == ["Roadmap", "Roadmap"]
    history.filter.words.clear()
    history.filter.kind.setCurrentIndex(history.filter.kind.findData("entry.create"))
    asked()
    assert _column(history.model, WHAT) == ["New entry", "New entry"]
    history.filter.day.setText("1999")
    asked()
    assert history.model.rowCount() == 0
    history.filter.clear()
    settle()
    assert history.model.rowCount() == 4


def test_the_horizon_is_a_line_before_which_nothing_is_taken_back(
    history: HistoryDialog,
    workspace: Workspace,
    agreement: int,
    settle: Settle,
    catalogue_: Catalogue,
) -> None:
    line = (
        "INSERT INTO revision (at, who, act, about, program, visit, state) "
        "SELECT at, '', 'schema.horizon', '', '9.9', '', 'step' "
        "FROM revision ORDER BY id DESC LIMIT 1"
    )
    catalogue_.keep(lambda session: session.connection().exec_driver_sql(line))
    _set(catalogue_, agreement, "19")
    history.model.ask(history.filter.wanted())
    settle()
    assert "before version 9.9" in _column(history.model, ABOUT)[1]
    history.jump(2)
    settle()
    assert not history.take_button.isEnabled()
    assert workspace.operations.is_idle


def test_more_acts_come_as_one_scrolls(
    workspace: Workspace, catalogue_: Catalogue, settle: Settle
) -> None:
    many = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 450) "
        "INSERT INTO revision (at, who, act, about, program, visit, state) "
        "SELECT '2026-11-22T10:00:00.000000Z', 'Anna', 'entry.set', 'Title ' || i, '', '', 'done' "
        "FROM n"
    )
    catalogue_.keep(lambda session: session.connection().exec_driver_sql(many))
    model = ActListModel(workspace)
    model.ask(ActsWanted())
    settle()
    sizes = [model.rowCount()]
    while not model.is_complete:
        model.fetchMore(QModelIndex())
        settle()
        sizes.append(model.rowCount())
    assert sizes == [200, 400, 450]


def test_enter_opens_what_the_act_was_done_to(
    history: HistoryDialog, agreement: int, settle: Settle, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Down)
    settle()
    with qtbot.waitSignal(history.open_requested) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [agreement]


def test_the_size_it_was_left_with_is_kept(workspace: Workspace, show: Show) -> None:
    for expected in (None, QSize(700, 420)):
        dialog = HistoryDialog(workspace)
        show(dialog)
        assert expected is None or dialog.size() == expected
        dialog.resize(700, 420)
        dialog.reject()
