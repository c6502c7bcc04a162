from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.terms import EntryKind, LinkKind
from tests.desktop.forms.links.desk import ALT, Desk, LinksDesk

Open = Callable[[int], LinksDesk]


def test_a_slash_opens_the_kinds_and_choosing_returns_to_the_line(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(desk.make(EntryKind.MEETING, "XXXVII meeting"))
    links.hands.type("/")
    assert QApplication.activePopupWidget() is not None
    links.hands.type("ven")
    links.hands.press(Qt.Key.Key_Return)
    assert links.line.hasFocus()
    assert links.section.add_line().defaults().role.kind == LinkKind.VENUE
    links.enter("Almazov National Medical Research Centre")
    (link,) = desk.links()
    assert link.other is not None
    assert (link.kind, link.other.kind) == (LinkKind.VENUE, EntryKind.ORGANISATION)


def test_alt_r_opens_the_kinds_and_escape_leaves_them(desk: Desk, open_links: Open) -> None:
    links = open_links(desk.make(EntryKind.MEETING, "XXXVII meeting"))
    before = links.section.add_line().defaults().role
    links.hands.press(Qt.Key.Key_R, ALT)
    assert QApplication.activePopupWidget() is not None
    links.hands.press(Qt.Key.Key_Escape)
    assert links.line.hasFocus()
    assert links.section.add_line().defaults().role == before
