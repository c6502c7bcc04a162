"""How far a dossier is, told to whoever waits for it, and stopped where nobody does any more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from db.interruption import check_interrupted

T = TypeVar("T")
Tell = Callable[[int, int], None]
"""Takes how many entries are written, and of how many."""

_STEP = 50


def tell_nobody(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counts the entries written."""

    session: Session
    tell: Tell = tell_nobody
    total: int = 0
    done: int = 0

    def along(self, entries: Iterable[T]) -> Iterator[T]:
        """Yield what is to be written, one by one, and tell of it every few entries.

        Raises:
            Interrupted: the read was cancelled.
        """
        for entry in entries:
            if self.done % _STEP == 0:
                check_interrupted(self.session)
                self.tell(self.done, self.total)
            yield entry
            self.done += 1
