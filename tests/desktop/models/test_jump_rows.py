"""What "Jump to" offers without asking the catalogue, and how it is put in order."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.action_names import NAMES
from desktop.actions import ACTIONS, Actions
from desktop.models.jump_places import action_rows, list_rows, why_off
from desktop.models.jump_rows import (
    BEGINS,
    EXACT,
    HOLDS,
    JumpGroup,
    JumpRow,
    begun_spans,
    ordered,
    score_of,
)


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[list[QAction]]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield Actions(window, read_only=False).all()
    window.close()


def _first(actions: list[QAction], typed: str) -> JumpRow:
    return ordered(action_rows(actions, typed, read_only=False), [9] * 6)[0]


def test_a_name_fits_better_the_more_of_it_was_typed() -> None:
    assert score_of("Undo", "Undo") == EXACT
    assert score_of("new in", "New in this list") == BEGINS
    assert score_of("list new", "New in this list") == HOLDS
    assert score_of("newt", "New in this list") == 0
    assert 0 < score_of("печать", "Country report", ("печать",)) < EXACT


def test_every_action_has_another_name_in_english_and_in_russian() -> None:
    for spec in ACTIONS:
        names = NAMES.get(spec.id, ())
        cyrillic = [name for name in names if any("а" <= letter <= "я" for letter in name)]
        assert cyrillic, spec.id
        assert len(cyrillic) < len(names), spec.id


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("undo", "undo"),
        ("отменить", "undo"),
        ("shortcuts", "help.keys"),
        ("print", "report.print"),
        ("удалить", "entry.trash"),
        ("new meeting", "new.meeting"),
    ],
)
def test_an_action_is_found_by_what_people_call_it(
    actions: list[QAction], typed: str, name: str
) -> None:
    assert _first(actions, typed).payload == name


def test_an_action_found_by_another_name_says_which(actions: list[QAction]) -> None:
    assert _first(actions, "печ").detail == "печать"
    assert _first(actions, "undo").detail == ""


def test_what_is_made_by_an_action_is_not_all_it_says(actions: list[QAction]) -> None:
    assert _first(actions, "meeting").title == "New: Meeting"


def test_an_action_that_is_off_says_why(actions: list[QAction]) -> None:
    by_name = {action.objectName(): action for action in actions}
    by_name["undo"].setEnabled(False)
    row = _first(actions, "undo")
    assert (row.enabled, row.detail) == (False, "There is nothing to undo.")
    assert "reading only" in why_off("new.person", read_only=True)


def test_the_lists_of_the_sidebar_are_found_by_other_names_too() -> None:
    assert [row.payload for row in list_rows("договоры")] == [ListSpec(kind=EntryKind.AGREEMENT)]
    assert ListSpec(trashed=True) in [row.payload for row in list_rows("bin")]
    assert len(list_rows("")) == 10


def test_the_group_of_the_best_row_comes_first_and_no_group_is_long() -> None:
    def row(group: JumpGroup, score: float) -> JumpRow:
        return JumpRow(group=group, key=f"x:{score}", title="", score=score)

    rows = [
        *(row(JumpGroup.ENTRIES, 0.1 * n) for n in range(5)),
        row(JumpGroup.ACTIONS, 2.0),
        row(JumpGroup.TAGS, 0.1),
    ]
    shown = ordered(rows, [3] * 6)
    assert [one.group.name for one in shown] == ["ACTIONS", *["ENTRIES"] * 3, "TAGS"]
    assert [one.score for one in shown[1:4]] == [0.4, pytest.approx(0.3), 0.2]


def test_only_what_was_typed_of_a_word_is_lit() -> None:
    assert begun_spans("Ministry of Health", "hea min") == [(0, 3), (12, 15)]
    assert begun_spans("Ёлка", "елка") == [(0, 4)]
    assert begun_spans("Ministry", "") == []
