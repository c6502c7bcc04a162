"""What tests of the desktop share."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.gui_watch import GuiWatch


@pytest.fixture(autouse=True)
def collector_kept_from_workers() -> Iterator[None]:
    """Keep garbage from being collected in a reader's thread, as the application does."""
    gc.disable()
    yield
    gc.enable()


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
