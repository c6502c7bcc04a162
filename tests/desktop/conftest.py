"""What tests of the desktop share."""

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Session, dress
from tests.desktop.gui_watch import GuiWatch


@contextmanager
def garbage_kept_here() -> Generator[None]:
    """Keep Qt's objects from being freed in another thread, now and afterwards.

    Where a widget dies in a worker, Qt goes on telling it of palettes and fonts, and crashes. So
    the collector is off, as in the application; what is garbage at the end is collected here, and
    what is not yet is frozen: the threads of tests without windows collect garbage too.
    """
    gc.disable()
    gc.unfreeze()
    yield
    spared = gc.get_freeze_count() > 0  # a whole window stood: some of its parts are among that
    gc.unfreeze()
    gc.collect(2 if spared else 1)
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def collector_kept_from_workers() -> Iterator[None]:
    """Keep what a test leaves from being collected anywhere else."""
    with garbage_kept_here():
        yield


@pytest.fixture
def gui_watch(qapp: QApplication, collector_kept_from_workers: None) -> Iterator[GuiWatch]:
    """Fail the test if the GUI thread is held too long, or reaches the catalogue itself."""
    gc.collect()
    gc.freeze()  # what tests before this one left is nothing the program would walk through
    watch = GuiWatch()
    with watch.on_duty():
        yield watch
    gc.unfreeze()
    complaints = watch.complaints()
    if complaints:
        pytest.fail("\n".join(["the GUI thread:", *complaints]), pytrace=False)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Give a session that is closed in the end, with no backup awaited."""
    dress(qapp)
    session = Session(qapp)
    yield session
    if session.window is not None:
        session.window.closing_waits = lambda: False
        session.window.close()
        session.window.deleteLater()
    session.close()
    session.deleteLater()
