"""Shuts the process that reads in: bounds on time and memory, no files, no network, no programs.

On POSIX the system holds the bounds. Since no descriptor can be opened any more, neither a file nor
a socket can, not even by a library's own code. Everywhere Python refuses what its hooks can see.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

MOST_MEMORY = 1_500_000_000
"""Bytes of address space: what the largest honest file needs is a third of it."""

_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.startfile", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.kill", "shutil.", "urllib.", "http.", "ftplib.", "smtplib.",
    "webbrowser.", "winreg.", "ctypes.dlopen", "sqlite3.",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def resource_module() -> Any:  # noqa: ANN401 - there is none on Windows
    """Return the module for bounds, None on systems that have none."""
    with suppress(ImportError):
        return import_module("resource")
    return None


def confine() -> None:
    """Shut this process in, for good; all modules it needs must have been loaded before."""
    resource = resource_module()
    if resource is not None:
        for name, most in (
            ("RLIMIT_AS", MOST_MEMORY),
            ("RLIMIT_FSIZE", 0),
            ("RLIMIT_CORE", 0),
            ("RLIMIT_NPROC", 0),
            ("RLIMIT_NOFILE", 0),
        ):
            _limit(resource, name, most)
    sys.addaudithook(_watch)


def allow_seconds(seconds: int) -> None:
    """Let this process run for so many seconds of the processor from now; then it is ended."""
    resource = resource_module()
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _limit(resource: Any, name: str, most: int) -> None:  # noqa: ANN401 - as above
    """Set a bound where the system knows it; macOS knows memory's and does not hold it."""
    kind = getattr(resource, name, None)
    if kind is not None:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and _is_writing(args)):
        raise PermissionError(event)


def _is_writing(args: tuple[object, ...]) -> bool:
    mode, flags = (*args, None, None, None)[1:3]
    is_mode = isinstance(mode, str) and any(sign in mode for sign in "wax+")
    return is_mode or (isinstance(flags, int) and bool(flags & _WRITES))
