"""Fetches rows for a dossier: plain columns, in parts, so that nobody waits long for a cancel."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.text.dates import EdtfDate

_PART = 2_000
"""Rows between two looks whether somebody still waits: some ten milliseconds."""


def fetched(session: Session, statement: Executable) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a statement of table columns, without any mapped object.

    Raises:
        Interrupted: the read was cancelled.
    """
    for part in session.connection().execute(statement).partitions(_PART):
        check_interrupted(session)
        yield from part


def date_in(text: str | None, earliest: date | None, latest: date | None) -> EdtfDate | None:
    """Return the date that three columns hold, see ``db.base.edtf_columns``."""
    return None if text is None else EdtfDate(text, earliest, latest)
