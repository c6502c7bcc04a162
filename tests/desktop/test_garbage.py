"""What tests leave behind dies in this thread, or not at all: elsewhere it would crash Qt."""

import gc
from threading import Thread
from weakref import ref

from PySide6.QtWidgets import QApplication, QWidget

from desktop.collector import spare_what_is_loaded
from tests.desktop.conftest import garbage_kept_here


class Ring(QWidget):
    """Refers to itself: only the collector frees it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def _collect_elsewhere() -> None:
    thread = Thread(target=gc.collect)
    thread.start()
    thread.join()


def test_nothing_is_collected_while_workers_may_run() -> None:
    assert not gc.isenabled()


def test_garbage_is_gone_at_the_end(qapp: QApplication) -> None:
    with garbage_kept_here():
        left = ref(Ring())
        assert left() is not None
    assert left() is None


def test_what_becomes_garbage_later_is_not_freed_by_another_thread(qapp: QApplication) -> None:
    with garbage_kept_here():
        kept = [Ring()]
        left = ref(kept[0])
    kept.clear()
    _collect_elsewhere()
    assert left() is not None
    with garbage_kept_here():
        gc.collect()
    assert left() is None


def test_what_was_spared_while_a_window_opened_is_gone_at_the_end_too(qapp: QApplication) -> None:
    with garbage_kept_here():
        left = ref(Ring())
        spare_what_is_loaded()
        gc.collect()
        assert left() is not None
    assert left() is None
