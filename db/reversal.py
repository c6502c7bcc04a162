"""Taking back one past act alone: what rests on it, and the change that undoes it.

An act can be taken back where each of its rows is still as it left it, and nothing made later
refers to a row that would go. Taking it back is an act like others, recorded by the write path,
and so undone like others.
"""

from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from db.errors import Blocked, Refused
from db.history import RowChange, apply, changes_of, horizon
from db.obstacles import acts_in_the_way, later_of_same_entries
from db.terms import RevisionState

KEY = "undo.alone"
"""The key of the act that takes back another."""


def take_back(connection: Connection, revision: int) -> None:
    """Undo an act that stands, whatever was done since.

    Raises:
        Refused: there is no such act, it does not stand, or it lies before the horizon.
        Blocked: later acts rest on it; the error names them. Nothing has changed then.
    """
    _want_standing(connection, revision)
    changes = _reverse(changes_of(connection, revision))
    blocking = _blocking(connection, revision, changes)
    if blocking:
        raise Blocked(by=blocking)
    try:
        apply(connection, changes)
    except (Refused, IntegrityError) as error:
        raise Blocked(by=later_of_same_entries(connection, revision)) from error


def resting_on(connection: Connection, revision: int) -> tuple[int, ...]:
    """Return the later acts that have to be taken back first, the latest first; none if free."""
    _want_standing(connection, revision)
    return _blocking(connection, revision, _reverse(changes_of(connection, revision)))


def _want_standing(connection: Connection, revision: int) -> None:
    state = connection.exec_driver_sql(
        "SELECT state FROM revision WHERE id = ?", (revision,)
    ).scalar()
    if state is None:
        raise Refused("act_missing")
    if state != RevisionState.DONE:
        raise Refused("act_not_standing")
    if revision in _cancelled(connection, revision - 1):
        raise Refused("act_not_standing")
    if revision <= horizon(connection):
        raise Refused("act_before_horizon")


def _reverse(changes: Sequence[RowChange]) -> list[RowChange]:
    return [
        RowChange(table=one.table, key=one.key, before=one.after, after=one.before)
        for one in reversed(changes)
    ]


def _blocking(
    connection: Connection, revision: int, changes: Sequence[RowChange]
) -> tuple[int, ...]:
    """Return the standing later acts in the way of changes, the latest first."""
    in_the_way = acts_in_the_way(connection, revision, changes)
    return tuple(sorted(in_the_way - _cancelled(connection, revision), reverse=True))


def _cancelled(connection: Connection, revision: int) -> set[int]:
    """Return the acts after one that were taken back alone, with those that did so."""
    pairs = connection.exec_driver_sql(
        "SELECT steps_id, id FROM revision WHERE steps_id > ? AND +state = ? ORDER BY id DESC",
        (revision, RevisionState.DONE),
    )
    found: set[int] = set()
    for taken, taker in pairs:
        if taker not in found:  # else it was itself taken back
            found |= {int(taken), int(taker)}
    return found
