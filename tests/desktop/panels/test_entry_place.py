"""Where a list is gone to when its rows come in parts: what is waited for, and until when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.models.entry_reads import FIRST
from desktop.panels.master import MasterPanel
from desktop.workspace import Workspace
from tests.desktop.models.entries import fill, make
from tests.desktop.panels.conftest import Settle
from tests.desktop.panels.lists import Open, open_list, write

__all__ = ["open_list"]


@pytest.fixture
def master(catalogue: Catalogue, open_list: Open, settle: Settle) -> MasterPanel:
    """Show 300 agreements by title; the 200th is current."""
    fill(catalogue, 300)
    master = open_list()
    master.select(200)
    settle()
    return master


def at_first_rows(master: MasterPanel, qtbot: QtBot) -> None:
    """Wait until the first rows of another order are there, and they alone."""
    with qtbot.waitSignal(master.model.loaded):
        master.head.sort_button.sort_by("reference")
    assert (master.model.rowCount(), master.model.is_read(FIRST)) == (300, False)


def test_an_entry_among_the_rows_to_come_is_waited_for_and_nothing_is_current_meanwhile(
    master: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    told = QSignalSpy(master.current_changed)
    at_first_rows(master, qtbot)
    assert (master.current_id(), master.selection().ids) == (0, ())
    assert master.view.verticalScrollBar().value() == 0
    settle()
    assert (master.current_id(), master.selection().ids) == (200, (200,))
    assert 200 in [entry for entry, _top in master.view.place.in_sight()]
    assert told.count() == 0


def test_whoever_goes_somewhere_meanwhile_stays_there(
    master: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    at_first_rows(master, qtbot)
    master.view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(master.view, Qt.Key.Key_Down)
    here = master.current_id()
    assert 0 < here < FIRST
    settle()
    assert master.current_id() == here
    assert master.view.verticalScrollBar().value() == 0


def test_what_is_scrolled_to_meanwhile_stays_in_sight(
    master: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    at_first_rows(master, qtbot)
    master.view.verticalScrollBar().setValue(120)
    seen = master.view.place.in_sight()
    settle()
    assert (master.view.place.in_sight(), master.current_id()) == (seen, 200)


def test_rows_to_come_that_are_scrolled_to_stay_in_sight_and_are_filled_in(
    master: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    at_first_rows(master, qtbot)
    bar = master.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert {entry for entry, _top in master.view.place.in_sight()} == {0}
    settle()
    assert bar.value() == before
    assert 0 not in {entry for entry, _top in master.view.place.in_sight()}
    assert master.current_id() == 200


def test_a_row_to_come_that_is_gone_to_becomes_the_entry_it_is(
    master: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    at_first_rows(master, qtbot)
    master.view.setCurrentIndex(master.model.index(120, 0))
    assert (master.current_id(), master.selection().ids) == (0, ())
    settle()
    assert (master.current_id(), master.selection().ids) == (121, (121,))


@pytest.mark.parametrize("expected", [280, 300, 320])
def test_whoever_goes_to_the_end_is_at_the_end_whatever_was_expected(
    master: MasterPanel, settle: Settle, qtbot: QtBot, expected: int
) -> None:
    master.model.sizes.note({master.spec(): expected})
    with qtbot.waitSignal(master.model.loaded):
        master.head.sort_button.sort_by("reference")
    assert master.model.rowCount() == expected
    master.view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(master.view, Qt.Key.Key_End)
    settle()
    assert (master.current_id(), master.selection().ids) == (300, (300,))
    assert 300 in [entry for entry, _top in master.view.place.in_sight()]


def test_an_entry_asked_for_while_rows_grow_is_gone_to_when_it_is_there(
    master: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    at_first_rows(master, qtbot)
    master.select(250)
    settle()
    assert (master.current_id(), master.selection().ids) == (250, (250,))


def test_where_the_current_entry_no_longer_matches_one_that_followed_it_is_current(
    catalogue: Catalogue, master: MasterPanel, settle: Settle
) -> None:
    for entry in (3, 205):
        catalogue.write(acts.set_field(entry, "title", f"Agreement {entry:06} health", shown=None))
    master.set_query("health")
    settle()
    assert (master.current_id(), master.selection().ids) == (205, (205,))


def test_a_list_never_seen_begins_at_its_first_row(
    catalogue: Catalogue, master: MasterPanel, settle: Settle
) -> None:
    for name in ("Ali Asadov", "Mikhail Murashko"):
        make(catalogue, EntryKind.PERSON, name)
    master.show_spec(ListSpec(kind=EntryKind.PERSON))
    settle()
    assert (master.model.row_of(master.current_id()), len(master.selection().ids)) == (0, 1)


def test_the_last_row_that_goes_leaves_the_one_before_it(
    master: MasterPanel, workspace: Workspace, settle: Settle
) -> None:
    master.select(300)
    write(workspace, settle, acts.trash((300,)))
    assert (master.current_id(), master.selection().ids) == (299, (299,))


def test_nothing_is_current_in_an_empty_list(master: MasterPanel, settle: Settle) -> None:
    told = QSignalSpy(master.current_changed)
    master.set_query("kind:person")
    settle()
    assert (master.current_id(), told.at(0)) == (0, [0])
    master.set_query("")
    settle()
    assert master.current_id() == 1
