"""Whether a window can be opened here, and in one sentence what to do if not."""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_PACKAGES = (
    "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-shape0 libxcb-xinerama0 libdbus-1-3 libfontconfig1"
)


def why_no_window() -> str:
    """Return why no window can be opened and what to do, or an empty text where one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux"):
        return ""
    missing = _missing_library(needs_x11=not platform and not os.environ.get("WAYLAND_DISPLAY"))
    if missing:
        return (
            f"The system library {missing} that the window needs is missing: on Debian or Ubuntu, "
            f"install it with “apt install {_PACKAGES}”."
        )
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_display and not platform.startswith(_WITHOUT_DISPLAY):
        return (
            "There is no display to open a window on: start Chancery from a desktop session, "
            "or use the commands that need no window (see --help)."
        )
    return ""


def _missing_library(*, needs_x11: bool) -> str:
    """Return the first shared library that Qt can't load, by loading Qt's own files."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        return ""
    qt = Path(found.origin).parent / "Qt"
    wanted = [qt / "lib" / "libQt6Widgets.so.6"]
    if needs_x11:
        wanted.append(qt / "plugins" / "platforms" / "libqxcb.so")
    for library in wanted:
        try:
            ctypes.CDLL(str(library))
        except OSError as error:
            return str(error).partition(":")[0]
    return ""
