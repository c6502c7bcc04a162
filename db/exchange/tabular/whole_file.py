"""Puts a file in its place whole or not at all: written under a passing name, then renamed."""

import contextlib
import os
import secrets
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def whole_file(path: Path) -> Generator[BinaryIO]:
    """Give a file to write to that takes the place of ``path`` at the end.

    Whatever is raised inside leaves ``path`` as it was and nothing beside it. Raises OSError.
    """
    passing = path.with_name(f".{secrets.token_hex(6)}.part")
    file = passing.open("xb")
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):  # a full disk refuses what is left to be written, too
            file.close()
        passing.unlink(missing_ok=True)
        raise
