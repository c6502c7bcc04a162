"""An operation that is broken off in every way, and what must be true of its files afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

Step = Callable[[], object]


class Attempt(Protocol):
    """What an operation tells of itself while it runs in a child."""

    def ready(self) -> None:
        """Say that all is open: from here on calls may fail."""

    def step(self, step: Step) -> None:
        """Carry out a step, and acknowledge it once it is done."""


def _nothing(_folder: Path, _acknowledged: int) -> list[str]:
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Several steps on the files of a folder, in which ``CATALOGUE`` is the catalogue."""

    name: str
    prepare: Callable[[Path], None]
    """Make the files of an empty folder, the same ones each time."""
    run: Callable[[Path, Attempt], None]
    """Carry out all steps; runs in a child that may be killed."""
    also: Callable[[Path, int], Sequence[str]] = field(default=_nothing)
    """Look at the folder once more after so many acknowledged steps; return what is lost."""


CATALOGUE = "catalogue.chancery"
