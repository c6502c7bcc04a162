"""Rows of plain text with room between them."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop.delegates.roomy_rows import give_room


def test_rows_are_higher_than_a_line_and_as_wide_as_before(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItem("Соглашение о сотрудничестве")
    before = rows.sizeHintForIndex(rows.model().index(0, 0))
    give_room(rows)
    after = rows.sizeHintForIndex(rows.model().index(0, 0))
    assert after.height() >= rows.fontMetrics().height() * 7 // 4 > before.height()
    assert after.width() == before.width()
