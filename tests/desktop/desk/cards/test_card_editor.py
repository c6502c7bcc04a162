"""Editing a card in its place: fields that fit, what is kept, what is not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from db.rows.suggestions import Taken
from db.terms import How, LinkKind, Presence
from desktop.desk.cards.card_editor import CardEditor
from desktop.desk.cards.end_edit import EndEdit
from tests.desktop.desk.cards.conftest import Reviewer
from tests.desktop.desk.cards.readings import AGREEMENT, ARMENIA, MEETING, PERSON, SOURCE
from tests.desktop.keyboard import type_text

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


def _edit(reviewer: Reviewer, key: str, line: int = -1) -> CardEditor:
    reviewer.go(key, line)
    reviewer.press("e")
    editor = reviewer.list.panel()
    assert isinstance(editor, CardEditor)
    return editor


def _pick(reviewer: Reviewer, editor: CardEditor, line: str, name: str, words: str) -> None:
    end = editor.field(line, name).editor
    assert isinstance(end, EndEdit)
    end.setFocus()
    end.selectAll()
    type_text(end, words)
    reviewer.qtbot.waitUntil(lambda: end.popup().isVisible())
    reviewer.qtbot.keyClick(end, ENTER)
    reviewer.settle()
    assert end.entry() is not None


def test_it_opens_at_the_card_with_the_keyboard_in_the_title(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key)
    title = editor.title_edit()
    assert title is not None
    assert title.hasFocus()
    row = reviewer.rows.row_of(AGREEMENT.key)
    assert editor.geometry().topLeft() == reviewer.list.layout_at(row).card.topLeft()
    below = reviewer.list.layout_at(row + 1).card
    assert below.top() > editor.geometry().bottom()


def test_enter_keeps_what_was_edited_and_takes_nothing(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key)
    title = editor.title_edit()
    assert title is not None
    title.selectAll()
    type_text(title, "Дорожная карта")
    editor.field("type", "value").editor.set_value("programme")
    reviewer.press(ENTER)
    assert reviewer.list.panel() is None
    assert reviewer.list.hasFocus()
    card = reviewer.card(AGREEMENT.key)
    assert card.title == "Дорожная карта"
    assert card.lines[0].value == "programme"
    assert reviewer.taken == []


def test_escape_keeps_nothing(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key)
    editor.field("type", "value").editor.set_value("programme")
    reviewer.press(ESCAPE)
    assert reviewer.list.panel() is None
    assert reviewer.list.hasFocus()
    assert reviewer.card(AGREEMENT.key).lines == AGREEMENT.lines


def test_control_enter_takes_the_card_as_edited(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, MEETING.key)
    date = editor.field("start", "value").editor
    date.setFocus()
    date.set_value("8 December 2024")
    reviewer.qtbot.keyClick(date, ENTER, CONTROL)
    (made,) = reviewer.taken
    assert isinstance(made, Taken)
    assert {one.key: one.value for one in made.lines}["start"] == "2024-12-08"
    assert made.suggestion.lines[1].value == "2024-12-07"


def test_a_bad_date_is_told_beside_the_field_and_not_kept(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, MEETING.key)
    date = editor.field("start", "value").editor
    date.set_value("30.02.2024")
    reviewer.press(ENTER)
    assert editor.complaints() == ("That month has no such day; try 2024-02-29.",)
    assert reviewer.list.panel() is editor
    assert date.hasFocus()


def test_on_a_line_only_that_line_is_edited(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key, 6)
    assert editor.title_edit() is None
    wording = editor.field("point", "value").editor
    wording.set_value("joint\ntraining")
    reviewer.press(ENTER)
    assert reviewer.card().lines[6].value == "joint training"
    assert reviewer.list.current_line() == 6


def test_a_link_takes_another_role_among_those_allowed(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key, 4)
    role = editor.field("signed:1", "role").editor
    role.set_value(f"{LinkKind.WITNESS}:out")
    editor.field("signed:1", "acting").editor.set_value("")
    reviewer.press(ENTER)
    changed = reviewer.card().lines[4]
    assert (changed.name, changed.acting, changed.other) == (
        LinkKind.WITNESS,
        False,
        "person:aliyeva",
    )


def test_the_other_end_can_be_an_entry_of_the_catalogue(
    reviewer: Reviewer, make_person: Callable[[str], int]
) -> None:
    person = make_person("Лейла Алиева")
    editor = _edit(reviewer, AGREEMENT.key, 4)
    _pick(reviewer, editor, "signed:1", "other", "Лейла")
    editor.confirm()
    changed = reviewer.card().lines[4]
    end = reviewer.pane.suggestions()[changed.other]
    assert (end.entry_id, end.title) == (person, "Лейла Алиева")
    assert (changed.post_as, changed.on_behalf_of) == ("Health Minister", "place:AZ")


def test_naming_an_unnamed_holder_moves_the_country_to_on_behalf_of(
    reviewer: Reviewer, make_person: Callable[[str], int]
) -> None:
    make_person("Anahit Petrosyan")
    editor = _edit(reviewer, AGREEMENT.key, 5)
    _pick(reviewer, editor, "signed:2", "other", "Anahit")
    editor.confirm()
    changed = reviewer.card().lines[5]
    assert (changed.presence, changed.on_behalf_of) == (Presence.NAMED, ARMENIA.key)


def test_an_inferred_value_keeps_its_reason_which_can_be_reworded(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key, 2)
    editor.field("stage", "reason").editor.set_value("from the dateline")
    editor.field("stage", "value").editor.set_value("2021-04")
    reviewer.press(ENTER)
    changed = reviewer.card().lines[2]
    assert (changed.how, changed.reason) == (How.INFERRED, "from the dateline")
    assert (changed.value, changed.place) == ("2021-04", "city:Ganja")


@pytest.mark.parametrize("key", [AGREEMENT.key, MEETING.key, PERSON.key, SOURCE.key, ARMENIA.key])
def test_keeping_what_was_not_changed_changes_nothing(reviewer: Reviewer, key: str) -> None:
    before = reviewer.card(key)
    _edit(reviewer, key).confirm()
    after = reviewer.card(key)
    assert after.lines == before.lines
    assert after.shown_title == before.shown_title


def test_an_empty_title_is_refused(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, MEETING.key)
    title = editor.title_edit()
    assert title is not None
    title.set_value("")
    editor.confirm()
    assert title.accessibleDescription() == "A record needs a title."
    assert reviewer.list.panel() is editor


def test_every_field_has_a_name_for_screen_readers(reviewer: Reviewer) -> None:
    editor = _edit(reviewer, AGREEMENT.key)
    unnamed = [
        (line.key, field.name)
        for line in AGREEMENT.lines
        for field in next(part for part in editor._parts if part.key == line.key).fields
        if not field.editor.accessibleName()
    ]
    assert unnamed == []


def test_going_to_another_card_closes_the_editor(reviewer: Reviewer) -> None:
    _edit(reviewer, MEETING.key)
    reviewer.list.set_current(PERSON.key)
    assert reviewer.list.panel() is None
