"""What tests of the desktop share."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collector_kept_from_workers() -> Iterator[None]:
    """Keep garbage from being collected in a reader's thread, as the application does."""
    gc.disable()
    yield
    gc.enable()
