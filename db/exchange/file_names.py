"""Makes names of files that came from outside safe to show, to store and to write by."""

import re
from pathlib import PureWindowsPath

from db.text.cleaning import clean_line

_LONGEST = 200
_LONGEST_SUFFIX = 16
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return the last part of a name, without what could mislead a reader or a file system.

    Folders, hidden and reordering characters, dots at either end and what Windows forbids go; the
    name of a device of Windows gets an underscore. Empty stays empty. Idempotent.
    """
    shown = _FORBIDDEN.sub("_", clean_line(re.split(r"[/\\]", name.rstrip("/\\"))[-1]))
    kept = _shortened(shown.strip(". "))
    return f"_{kept}" if _RESERVED.match(kept) else kept


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    suffix = PureWindowsPath(name).suffix
    suffix = suffix if len(suffix) <= _LONGEST_SUFFIX else ""
    return f"{name[: _LONGEST - len(suffix)].rstrip('. ')}{suffix}"
