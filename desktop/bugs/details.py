"""The details of a fault that its finder may copy into a message: where it is, and in what."""

import platform

from PySide6.QtCore import qVersion

from desktop.bugs.bug import Bug
from desktop.bugs.log import last_lines
from desktop.version import VERSION

_LOG_LINES = 40


def details(bug: Bug | None) -> str:
    """Return what to copy: versions, the fault if it is a known one, and the end of the log."""
    from db.engine import dbapi2  # noqa: PLC0415 - a fault may come before any catalogue

    versions = (
        f"Chancery {VERSION}",
        f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {dbapi2.sqlite_version}",
        platform.platform(),
    )
    fault = (*bug.lines(), "") if bug is not None else ()
    return "\n".join((*versions, "", *fault, *last_lines(_LOG_LINES))) + "\n"
