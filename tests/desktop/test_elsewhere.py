"""A second window on a catalogue: it shows what the first writes, and can take over after it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.errors import LockedBy
from db.locks.claim import Claim, find_claim
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.acts.entries import create_entry
from desktop.app import Session
from desktop.window import MainWindow
from tests.desktop.windows import open_in, wait_for
from tests.locks.conftest import OtherProgram


@pytest.fixture
def stranger() -> Iterator[OtherProgram]:
    """Start a program that has nothing open."""
    program = OtherProgram()
    yield program
    program.end()


@pytest.fixture
def other(sample: Catalogue, stranger: OtherProgram) -> OtherProgram:
    """Start a program that has the sample catalogue open for writing."""
    sample.close()
    assert stranger.do("open", sample.path) == ""
    return stranger


def _count(window: MainWindow) -> int:
    return window.room.master.model.rowCount()


def _press(window: MainWindow, qtbot: QtBot) -> None:
    button = next(b for b in window.room.others.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_who_has_the_catalogue_and_since_when(
    session: Session, qtbot: QtBot, sample: Catalogue, other: OtherProgram
) -> None:
    assert other.process.poll() is None
    window = open_in(session, sample.path, qtbot)
    reason = window.workspace.operations.catalogue.read_only_because
    assert isinstance(reason, LockedBy)
    assert window.room.others.sentence().startswith(f"{reason.holder} has {sample.path} open")
    assert reason.time in window.room.others.sentence()
    assert window.room.others.isVisible()
    assert "(read only)" in window.windowTitle()


def test_it_shows_what_the_first_window_writes(
    session: Session, qtbot: QtBot, sample: Catalogue, other: OtherProgram
) -> None:
    window = open_in(session, sample.path, qtbot)
    window.room.show_list(ListSpec(kind=EntryKind.PERSON))
    wait_for(window, qtbot)
    before = _count(window)
    other.do("write", "Aaron Aaronson")
    with qtbot.waitSignal(window.workspace.hub.changed):
        window.room.elsewhere.read()
    wait_for(window, qtbot)
    assert _count(window) == before + 1
    window.room.elsewhere.read()
    wait_for(window, qtbot)
    assert _count(window) == before + 1


def test_once_the_first_has_closed_it_offers_to_open_for_editing(
    session: Session, qtbot: QtBot, sample: Catalogue, other: OtherProgram
) -> None:
    window = open_in(session, sample.path, qtbot)
    window.room.elsewhere.look()
    wait_for(window, qtbot)
    assert "close it there" in window.room.others.sentence()
    other.do("close")
    with qtbot.waitSignal(window.room.elsewhere.freed):
        window.room.elsewhere.look()
    assert window.workspace.read_only
    _press(window, qtbot)
    qtbot.waitUntil(lambda: window.has_room and not window.workspace.read_only)
    wait_for(window, qtbot)
    assert not window.room.others.isVisible()
    assert "(read only)" not in window.windowTitle()
    assert other.do("open", sample.path) == "LockedBy"


def test_who_is_quicker_has_it_and_is_named(
    session: Session, qtbot: QtBot, sample: Catalogue, other: OtherProgram
) -> None:
    window = open_in(session, sample.path, qtbot)
    other.kill()
    with qtbot.waitSignal(window.room.elsewhere.freed):
        window.room.elsewhere.look()
    third = Claim(sample.path, "Clara")
    third.take(alone=False)
    with qtbot.waitSignal(window.room.elsewhere.held):
        window.room.elsewhere.look()
    assert "Clara (" in window.room.others.sentence()
    third.drop()


def test_a_window_that_was_not_heard_of_says_who_has_the_catalogue_now(
    session: Session,
    qtbot: QtBot,
    sample: Catalogue,
    stranger: OtherProgram,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sample.close()
    monkeypatch.setattr("db.locks.claim.BEAT", 0.05)
    window = open_in(session, sample.path, qtbot)
    assert not window.workspace.read_only
    stranger.do("on_machine", "another")
    claimed = False
    while not claimed:  # as another computer may once a minute has passed
        found = find_claim(sample.path)
        if found is not None:
            found.path.unlink(missing_ok=True)
        claimed = stranger.do("claim", sample.path)
    catalogue = window.workspace.operations.catalogue
    qtbot.waitUntil(lambda: catalogue.lost_to is not None)
    refused = list[Exception]()
    act = create_entry(EntryKind.PERSON, {"title": "Nobody"})
    window.workspace.operations.write(act, owner=window.room, failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], LockedBy)
    window.room.elsewhere.look()
    assert "Program (" in window.room.others.sentence()
    assert "nothing more can be changed here" in window.room.others.sentence()
    _press(window, qtbot)
    qtbot.waitUntil(lambda: window.has_room and window.workspace.read_only)
    wait_for(window, qtbot)
    assert "Program (" in window.room.others.sentence()
