"""The first whole road on the real main window: from a pasted release to a printed country."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.evidence import evidence_of_entry
from db.queries.references import entry_by_reference
from db.queries.sheets import entry_sheet
from db.rows.dossier import DossierChoices
from db.rows.entries import EntrySheet
from db.terms import LinkKind
from desktop.country_report import write_report
from desktop.dialogs.intake import IntakeDialog
from desktop.window import MainWindow
from tests.desktop.keyboard import type_text
from tests.desktop.windows import open_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

RELEASE = (
    "Health ministers sign a protocol in Baku\n\n"
    "On 4 June 2024 Teymur Musayev, Minister of Health of Azerbaijan, and Mikhail Murashko, "
    "Minister of Health of Russia, signed a protocol on the training of nurses. "
    "The signing closed their talks in Baku.\n"
)
SENTENCE = RELEASE.split("\n\n")[1].partition(". ")[0] + "."


class Archivist:
    """Works in one window with the keyboard alone."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.operations = window.workspace.operations

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        type_text(self.focus(), text)

    def settle(self) -> None:
        """Wait until all that was asked is answered."""
        self._qtbot.waitUntil(lambda: self.operations.is_idle)

    def enter_link(self, line: str) -> None:
        """Type a line where links are added, and wait for its offers before Enter."""
        before = self._links()
        self.type(line)
        self._qtbot.waitUntil(lambda: bool(self._offers()))
        self.settle()
        QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: self._links() > before)
        self.settle()

    def _offers(self) -> object:
        return QApplication.activePopupWidget() or [
            view
            for view in QApplication.topLevelWidgets()
            if view.isVisible() and view is not self.window
        ]

    def _links(self) -> int:
        form = self.window.room.detail.form()
        return len(form.sheet.links) if form and form.sheet else 0

    def undo_all(self) -> int:
        return self._repeat("undo", Qt.Key.Key_Z, CTRL)

    def redo_all(self) -> int:
        return self._repeat("redo", Qt.Key.Key_Z, CTRL | SHIFT)

    def _repeat(self, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> int:
        steps = 0
        self.window.room.sidebar.take_focus()
        while self.window.actions_by_id[name].isEnabled():
            self.press(key, modifiers)
            steps += 1
            assert steps < 100
        return steps


def _open(path: Path, qtbot: QtBot, qapp: QApplication) -> Archivist:
    catalogue = Catalogue.open(path) if path.exists() else Catalogue.create(path)
    window = open_window(qtbot, qapp, catalogue)
    archivist = Archivist(window, qtbot)
    archivist.settle()
    return archivist


@pytest.fixture
def archivist(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Archivist]:
    archivist = _open(tmp_path / "road.chancery", qtbot, qapp)
    yield archivist
    archivist.window.close()


def _paste_release(archivist: Archivist, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(RELEASE)
    archivist.press(Qt.Key.Key_V, CTRL | SHIFT)
    dialog = archivist.window.findChild(IntakeDialog)
    assert isinstance(dialog, IntakeDialog)
    qtbot.waitUntil(lambda: bool(dialog.view.fields.value("title")))
    archivist.settle()
    with qtbot.waitSignal(dialog.taken_in):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    archivist.settle()
    archivist.window.activateWindow()  # offscreen, no window manager does it
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def _sheet(archivist: Archivist, reference: str) -> EntrySheet:
    with archivist.operations.catalogue.read() as session:
        ref = entry_by_reference(session, reference)
        assert ref is not None, reference
        sheet = entry_sheet(session, ref.id)
    assert sheet is not None
    return sheet


def _everything(archivist: Archivist) -> list[tuple[object, ...]]:
    with archivist.operations.catalogue.read() as session:
        connection = session.connection()
        return [
            tuple(row)
            for table in ("entry", "link", "stage", "passage", "evidence", "entry_tag")
            for row in connection.exec_driver_sql(f"SELECT '{table}', count(*) FROM {table}")
        ]


def test_from_a_pasted_release_to_a_printed_country(
    archivist: Archivist, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    _paste_release(archivist, qtbot)
    window = archivist.window
    assert window.room.navigation.shows_text
    qtbot.waitUntil(lambda: window.room.desk.cards().card_list().hasFocus())

    for key in (Qt.Key.Key_F6, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_S, Qt.Key.Key_Return):
        archivist.press(key)
    pin = window.workspace.pinboard.pin
    assert pin is not None
    assert pin.words == SENTENCE

    archivist.press(Qt.Key.Key_A, CTRL | SHIFT)
    archivist.type("Protocol on the training of nurses")
    archivist.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.room.detail.current_entry() is not None)
    archivist.settle()

    archivist.press(Qt.Key.Key_L, CTRL)
    archivist.enter_link("AZ")
    archivist.enter_link("Russia")
    archivist.enter_link("Teymur Musayev, Minister of Health, AZ, signatory")
    archivist.enter_link("Mikhail Murashko, Minister of Health, RU")
    archivist.enter_link("discussed at: Talks of the health ministers in Baku")
    archivist.press(Qt.Key.Key_T, CTRL)
    archivist.type("health")
    archivist.settle()
    qtbot.waitUntil(lambda: bool(QApplication.topLevelWidgets()))
    QTest.keyClick(archivist.focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_sheet(archivist, "A-0001").tags))
    archivist.settle()

    _is_as_entered(archivist)
    whole = _everything(archivist)
    steps = archivist.undo_all()
    assert steps >= 8
    assert {count for _table, count in _everything(archivist)} == {0}
    assert archivist.redo_all() == steps
    assert _everything(archivist) == whole

    window.close()
    again = _open(tmp_path / "road.chancery", qtbot, qapp)
    _is_as_entered(again)
    again.window.close()

    path = tmp_path / "az.pdf"
    write_report(tmp_path / "road.chancery", DossierChoices(country="AZ"), path)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    for words in (
        "A-0001",
        "Protocol on the training of nurses",
        "Teymur Musayev",
        "Mikhail Murashko",
        "S-0001",
    ):
        assert words in text


def _is_as_entered(archivist: Archivist) -> None:
    sheet = _sheet(archivist, "A-0001")
    ends = {
        (link.kind, link.other.title if link.other else "", link.post_as) for link in sheet.links
    }
    assert ends == {
        (LinkKind.PARTY, "Azerbaijan", ""),
        (LinkKind.PARTY, "Russia", ""),
        (LinkKind.SIGNATORY, "Teymur Musayev", "Minister of Health"),
        (LinkKind.SIGNATORY, "Mikhail Murashko", "Minister of Health"),
        (LinkKind.DISCUSSED_AT, "Talks of the health ministers in Baku", ""),
    }
    assert [tag.label_en for tag in sheet.tags] == ["health"]
    with archivist.operations.catalogue.read() as session:
        claims = evidence_of_entry(session, sheet.id)
    assert {passage.words for claim in claims for passage in claim.passages} == {SENTENCE}
    assert len(claims) == 6
