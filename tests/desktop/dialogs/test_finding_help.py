"""The page on finding: its examples can be tried, and nothing is fetched for it."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.finding_help import PAGE, FindingHelp
from desktop.theme import apply_theme


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> FindingHelp:
    apply_theme(qapp, "light")
    dialog = FindingHelp()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_every_example_of_the_page_can_be_tried(shown: FindingHelp) -> None:
    written = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert shown.page.examples() == written
    assert len(written) > 40


def test_a_link_tells_its_example(qtbot: QtBot, shown: FindingHelp) -> None:
    told = QSignalSpy(shown.example_chosen)
    for number, example in enumerate(shown.page.examples()):
        shown.page.anchorClicked.emit(QUrl(f"find:{number}"))
        assert told.at(number) == [example]
    shown.page.anchorClicked.emit(QUrl("https://example.org/"))
    assert told.count() == len(shown.page.examples())


def test_an_example_is_reached_and_tried_by_keyboard(qtbot: QtBot, shown: FindingHelp) -> None:
    shown.page.setFocus()
    qtbot.keyClick(shown.page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(shown.example_chosen) as told:
        qtbot.keyClick(shown.page, Qt.Key.Key_Return)
    assert told.args == [shown.page.examples()[0]]
    qtbot.keyClick(shown.page, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_nothing_is_loaded_for_the_page(shown: FindingHelp) -> None:
    kind = QTextDocument.ResourceType.ImageResource
    assert shown.page.loadResource(kind.value, QUrl.fromLocalFile("/etc/passwd")) is None
    assert shown.page.loadResource(kind.value, QUrl("https://example.org/x.png")) is None


def test_the_page_follows_the_palette_and_stays_where_it_was(
    qtbot: QtBot, qapp: QApplication, shown: FindingHelp
) -> None:
    bar = shown.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, page = bar.value(), shown.page
    changed = QSignalSpy(page.document().destroyed)
    apply_theme(qapp, "dark")
    try:
        qtbot.waitUntil(lambda: changed.count() == 1)
        assert bar.value() == before
        assert len(set(page.examples())) == len(page.examples())
    finally:
        apply_theme(qapp, "light")
