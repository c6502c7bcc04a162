"""A list in a window, with the keyboard in it, for the tests of the master panel."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel

from db.act import Act
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.panels.master import MasterPanel
from desktop.workspace import Workspace
from tests.desktop.panels.conftest import Settle, Show

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)
BY_TITLE = ListSpec(kind=EntryKind.AGREEMENT, sort="title")
Open = Callable[..., MasterPanel]


@pytest.fixture
def open_list(workspace: Workspace, settle: Settle, show: Show) -> Open:
    """Show a list in a window, with the keyboard in it."""

    def open_list(spec: ListSpec = AGREEMENTS) -> MasterPanel:
        workspace.settings.set_text("list/agreement/sort", "title:ascending")
        master = MasterPanel(workspace)
        show(master)
        master.show_spec(spec)
        settle()
        master.focus_list()
        return master

    return open_list


def titles(master: MasterPanel) -> list[object]:
    return [master.model.index(row, 0).data() for row in range(master.model.rowCount())]


def current_title(master: MasterPanel) -> object:
    return master.view.currentIndex().data()


def select_rows(master: MasterPanel, *rows: int) -> None:
    flag = QItemSelectionModel.SelectionFlag
    taken = flag.Select | flag.Rows
    master.view.selectionModel().clearSelection()
    for row in rows:
        master.view.selectionModel().setCurrentIndex(master.model.index(row, 0), taken)


def write(workspace: Workspace, settle: Settle, act: Act[Any]) -> None:
    workspace.operations.write(act, owner=workspace.hub)
    settle()
