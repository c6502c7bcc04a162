"""A label with found words lit: the words stay words, whatever stands in them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.delegates.lit_text import found_ground
from desktop.theme import apply_theme, colours
from desktop.widgets.lit_label import LitLabel

WORDS = "<b>public</b> health & 😀 health"


@pytest.fixture
def label(qtbot: QtBot, qapp: QApplication) -> LitLabel:
    apply_theme(qapp, "light")
    made = LitLabel()
    qtbot.addWidget(made)
    made.set_words(WORDS)
    return made


def test_plain_words_are_shown_as_they_are(label: LitLabel) -> None:
    assert label.text() == WORDS
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_lit_words_read_as_before_and_have_a_ground(label: LitLabel) -> None:
    first = WORDS.index("health")
    label.set_lit([(first, first + 6), (len(WORDS) - 6, len(WORDS))])
    document = QTextDocument()
    document.setHtml(label.text())
    assert document.toPlainText() == WORDS
    assert label.text().count(found_ground(colours()).name()) == 2
    assert label.words() == WORDS


def test_other_words_are_not_lit(label: LitLabel) -> None:
    label.set_lit([(0, 3)])
    label.set_words("other words")
    assert (label.text(), label.lit()) == ("other words", ())


def test_the_ground_follows_the_palette(label: LitLabel, qapp: QApplication) -> None:
    label.show()
    label.set_lit([(0, 3)])
    before = label.text()
    apply_theme(qapp, "dark")
    try:
        assert label.text() != before
    finally:
        apply_theme(qapp, "light")
