from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.exchange.intake import read_pasted
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.rows.evidence import Span
from db.rows.pin import Pin
from db.terms import EntryKind, SourceKind
from desktop.acts.sources import add_source
from desktop.forms.entry_edit import EntryEdit
from tests.desktop.forms.links.desk import CTRL, PLAIN, Desk, open_desk

SPEAKERS = (EntryKind.PERSON, EntryKind.ORGANISATION)

Edit = Callable[..., EntryEdit]


@pytest.fixture
def desk(catalogue: Catalogue, qtbot: QtBot) -> Iterator[Desk]:
    """Give a catalogue, operations and hands."""
    yield from open_desk(catalogue, qtbot)


@pytest.fixture
def edit(desk: Desk, qtbot: QtBot) -> Iterator[Edit]:
    """Make a field with the keyboard in it, and a line after it."""
    kept: list[QWidget] = []

    def edit(kinds: tuple[EntryKind, ...] = SPEAKERS) -> EntryEdit:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        made = EntryEdit(desk.workspace, kinds, placeholder="a name", debounce_ms=0)
        column = QVBoxLayout(window)
        column.addWidget(made)
        column.addWidget(QLineEdit())
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        made.setFocus()
        return made

    yield edit
    kept.clear()


def ref(desk: Desk, entry: int) -> EntryRef:
    return desk.read(lambda session: entry_refs(session, ids=[entry]))[entry]


def heard(edit: EntryEdit) -> list[str]:
    """Note what a field tells: "edited", and each value it commits."""
    told: list[str] = []
    edit.edited.connect(lambda: told.append("edited"))
    edit.committed.connect(told.append)
    return told


def leave(desk: Desk) -> None:
    desk.hands.press(Qt.Key.Key_Tab)
    desk.settle()


def replace(desk: Desk, text: str) -> None:
    desk.hands.press(Qt.Key.Key_A, CTRL)
    desk.hands.type(text)


def test_an_entry_is_found_by_part_of_its_title_and_taken_with_enter(
    desk: Desk, edit: Edit
) -> None:
    person = desk.make(EntryKind.PERSON, "Mikhail Murashko")
    field = edit()
    told = heard(field)
    desk.hands.type("murash")
    desk.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: field.entry_id() == person)
    assert (field.text(), field.value(), field.raw()) == (
        "Mikhail Murashko",
        str(person),
        str(person),
    )
    assert told == ["edited", str(person)]


def test_an_entry_is_shown_and_taken_away_without_telling_anybody(desk: Desk, edit: Edit) -> None:
    person = ref(desk, desk.make(EntryKind.PERSON, "Mikhail Murashko"))
    field = edit()
    told = heard(field)
    field.set_entry(person)
    assert (field.text(), field.entry_id()) == ("Mikhail Murashko", person.id)
    field.set_entry(None)
    assert (field.text(), field.entry_id(), field.value()) == ("", None, "")
    assert told == []


def test_the_title_of_an_id_is_looked_up(desk: Desk, edit: Edit) -> None:
    person = desk.make(EntryKind.PERSON, "Mikhail Murashko")
    field = edit()
    field.set_value(str(person))
    assert field.entry_id() == person
    desk.settle()
    assert field.text() == "Mikhail Murashko"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("Oqtay Shiraliyev", EntryKind.PERSON), ("Ministry of Health", EntryKind.ORGANISATION)],
)
def test_what_is_made_is_of_the_kind_its_words_suggest(
    desk: Desk, edit: Edit, typed: str, kind: EntryKind
) -> None:
    field = edit()
    desk.hands.type(typed)
    desk.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: field.entry_id() is not None)
    made = ref(desk, field.entry_id() or 0)
    assert (made.title, made.kind) == (typed, kind)


def test_only_entries_of_the_kinds_set_last_are_offered(desk: Desk, edit: Edit) -> None:
    desk.make(EntryKind.PERSON, "Alpha")
    meeting = desk.make(EntryKind.MEETING, "Alpha")
    field = edit()
    field.set_kinds((EntryKind.MEETING,))
    desk.hands.type("Alpha")
    desk.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: field.entry_id() is not None)
    assert field.entry_id() == meeting


def test_words_that_name_nothing_stay_and_are_a_problem_even_while_one_types(
    desk: Desk, edit: Edit
) -> None:
    field = edit()
    field.set_entry(ref(desk, desk.make(EntryKind.PERSON, "Mikhail Murashko")))
    told = heard(field)
    replace(desk, "zzz")
    desk.wait(field.popup().isVisible)
    assert field.problem()
    assert (field.entry_id(), field.raw()) == (None, "zzz")
    assert told == []
    desk.hands.press(Qt.Key.Key_Escape)  # the list
    leave(desk)
    assert (field.text(), field.raw()) == ("zzz", "zzz")
    assert told == ["edited", ""]


def test_a_title_typed_in_full_is_taken_when_the_field_is_left(desk: Desk, edit: Edit) -> None:
    person = desk.make(EntryKind.PERSON, "Mikhail Murashko")
    field = edit()
    desk.hands.type("mikhail murashko")
    leave(desk)
    assert (field.text(), field.entry_id()) == ("Mikhail Murashko", person)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_an_emptied_field_holds_nothing_once_it_is_left_or_entered(
    desk: Desk, edit: Edit, key: Qt.Key
) -> None:
    field = edit()
    field.set_entry(ref(desk, desk.make(EntryKind.PERSON, "Mikhail Murashko")))
    told = heard(field)
    replace(desk, "")
    desk.hands.press(Qt.Key.Key_Backspace)
    desk.hands.press(key)
    desk.settle()
    assert (field.entry_id(), field.picked_offer()) == (None, None)
    assert told == ["edited", ""]


def test_escape_takes_typing_back_and_with_it_the_problem(desk: Desk, edit: Edit) -> None:
    field = edit()
    person = ref(desk, desk.make(EntryKind.PERSON, "Mikhail Murashko"))
    field.set_entry(person)
    replace(desk, "zzz")
    leave(desk)
    assert field.problem()
    field.setFocus()
    told = heard(field)
    desk.hands.press(Qt.Key.Key_Escape)
    assert (field.text(), field.entry_id(), field.problem()) == (person.title, person.id, "")
    assert told == ["edited"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_are_left_to_what_stands_around_where_nothing_was_typed(
    desk: Desk, edit: Edit, key: Qt.Key
) -> None:
    field = edit()
    person = ref(desk, desk.make(EntryKind.PERSON, "Mikhail Murashko"))
    for entry in (None, person):
        field.set_entry(entry)
        press = QKeyEvent(QEvent.Type.KeyPress, key, PLAIN)
        QApplication.sendEvent(field, press)
        assert not press.isAccepted()
        assert field.entry_id() == (entry.id if entry else None)


def test_enter_where_nothing_was_typed_tells_that_it_was_pressed(
    desk: Desk, edit: Edit, qtbot: QtBot
) -> None:
    field = edit()
    person = ref(desk, desk.make(EntryKind.PERSON, "Mikhail Murashko"))
    field.set_entry(person)
    with qtbot.waitSignal(field.returnPressed), qtbot.waitSignal(field.committed) as committed:
        desk.hands.press(Qt.Key.Key_Return)
    assert committed.args == [str(person.id)]


@pytest.mark.parametrize("typed", ["Oqtay Shiraliyev", "France"])
def test_what_the_catalogue_refuses_to_make_stays_with_the_reason(
    desk: Desk, edit: Edit, typed: str
) -> None:
    release = read_pasted("The roadmap was signed.")
    source = desk.catalogue.write(add_source(release, SourceKind.PRESS_RELEASE)).value
    past_the_end = (Span(first=900, last=910),)
    desk.pinboard.hold(
        Pin(source_id=source, source_reference="S-0001", spans=past_the_end, words="gone")
    )
    field = edit((EntryKind.PERSON,))
    desk.hands.type(typed)
    desk.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: "not in the text" in field.problem())
    assert (field.entry_id(), field.raw()) == (None, typed)
    desk.hands.press(Qt.Key.Key_Escape)
    assert (field.text(), field.problem()) == ("", "")
