"""Names of originals in a directory: short, without blanks, and none that a system reserves."""

import re

from db.exchange.file_names import safe_name

_LONGEST = 100
"""Bytes of UTF-8: with the folders before it, short enough for Windows."""
_AWKWARD = re.compile(r"[%~\s]+")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³]|conin\$|conout\$)(\..*)?")


def bag_name(name: str) -> str:
    """Return the name an original stands under; never empty, never hidden."""
    kept = _AWKWARD.sub("_", safe_name(name)).lstrip("._-")
    if _DEVICE.fullmatch(kept):
        kept = f"_{kept}"
    return _shortened(kept) or "file"


def _shortened(name: str) -> str:
    if len(name.encode()) <= _LONGEST:
        return name
    stem, dot, suffix = name.rpartition(".")
    kept = f".{suffix}" if dot and len(suffix.encode()) <= 10 else ""
    room = _LONGEST - len(kept.encode())
    return (stem if kept else name).encode()[:room].decode("utf-8", "ignore").rstrip("._- ") + kept
