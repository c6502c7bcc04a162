"""Tests of the controls that only show: labels, headings, bars."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.widgets.section_heading import SectionHeading
from tests.desktop.widgets.conftest import Show


def test_an_elided_label_knows_whether_it_is_cut(qtbot: QtBot) -> None:
    label = ElidedLabel("Protocol of the nineteenth meeting")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert not label.is_elided()
    label.resize(QSize(40, label.height()))
    assert label.is_elided()
    assert label.text() == "Protocol of the nineteenth meeting"


def test_an_elided_label_gives_way(qtbot: QtBot) -> None:
    label = ElidedLabel("Protocol of the nineteenth meeting")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() * 3 < label.sizeHint().width()


def test_the_tone_of_a_label_is_its_colour(qtbot: QtBot) -> None:
    label = ElidedLabel("signed")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    quiet = label.grab().toImage()
    label.set_tone("bad")
    assert quiet != label.grab().toImage()


def test_a_heading_is_heard_in_its_own_case(qtbot: QtBot) -> None:
    heading = SectionHeading("Links")
    qtbot.addWidget(heading)
    assert heading.accessibleName() == heading.text() == "Links"
    heading.set_text("Links 4")
    assert heading.accessibleName() == "Links 4"


def test_a_heading_holds_a_button_at_its_end(qtbot: QtBot, show: Show) -> None:
    heading, button = SectionHeading("Links"), QPushButton("Add")
    heading.add_at_end(button)
    show(heading)
    assert button.geometry().right() >= heading.contentsRect().width() - 2


def test_an_empty_state_offers_an_act_only_where_there_is_one(qtbot: QtBot, show: Show) -> None:
    state = EmptyState("No agreements", "Nothing matches.")
    show(state)
    button = state.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert not button.isVisible()
    state.show_state("No agreements", "Nothing matches.", action="Clear the search")
    with qtbot.waitSignal(state.action_triggered):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert (state.accessibleName(), state.accessibleDescription()) == (
        "No agreements",
        "Nothing matches.",
    )


def test_a_message_is_shown_until_it_is_closed(qtbot: QtBot, show: Show) -> None:
    bar = MessageBar()
    show(bar)
    bar.hide()
    bar.show_message(Severity.WARN, "This release is already here: S-0001.", action="Open")
    assert bar.isVisible()
    assert bar.sentence() == bar.accessibleName()
    action, close = bar.findChild(QPushButton), bar.findChild(QToolButton)
    assert isinstance(action, QPushButton)
    assert isinstance(close, QToolButton)
    assert close.accessibleName()
    with qtbot.waitSignal(bar.action_triggered):
        qtbot.keyClick(action, Qt.Key.Key_Space)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(close, Qt.Key.Key_Space)
    assert bar.isHidden()


def test_escape_closes_a_message_only_where_it_may_be_closed(qtbot: QtBot, show: Show) -> None:
    bar = MessageBar()
    show(bar)
    bar.show_message(Severity.BAD, "The disk is full.", closable=False)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isVisible()
    bar.show_message(Severity.BAD, "The disk is full.")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)


def test_severities_look_different(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    seen: list[bytes] = []
    for severity in Severity:
        bar.show_message(severity, "x")
        bar.resize(300, 40)
        seen.append(bytes(bar.grab().toImage().bits()))
    assert len(set(seen)) == 4


def test_a_busy_bar_is_hidden_but_for_its_work(qtbot: QtBot, show: Show) -> None:
    bar = BusyBar()
    show(bar)
    bar.hide()
    bar.start("Reading 12 releases", steps=12)
    bar.advance(5)
    assert bar.isVisible()
    bar.finish()
    assert bar.isHidden()


def test_cancel_is_heard_once(qtbot: QtBot, show: Show) -> None:
    bar = BusyBar()
    show(bar)
    bar.start("Reading")
    cancel = bar.findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.keyClick(cancel, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(bar.cancel_requested):
        qtbot.keyClick(cancel, Qt.Key.Key_Space)
    bar.start("Reading more")
    assert cancel.isEnabled()
