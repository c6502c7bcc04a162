from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.queries.picker import find_entries
from db.terms import EntryKind, LinkKind
from desktop.forms.links.paste_review import PasteReview
from tests.desktop.forms.links.desk import CTRL, Desk, LinksDesk

Open = Callable[[int], LinksDesk]


def paste(desk: Desk, links: LinksDesk, *lines: str) -> PasteReview:
    QGuiApplication.clipboard().setText("\n".join(lines))
    links.hands.press(Qt.Key.Key_V, CTRL)
    desk.settle()
    review = QApplication.activeModalWidget()
    assert isinstance(review, PasteReview)

    def is_ready() -> bool:
        """Bring the keyboard back where a window of an earlier test, closing, has taken it."""
        if not review.isActiveWindow():
            review.activateWindow()
        first = review.rows()[0].who if review.rows() else None
        if first is not None and not first.hasFocus():
            first.setFocus()
        return first is not None and QApplication.focusWidget() is first

    desk.qtbot.waitUntil(is_ready)
    return review


def make(desk: Desk, links: LinksDesk) -> None:
    links.hands.press(Qt.Key.Key_Return, CTRL)
    desk.settle()


def meeting(desk: Desk) -> int:
    return desk.make(EntryKind.MEETING, "XXXVII meeting")


def people(desk: Desk) -> list[str]:
    rows = [row for row in desk.links() if row.object and row.object.kind == EntryKind.PERSON]
    return [row.object.title for row in rows if row.object]


def test_one_line_is_pasted_as_text(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    QGuiApplication.clipboard().setText("Mikhail Murashko\n")
    links.hands.press(Qt.Key.Key_V, CTRL)
    assert QApplication.activeModalWidget() is None
    assert links.line.text().strip() == "Mikhail Murashko"


def test_each_line_is_shown_as_it_was_read(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    review = paste(
        desk,
        links,
        "• Mikhail Murashko, Minister of Health, RU, chair",
        "12 experts, AM, attendee",
        "",
        "venue: Almazov Centre",
    )
    shown = [
        (row.who.currentText(), row.post.text(), row.country.text(), row.role.currentText())
        for row in review.rows()
    ]
    assert shown == [
        ("Mikhail Murashko (new person)", "Minister of Health", "Russia", "chair"),
        ("group of 12", "experts", "Armenia", "attendee"),
        ("Almazov Centre (new body)", "", "", "venue"),
    ]


def test_post_country_and_kind_are_set_right_before_making(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    review = paste(desk, links, "Ali Asadov, RU, guest", "Mikhail Mishustin, RU, guest")
    first = review.rows()[0]
    links.hands.press(Qt.Key.Key_Tab)
    assert first.post.hasFocus()
    links.hands.type("Prime Minister")
    links.hands.press(Qt.Key.Key_Tab)
    links.hands.press(Qt.Key.Key_A, CTRL)
    links.hands.type("AZ")
    links.hands.press(Qt.Key.Key_Tab)
    assert first.role.hasFocus()
    links.hands.type("speaker")
    make(desk, links)
    rows = {row.object.title: row for row in desk.links() if row.object}
    asadov = rows["Ali Asadov"]
    assert asadov.on_behalf_of is not None
    assert (asadov.kind, asadov.post_as) == (LinkKind.SPEAKER, "Prime Minister")
    assert asadov.on_behalf_of.title == "Azerbaijan"
    assert rows["Mikhail Mishustin"].kind == LinkKind.GUEST


def test_a_country_that_is_none_is_marked_and_nothing_is_made(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    review = paste(desk, links, "Ali Asadov, RU, guest", "Mikhail Mishustin, RU, guest")
    review.rows()[0].country.setFocus()
    links.hands.press(Qt.Key.Key_A, CTRL)
    links.hands.type("Atlantis")
    make(desk, links)
    assert "Atlantis" in review.complaint()
    assert review.rows()[0].country.property("wrong")
    assert desk.links() == ()


def test_lines_without_a_tick_are_left_out(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    review = paste(desk, links, "Ali Asadov, AZ, guest", "Mikhail Mishustin, RU, guest")
    review.rows()[0].tick.setFocus()
    links.hands.press(Qt.Key.Key_Space)
    assert not review.rows()[0].who.isEnabled()
    make(desk, links)
    assert people(desk) == ["Mikhail Mishustin"]


def test_somebody_alike_is_offered_marked_and_can_be_refused(desk: Desk, open_links: Open) -> None:
    desk.make(EntryKind.PERSON, "Mikhail Mishustin")
    links = open_links(meeting(desk))
    review = paste(desk, links, "Ali Asadov, AZ, guest", "Mikhail Mishutin, PM, RU, guest")
    row = review.rows()[1]
    assert row.doubtful()
    assert row.who.property("wrong")
    assert row.who.currentText().endswith("the same?")
    row.who.setFocus()
    links.hands.press(Qt.Key.Key_Down)
    assert not row.who.property("wrong")
    make(desk, links)
    assert people(desk) == ["Ali Asadov", "Mikhail Mishutin"]


def test_a_name_that_stands_twice_in_a_list_is_one_person(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    paste(desk, links, "Ali Asadov, AZ, chair", "Ali Asadov, AZ, speaker")
    make(desk, links)
    assert people(desk) == ["Ali Asadov", "Ali Asadov"]
    found = desk.read(lambda session: find_entries(session, "Asadov", [EntryKind.PERSON]))
    assert len(found) == 1


def test_ministries_of_one_name_in_a_list_are_as_many_as_their_countries(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(desk.make(EntryKind.AGREEMENT, "Roadmap"))
    paste(desk, links, "Ministry of Health, AZ, party", "Ministry of Health, RU, party")
    make(desk, links)
    first, second = desk.links()
    assert first.object != second.object
    countries = desk.read(
        lambda session: find_entries(session, "Ministry of Health", [EntryKind.ORGANISATION])
    )
    assert sorted(found.country_codes for found in countries) == ["AZ", "RU"]


def test_links_that_are_there_already_are_passed_over_and_counted(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(meeting(desk))
    links.enter("Ali Asadov, Prime Minister, AZ, guest")
    paste(
        desk,
        links,
        "Ali Asadov, Prime Minister, AZ, guest",
        "Mikhail Mishustin, Prime Minister, RU, guest",
    )
    make(desk, links)
    assert people(desk) == ["Ali Asadov", "Mikhail Mishustin"]
    assert links.said[-1].endswith("1 there already")


def test_escape_leaves_the_list_unmade(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    paste(desk, links, "Ali Asadov, AZ, guest", "Mikhail Mishustin, RU, guest")
    links.hands.press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    desk.activate()
    assert links.line.hasFocus()
    assert desk.links() == ()
