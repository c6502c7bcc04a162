"""The intake window opened on a real catalogue, and what to copy into it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from db.queries.drafts import drafts
from db.queries.lists import list_count
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.dialogs.intake import IntakeDialog
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press

Opened = Callable[[], IntakeDialog]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

RELEASE = (
    "Ministers met in Baku on veterinary matters\n\n"
    "On 20 May 2021 the two sides signed an agreement on the health of animals. "
    "Experts of both countries are to meet every year, in turn at home and abroad, and will "
    "exchange lists of diseases, laboratory methods and samples."
)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    QApplication.clipboard().clear()
    yield
    QApplication.clipboard().clear()


def copy(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


@pytest.fixture
def opened(workspace: Workspace, show: Show, settle: Settle) -> Opened:
    def opened() -> IntakeDialog:
        dialog = IntakeDialog(workspace)
        show(dialog)
        settle()
        return dialog

    return opened


def count(workspace: Workspace) -> int:
    with workspace.operations.catalogue.read() as session:
        return list_count(session, ListSpec(kind=EntryKind.SOURCE))


def kept(workspace: Workspace) -> list[dict[str, str]]:
    with workspace.operations.catalogue.read() as session:
        return list(drafts(session).values())


def take_in(workspace: Workspace, opened: Opened, settle: Settle) -> int:
    dialog = opened()
    sources: list[int] = []
    dialog.taken_in.connect(sources.append)
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    assert not dialog.isVisible()
    return sources[0]
