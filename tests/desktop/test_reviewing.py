"""A release under review in the main window: what is in sight, and where the keys lead."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.reading import progress_of
from db.queries.sheets import entry_sheet
from db.terms import EntryKind, ReadingState
from desktop.delegates.roles import EntryRoles
from desktop.window import MainWindow
from tests.desktop.windows import open_window
from tests.factories import make_source

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = (
    "Ministries sign\n\nOn 4 June 2024 the Ministry of Health of Latvia and the Ministry of "
    "Health of Estonia signed a memorandum of understanding in Riga.\n"
)


class Reviewer:
    """Works in a window by keys alone."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def settle(self) -> None:
        operations = self.window.workspace.operations
        self._qtbot.waitUntil(lambda: operations.is_idle)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus(), key, held)
        self.settle()

    def open_first(self) -> None:
        """Open the first source of the list, the one that came last."""
        self.window.room.sidebar.choose_kind(EntryKind.SOURCE)
        self.settle()
        self.window.room.master.focus_list()
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Return)

    def is_on_cards(self) -> bool:
        return self.window.room.desk.cards().isAncestorOf(self.focus())


@pytest.fixture
def reviewer(qtbot: QtBot, qapp: QApplication, catalogue: Catalogue) -> Iterator[Reviewer]:
    make_source(catalogue, "A quiet day.", title="Earlier", published="2024-06-01")
    make_source(catalogue, TEXT, title="Ministries sign", published="2024-06-05")
    window = open_window(qtbot, qapp, catalogue)
    made = Reviewer(window, qtbot)
    made.settle()
    yield made
    window.close()


def test_the_form_makes_room_for_the_cards_and_comes_back_with_the_list(
    reviewer: Reviewer,
) -> None:
    reviewer.open_first()
    assert reviewer.is_on_cards()
    assert not reviewer.window.room.detail.isVisible()
    reviewer.press(Qt.Key.Key_Escape)
    assert reviewer.window.room.detail.isVisible()
    assert reviewer.window.room.master.isAncestorOf(reviewer.focus())


def test_f6_goes_to_and_fro_between_text_and_cards(reviewer: Reviewer) -> None:
    reviewer.open_first()
    reviewer.press(Qt.Key.Key_F6)
    assert reviewer.focus() is reviewer.window.room.desk.source_text()
    reviewer.press(Qt.Key.Key_F6)
    assert reviewer.is_on_cards()


def test_an_entry_opened_from_its_card_stands_beside_until_escape(reviewer: Reviewer) -> None:
    reviewer.open_first()
    while not reviewer.window.room.desk.strip().made_list().rows().rowCount():
        reviewer.press(Qt.Key.Key_Return)
    reviewer.press(Qt.Key.Key_6, CTRL)
    assert reviewer.window.room.desk.strip().isAncestorOf(reviewer.focus())
    reviewer.press(Qt.Key.Key_Return)
    assert reviewer.window.room.detail.isVisible()
    reviewer.press(Qt.Key.Key_4, CTRL)
    assert reviewer.window.room.detail.isAncestorOf(reviewer.focus())
    reviewer.press(Qt.Key.Key_Escape)
    assert not reviewer.window.room.detail.isVisible()
    assert reviewer.is_on_cards()


def test_a_release_is_reviewed_and_the_next_one_comes_by_keys_alone(
    reviewer: Reviewer, catalogue: Catalogue
) -> None:
    reviewer.open_first()
    window = reviewer.window
    source = window.room.desk.current_source()
    assert source is not None
    review = window.room.desk.review()
    steps = 0
    while review.open_keys():
        reviewer.press(Qt.Key.Key_Return)
        steps += 1
        assert steps < 40
    reviewer.press(Qt.Key.Key_Return, CTRL)
    following = window.room.desk.current_source()
    assert following is not None
    assert following.title == "Earlier"
    with catalogue.read() as session:
        sheet = entry_sheet(session, source.id)
        progress = progress_of(session, [source.id])[source.id]
    assert sheet is not None
    assert sheet.values["reading_state"] == ReadingState.CHECKED
    assert progress.decided == progress.suggested
    row = window.room.master.model.index(window.room.master.model.row_of(source.id), 0)
    assert row.data(EntryRoles.PROGRESS) == (progress.suggested, progress.suggested)


def test_sources_that_came_in_together_are_read_in_the_background(
    reviewer: Reviewer, catalogue: Catalogue, qtbot: QtBot
) -> None:
    sources = [make_source(catalogue, f"{number}\n\n{TEXT}") for number in range(3)]

    def is_over(_done: int, whole: int) -> bool:
        return not whole

    with qtbot.waitSignal(reviewer.window.room.reader.progress_changed, check_params_cb=is_over):
        for source in sources:
            reviewer.window.room.dialogs.added.emit(source)
    reviewer.settle()
    with catalogue.read() as session:
        assert set(progress_of(session, sources)) == set(sources)
    assert reviewer.window.room.status.isVisible()


def test_the_status_line_shows_the_reading_and_can_end_it(reviewer: Reviewer, qtbot: QtBot) -> None:
    status = reviewer.window.room.status
    bar = status.reading_bar()
    status.show_reading(2, 5)
    assert bar.isVisible()
    assert "3 of 5" in bar.accessibleName()
    with qtbot.waitSignal(status.reading_cancelled):
        bar.cancel_requested.emit()
    status.show_reading(0, 0)
    assert not bar.isVisible()
