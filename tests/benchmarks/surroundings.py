"""On what something was measured: the processor, the versions, the state of the program."""

import os
import platform
import subprocess
from datetime import datetime
from pathlib import Path

import PySide6

from db.engine import dbapi2

_HOUSE = Path(__file__).resolve().parents[2]


def today() -> str:
    """Return the day, as files are named by it."""
    return datetime.now().astimezone().date().isoformat()


def surroundings() -> str:
    """Return a list in Markdown; it names neither the machine nor anyone's folders."""
    facts = {
        "day": today(),
        "program": _commit(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "system": _system(),
        "Python": platform.python_version(),
        "SQLite": dbapi2.sqlite_version,
        "PySide6": PySide6.__version__,
    }
    return "\n".join(f"- {what}: {said}" for what, said in facts.items())


def _commit() -> str:
    short = _git("rev-parse", "--short", "HEAD")
    return f"{short} with changes" if _git("status", "--porcelain", "-uno") else short


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=_HOUSE, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else "not known"


def _processor() -> str:
    return _said_in("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = _said_in("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kilobytes) / 1024**2:.0f} GB" if kilobytes else "not known"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def _said_in(file: str, what: str) -> str:
    path = Path(file)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = (told.partition(":")[2].strip() for told in lines if told.startswith(what))
    return next(found, "")
