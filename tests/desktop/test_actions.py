"""The table of actions, and the window that carries them out."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.rows.evidence import Span
from db.rows.pin import Pin
from desktop.actions import ACTIONS, MENUS
from desktop.forms.item_card import ItemCard
from desktop.forms.sections import Part
from desktop.icons import names
from desktop.window import MainWindow
from tests.desktop.windows import open_window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample: Catalogue) -> Iterator[MainWindow]:
    window = open_window(qtbot, qapp, sample)
    yield window
    window.close()


def test_every_action_has_a_name_of_its_own_words_and_a_menu() -> None:
    assert [name for name, n in Counter(spec.id for spec in ACTIONS).items() if n > 1] == []
    assert all(spec.words and spec.menu in MENUS for spec in ACTIONS)


def test_no_two_actions_share_their_keys() -> None:
    keys = Counter(QKeySequence(spec.shortcut).toString() for spec in ACTIONS if spec.shortcut)
    assert "" not in keys
    assert [key for key, n in keys.items() if n > 1] == []


def test_every_icon_of_an_action_is_there() -> None:
    assert {spec.icon for spec in ACTIONS if spec.icon} <= set(names())


def test_every_action_does_something(window: MainWindow) -> None:
    does = {*window.room.handlers, "catalogue.new", "catalogue.open", "quit"}
    assert {spec.id for spec in ACTIONS} == does


def test_every_control_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_the_panes_are_reached_by_their_keys(window: MainWindow, qtbot: QtBot) -> None:
    for action, panel in (
        ("view.sidebar", window.room.sidebar),
        ("view.list", window.room.master),
        ("view.form", window.room.detail),
    ):
        window.actions_by_id[action].trigger()
        qtbot.waitUntil(lambda: window.workspace.operations.is_idle)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert panel.isAncestorOf(focus), action


def test_back_and_forward_follow_what_was_opened(window: MainWindow, qtbot: QtBot) -> None:
    def shown() -> int:
        qtbot.waitUntil(lambda: window.workspace.operations.is_idle)
        here = window.room.detail.current_entry()
        return here.id if here else 0

    first = shown()
    assert window.room.master.next()
    second = shown()
    assert first != second
    window.actions_by_id["view.back"].trigger()
    assert shown() == first
    window.actions_by_id["view.forward"].trigger()
    assert shown() == second


@pytest.mark.parametrize("name", ["stage", "name", "point", "figure", "quotation", "link", "tag"])
def test_what_is_added_to_an_agreement_has_its_key(window: MainWindow, name: str) -> None:
    window.room.detail.focus_form()
    before = QApplication.focusWidget()
    assert before is not None
    (spec,) = (spec for spec in ACTIONS if spec.id == f"entry.{name}")
    QTest.keySequence(before, QKeySequence(spec.shortcut))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not before
    assert window.room.detail.isAncestorOf(focus)


def test_escape_closes_a_card_before_it_lets_the_pinned_passage_go(
    window: MainWindow, qtbot: QtBot
) -> None:
    pinboard = window.workspace.pinboard
    pinboard.hold(
        Pin(source_id=1, source_reference="S-0001", spans=(Span(first=0, last=4),), words="Four")
    )
    window.room.detail.focus_part(Part.POINTS)
    cards = window.room.detail.findChildren(ItemCard)
    (card,) = (one for one in cards if one.isVisible())
    focus = QApplication.focusWidget()
    assert card.holds(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert pinboard.pin is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert pinboard.pin is None
