"""What rests on an act, and on that in turn: all that is taken back with it."""

from sqlalchemy.orm import Session

from db.queries.acts import acts_of
from db.reversal import resting_on
from db.rows.acts import ActRow


def acts_resting_on(session: Session, revision: int) -> tuple[ActRow, ...]:
    """Return the later acts that have to be taken back before one can be, the latest first.

    Raises:
        Refused: there is no such act, it does not stand, or it lies before the horizon.
    """
    found, waiting = set[int](), [revision]
    while waiting:
        resting = set(resting_on(session.connection(), waiting.pop())) - found
        found |= resting
        waiting += resting
    return acts_of(session, found)
