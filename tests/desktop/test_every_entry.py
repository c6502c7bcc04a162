"""The sample's entries open in the real window, on each of their tabs, and its texts too."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.lists import list_ids
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.labels import field_label
from desktop.window import MainWindow
from tests.desktop.windows import open_window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample: Catalogue) -> Iterator[MainWindow]:
    window = open_window(qtbot, qapp, sample)
    yield window
    window.close()


def _ids(window: MainWindow, kind: EntryKind) -> list[int]:
    with window.workspace.operations.catalogue.read() as session:
        return list(list_ids(session, ListSpec(kind=kind)))


@pytest.mark.parametrize("kind", list(EntryKind))
def test_entries_open_on_every_tab(window: MainWindow, qtbot: QtBot, kind: EntryKind) -> None:
    failures: list[object] = []
    window.workspace.operations.failed.connect(failures.append)
    rich = kind in {EntryKind.AGREEMENT, EntryKind.MEETING, EntryKind.SOURCE}
    for entry in _ids(window, kind)[: None if rich else 6]:
        window.room.detail.open_entry(entry)
        for tab in (1, 2, 0):
            qtbot.waitUntil(lambda: window.workspace.operations.is_idle)
            window.room.detail.show_tab(tab)
        here = window.room.detail.current_entry()
        assert here is not None
        assert here.id == entry
    qtbot.waitUntil(lambda: window.workspace.operations.is_idle)
    assert failures == []


def test_every_source_s_text_opens(window: MainWindow, qtbot: QtBot) -> None:
    for source in _ids(window, EntryKind.SOURCE):
        window.room.navigation.show_text(source)
        qtbot.waitUntil(lambda: window.workspace.operations.is_idle)
        assert window.room.desk.source_text().toPlainText()


def test_every_field_evidence_speaks_of_has_a_name(sample: Catalogue) -> None:
    with sample.read() as session:
        fields = session.connection().exec_driver_sql("SELECT DISTINCT field FROM evidence")
        named = {field: field_label(field) for field in fields.scalars() if field}
    assert len(named) > 10
    assert all(words and words[0].isupper() and "_" not in words for words in named.values())
