"""Operations: reads in a pool, writes in order on one thread, answers on the GUI thread."""

from collections.abc import Iterator
from threading import Event, get_ident

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.act import Act, Change
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.errors import Refused
from db.terms import EntryKind
from desktop.hub import Hub
from desktop.operations import Operations


@pytest.fixture
def hub(qapp: object) -> Hub:
    return Hub()


@pytest.fixture
def operations(catalogue: Catalogue, hub: Hub) -> Iterator[Operations]:
    operations = Operations(catalogue, hub)
    yield operations
    operations.close()


def _create(title: str, threads: list[int] | None = None) -> Act[int]:
    def run(session: Session) -> int:
        if threads is not None:
            threads.append(get_ident())
        return create_entry(session, kind=EntryKind.PERSON, values={"title": title})

    return Act(key="entry.create", run=run)


def _wait(qtbot: QtBot, operations: Operations) -> None:
    qtbot.waitUntil(lambda: operations.is_idle)


def test_writes_happen_in_order_on_one_other_thread(
    qtbot: QtBot, operations: Operations, catalogue: Catalogue
) -> None:
    owner, threads, told = QObject(), list[int](), list[int]()
    for number in range(20):
        operations.write(_create(f"Person {number}", threads), told.append, owner=owner)
    _wait(qtbot, operations)
    assert told == sorted(told)
    assert len(told) == 20
    assert len(set(threads)) == 1
    assert get_ident() not in threads


def test_the_hub_tells_what_changed_and_who_did_it(
    qtbot: QtBot, operations: Operations, hub: Hub
) -> None:
    owner = QObject()
    with qtbot.waitSignal(hub.changed) as told:
        operations.write(_create("Ali Asadov"), owner=owner)
    assert told.args is not None
    change, initiator = told.args
    assert isinstance(change, Change)
    assert (len(change.entries), initiator) == (1, owner)


def test_a_refusal_reaches_whoever_asked(qtbot: QtBot, operations: Operations) -> None:
    owner, refused = QObject(), list[Exception]()
    operations.write(_create("  "), owner=owner, failed=refused.append)
    _wait(qtbot, operations)
    assert isinstance(refused[0], Refused)


def test_a_failure_nobody_takes_is_told_once(qtbot: QtBot, operations: Operations) -> None:
    with qtbot.waitSignal(operations.failed) as told:
        operations.write(_create("  "), owner=QObject(operations))
    assert told.args is not None
    assert isinstance(told.args[0], Refused)


def test_of_several_reads_in_one_lane_only_the_last_is_answered(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, go, answers = QObject(), Event(), list[int]()

    def query(number: int) -> int:
        go.wait(5)
        return number

    for number in range(5):
        operations.read(
            lambda _session, number=number: query(number),
            answers.append,
            owner=owner,
            lane="list",
        )
    go.set()
    _wait(qtbot, operations)
    assert answers == [4]


def test_an_answer_for_something_gone_is_dropped(qtbot: QtBot, operations: Operations) -> None:
    owner, go, answers = QObject(), Event(), list[bool]()
    operations.read(lambda _session: go.wait(5), answers.append, owner=owner)
    shiboken6.delete(owner)
    go.set()
    _wait(qtbot, operations)
    assert answers == []


def test_reads_can_t_write(qtbot: QtBot, operations: Operations, catalogue: Catalogue) -> None:
    owner, refused = QObject(), list[Exception]()

    def sneak(session: Session) -> None:
        create_entry(session, kind=EntryKind.PERSON, values={"title": "Sneaked in"})
        session.commit()

    operations.read(sneak, lambda _nothing: None, owner=owner, failed=refused.append)
    _wait(qtbot, operations)
    assert refused
    with catalogue.read() as session:
        count = session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()
    assert count == 0


def test_closing_waits_for_what_was_asked_to_be_saved(
    catalogue: Catalogue, operations: Operations
) -> None:
    owner = QObject()
    for number in range(10):
        operations.write(_create(f"Person {number}"), owner=owner)
    operations.close()
    with catalogue.read() as session:
        count = session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()
    assert count == 10
