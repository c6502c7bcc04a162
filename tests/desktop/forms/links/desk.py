"""A real catalogue, the sections of a form over it, and hands on the keyboard."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.act import Act, Change
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.queries.rules import link_rules
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet, LinkRow
from db.terms import EntryKind
from desktop.forms.links.section import LinksSection
from desktop.forms.stages import StagesSection
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.settings import Settings
from desktop.workspace import Workspace

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


T = TypeVar("T")
Section = LinksSection | StagesSection


class Hands:
    """Press keys where the keyboard goes: into an open list, else into the focused field."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, text: str = "") -> None:
        self.pressed += 1
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        if isinstance(target, QLineEdit) or not QApplication.activePopupWidget():
            override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
            QApplication.sendEvent(target, override)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

    def type(self, text: str) -> None:
        for character in text:
            key = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
            self.press(key, text=character)


class Desk(QObject):
    """A catalogue with sections over one of its entries, refilled at each change as a form does."""

    def __init__(self, catalogue: Catalogue, qtbot: QtBot) -> None:
        super().__init__()
        self.catalogue, self.qtbot, self.hands = catalogue, qtbot, Hands()
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
        self.sections: list[Section] = []
        self.entry = 0
        self.operations.failed.connect(self.failures.append)
        self.hub.changed.connect(self._on_changed)

    def make(self, kind: EntryKind, title: str, **values: str) -> int:
        return self.write(
            lambda session: create_entry(session, kind=kind, values={"title": title, **values})
        )

    def write(self, run: Callable[[Session], T]) -> T:
        return self.catalogue.write(Act(key="entry.create", run=run)).value

    def read(self, query: Callable[[Session], T]) -> T:
        with self.catalogue.read() as session:
            return query(session)

    def sheet(self, entry: int | None = None) -> EntrySheet:
        sheet = self.read(lambda session: entry_sheet(session, entry or self.entry))
        assert isinstance(sheet, EntrySheet)
        return sheet

    def links(self, entry: int | None = None) -> tuple[LinkRow, ...]:
        return self.sheet(entry).links

    def open(self, entry: int, *sections: Section, width: int = 620, height: int = 560) -> QWidget:
        self.entry, self.sections = entry, list(sections)
        window, area, page = QWidget(), QScrollArea(), QWidget()
        self.window = window
        self.qtbot.addWidget(window)
        column = QVBoxLayout(page)
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QVBoxLayout(window).addWidget(area)
        window.resize(width, height)
        for section in sections:
            section.show(self.sheet())
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    def activate(self) -> None:
        """Come back from a dialog, as a window manager does."""
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def refill(self) -> None:
        for section in self.sections:
            section.show(self.sheet())

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.operations.is_idle)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)
        self.settle()

    def undo(self) -> None:
        self.operations.undo(owner=self)
        self.settle()

    def redo(self) -> None:
        self.operations.redo(owner=self)
        self.settle()

    def _on_changed(self, change: Change, _initiator: object) -> None:
        if self.entry in change.entries:
            self.refill()


def open_desk(catalogue: Catalogue, qtbot: QtBot) -> Iterator[Desk]:
    """Give a desk over a catalogue; afterwards no write may have failed unnoticed."""
    desk = Desk(catalogue, qtbot)
    yield desk
    desk.operations.close()
    assert desk.failures == []


class LinksDesk:
    """The links of one entry, and what is done to them by keyboard."""

    def __init__(self, desk: Desk, entry: int) -> None:
        self.desk, self.hands = desk, desk.hands
        self.section = LinksSection(desk.workspace, debounce_ms=0)
        self.said: list[str] = []
        self.section.said.connect(self.said.append)
        desk.open(entry, self.section)
        self.section.focus_entry()

    @property
    def line(self) -> QLineEdit:
        return self.section.add_line().line()

    def offered(self) -> list[tuple[str, str]]:
        model = self.section.add_line().line().popup().model()
        rows = (model.index(number, 0) for number in range(model.rowCount()))
        return [
            (str(row.data(Qt.ItemDataRole.DisplayRole)), str(row.data(ACCESSIBLE))) for row in rows
        ]

    def look(self, text: str) -> list[str]:
        """Type, and wait until what is offered is seen."""
        self.hands.type(text)
        self.desk.wait(self.section.add_line().line().popup().isVisible)
        return [heard for _title, heard in self.offered()]

    def enter(self, text: str, links: int = 1) -> None:
        """Type a line without looking up, press Enter, and wait for its links."""
        before = len(self.desk.links())
        self.hands.type(text)
        self.hands.press(Qt.Key.Key_Return)
        self.desk.wait(lambda: len(self.section.links().rows()) == before + links)

    def shown(self) -> list[str]:
        return [
            " ".join(filter(None, (item.text().relation, item.text().other, item.text().rest)))
            for item in self.section.links().items()
        ]
