"""How much memory a process holds, in megabytes; 0 where the system does not tell."""

import sys
from pathlib import Path


def held() -> float:
    """Return what this process holds now."""
    return _told("VmRSS:")


def most_held() -> float:
    """Return the most this process has held."""
    return _told("VmHWM:")


def most_held_by_children() -> float:
    """Return the most any ended child of this process has held."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on every system

    unit = 1024 if sys.platform == "linux" else 1024**2
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit


def _told(what: str) -> float:
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(told.split()[1]) / 1024 for told in lines if told.startswith(what)), 0.0)
