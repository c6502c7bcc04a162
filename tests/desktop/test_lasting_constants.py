"""A long session emits many signals; Python must outlive them."""

import sys

from PySide6.QtCore import QObject, Signal

from desktop.lasting_constants import make_constants_last

MORE_THAN_ANY_HAS = 20_000


class _Caller(QObject):
    called = Signal(int)


def test_many_signals_and_empty_answers_use_up_no_constant(qapp: object) -> None:
    make_constants_last()
    caller = _Caller()
    for number in range(MORE_THAN_ANY_HAS):
        caller.called.emit(number)
        assert caller.parent() is None
    assert sys.getrefcount(True) > MORE_THAN_ANY_HAS
    assert sys.getrefcount(None) > MORE_THAN_ANY_HAS
