"""A long session emits many signals; Python must outlive them."""

import sys

from PySide6.QtCore import QObject, Signal

import desktop.lasting_true  # noqa: F401 - what is tested

MORE_THAN_TRUE_HAS = 5_000


class _Caller(QObject):
    called = Signal(int)


def test_many_signals_do_not_use_up_true(qapp: object) -> None:
    caller = _Caller()
    for number in range(MORE_THAN_TRUE_HAS):
        caller.called.emit(number)
    assert sys.getrefcount(True) > MORE_THAN_TRUE_HAS
