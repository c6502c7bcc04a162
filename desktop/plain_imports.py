"""Gives Python its own ``import`` back, which PySide6 replaces by one that is a third slower.

PySide6's reads and keeps the source of every module imported after it, to see whether that asks
for features such as snake_case names, which nothing here does. It leaves the original in
``builtins`` as ``__orig_import__``; a PySide6 that leaves none is left as it is.
"""

import builtins


def restore_import() -> None:
    """Put Python's own import back; to be called once PySide6 is loaded."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
