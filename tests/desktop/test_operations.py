"""Operations: reads in a pool, writes in order on one thread, answers on the GUI thread."""

from collections.abc import Callable, Iterator
from threading import Event, get_ident

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.act import Act, Change
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.errors import Refused
from db.terms import EntryKind
from desktop.hub import Hub
from desktop.operations import AT_ONCE, IN_BACKGROUND, WITHOUT_SESSION, Operations

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


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


def _endless(session: Session) -> object:
    """Ask what SQLite would never answer: only an interruption ends it."""
    return session.connection().exec_driver_sql(ENDLESS).scalar()


def _begun(query: Callable[[Session], object], begun: Event) -> Callable[[Session], object]:
    def run(session: Session) -> object:
        begun.set()
        return query(session)

    return run


def test_an_overtaken_read_is_interrupted(qtbot: QtBot, operations: Operations) -> None:
    owner, begun, answers = QObject(), Event(), list[object]()
    operations.read(_begun(_endless, begun), answers.append, owner=owner, lane="list")
    assert begun.wait(10)
    operations.read(lambda _session: "last", answers.append, owner=owner, lane="list")
    _wait(qtbot, operations)
    assert answers == ["last"]


def test_a_read_of_another_lane_or_owner_goes_on(qtbot: QtBot, operations: Operations) -> None:
    owner, other, go, answers = QObject(), QObject(), Event(), list[object]()

    def query(session: Session) -> object:
        go.wait(10)
        return session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()

    operations.read(query, answers.append, owner=owner, lane="counts")
    operations.read(query, answers.append, owner=other, lane="list")
    operations.read(_endless, answers.append, owner=owner, lane="list")
    operations.read(lambda _session: "last", answers.append, owner=owner, lane="list")
    go.set()
    _wait(qtbot, operations)
    assert sorted(map(str, answers)) == ["0", "0", "last"]


def test_a_read_overtaken_before_its_turn_never_starts(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, go, ran = QObject(), Event(), list[int]()
    for _ in range(AT_ONCE):
        operations.read(lambda _session: go.wait(10), lambda _done: None, owner=owner)
    for number in range(20):
        operations.read(
            lambda _session, number=number: ran.append(number),
            lambda _done: None,
            owner=owner,
            lane="list",
        )
    go.set()
    _wait(qtbot, operations)
    assert ran == [19]


def test_a_cancelled_read_is_interrupted_and_never_answered(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, begun, told = QObject(), Event(), list[object]()
    operations.failed.connect(told.append)
    operations.read(
        _begun(_endless, begun), told.append, owner=owner, lane="list", failed=told.append
    )
    assert begun.wait(10)
    operations.cancel(owner=owner, lane="list")
    _wait(qtbot, operations)
    assert told == []


def test_all_that_was_asked_for_an_owner_is_cancelled_at_once_but_what_it_saves(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, other, told = QObject(), QObject(), list[object]()
    operations.read(_endless, told.append, owner=owner, lane="list")
    operations.read(_endless, told.append, owner=owner, background=True)
    operations.write(_create("Ali Asadov"), told.append, owner=owner)
    operations.read(lambda _session: "other", told.append, owner=other)
    operations.cancel(owner=owner)
    _wait(qtbot, operations)
    assert sorted(map(str, told)) == ["1", "other"]


def test_the_read_of_an_owner_that_dies_is_interrupted(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, begun = QObject(), Event()
    operations.read(_begun(_endless, begun), lambda _answer: None, owner=owner)
    assert begun.wait(10)
    shiboken6.delete(owner)
    _wait(qtbot, operations)


def test_what_an_owner_saves_is_saved_though_it_dies(
    qtbot: QtBot, operations: Operations, catalogue: Catalogue
) -> None:
    owner, go = QObject(), Event()
    operations.keep(lambda _session: go.wait(10), owner=QObject(operations))
    operations.write(_create("Ali Asadov"), owner=owner)
    shiboken6.delete(owner)
    go.set()
    _wait(qtbot, operations)
    with catalogue.read() as session:
        count = session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()
    assert count == 1


def test_what_is_waited_for_does_not_queue_behind_the_background(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, go, answers = QObject(), Event(), list[str]()
    for _ in range(3 * IN_BACKGROUND):
        operations.read(
            lambda _session: go.wait(30), lambda _done: None, owner=owner, background=True
        )
    for _ in range(3 * WITHOUT_SESSION):
        operations.run(lambda: go.wait(30), lambda _done: None, owner=owner)
    operations.read(lambda _session: "rows", answers.append, owner=owner)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["rows"]
    assert not operations.is_idle
    go.set()
    _wait(qtbot, operations)


def test_two_hundred_quick_overtakings_leave_nothing_behind(
    qtbot: QtBot, operations: Operations, catalogue: Catalogue
) -> None:
    owner, answers = QObject(), list[object]()
    for _ in range(200):
        operations.read(_endless, answers.append, owner=owner, lane="list")
        QCoreApplication.processEvents()
    operations.read(lambda _session: "last", answers.append, owner=owner, lane="list")
    _wait(qtbot, operations)
    assert answers == ["last"]
    assert (operations._asked, operations._lanes) == (set(), {})
    for _ in range(20):
        with catalogue.read() as session:
            count = session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()
        assert count == 0


def test_closing_does_not_wait_for_what_is_read(catalogue: Catalogue, hub: Hub) -> None:
    operations, owner, answers = Operations(catalogue, hub), QObject(), list[object]()
    for number in range(10):
        operations.read(_endless, answers.append, owner=owner, background=number > 5)
    operations.close()
    operations.read(lambda _session: "late", answers.append, owner=owner)
    QCoreApplication.processEvents()
    assert operations.is_idle
    assert answers == []


def test_an_answer_for_something_gone_is_dropped(qtbot: QtBot, operations: Operations) -> None:
    owner, go, answers = QObject(), Event(), list[bool]()
    operations.read(lambda _session: go.wait(5), answers.append, owner=owner)
    shiboken6.delete(owner)
    go.set()
    _wait(qtbot, operations)
    assert answers == []


def test_a_look_is_answered_while_reads_are_held(
    qtbot: QtBot, operations: Operations, catalogue: Catalogue
) -> None:
    owner, told = QObject(), list[str]()
    operations.hold()
    operations.read(lambda _session: "read", told.append, owner=owner)
    operations.look(
        lambda execute: str(len(list(execute("SELECT 1", ())))), told.append, owner=owner
    )
    qtbot.waitUntil(lambda: told == ["1"])
    operations.write(_create("Murashko"), lambda _id: told.append("written"), owner=owner)
    qtbot.waitUntil(lambda: told == ["1", "written"])
    assert not operations.is_idle
    operations.release()
    _wait(qtbot, operations)
    operations.read(lambda _session: "after", told.append, owner=owner)
    _wait(qtbot, operations)
    assert told == ["1", "written", "read", "after"]


def test_of_held_reads_in_one_lane_only_the_last_is_answered(
    qtbot: QtBot, operations: Operations
) -> None:
    owner, told = QObject(), list[int]()
    operations.hold()
    for number in range(3):
        operations.read(lambda _s, n=number: n, told.append, owner=owner, lane="rows")
    operations.release()
    _wait(qtbot, operations)
    assert told == [2]


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
