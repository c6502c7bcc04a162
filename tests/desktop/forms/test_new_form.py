from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.terms import EntryKind
from tests.desktop.forms.conftest import Bench

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


def test_a_whole_meeting_is_entered_from_tab_to_tab(bench: Bench) -> None:
    place = bench.make(EntryKind.PLACE, "Дамаск")
    created: list[int] = []
    bench.panel.entry_created.connect(created.append)
    form = bench.open_new(EntryKind.MEETING)
    assert bench.focused() is form.head.editor
    bench.type("Переговоры министров здравоохранения")
    bench.press(TAB)
    bench.settle()
    (meeting,) = created
    for typed in (
        "V",
        "",
        "16 May 2021",
        "2021-05-17",
        "дамаск",
        "in Damascus",
        "37",
        "XXXVII",
        "I",
    ):
        if typed:
            bench.type(typed)
        bench.press(TAB)
    bench.settle()
    values = bench.sheet(meeting).values
    assert values["title"] == "Переговоры министров здравоохранения"
    assert values["meeting_kind"] == "visit"
    assert (values["start"], values["end"]) == ("2021-05-16", "2021-05-17")
    assert (values["place"], values["place_as_stated"]) == (str(place), "in Damascus")
    assert (values["ordinal"], values["ordinal_as_written"]) == ("37", "XXXVII")
    assert values["format"] == "in_person"
    assert bench.panel.unsaved() == 0
    assert bench.drafts() == {}


def test_values_typed_before_the_title_wait_and_are_saved_with_it_in_one_act(bench: Bench) -> None:
    form = bench.open_new(EntryKind.MEETING)
    bench.fill("start", "2021-05")
    assert bench.panel.current_entry() is None
    assert bench.panel.unsaved() == 1
    form.focus_title()
    bench.type("Talks")
    bench.press(ENTER)
    bench.settle()
    ref = bench.panel.current_entry()
    assert ref is not None
    assert ref.reference == "M-0001"
    assert bench.value(ref.id, "start") == "2021-05"
    assert bench.acts(ref.id) == ["entry.create"]
    assert bench.panel.unsaved() == 0


def test_a_form_half_filled_when_the_program_is_killed_is_there_again(
    catalogue: Catalogue, qtbot: QtBot
) -> None:
    before = Bench(catalogue, qtbot)
    before.open_new(EntryKind.AGREEMENT)
    before.fill("number", "12-я")
    before.fill("covers", "not a date")
    before.operations.close()
    after = Bench(catalogue, qtbot)
    after.panel.restore_drafts()
    after.settle()
    assert after.panel.unsaved() == 2
    after.panel.offer_bar().action_triggered.emit()
    form = after.settled_form()
    assert form.fields()["number"].editor.raw() == "12-я"
    assert form.fields()["covers"].editor.raw() == "not a date"
    assert form.fields()["covers"].complaint()
    assert not after.panel.offer_bar().isVisible()
    form.focus_title()
    after.type("Protocol")
    after.press(ENTER)
    after.settle()
    ref = after.panel.current_entry()
    assert ref is not None
    assert after.value(ref.id, "number") == "12-я"
    assert after.drafts() == {f"entry:{ref.id}": {"covers": "not a date"}}
    after.operations.close()


def test_typing_is_kept_within_two_seconds_without_leaving_the_field(bench: Bench) -> None:
    bench.open_new(EntryKind.PERSON)
    bench.focus("family_name")
    bench.type("Мурашко")
    bench.qtbot.waitUntil(lambda: bool(bench.drafts()), timeout=4000)
    ((form, values),) = bench.drafts().items()
    assert form.startswith("new:person:")
    assert values == {"family_name": "Мурашко"}


def test_discarding_what_was_left_forgets_it(bench: Bench) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    bench.open_new(EntryKind.PERSON)
    bench.fill("family_name", "Мурашко")
    bench.open(entry)
    bar = bench.panel.offer_bar()
    assert bar.isVisible()
    bar.second_triggered.emit()
    bench.settle()
    assert bench.drafts() == {}
    assert bench.panel.unsaved() == 0
    assert not bar.isVisible()


def test_an_empty_new_form_vanishes(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks")
    bench.open_new(EntryKind.MEETING)
    form = bench.open(entry)
    assert bench.drafts() == {}
    assert not bench.panel.offer_bar().isVisible()
    assert form.head.words().startswith("M-0001")


def test_a_title_that_is_left_makes_the_entry_also_when_another_form_takes_its_place(
    bench: Bench,
) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    created: list[int] = []
    bench.panel.entry_created.connect(created.append)
    bench.open_new(EntryKind.PERSON)
    bench.type("Михаил Мурашко")
    bench.open(entry)
    (made,) = created
    assert bench.value(made, "title") == "Михаил Мурашко"
    ref = bench.panel.current_entry()
    assert ref is not None
    assert ref.id == entry
    assert bench.drafts() == {}


def test_a_new_form_takes_values_along(bench: Bench) -> None:
    form = bench.open_new(EntryKind.AGREEMENT, title="Протокол", agreement_type="protocol")
    assert form.head.editor.raw() == "Протокол"
    bench.press(ENTER)
    bench.settle()
    ref = bench.panel.current_entry()
    assert ref is not None
    assert bench.value(ref.id, "agreement_type") == "protocol"


def test_undoing_the_making_of_an_entry_closes_its_form(bench: Bench) -> None:
    bench.open_new(EntryKind.PERSON)
    bench.type("Ivan")
    bench.press(ENTER)
    bench.settle()
    with bench.qtbot.waitSignal(bench.panel.closed):
        bench.operations.undo(owner=bench)
    bench.settle()
    assert bench.panel.current_entry() is None


def test_a_read_only_catalogue_shows_everything_and_changes_nothing(
    catalogue: Catalogue, qtbot: QtBot
) -> None:
    first = Bench(catalogue, qtbot)
    entry = first.make(EntryKind.AGREEMENT, "Roadmap")
    first.operations.close()
    with Catalogue.open(catalogue.path, who="Second") as second:
        bench = Bench(second, qtbot)
        form = bench.open(entry)
        for field in form.fields().values():
            editor = field.editor
            closed = (
                not editor.isEnabled() if isinstance(editor, QComboBox) else editor.isReadOnly()
            )
            assert closed, field.name
            assert editor.toolTip()
        assert "read only" in form.head.words()
        with qtbot.waitSignal(bench.panel.said):
            bench.panel.open_new(EntryKind.MEETING)
        assert bench.panel.form() is form
        bench.operations.close()
