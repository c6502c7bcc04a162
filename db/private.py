"""Files their owner alone may read: catalogues, their backups, and what lies beside them."""

import os
from io import FileIO
from pathlib import Path

OWNER_ALONE = 0o600
"""The rights of a private file; where the system knows none, its folder's rights hold."""


def open_private(path: Path, *, new: bool = False) -> FileIO:
    """Open a file for writing at its end, made private where it is not there yet.

    Raises:
        FileExistsError: it was to be new, and is there.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_EXCL if new else 0)
    return FileIO(os.open(path, flags | getattr(os, "O_CLOEXEC", 0), OWNER_ALONE), "ab")


def make_private(path: Path) -> None:
    """Make an empty private file for what is about to be written there.

    SQLite keeps the rights of a file it finds, and gives them to the log it writes beside it.

    Raises:
        FileExistsError: a file of that name is there.
    """
    open_private(path, new=True).close()
