"""A desk over a new catalogue for each test."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from tests.desktop.forms.links.desk import Desk, LinksDesk, open_desk


@pytest.fixture
def desk(catalogue: Catalogue, qtbot: QtBot) -> Iterator[Desk]:
    """Give a catalogue, operations and hands."""
    yield from open_desk(catalogue, qtbot)


@pytest.fixture
def open_links(desk: Desk) -> Callable[[int], LinksDesk]:
    """Open the links of an entry in a window, with the cursor in the line that adds them."""
    return lambda entry: LinksDesk(desk, entry)
