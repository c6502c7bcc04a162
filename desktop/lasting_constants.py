"""Keeps Python 3.11 alive under PySide6 6.12, which loses references to True and None.

``Signal.emit`` returns True without counting it, and getters that answer with nothing, such as
``parent()``, do the same with None. After some hundred signals Python 3.11 would free them and
abort ("deallocating True or False"). From 3.12 on they are immortal (PEP 683) and need nothing.
Remove this when the lowest PySide6 we run on no longer does so.
"""

import ctypes
import sys

_MANY = 1 << 40


def make_constants_last() -> None:
    """Give the constants more references than any run can lose; once, and only where mortal."""
    if sys.version_info >= (3, 12):
        return
    for constant in (True, False, None):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _MANY:
            count.value += _MANY
