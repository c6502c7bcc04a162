"""How far long work is, and how it is stopped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from db.interruption import Interruption


class Step(StrEnum):
    """What is under way."""

    COPY = "copy"
    CHECK = "check"
    PACK = "pack"
    UNPACK = "unpack"
    COMPARE = "compare"
    RECOVER = "recover"
    REBUILD = "rebuild"


Tell = Callable[[Step, int, int], None]
"""Is told what is under way, how much of it is done, and of how much; 0 where nobody knows."""


def _say_nothing(_step: Step, _done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who looks on while something takes long; `interruption` stops it from any thread."""

    interruption: Interruption = field(default_factory=Interruption)
    tell: Tell = _say_nothing

    def at(self, step: Step, done: int = 0, total: int = 0) -> None:
        """Tell how far it is, and stop here if that was asked.

        Raises:
            Interrupted: it was.
        """
        self.interruption.check()
        self.tell(step, done, total)
