"""The library that lets single calls go wrong: built, loaded first, and told what to do."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from enum import IntEnum
from pathlib import Path

_SOURCE = Path(__file__).with_name("shim.c")
_PRELOAD = "LD_PRELOAD"


class Mode(IntEnum):
    """What becomes of the chosen call, as in the C source."""

    COUNT = 0
    KILL_BEFORE = 1
    KILL_HALFWAY = 2
    """Half of what is written is written; what can't be halved is not done."""
    FAIL_ONCE = 3
    FAIL_ON = 4
    """This call and all after it fail, as on a full disk."""


def why_not() -> str:
    """Return why calls can't be made to go wrong here; an empty text where they can."""
    if sys.platform != "linux":
        return "calls are made to go wrong on Linux alone"
    if shutil.which("cc") is None:
        return "there is no C compiler: install gcc and the C library's headers"
    return ""


def run_again_interposed(words: list[str]) -> int:
    """Run this module's package in a program that has the library loaded; return its status."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "shim.so"
        command = ["cc", "-O2", "-shared", "-fPIC", "-o", str(built), str(_SOURCE), "-ldl"]
        subprocess.run(command, check=True)
        environment = {**os.environ, _PRELOAD: str(built)}
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults", *words], env=environment, check=False
        )
    return done.returncode


def is_interposed() -> bool:
    """Whether the library is loaded in this program."""
    return hasattr(ctypes.CDLL(None), "fault_arm")


def arm(under: Path, call: int, mode: Mode, error: int = 0) -> None:
    """Let a call, counted from 1, that changes a file under a folder go wrong from now on."""
    ctypes.CDLL(None).fault_arm(
        os.fsencode(under), ctypes.c_long(call), ctypes.c_int(mode), ctypes.c_int(error)
    )


def disarm() -> int:
    """Let all calls go well again; return how many were counted."""
    count = ctypes.CDLL(None).fault_disarm
    count.restype = ctypes.c_long
    return int(count())
