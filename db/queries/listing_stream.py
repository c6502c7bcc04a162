"""The lines of a list from its first to its last, as a stream: for files, not for screens.

The ids are read first, 8 bytes each, then the lines batch by batch: no walk starts over, and what
comes late costs no more than what comes early.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.queries.chosen import batches_of
from db.queries.lists import list_lines
from db.rows.entries import EntryLine
from db.rows.lists import Chosen

BATCH = 250
"""Lines read at once: more are no quicker, and hold the interpreter longer."""


def stream_lines(
    session: Session, chosen: Chosen, *, size: int = BATCH
) -> Iterator[list[EntryLine]]:
    """Yield the lines of what is selected, of a whole list in its order, so many at once.

    Raises:
        Interrupted: nobody waits for them any more.
    """
    for batch in batches_of(session, chosen, size):
        check_interrupted(session)
        yield list_lines(session, batch)
