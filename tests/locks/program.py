"""A program of its own that opens catalogues: told what to do by lines, it answers each with one.

It can be put on another computer, or on a file system without locks: what the platform says of
that is all that is altered here.
"""

import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import filelock

from db import network
from db.catalogue import Catalogue
from db.errors import CatalogueError
from db.locks import claim, processes
from db.locks.claim import Claim
from tests.factories import make_person
from tests.write_path.acts import rows


def _without_locks() -> None:
    def acquire(*_words: object, **_options: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    filelock.BaseFileLock.acquire = acquire  # pyright: ignore[reportAttributeAccessIssue] - as a platform without them


class Program:
    """What can be asked for: each act answers with what can be written as JSON."""

    def __init__(self) -> None:
        self._catalogue: Catalogue | None = None
        self._claim: Claim | None = None

    def without_locks(self) -> None:
        """Go on as on a file system that has none."""
        _without_locks()

    def on_machine(self, name: str) -> None:
        """Go on as on another computer."""
        processes.machine = lambda: name

    def with_mounts(self, path: str) -> None:
        """Go on with other file systems mounted."""
        network.MOUNTS = Path(path)

    def beating(self, seconds: str) -> None:
        """Give signs of life more often."""
        claim.BEAT = float(seconds)

    def open(self, path: str) -> str:
        """Open a catalogue; answer why it can't be written."""
        self._catalogue = Catalogue.open(Path(path), who="Program", program="Chancery test")
        because = self._catalogue.read_only_because
        return "" if because is None else type(because).__name__

    def write(self, title: str) -> int:
        """Make a person."""
        return make_person(self._open(), title)

    def titles(self) -> list[str]:
        """Answer what can be read."""
        return [
            str(title) for (title,) in rows(self._open(), "SELECT title FROM entry ORDER BY id")
        ]

    def close(self) -> None:
        """Close the catalogue."""
        self._open().close()

    def claim(self, path: str) -> bool:
        """Make a claim, without any lock; answer whether it was made."""
        self._claim = Claim(Path(path), "Program")
        try:
            self._claim.take(alone=False)
        except CatalogueError:
            return False
        return True

    def drop(self) -> None:
        """Give the claim up."""
        if self._claim is not None:
            self._claim.drop()

    def _open(self) -> Catalogue:
        if self._catalogue is None:
            raise LookupError
        return self._catalogue


def main() -> None:
    """Do what is asked for, line by line."""
    program = Program()
    for line in sys.stdin:
        name, *words = json.loads(line)
        act: Callable[..., Any] = getattr(program, name)
        try:
            answer = {"answer": act(*words)}
        except CatalogueError as error:
            answer = {"refused": type(error).__name__, "sentence": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
