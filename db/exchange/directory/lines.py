"""Lines of a file that somebody else has written: in bounded memory, whatever they hold."""

from collections.abc import Iterator
from pathlib import Path

from db.errors import Unimportable

MB = 1_000_000
LONGEST_MB = 64
"""Of a line of records: far more than any entry with all that belongs to it."""


def read_lines(path: Path, name: str, *, limit_mb: int = LONGEST_MB) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file with their numbers from 1, each with its line feed.

    Raises:
        Unimportable: ``long_line``, or ``illegible``.
    """
    most = limit_mb * MB
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(most + 1):
                number += 1
                if len(line) > most:
                    raise Unimportable("long_line", file=name, line=number, limit=limit_mb)
                yield number, line
    except OSError:
        raise Unimportable("illegible", file=name) from None
