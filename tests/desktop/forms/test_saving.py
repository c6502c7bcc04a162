from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from db.commands.entries import set_field
from db.terms import EntryKind
from tests.desktop.forms.conftest import Bench

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


def test_a_value_is_saved_when_its_field_is_left(bench: Bench) -> None:
    entry = bench.make(EntryKind.AGREEMENT, "Roadmap")
    bench.open(entry)
    bench.fill("covers", "2021-2024")
    assert bench.value(entry, "covers") == "2021/2024"


def test_the_title_is_saved_on_enter_in_both_scripts(bench: Bench) -> None:
    entry = bench.make(EntryKind.AGREEMENT, "Roadmap")
    form = bench.open(entry)
    form.focus_title()
    bench.press(Qt.Key.Key_End)
    bench.type(": дорожная карта")
    bench.press(ENTER)
    bench.settle()
    assert bench.value(entry, "title") == "Roadmap: дорожная карта"


def test_saves_of_one_field_in_one_visit_are_one_revision(bench: Bench) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    form = bench.open(entry)
    for letters in ("a", "b", "c"):
        form.focus_title()
        bench.press(Qt.Key.Key_End)
        bench.type(letters)
        bench.press(ENTER)
        bench.settle()
    assert bench.value(entry, "title") == "Ivan Ivanovabc"
    assert bench.acts(entry)[:1] == ["entry.set"]
    assert len(bench.acts(entry)) == 2


def test_a_later_value_typed_while_one_is_being_saved_is_no_conflict(bench: Bench) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    bench.open(entry)
    line = bench.focus("given_names")
    assert isinstance(line, QLineEdit)
    line.clear()
    for letter in "abc":
        bench.type(letter)
        bench.press(ENTER)
    bench.settle()
    assert bench.value(entry, "given_names") == "abc"
    assert bench.panel.unsaved() == 0


def test_a_value_that_is_no_date_stays_with_its_reason_and_is_kept_as_a_draft(
    bench: Bench,
) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks")
    form = bench.open(entry)
    bench.fill("start", "someday")
    field = form.fields()["start"]
    assert field.editor.raw() == "someday"
    assert field.complaint()
    assert bench.drafts() == {f"entry:{entry}": {"start": "someday"}}
    assert bench.panel.unsaved() == 1


def test_a_draft_is_there_again_when_its_entry_is_opened_and_gone_once_it_is_saved(
    bench: Bench,
) -> None:
    first, second = (bench.make(EntryKind.MEETING, title) for title in ("One", "Two"))
    bench.open(first)
    bench.fill("start", "someday")
    form = bench.open(second)
    assert form.fields()["start"].editor.raw() == ""
    assert bench.panel.unsaved() == 1
    bench.panel.jump_to_unsaved()
    bench.settle()
    assert bench.focused() is form.fields()["start"].editor
    assert form.fields()["start"].editor.raw() == "someday"
    bench.fill("start", "2021-04")
    assert bench.value(first, "start") == "2021-04"
    assert bench.drafts() == {}
    assert bench.panel.unsaved() == 0


def test_a_refusal_is_said_beside_its_field_and_the_value_stays(bench: Bench) -> None:
    town = bench.make(EntryKind.PLACE, "Baku")
    form = bench.open(town)
    bench.focus("parent")
    bench.type("Baku")
    bench.press(TAB)
    bench.settle()
    field = form.fields()["parent"]
    assert field.complaint() == "A place can't lie inside itself: choose another parent."
    assert field.editor.raw() == str(town)
    assert bench.panel.unsaved() == 1


def test_what_is_refused_after_the_form_has_gone_on_is_kept_for_its_own_entry(
    bench: Bench,
) -> None:
    town, other = (bench.make(EntryKind.PLACE, title) for title in ("Baku", "Ganja"))
    form = bench.open(town)
    editor = form.fields()["parent"].editor
    editor.set_value(str(town))
    bench.open(other)
    assert bench.drafts() == {f"entry:{town}": {"parent": str(town)}}
    assert bench.panel.unsaved() == 1
    assert not form.fields()["parent"].complaint()


def test_a_conflict_shows_both_values_and_either_can_stand(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks", start="2020")
    form = bench.open(entry)
    for action, expected in (("second_triggered", "2022"), ("action_triggered", "2021")):
        bench.focus("start")
        bench.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        bench.type("2021")
        bench.write(lambda s: set_field(s, entry_id=entry, field="start", value="2022"))
        bench.settle()
        assert form.fields()["start"].editor.raw() == "2021"
        bench.press(ENTER)
        bench.settle()
        bar = form.head.conflict_bar
        assert bar.isVisible()
        assert "2022" in bar.sentence()
        assert "2021" in bar.sentence()
        getattr(bar, action).emit()
        bench.settle()
        assert bench.value(entry, "start") == expected
        assert form.fields()["start"].editor.raw() == expected
        assert not bar.isVisible()
        bench.write(lambda s: set_field(s, entry_id=entry, field="start", value="2020"))
        bench.settle()
    assert bench.panel.unsaved() == 0


def test_a_change_from_elsewhere_is_shown_and_typing_is_left_alone(bench: Bench) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    form = bench.open(entry)
    line = bench.focus("family_name")
    bench.press(Qt.Key.Key_End)
    bench.type("ский")
    bench.write(lambda s: set_field(s, entry_id=entry, field="given_names", value="Пётр"))
    bench.settle()
    assert form.fields()["given_names"].editor.raw() == "Пётр"
    assert form.fields()["family_name"].editor.raw() == "Ivanovский"
    assert bench.focused() is line


def test_typing_that_goes_on_is_kept_as_a_draft_before_it_is_saved(bench: Bench) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    form = bench.open(entry)
    bench.focus("family_name")
    bench.type("X")
    form.saving.keep()
    bench.settle()
    assert bench.drafts() == {f"entry:{entry}": {"family_name": "XIvanov"}}
    bench.press(ENTER)
    bench.settle()
    assert bench.drafts() == {}


def test_the_place_is_found_by_another_name_and_a_missing_one_is_made_here(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks")
    form = bench.open(entry)
    editor = form.fields()["place"].editor
    bench.focus("place")
    bench.type("Гянджа")
    bench.press(ENTER)
    bench.qtbot.waitUntil(lambda: bench.value(entry, "place") != "")
    bench.settle()
    made = int(bench.value(entry, "place"))
    assert bench.sheet(made).title == "Гянджа"
    assert editor.raw() == str(made)


def test_words_that_name_no_place_stay_with_their_reason(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks")
    form = bench.open(entry)
    bench.fill("place", "Nowhereville")
    field = form.fields()["place"]
    assert field.complaint()
    assert field.editor.raw() == "Nowhereville"
    assert bench.drafts() == {f"entry:{entry}": {"place": "Nowhereville"}}


def test_a_place_typed_in_full_needs_no_picking(bench: Bench) -> None:
    place = bench.make(EntryKind.PLACE, "Баку")
    entry = bench.make(EntryKind.MEETING, "Talks")
    form = bench.open(entry)
    bench.fill("place", "баку")
    assert bench.value(entry, "place") == str(place)
    assert not form.fields()["place"].complaint()
