"""The detail panel over a real catalogue, and hands on the keyboard."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.queries.drafts import drafts
from db.queries.history import acts_of_entry
from db.queries.rules import link_rules
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet
from db.terms import EntryKind
from desktop.forms.entry_form import EntryForm
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.panels.detail import DetailPanel
from desktop.pinboard import Pinboard
from desktop.settings import Settings
from desktop.workspace import Workspace
from tests.desktop.keyboard import type_text

T = TypeVar("T")


class Bench(QObject):
    """One catalogue, one panel in an active window, and what a person does there."""

    def __init__(self, catalogue: Catalogue, qtbot: QtBot) -> None:
        super().__init__()
        self.catalogue, self.qtbot = catalogue, qtbot
        self.hub, self.pinboard = Hub(), Pinboard()
        self.operations = Operations(catalogue, self.hub)
        with catalogue.read() as session:
            rules = link_rules(session)
        self.workspace = Workspace(
            operations=self.operations,
            hub=self.hub,
            pinboard=self.pinboard,
            settings=Settings(),
            rules=rules,
        )
        self.failures: list[object] = []
        self.operations.failed.connect(self.failures.append)
        self.panel = DetailPanel(self.workspace)
        qtbot.addWidget(self.panel)
        self.panel.resize(640, 800)
        with qtbot.waitActive(self.panel):
            self.panel.show()
            self.panel.activateWindow()

    def make(self, kind: EntryKind, title: str, **values: str) -> int:
        return self.write(
            lambda session: create_entry(session, kind=kind, values={"title": title, **values})
        )

    def write(self, run: Callable[[Any], T]) -> T:
        """Write as somebody else would, and tell the hub."""
        written = self.catalogue.write(Act(key="entry.set", run=run))
        self.hub.changed.emit(written.change, None)
        return written.value

    def open(self, entry: int) -> EntryForm:
        self.panel.open_entry(entry)
        return self.settled_form()

    def open_new(self, kind: EntryKind, **values: str) -> EntryForm:
        self.panel.open_new(kind, values)
        return self.settled_form()

    def settled_form(self) -> EntryForm:
        self.settle()
        form = self.panel.form()
        assert form is not None
        return form

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.operations.is_idle)

    def focus(self, name: str) -> QWidget:
        form = self.panel.form()
        assert form is not None
        editor = form.fields()[name].editor
        editor.setFocus()
        return editor

    def type(self, text: str) -> None:
        for character in text:
            type_text(self.focused(), character)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        popup = QApplication.activePopupWidget()
        self.qtbot.keyClick(popup or self.focused(), key, modifier)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def fill(self, name: str, text: str) -> None:
        """Put the keyboard into a field, type over what is there, and leave it by Tab."""
        self.focus(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        self.press(Qt.Key.Key_Tab)
        self.settle()

    def sheet(self, entry: int) -> EntrySheet:
        with self.catalogue.read() as session:
            found = entry_sheet(session, entry)
        assert found is not None
        return found

    def value(self, entry: int, name: str) -> str:
        return self.sheet(entry).values[name]

    def drafts(self) -> dict[str, dict[str, str]]:
        with self.catalogue.read() as session:
            return drafts(session)

    def acts(self, entry: int) -> list[str]:
        with self.catalogue.read() as session:
            return [act.act for act in acts_of_entry(session, entry)]


@pytest.fixture
def bench(catalogue: Catalogue, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(catalogue, qtbot)
    yield bench
    bench.operations.close()
    assert bench.failures == []
