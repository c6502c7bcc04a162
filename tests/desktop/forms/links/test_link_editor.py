from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.commands.links import add_link
from db.commands.stages import StageSpec, add_stage
from db.rows.entries import LinkRow
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, Mode, Presence, StageKind
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.links.link_editor import LinkEditor
from tests.desktop.forms.links.desk import CTRL, SHIFT, Desk, LinksDesk

Open = Callable[[int], LinksDesk]


class Editing:
    """The editor of the first link of an entry, opened from its line."""

    def __init__(self, links: LinksDesk) -> None:
        self.links, self.hands, self.desk = links, links.hands, links.desk
        links.hands.press(Qt.Key.Key_Up)
        links.hands.press(Qt.Key.Key_F2)
        self.desk.settle()
        editor = QApplication.activeModalWidget()
        assert isinstance(editor, LinkEditor)
        self.editor, self.fields = editor, editor.fields()

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(30):
            if QApplication.focusWidget() is widget:
                return
            self.hands.press(Qt.Key.Key_Tab)
        raise AssertionError(widget)

    def replace(self, widget: QWidget, text: str) -> None:
        self.tab_to(widget)
        self.hands.press(Qt.Key.Key_A, CTRL)
        self.hands.type(text)

    def pick(self, widget: QWidget, text: str) -> None:
        self.replace(widget, text)
        self.hands.press(Qt.Key.Key_Return)
        self.desk.settle()

    def save(self) -> None:
        self.hands.press(Qt.Key.Key_Return, CTRL)
        self.desk.settle()

    def is_open(self) -> bool:
        return QApplication.activeModalWidget() is not None


def link(desk: Desk, **spec: object) -> int:
    return desk.write(lambda session: add_link(session, spec=LinkSpec(**spec)))  # pyright: ignore[reportArgumentType] - fields by name


@pytest.fixture
def signed(desk: Desk) -> int:
    """Make an agreement, signed twice, with one signatory."""
    agreement = desk.make(EntryKind.AGREEMENT, "Roadmap")
    person = desk.make(EntryKind.PERSON, "Teymur Musayev")
    for date in ("2021-05", "2021-06"):
        spec = StageSpec(kind=StageKind.SIGNED, date=date)
        desk.write(lambda session, spec=spec: add_stage(session, agreement_id=agreement, spec=spec))
    link(desk, kind=LinkKind.SIGNATORY, subject_id=agreement, object_id=person)
    return agreement


def only(desk: Desk) -> LinkRow:
    (row,) = desk.links()
    return row


def test_all_fields_are_edited_by_keyboard_and_saved_with_ctrl_enter(
    desk: Desk, open_links: Open, signed: int
) -> None:
    editing = Editing(open_links(signed))
    fields = editing.fields
    editing.replace(fields.post, "Acting Minister of Health")
    editing.tab_to(fields.acting)
    editing.hands.press(Qt.Key.Key_Space)
    editing.pick(fields.behalf, "Azerbaijan")
    editing.tab_to(fields.mode)
    editing.hands.type("by")
    editing.replace(fields.since, "May 2021")
    editing.replace(fields.until, "2022")
    editing.tab_to(fields.stage)
    editing.hands.press(Qt.Key.Key_End)
    editing.replace(fields.named_as, "T. Musayev")
    editing.replace(fields.note, "at noon")
    editing.save()
    assert not editing.is_open()
    row = only(desk)
    assert (row.post_as, row.acting, row.mode) == ("Acting Minister of Health", True, Mode.VIDEO)
    assert (row.since, row.until, row.note) == ("2021-05", "2022", "at noon")
    assert (row.named_as, row.stage_id) == ("T. Musayev", desk.sheet().stages[1].id)
    assert row.on_behalf_of is not None
    assert row.on_behalf_of.title == "Azerbaijan"
    assert editing.links.said == ["Link saved"]


def test_saving_unchanged_changes_nothing(desk: Desk, open_links: Open, signed: int) -> None:
    editing = Editing(open_links(signed))
    before = only(desk)
    editing.save()
    assert only(desk) == before


def test_escape_leaves_the_link_as_it_was(desk: Desk, open_links: Open, signed: int) -> None:
    editing = Editing(open_links(signed))
    before = only(desk)
    editing.hands.type("Minister")
    desk.settle()
    editing.hands.press(Qt.Key.Key_Escape)
    assert not editing.is_open()
    assert only(desk) == before


def test_escape_in_a_picker_takes_typing_back_first(
    desk: Desk, open_links: Open, signed: int
) -> None:
    editing = Editing(open_links(signed))
    editing.replace(editing.fields.other, "zzz")
    desk.wait(editing.fields.other.popup().isVisible)
    editing.hands.press(Qt.Key.Key_Escape)  # the list
    editing.hands.press(Qt.Key.Key_Escape)  # the typing
    assert editing.fields.other.text() == "Teymur Musayev"
    assert editing.is_open()


@pytest.mark.parametrize("name", ["other", "behalf"])
def test_words_that_name_no_entry_are_said_beside_their_field_even_half_typed(
    desk: Desk, open_links: Open, signed: int, name: str
) -> None:
    editing = Editing(open_links(signed))
    before = only(desk)
    field: EntryEdit = getattr(editing.fields, name)
    editing.replace(field, "zzz")
    desk.wait(field.popup().isVisible)
    editing.hands.press(Qt.Key.Key_Escape)  # the list
    editing.save()
    assert editing.is_open()
    assert field.hasFocus()
    assert field.text() == "zzz"
    assert field.problem() in field.accessibleDescription()
    assert only(desk) == before
    editing.hands.press(Qt.Key.Key_Tab)
    field.setFocus()
    editing.hands.press(Qt.Key.Key_Escape)  # the typing
    assert field.accessibleDescription() == ""
    editing.save()
    assert not editing.is_open()
    assert only(desk) == before


def test_a_date_that_is_none_is_said_beside_its_field(
    desk: Desk, open_links: Open, signed: int
) -> None:
    editing = Editing(open_links(signed))
    before = only(desk)
    editing.replace(editing.fields.since, "soon")
    editing.save()
    assert editing.is_open()
    assert editing.fields.since.hasFocus()
    assert editing.fields.first_wrong() is editing.fields.since
    assert only(desk) == before


def test_what_the_catalogue_refuses_is_said_beside_the_field(
    desk: Desk, open_links: Open, signed: int
) -> None:
    person = only_person(desk, signed)
    link(desk, kind=LinkKind.PARTY, subject_id=signed, object_id=person)
    links = open_links(signed)
    editing = Editing(links)  # of the last link: who signed
    editing.tab_to(editing.fields.kind)
    editing.hands.press(Qt.Key.Key_Home)
    editing.save()
    assert editing.is_open()
    assert "already there" in editing.fields.kind.accessibleDescription()


def test_only_kinds_that_fit_both_ends_are_offered(
    desk: Desk, open_links: Open, signed: int
) -> None:
    editing = Editing(open_links(signed))
    kind = editing.fields.kind
    labels = [kind.itemText(number) for number in range(kind.count())]
    assert labels[:3] == ["party", "signed by", "initialled by"]
    assert "implements" not in labels
    assert "discussed at" not in labels


def test_the_stage_is_there_only_for_acts_of_a_stage(
    desk: Desk, open_links: Open, signed: int
) -> None:
    editing = Editing(open_links(signed))
    assert editing.fields.stage.isVisible()
    editing.tab_to(editing.fields.kind)
    editing.hands.press(Qt.Key.Key_Home)
    assert editing.fields.role().kind == LinkKind.PARTY
    assert not editing.fields.stage.isVisible()


def test_an_unnamed_holder_is_given_his_name_later(desk: Desk, open_links: Open) -> None:
    meeting = desk.make(EntryKind.MEETING, "XXXVII meeting")
    person = desk.make(EntryKind.PERSON, "Anahit Avanesyan")
    links = open_links(meeting)
    links.enter("Minister of Health, AM")
    editing = Editing(links)
    editing.pick(editing.fields.other, "Anahit Avanesyan")
    editing.pick(editing.fields.behalf, "Armenia")
    editing.tab_to(editing.fields.presence)
    editing.hands.press(Qt.Key.Key_Home)
    editing.save()
    row = only(desk)
    assert row.object is not None
    assert row.on_behalf_of is not None
    assert (row.object.id, row.presence) == (person, Presence.NAMED)
    assert row.on_behalf_of.title == "Armenia"
    desk.undo()
    assert only(desk).presence == Presence.UNNAMED


def test_a_missing_other_end_is_made_from_the_editor(
    desk: Desk, open_links: Open, signed: int
) -> None:
    editing = Editing(open_links(signed))
    editing.pick(editing.fields.other, "Oqtay Shiraliyev")
    editing.save()
    row = only(desk)
    assert row.object is not None
    assert (row.object.title, row.object.kind) == ("Oqtay Shiraliyev", EntryKind.PERSON)


def test_an_emptied_other_end_leaves_the_words(desk: Desk, open_links: Open, signed: int) -> None:
    editing = Editing(open_links(signed))
    editing.replace(editing.fields.named_as, "the minister")
    editing.tab_to(editing.fields.other)
    editing.hands.press(Qt.Key.Key_A, CTRL)
    editing.hands.press(Qt.Key.Key_Backspace)
    editing.hands.press(Qt.Key.Key_Tab)
    editing.save()
    assert not editing.is_open()
    assert (only(desk).object, only(desk).named_as) == (None, "the minister")


def test_from_the_object_the_subject_is_the_other_end(
    desk: Desk, open_links: Open, signed: int
) -> None:
    second = desk.make(EntryKind.AGREEMENT, "Protocol")
    person = only_person(desk, signed)
    editing = Editing(open_links(person))
    assert editing.fields.other.text() == "Roadmap"
    editing.pick(editing.fields.other, "Protocol")
    editing.save()
    assert not editing.is_open()
    row = only(desk)
    assert (row.subject.id, row.outgoing, row.kind) == (second, False, LinkKind.SIGNATORY)


def only_person(desk: Desk, agreement: int) -> int:
    (row,) = desk.links(agreement)
    assert row.object is not None
    return row.object.id


def test_posts_are_completed_from_earlier_links(desk: Desk, open_links: Open, signed: int) -> None:
    person = desk.make(EntryKind.PERSON, "Mikhail Murashko")
    link(
        desk,
        kind=LinkKind.WITNESS,
        subject_id=signed,
        object_id=person,
        post_as="Minister of Health",
    )
    editing = Editing(open_links(signed))
    editing.replace(editing.fields.post, "minis")
    desk.wait(editing.fields.post.popup().isVisible)
    editing.hands.press(Qt.Key.Key_Return)
    assert editing.fields.post.value() == "Minister of Health"
    assert editing.is_open()


def test_shift_tab_goes_back(desk: Desk, open_links: Open, signed: int) -> None:
    editing = Editing(open_links(signed))
    assert editing.fields.post.hasFocus()
    editing.hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert editing.fields.named_as.hasFocus()
