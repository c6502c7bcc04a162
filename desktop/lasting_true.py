"""Keeps Python 3.11 alive under PySide6 6.12, where each emitted signal loses a reference to True.

``Signal.emit`` returns True without counting it; after some hundred signals Python 3.11 would free
True and abort ("bool_dealloc: deallocating True or False"). From 3.12 on True is immortal (PEP 683)
and needs nothing. Remove this when the lowest PySide6 we run on no longer does so; a test
tells.
"""

import ctypes
import sys

_MANY = 1 << 40


def make_true_last() -> None:
    """Give True more references than any run can lose; once, and only where it is mortal."""
    if sys.version_info >= (3, 12):
        return
    count = ctypes.c_ssize_t.from_address(id(True))
    if count.value < _MANY:
        count.value += _MANY
