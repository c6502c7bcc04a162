"""What can be told of an unexpected error without a word of the catalogue.

The message of an exception, and the values in it, may quote what somebody catalogued, so neither
is kept: only its kind, the number the system or SQLite gives it, and the places it went through.
"""

import hashlib
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

_ROOT = Path(__file__).parents[2]
_LIBRARIES = frozenset({"site-packages", "dist-packages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bug:
    """An unexpected error: its kinds, cause last, and the places it went through, deepest last."""

    kinds: tuple[str, ...]
    """Such as ``sqlalchemy.exc.IntegrityError (SQLITE_CONSTRAINT_UNIQUE)``."""
    places: tuple[str, ...]
    """Such as ``desktop/forms/saving.py:120 save_mine``."""

    @property
    def code(self) -> str:
        """Six hexadecimal digits, the same whenever the same thing goes wrong in the same place."""
        return hashlib.sha256("\n".join((*self.kinds, *self.places)).encode()).hexdigest()[:6]

    def lines(self) -> list[str]:
        """Return what is written down of it, a line each."""
        return [f"fault {self.code}: {' from '.join(self.kinds)}", *(f"  {p}" for p in self.places)]


def bug_of(error: BaseException) -> Bug:
    """Return what can be told of an error, and of what caused it."""
    chain = tuple(_chain(error))
    return Bug(
        kinds=tuple(_kind(link) for link in chain),
        places=tuple(place for link in reversed(chain) for place in _places(link)),
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen = set[int]()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind(error: BaseException) -> str:
    module = type(error).__module__
    name = type(error).__qualname__
    full = name if module == "builtins" else f"{module}.{name}"
    number = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f"{full} ({number})" if number else full


def _places(error: BaseException) -> list[str]:
    return [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]


def _short(name: str) -> str:
    """Return a file's name from our root or from the library's, which says nothing of its user."""
    path = PurePath(name)
    if path.is_relative_to(_ROOT) and not _LIBRARIES & set(path.parts):
        return path.relative_to(_ROOT).as_posix()
    for at, part in enumerate(path.parts):
        if part in _LIBRARIES:
            return PurePath(*path.parts[at + 1 :]).as_posix()
    return "/".join(path.parts[-2:])
