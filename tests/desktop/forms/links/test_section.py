from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from db.commands.links import add_link
from db.errors import ReadOnly
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, Mode, Presence
from desktop.forms.links.link_editor import LinkEditor
from tests.desktop.forms.links.desk import ALT, Desk, LinksDesk

Open = Callable[[int], LinksDesk]


@pytest.fixture
def meeting(desk: Desk) -> int:
    """Make a meeting with a chair and three guests."""
    entry = desk.make(EntryKind.MEETING, "XXXVII meeting")
    roles = [LinkKind.CHAIR, LinkKind.GUEST, LinkKind.GUEST, LinkKind.GUEST]
    for role, name in zip(roles, ("Murashko", "Beglov", "Leonov", "Ergashev"), strict=True):
        person = desk.make(EntryKind.PERSON, name)
        link(desk, kind=role, subject_id=entry, object_id=person)
    return entry


def link(desk: Desk, **spec: object) -> int:
    return desk.write(lambda session: add_link(session, spec=LinkSpec(**spec)))  # pyright: ignore[reportArgumentType] - fields by name


def names(links: LinksDesk) -> list[str]:
    return [item.text().other for item in links.section.links().items()]


def focused(links: LinksDesk) -> str:
    return next((i.text().other for i in links.section.links().items() if i.link().hasFocus()), "")


def go(links: LinksDesk, name: str) -> None:
    for _ in links.section.links().items():
        links.hands.press(Qt.Key.Key_Up)
        if focused(links) == name:
            return
    raise AssertionError(name)


def test_the_kind_stands_once_at_the_head_of_its_links(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    items = links.section.links().items()
    assert names(links) == ["Murashko", "Beglov", "Leonov", "Ergashev"]
    assert [item.accessibleName() for item in items][3] == "guest Ergashev"
    assert [item.relation() for item in items] == ["chair", "guest", "", ""]


def test_up_leaves_the_line_for_the_last_link_and_down_comes_back(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    links.hands.press(Qt.Key.Key_Up)
    assert focused(links) == "Ergashev"
    links.hands.press(Qt.Key.Key_Up)
    assert focused(links) == "Leonov"
    links.hands.press(Qt.Key.Key_Down)
    links.hands.press(Qt.Key.Key_Down)
    assert links.line.hasFocus()


def test_tab_stops_once_at_the_list_and_comes_back_where_it_was(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    go(links, "Leonov")
    links.hands.press(Qt.Key.Key_Tab)
    assert links.section.links().items()[2].face().hasFocus()
    links.hands.press(Qt.Key.Key_Tab)
    assert links.section.add_line().role().hasFocus()
    links.hands.press(Qt.Key.Key_Tab)
    assert links.line.hasFocus()
    for _ in range(3):
        links.hands.press(Qt.Key.Key_Backtab)
    assert focused(links) == "Leonov"


def test_enter_opens_the_other_end_and_the_face_its_evidence(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    opened: list[int] = []
    targets: list[Target] = []
    links.section.open_requested.connect(opened.append)
    links.section.evidence_requested.connect(targets.append)
    go(links, "Beglov")
    row = desk.links()[1]
    links.hands.press(Qt.Key.Key_Return)
    links.hands.press(Qt.Key.Key_Right)
    links.hands.press(Qt.Key.Key_Space)
    assert row.other is not None
    assert opened == [row.other.id]
    assert targets == [Target("link", row.id)]


def test_delete_removes_a_link_the_focus_stays_near_and_undo_brings_it_back(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    go(links, "Leonov")
    links.hands.press(Qt.Key.Key_Delete)
    desk.wait(lambda: len(names(links)) == 3)
    assert names(links) == ["Murashko", "Beglov", "Ergashev"]
    assert focused(links) == "Ergashev"
    assert links.said == ["Link to Leonov removed"]
    desk.undo()
    assert names(links) == ["Murashko", "Beglov", "Leonov", "Ergashev"]
    assert focused(links) == "Ergashev"


def test_the_last_link_gone_the_cursor_is_in_the_line(desk: Desk, open_links: Open) -> None:
    links = open_links(desk.make(EntryKind.MEETING, "Talks"))
    links.enter("Azerbaijan")
    links.hands.press(Qt.Key.Key_Up)
    links.hands.press(Qt.Key.Key_Delete)
    desk.wait(lambda: not names(links))
    assert links.line.hasFocus()


def test_alt_and_arrows_move_a_link_within_its_kind(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    go(links, "Ergashev")
    for _ in range(2):
        links.hands.press(Qt.Key.Key_Up, ALT)
        desk.settle()
    assert names(links) == ["Murashko", "Ergashev", "Beglov", "Leonov"]
    links.hands.press(Qt.Key.Key_Up, ALT)  # it never leaves its kind
    desk.settle()
    assert names(links) == ["Murashko", "Ergashev", "Beglov", "Leonov"]
    assert focused(links) == "Ergashev"
    desk.undo()
    assert names(links) == ["Murashko", "Beglov", "Ergashev", "Leonov"]


def test_lines_of_links_that_stay_are_the_same_widgets(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    before = links.section.links().items()
    links.enter("Oleg Ergashev, Vice-Governor of St. Petersburg, RU, speaker")
    after = links.section.links().items()
    assert [item for item in after if item in before] == list(before)
    assert len(after) == 5


def test_typing_under_way_outlives_a_refill(desk: Desk, open_links: Open, meeting: int) -> None:
    links = open_links(meeting)
    links.hands.type("Mikhail Mura")
    desk.refill()
    assert links.line.text() == "Mikhail Mura"
    assert links.line.hasFocus()


def test_another_entry_is_shown_by_the_lines_there_are(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    links = open_links(meeting)
    lines = set(links.section.links().items())
    other = desk.make(EntryKind.MEETING, "Talks")
    host = desk.links()[0].other
    assert host is not None
    link(desk, kind=LinkKind.HOST, subject_id=other, object_id=host.id)
    desk.entry = other
    desk.refill()
    assert names(links) == ["Murashko"]
    assert set(links.section.links().items()) < lines
    assert not any(item.isVisible() for item in lines - set(links.section.links().items()))


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_F2])
def test_e_and_f2_edit_a_link_and_the_focus_returns(
    desk: Desk, open_links: Open, meeting: int, key: Qt.Key
) -> None:
    links = open_links(meeting)
    go(links, "Beglov")
    links.hands.press(key)
    desk.settle()
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, LinkEditor)
    links.hands.press(Qt.Key.Key_Escape)
    desk.activate()
    assert focused(links) == "Beglov"


def test_sentences_say_who_as_what_for_whom_and_how(desk: Desk, open_links: Open) -> None:
    entry = desk.make(EntryKind.MEETING, "Talks")
    person = desk.make(EntryKind.PERSON, "Teymur Musayev")
    country = desk.make(EntryKind.PLACE, "Azerbaijan", place_kind="country", code="AZ")
    link(
        desk,
        kind=LinkKind.SPEAKER,
        subject_id=entry,
        object_id=person,
        on_behalf_of_id=country,
        post_as="Minister of Health",
        acting=True,
        named_as="T. Musayev",
        mode=Mode.VIDEO,
        since="2021-05",
        note="first\nsecond",
    )
    link(
        desk,
        kind=LinkKind.GUEST,
        subject_id=entry,
        object_kind="organisation",
        named_as="heads of clinics",
        presence=Presence.DELEGATION,
        number=12,
    )
    links = open_links(entry)
    assert links.shown() == [
        "speaker Teymur Musayev Minister of Health (acting), for Azerbaijan, named “T. Musayev”, "
        "by video, from May 2021, first",
        "guest heads of clinics delegation, 12",
    ]
    assert [item.text().opens for item in links.section.links().items()] == [True, False]


def test_labels_are_in_the_language_of_the_settings(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    QSettings().setValue("look/language", "ru")
    links = open_links(meeting)
    assert links.section.links().items()[0].text().relation == "председатель"
    assert links.section.add_line().defaults().role.label == "участник"


def test_sixty_links_are_all_shown(desk: Desk, open_links: Open) -> None:
    entry = desk.make(EntryKind.MEETING, "Forum")
    person = desk.make(EntryKind.PERSON, "Speaker of many words")

    def add_sixty(session: Session) -> None:
        for number in range(60):
            spec = LinkSpec(
                kind=LinkKind.SPEAKER, subject_id=entry, object_id=person, post_as=f"{number}"
            )
            add_link(session, spec=spec)

    desk.write(add_sixty)
    links = open_links(entry)
    assert len(names(links)) == 60
    assert all(item.isVisibleTo(links.section) for item in links.section.links().items())


def test_the_menu_offers_all_that_keys_do(desk: Desk, open_links: Open, meeting: int) -> None:
    links = open_links(meeting)
    menu = links.section.links().items()[3].menu()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == [
        *("Open", "Edit link…", "Evidence", "Remove link"),
        *("Move up", "Move down"),
    ]
    actions["Move up"].trigger()
    desk.settle()
    assert names(links) == ["Murashko", "Beglov", "Ergashev", "Leonov"]


def test_a_catalogue_open_for_reading_shows_links_and_changes_none(
    desk: Desk, open_links: Open, meeting: int
) -> None:
    desk.catalogue.read_only_because = ReadOnly()
    links = open_links(meeting)
    assert not links.section.add_line().isVisible()
    links.section.links().focus_last()
    links.hands.press(Qt.Key.Key_Delete)
    links.hands.press(Qt.Key.Key_E)
    links.hands.press(Qt.Key.Key_Up, ALT)
    desk.settle()
    assert QApplication.activeModalWidget() is None
    assert names(links) == ["Murashko", "Beglov", "Leonov", "Ergashev"]
