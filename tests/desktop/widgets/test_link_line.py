import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.widgets.face_button import Face
from desktop.widgets.link_line import LinkLine, LinkText
from tests.desktop.widgets.conftest import Show

SIGNED = LinkText(
    relation="signed by",
    other="Teymur Musayev",
    rest="as Acting Health Minister, for Azerbaijan",
    face=Face.EVIDENCE,
    count=2,
)


@pytest.fixture
def line(show: Show) -> LinkLine:
    made = LinkLine(SIGNED)
    show(made)
    made.link().setFocus()
    return made


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "open_requested"),
        (Qt.Key.Key_Enter, "open_requested"),
        (Qt.Key.Key_Space, "open_requested"),
        (Qt.Key.Key_F2, "edit_requested"),
        (Qt.Key.Key_Delete, "remove_requested"),
        (Qt.Key.Key_Backspace, "remove_requested"),
    ],
)
def test_a_key_on_the_other_end_does_its_act(
    line: LinkLine, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    with qtbot.waitSignal(getattr(line, signal)):
        qtbot.keyClick(line.link(), key)


def test_a_click_opens_the_other_end(line: LinkLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.open_requested):
        qtbot.mouseClick(line.link(), Qt.MouseButton.LeftButton)


def test_the_face_opens_the_evidence(line: LinkLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.face_requested):
        qtbot.keyClick(line.face(), Qt.Key.Key_Space)


def test_the_whole_sentence_is_said(line: LinkLine) -> None:
    said = "signed by Teymur Musayev as Acting Health Minister, for Azerbaijan"
    assert line.link().accessibleName() == said
    assert line.face().accessibleName() == f"{said}: Evidence: 2"


def test_words_alone_open_nothing_but_can_be_edited(line: LinkLine, qtbot: QtBot) -> None:
    line.set_text(LinkText(relation="attendee", other="health minister", opens=False))
    with qtbot.assertNotEmitted(line.open_requested):
        qtbot.keyClick(line.link(), Qt.Key.Key_Return)
    with qtbot.waitSignal(line.edit_requested):
        qtbot.keyClick(line.link(), Qt.Key.Key_F2)


def test_markup_in_data_is_shown_as_it_is(line: LinkLine) -> None:
    line.set_text(LinkText(relation="party", other="R&D <b>Ltd</b>", rest="<i>x</i>"))
    assert line.link().words() == "R&D <b>Ltd</b>"
    assert line.link().shortcut().isEmpty()
    assert line.text().rest == "<i>x</i>"


def test_the_menu_key_opens_a_menu_of_all_acts(line: LinkLine, qtbot: QtBot) -> None:
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(line.link(), QContextMenuEvent(reason, QPoint(2, 2), QPoint(2, 2)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = [action for action in menu.actions() if not action.isSeparator()]
    signals = (
        line.open_requested,
        line.edit_requested,
        line.face_requested,
        line.remove_requested,
    )
    assert len(acts) == 4
    for act, signal in zip(acts, signals, strict=True):
        with qtbot.waitSignal(signal):
            act.trigger()
    menu.close()


def test_a_narrow_line_gives_way(line: LinkLine) -> None:
    assert line.minimumSizeHint().width() < line.sizeHint().width()
