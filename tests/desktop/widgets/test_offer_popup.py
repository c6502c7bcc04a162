"""What is laid over a window beneath a line: within the window, and without the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.note_below import NoteBelow
from desktop.widgets.offer_popup import OfferPopup
from desktop.widgets.suggestion_model import Suggestion

OFFERS = [Suggestion(title=f"Offer {number}", payload=number) for number in range(30)]


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    column, row = QVBoxLayout(window), QHBoxLayout()
    line = QLineEdit()
    row.addWidget(line)
    column.addLayout(row)
    column.addStretch(1)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    yield line
    window.close()


def _place(panel: QWidget) -> QRect:
    return QRect(panel.mapTo(panel.window(), QPoint(0, 0)), panel.size())


def test_offers_stand_beneath_the_line_and_within_the_window(line: QLineEdit) -> None:
    popup = OfferPopup(line)
    popup.show_offers(OFFERS, 450, first=False)
    place = _place(popup)
    assert popup.isVisible()
    assert line.window().rect().contains(place)
    assert place.top() >= line.mapTo(line.window(), QPoint(0, line.height())).y()
    assert line.hasFocus()
    assert not popup.isWindow()


def test_going_up_past_the_first_offer_leaves_them(line: QLineEdit) -> None:
    popup = OfferPopup(line)
    popup.show_offers(OFFERS, 0, first=False)
    assert popup.current() is None
    popup.move_by(1)
    popup.move_by(8)
    current = popup.current()
    assert current is not None
    assert current.payload == 8
    popup.move_by(-99)
    assert popup.current() is None
    popup.move_by(99)
    current = popup.current()
    assert current is not None
    assert current.payload == 29


def test_no_offers_show_nothing(line: QLineEdit) -> None:
    popup = OfferPopup(line)
    popup.show_offers(OFFERS, 0, first=True)
    popup.show_offers([], 0, first=True)
    assert not popup.isVisible()
    assert popup.current() is None


def test_a_note_has_room_for_all_it_says_and_goes_with_it(line: QLineEdit) -> None:
    note = NoteBelow(line)
    note.say("One sentence.", 0)
    short = note.height()
    note.say("One sentence that is long enough to need several lines of a note. " * 3, 300)
    assert note.height() > short
    assert line.window().rect().contains(_place(note))
    assert line.hasFocus()
    assert note.accessibleName().startswith("One sentence that")
    note.say("", 0)
    assert not note.isVisible()
