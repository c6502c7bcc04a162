"""This computer and its processes, as far as they can be told from others."""

import os
import sys
from pathlib import Path

_PROC = Path("/proc")


def machine() -> str:
    """Return what tells this computer, since it was started, from all others; else nothing.

    Names won't do: two computers may have the same, and one may change its name with its network.
    """
    if sys.platform == "win32":
        return _windows_machine()
    if sys.platform == "darwin":
        return _darwin_boot()
    return _read(_PROC / "sys/kernel/random/boot_id")


def space() -> str:
    """Return what tells the numbers of processes here from those in another container."""
    try:
        return os.readlink(_PROC / "self/ns/pid")  # noqa: PTH115 - it leads nowhere
    except OSError:
        return ""


def began(process: int) -> str:
    """Return when a process began, to tell it from a later one of its number; else nothing."""
    told = _read(_PROC / str(process) / "stat").rpartition(")")[2].split()
    return told[19] if len(told) > 19 else ""  # `starttime` of proc_pid_stat(5)


def is_running(process: int, begun: str) -> bool | None:
    """Tell whether a process of this computer still runs; None where that can't be known."""
    if sys.platform == "win32":
        return None  # to send signal 0 would end it there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # somebody else's, but there
    now = began(process)
    return now == begun if now and begun else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _darwin_boot() -> str:
    import ctypes  # noqa: PLC0415 - of macOS alone

    told, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    asked = ctypes.CDLL(None).sysctlbyname(
        b"kern.bootsessionuuid", told, ctypes.byref(size), None, ctypes.c_size_t(0)
    )
    return told.value.decode("ascii", "replace") if asked == 0 else ""


def _windows_machine() -> str:
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415 - of Windows alone

    place = r"SOFTWARE\Microsoft\Cryptography"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    except OSError:
        return ""
