"""Word lists that ship with Chancery: plain text, a word or name a line, read when first asked."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent.parent / "resources" / "gazetteers"


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of a list by its name without ``.txt``, without comments and empty lines."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the lines of a list as a set, to ask whether a word is on it."""
    return frozenset(lines_of(name))
