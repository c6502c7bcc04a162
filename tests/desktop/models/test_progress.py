"""How far releases are reviewed, in the rows of a list: asked for with the rows, and kept fresh."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.commands.decisions import keep_reading
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.acts.reading import refuse
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_list import EntryListModel
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle
from tests.desktop.models.entries import make

SOURCES = ListSpec(kind=EntryKind.SOURCE)


def _read(catalogue: Catalogue, source: int, *keys: str) -> None:
    catalogue.keep(lambda s: keep_reading(s, source_id=source, version="1", keys=keys))


def _progress(model: EntryListModel, source: int) -> object:
    return model.index(model.row_of(source), 0).data(EntryRoles.PROGRESS)


def test_a_read_source_says_how_many_of_its_suggestions_are_decided(
    catalogue: Catalogue, workspace: Workspace, settle: Settle
) -> None:
    unread = make(catalogue, EntryKind.SOURCE, "Unread")
    empty = make(catalogue, EntryKind.SOURCE, "Says nothing")
    read = make(catalogue, EntryKind.SOURCE, "Read")
    _read(catalogue, read, "one", "two", "three")
    _read(catalogue, empty)
    model = EntryListModel(workspace)
    model.set_spec(SOURCES)
    settle()
    assert [_progress(model, source) for source in (unread, empty, read)] == [None, None, (0, 3)]
    workspace.operations.write(refuse(read, ["two", "elsewhere"]), owner=model)
    settle()
    assert _progress(model, read) == (1, 3)
    spoken = model.index(model.row_of(read), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 of 3" in spoken
    workspace.operations.undo(owner=model)
    settle()
    assert _progress(model, read) == (0, 3)


def test_a_row_hears_that_its_source_was_read(
    qtbot: QtBot, catalogue: Catalogue, workspace: Workspace, settle: Settle
) -> None:
    source = make(catalogue, EntryKind.SOURCE, "Read later")
    model = EntryListModel(workspace)
    model.set_spec(SOURCES)
    settle()
    assert _progress(model, source) is None
    _read(catalogue, source, "one")
    with qtbot.waitSignal(model.dataChanged):
        model.note_read(source)
    assert _progress(model, source) == (0, 1)
