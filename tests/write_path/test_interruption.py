"""Reads stopped from another thread: at once, wholly, and never the one that comes after."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.engine import READERS
from db.errors import CatalogueError, Interrupted
from db.interruption import Interruption, check_interrupted

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
MANY = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT i FROM n"
)


def _endless(session: Session) -> object:
    return session.connection().exec_driver_sql(ENDLESS).scalar()


def _count(session: Session) -> object:
    return session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()


def _read(
    catalogue: Catalogue, query: Callable[[Session], object], interruption: Interruption
) -> object:
    try:
        with catalogue.read(interruption) as session:
            return query(session)
    except CatalogueError as error:
        return type(error)


def _started(query: Callable[[Session], object], started: Event) -> Callable[[Session], object]:
    def run(session: Session) -> object:
        started.set()
        return query(session)

    return run


def test_an_endless_statement_ends_when_that_is_asked(catalogue: Catalogue) -> None:
    interruption, started = Interruption(), Event()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(_read, catalogue, _started(_endless, started), interruption)
        started.wait(10)
        interruption.interrupt()
        assert answer.result(30) is Interrupted


def test_a_read_asked_to_stop_before_it_began_asks_nothing(catalogue: Catalogue) -> None:
    interruption, ran = Interruption(), list[object]()
    interruption.interrupt()
    assert _read(catalogue, ran.append, interruption) is Interrupted
    assert ran == []


def test_a_statement_after_the_asking_does_not_begin(catalogue: Catalogue) -> None:
    interruption = Interruption()

    def query(session: Session) -> object:
        _count(session)
        interruption.interrupt()  # SQLite's own interrupt is lost here: no statement runs
        return _endless(session)

    assert _read(catalogue, query, interruption) is Interrupted


def test_a_statement_that_began_just_after_the_asking_ends_too(catalogue: Catalogue) -> None:
    interruption = Interruption()

    def query(session: Session) -> object:
        connection = session.connection()

        @event.listens_for(connection, "before_cursor_execute")
        def _late(*_what: object) -> None:  # pyright: ignore[reportUnusedFunction] - registered by the decorator
            interruption.interrupt()  # after the look that comes before each statement

        return connection.exec_driver_sql(ENDLESS).scalar()

    assert _read(catalogue, query, interruption) is Interrupted


def test_work_between_statements_can_ask(catalogue: Catalogue) -> None:
    interruption, rounds = Interruption(), list[int]()

    def query(session: Session) -> None:
        for number in range(1000):
            check_interrupted(session)
            rounds.append(number)
            if number == 3:
                interruption.interrupt()

    assert _read(catalogue, query, interruption) is Interrupted
    assert rounds == [0, 1, 2, 3]


def test_the_work_of_a_read_nobody_can_stop_goes_on(catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        check_interrupted(session)
        assert _count(session) == 0


def test_the_next_reader_of_the_connection_is_spared(catalogue: Catalogue) -> None:
    first = Interruption()
    _read(catalogue, _count, first)

    def query(session: Session) -> object:
        rows = session.connection().exec_driver_sql(MANY)
        one = rows.fetchone()
        first.interrupt()  # too late: its read is over, and this one has its connection
        return one, len(rows.fetchall())

    assert _read(catalogue, query, Interruption()) == ((1,), 199_999)


def test_a_half_read_statement_leaves_no_interrupted_connection(catalogue: Catalogue) -> None:
    def query(session: Session) -> None:
        raw = session.connection().connection.dbapi_connection
        assert raw is not None
        cursor = raw.execute(MANY)  # pyright: ignore[reportAttributeAccessIssue] - of SQLite's alone
        raw.rollback()
        cursor = raw.execute(MANY)  # pyright: ignore[reportAttributeAccessIssue] - likewise; the driver no longer resets this one
        cursor.fetchone()
        interruption.interrupt()
        check_interrupted(session)

    for _ in range(2 * READERS):
        interruption = Interruption()
        assert _read(catalogue, query, interruption) is Interrupted
        assert _read(catalogue, _count, Interruption()) == 0


def test_other_errors_stay_what_they_are(catalogue: Catalogue) -> None:
    def query(session: Session) -> None:
        session.connection().exec_driver_sql("SELECT * FROM nowhere")

    with pytest.raises(Exception, match="no such table"), catalogue.read(Interruption()) as session:
        query(session)


def test_readers_and_those_who_stop_them_do_not_hurt_each_other(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    interruptions = [Interruption() for _ in range(200)]
    rest = [Interruption() for _ in range(200)]
    with ThreadPoolExecutor(READERS) as pool:
        stopped = [pool.submit(_read, catalogue, _endless, one) for one in interruptions]
        counted = [pool.submit(_read, catalogue, _count, one) for one in rest]
        stopper = Thread(target=lambda: [one.interrupt() for one in interruptions])
        stopper.start()
        assert {one.result(60) for one in stopped} == {Interrupted}
        assert {one.result(60) for one in counted} == {0}
        stopper.join()
    assert catalogue.path.parent == tmp_path
