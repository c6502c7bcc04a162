"""Opens files that someone chose: plain files alone, and no more of them than is wanted."""

import os
import stat
from pathlib import Path

from db.errors import Unreadable
from db.exchange.file_names import safe_name

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe nobody writes to would be waited for without end
    | getattr(os, "O_NOCTTY", 0)
)


def bytes_of_file(file: Path, *, largest_mb: int) -> bytes:
    """Return what is in a file; a link is followed, since it was chosen by its name.

    Raises Unreadable: "not_opened", "not_a_file" for folders, devices and pipes, of which nothing
    is read, and "too_large", also where a file holds more than its size says.
    """
    name, most = safe_name(file.name), largest_mb * 1_000_000
    try:
        if file.is_dir():  # Windows opens no folders
            raise Unreadable(name, "not_a_file")
        with open(os.open(file, _FLAGS), "rb") as stream:  # noqa: PTH123 - a descriptor, no path
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(name, "not_a_file")
            if status.st_size > most:
                raise Unreadable(name, "too_large", limit=largest_mb)
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero in the path
        raise Unreadable(name, "not_opened") from error
    if len(content) > most:
        raise Unreadable(name, "too_large", limit=largest_mb)
    return content
