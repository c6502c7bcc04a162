"""Finding in the real window: the box, the list, the facets and the searches hear one another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country
from db.commands.links import add_link
from db.queries.faces import INCOMING
from db.rows.links import LinkSpec
from db.rows.lists import ListSpec
from db.terms import EntryKind, LinkKind
from desktop.delegates.roles import EntryRoles
from desktop.dialogs.finding_help import FindingHelp
from desktop.dialogs.jump import JumpDialog
from desktop.dialogs.save_search import SaveSearch
from desktop.forms.links.section import LinksSection
from desktop.forms.sections import Part
from desktop.room import Room
from desktop.widgets.link_button import LinkButton
from desktop.window import MainWindow
from tests.desktop.windows import open_window
from tests.write_path.acts import write

_NO, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample: Catalogue) -> MainWindow:
    return open_window(qtbot, qapp, sample)


def _settle(qtbot: QtBot, room: Room) -> None:
    operations, model = room.workspace.operations, room.master.model
    qtbot.waitUntil(lambda: operations.is_idle and model.is_settled)


def _find(qtbot: QtBot, room: Room, query: str) -> None:
    room.search.take_focus()
    QTest.keyClicks(room.search, query)
    QTest.keyClick(room.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.master.spec().query == query)
    _settle(qtbot, room)


def _key(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def test_what_is_typed_narrows_the_list_and_is_lit_in_list_and_form(
    qtbot: QtBot, window: MainWindow
) -> None:
    room = window.room
    whole = room.master.model.rowCount()
    _find(qtbot, room, "protocol type:protocol")
    found = room.master.model.rowCount()
    assert 0 < found < whole
    assert room.master.head.counts() == f"{found} of {whole}"
    titles = (room.master.model.index(row, 0) for row in range(found))
    assert any(index.data(EntryRoles.LIT_TITLE) for index in titles)


def test_a_facet_that_is_clicked_stands_in_the_box_as_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    room = window.room
    room.master.facets.query_wanted.emit("country:AZ")
    _settle(qtbot, room)
    assert room.search.query() == "country:AZ"
    assert room.master.spec().query == "country:AZ"
    room.master.clear_query()
    _settle(qtbot, room)
    assert room.search.query() == ""


def test_a_search_is_saved_by_a_key_and_found_again_in_the_sidebar(
    qtbot: QtBot, window: MainWindow
) -> None:
    room = window.room
    _find(qtbot, room, "country:AZ health")
    _key(window, Qt.Key.Key_D, _CTRL)
    dialog = next(d for d in room.window().findChildren(SaveSearch) if d.isVisible())
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(room.sidebar.model.searches()) == 1)
    _settle(qtbot, room)
    (search,) = room.sidebar.model.searches()
    room.show_list(ListSpec(kind=EntryKind.PERSON))
    room.search.empty()
    _settle(qtbot, room)
    room.sidebar.view.setCurrentIndex(room.sidebar.model.index_of(f"search:{search.id}"))
    _settle(qtbot, room)
    assert room.master.spec().query == "country:AZ health"
    assert room.search.query() == "country:AZ health"


def test_a_slip_of_the_finger_is_offered_to_be_mended(qtbot: QtBot, window: MainWindow) -> None:
    room = window.room
    _find(qtbot, room, "memorandm")
    assert room.master.model.rowCount() == 0

    def offers() -> list[str]:
        return [button.text() for button in room.master.empty.findChildren(QPushButton)]

    qtbot.waitUntil(lambda: any("memorandum" in words for words in offers()))


def test_jumping_opens_what_is_named_and_an_action_by_its_name(
    qtbot: QtBot, window: MainWindow
) -> None:
    room = window.room
    _key(window, Qt.Key.Key_K, _CTRL)
    dialog = next(d for d in room.window().findChildren(JumpDialog) if d.isVisible())
    QTest.keyClicks(dialog.line, "murashko")
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0 and room.workspace.operations.is_idle)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.detail.current_entry() is not None)
    _settle(qtbot, room)
    here = room.detail.current_entry()
    assert here is not None
    assert "Murashko" in here.title


def test_an_example_of_the_help_is_tried_with_a_click(qtbot: QtBot, window: MainWindow) -> None:
    room = window.room
    window.actions_by_id["help.finding"].trigger()
    page = next(d for d in room.window().findChildren(FindingHelp) if d.isVisible())
    page.example_chosen.emit("country:AZ")
    _settle(qtbot, room)
    assert room.search.query() == room.master.spec().query == "country:AZ"


def test_an_entry_with_many_links_shows_the_newest_and_lists_all(
    qtbot: QtBot, qapp: QApplication, catalogue: Catalogue
) -> None:
    country = write(catalogue, lambda session: ensure_country(session, code="AZ")).value
    many = INCOMING + 3
    for number in range(many):
        made = write(
            catalogue,
            lambda session, number=number: create_entry(
                session, kind=EntryKind.AGREEMENT, values={"title": f"Agreement {number}"}
            ),
        ).value
        spec = LinkSpec(kind=LinkKind.PARTY, subject_id=made, object_id=country)
        write(catalogue, lambda session, spec=spec: add_link(session, spec=spec))
    room = open_window(qtbot, qapp, catalogue).room
    room.navigation.open_entry(country)
    _settle(qtbot, room)
    form = room.detail.form()
    assert form is not None
    section = form.details.linked[Part.LINKS]
    assert isinstance(section, LinksSection)
    (more,) = [b for b in section.findChildren(LinkButton) if b.words().startswith("3 more")]
    more.click()
    qtbot.waitUntil(lambda: room.master.model.rowCount() == many)
    assert room.search.query().startswith("cites:L-")
