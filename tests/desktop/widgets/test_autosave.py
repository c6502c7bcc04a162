from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.autosave import Autosave
from desktop.widgets.editor import Editor
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.value_edit import LineEdit
from tests.desktop.keyboard import type_text
from tests.desktop.widgets.conftest import Show


@dataclass
class Form:
    autosave: Autosave
    title: LineEdit
    dated: EdtfEdit
    note: BlockEdit
    asked: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    drafts: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def note_save(self, name: str, value: str) -> None:
        self.asked.append((name, value))

    def note_draft(self, name: str, text: str) -> None:
        self.drafts.append((name, text))


@pytest.fixture
def form(qtbot: QtBot, show: Show) -> Form:
    made = Form(Autosave(quiet_ms=20), LineEdit(), EdtfEdit(), BlockEdit())
    show(made.title, made.dated, made.note)
    editors: dict[str, Editor] = {"title": made.title, "dated": made.dated, "note": made.note}
    for name, editor in editors.items():
        made.autosave.watch(name, editor)
    made.autosave.save_requested.connect(made.note_save)
    made.autosave.draft_requested.connect(made.note_draft)
    made.autosave.fill("title", "Roadmap")
    return made


def test_enter_asks_for_a_save(form: Form, qtbot: QtBot) -> None:
    form.title.selectAll()
    type_text(form.title, "Протокол")
    assert form.autosave.dirty() == ("title",)
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert form.asked == [("title", "Протокол")]


def test_leaving_asks_for_a_save(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    qtbot.keyClick(form.title, Qt.Key.Key_Tab)
    assert form.asked == [("title", "!Roadmap")]


def test_a_quiet_while_asks_for_a_save(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.autosave.save_requested) as asked:
        qtbot.keyClicks(form.title, "!")
    assert asked.args == ["title", "!Roadmap"]


def test_nothing_is_asked_where_nothing_changed(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    qtbot.keyClicks(form.title, "x")
    qtbot.keyClick(form.title, Qt.Key.Key_Backspace)
    qtbot.keyClick(form.title, Qt.Key.Key_Tab)
    form.autosave.flush()
    assert form.asked == []
    assert form.autosave.dirty() == ()


def test_the_same_value_is_asked_for_once(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    qtbot.keyClick(form.title, Qt.Key.Key_Tab)
    form.autosave.flush()
    assert len(form.asked) == 1


def test_a_refused_value_stays_dirty_and_is_asked_for_again(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    form.autosave.refuse("title")
    assert form.autosave.dirty() == ("title",)
    form.autosave.flush()
    assert len(form.asked) == 2


def test_an_accepted_value_is_clean_and_no_longer_typing(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.autosave.dirty_changed):
        form.autosave.accept("title", "!Roadmap")
    assert form.autosave.dirty() == ()
    assert not form.title.isUndoAvailable()


def test_typing_on_while_a_value_is_being_stored_stays_dirty(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    form.autosave.flush()
    qtbot.keyClicks(form.title, "?")
    form.autosave.accept("title", "!Roadmap")
    assert form.autosave.dirty() == ("title",)
    form.autosave.flush()
    assert form.asked[-1] == ("title", "!?Roadmap")


def test_a_value_with_a_problem_becomes_a_draft_letter_by_letter(form: Form, qtbot: QtBot) -> None:
    form.dated.setFocus()
    qtbot.keyClicks(form.dated, "31 February 2021")
    qtbot.keyClick(form.dated, Qt.Key.Key_Tab)
    assert form.drafts == [("dated", "31 February 2021")]
    assert form.asked == []
    assert form.autosave.dirty() == ("dated",)


def test_a_draft_shown_over_a_stored_value_is_dirty(form: Form) -> None:
    form.autosave.fill("dated", "2021-05-20", draft="31 Feb")
    assert form.dated.raw() == "31 Feb"
    assert form.autosave.dirty() == ("dated",)
    assert form.asked == []


def test_the_same_date_in_other_words_is_no_change(form: Form, qtbot: QtBot) -> None:
    form.autosave.fill("dated", "2021-05-20")
    form.dated.setFocus()
    form.dated.selectAll()
    qtbot.keyClicks(form.dated, "20 May 2021")
    qtbot.keyClick(form.dated, Qt.Key.Key_Return)
    assert form.asked == []


def test_flush_asks_for_all_that_is_dirty(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    qtbot.keyClicks(form.note, "a note")
    form.autosave.flush()
    assert form.asked == [("title", "!Roadmap"), ("note", "a note")]


def test_filling_asks_for_nothing(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.title, "!")
    form.autosave.fill("title", "Another entry")
    form.autosave.fill("note", "its note")
    form.autosave.flush()
    assert form.asked == []
    assert form.autosave.dirty() == ()
