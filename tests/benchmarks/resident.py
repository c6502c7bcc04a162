"""How much memory a process holds, in megabytes; 0 where the system does not tell."""

import os
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


def most_held_by_running_children() -> float:
    """Return the most the children of this process that still run have held, added up."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    pids = children.read_text(encoding="ascii").split() if children.exists() else []
    return sum(_told("VmHWM:", pid) for pid in pids)


def _told(what: str, process: str = "self") -> float:
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(told.split()[1]) / 1024 for told in lines if told.startswith(what)), 0.0)
