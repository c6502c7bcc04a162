"""The intake window, driven by real keys on a real catalogue."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.sheets import entry_sheet
from db.queries.sources import original, source_page
from desktop.dialogs.intake import IntakeDialog
from desktop.operations import Operations
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, focused, press
from tests.desktop.dialogs.intake_window import (
    CONTROL,
    RELEASE,
    SHIFT,
    Opened,
    copy,
    count,
    empty_clipboard,
    kept,
    opened,
    take_in,
)
from tests.desktop.keyboard import type_text

__all__ = ["empty_clipboard", "opened"]


def test_a_copied_release_is_taken_in_with_one_key(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    source = take_in(workspace, opened, settle)
    with workspace.operations.catalogue.read() as session:
        page = source_page(session, source)
        sheet = entry_sheet(session, source)
    assert page is not None
    assert page.text == RELEASE
    assert sheet is not None
    assert sheet.title == "Ministers met in Baku on veterinary matters"
    assert sheet.values["source_kind"] == "press_release"
    assert kept(workspace) == []


def test_html_keeps_its_lists_and_its_original(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    html = "<ul><li>An agreement on veterinary matters</li><li>A memorandum on rail</li></ul>"
    copy("An agreement on veterinary matters A memorandum on rail", html)
    source = take_in(workspace, opened, settle)
    with workspace.operations.catalogue.read() as session:
        page = source_page(session, source)
        assert original(session, source) == html.encode()
    assert page is not None
    assert len(page.text.splitlines()) >= 2
    assert page.format == "html"


def test_what_is_edited_is_taken_in_as_plain_text(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy("Talks in Baku on rail", "<p>Talks in Baku on <b>rail</b></p>")
    dialog = opened()
    dialog.view.editor.setFocus()
    press(Qt.Key.Key_End, CONTROL)
    type_text(dialog.view.editor, " и дорогах")
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    with workspace.operations.catalogue.read() as session:
        page = source_page(session, 1)
    assert page is not None
    assert (page.text, page.format) == ("Talks in Baku on rail и дорогах", "text")


def test_pasting_with_shift_leaves_the_html_behind(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened()
    assert dialog.view.editor.hasFocus()
    copy("Talks in Baku", "<h1>Talks in Baku</h1>")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    with workspace.operations.catalogue.read() as session:
        page = source_page(session, 1)
    assert page is not None
    assert page.format == "text"


def test_pasting_and_taking_in_at_once_loses_nothing(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened()
    copy(RELEASE)
    press(Qt.Key.Key_V, CONTROL)
    type_text(dialog.view.editor, "x")  # before the paste has been read
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    with workspace.operations.catalogue.read() as session:
        page = source_page(session, 1)
    assert page is not None
    assert page.text == RELEASE


def test_a_guess_never_replaces_what_was_typed(
    workspace: Workspace, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    copy(RELEASE)
    dialog = opened()
    press(Qt.Key.Key_A, CONTROL)
    type_text(focused(), "Ветеринарное соглашение")
    dialog.view.editor.setFocus()
    type_text(dialog.view.editor, "First line\n")
    with qtbot.waitSignal(dialog._reader.answered):
        pass
    assert dialog.view.fields.value("title") == "Ветеринарное соглашение"


def test_the_day_a_page_names_is_filled_in(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy("Talks 20 May", '<time itemprop="datePublished" datetime="2021-05-20">20 May</time> Talks')
    dialog = opened()
    assert dialog.view.fields.value("published") == "2021-05-20"


def test_kind_and_publisher_are_remembered(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    dialog = opened()
    dialog.view.fields.focus("publisher")
    type_text(focused(), "Ministry of Agriculture")
    dialog.view.fields.focus("source_kind")
    press(Qt.Key.Key_N)
    dialog.view.editor.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    again = opened()
    assert again.view.fields.value("publisher") == "Ministry of Agriculture"
    assert again.view.fields.kind() == "news_report"


def test_a_wrong_day_is_said_beside_its_field_and_nothing_is_taken_in(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    dialog = opened()
    dialog.view.fields.focus("published")
    type_text(focused(), "31 February 2021")
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    assert dialog.isVisible()
    assert "no such day" in dialog.view.fields._rows["published"].complaint()
    assert count(workspace) == 0


def test_the_same_release_again_must_be_decided_first(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    take_in(workspace, opened, settle)
    dialog = opened()
    bar = dialog.view.likeness
    assert bar.isVisible()
    assert "here already: S-0001 “Ministers met" in bar.sentence()
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    assert count(workspace) == 1
    asked = focused()
    assert isinstance(asked, QPushButton)
    assert asked.text() == "&Open it"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    settle()
    assert not dialog.isVisible()
    assert count(workspace) == 2


def test_nearly_the_same_release_is_shown_with_both_titles(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    first = take_in(workspace, opened, settle)
    copy(RELEASE.replace("Ministers met", "Deputy ministers met"))
    dialog = opened()
    assert "Nearly the same" in dialog.view.likeness.sentence()
    assert "“Ministers met" in dialog.view.likeness.sentence()
    assert "“Deputy ministers met" in dialog.view.likeness.sentence()
    wanted: list[int] = []
    dialog.open_requested.connect(wanted.append)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Space)
    assert wanted == [first]
    assert not dialog.isVisible()
    assert count(workspace) == 1


def test_an_empty_window_says_so(workspace: Workspace, opened: Opened, settle: Settle) -> None:
    dialog = opened()
    press(Qt.Key.Key_Return, CONTROL)
    assert "empty" in dialog.view.message.sentence()
    assert dialog.view.message.isVisible()


def test_a_paste_that_cannot_be_taken_in_leaves_the_text_as_it_was(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    dialog = opened()
    copy("a" * 10_000_001)
    dialog.view.editor.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_V, CONTROL)
    settle()
    assert "larger than 10 MB" in dialog.view.message.sentence()
    assert dialog.view.editor.raw() == RELEASE
    assert count(workspace) == 0


def test_a_paste_over_everything_can_be_taken_back(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    dialog = opened()
    copy("Another release")
    dialog.view.editor.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_V, CONTROL)
    settle()
    assert dialog.view.editor.raw() == "Another release"
    press(Qt.Key.Key_Z, CONTROL)
    assert dialog.view.editor.raw() == RELEASE


def test_a_catalogue_open_elsewhere_takes_nothing_in_and_says_who_has_it(
    workspace: Workspace, show: Show, qtbot: QtBot
) -> None:
    copy(RELEASE)
    with Catalogue.open(workspace.operations.catalogue.path) as second:
        operations = Operations(second, workspace.hub)
        dialog = IntakeDialog(replace(workspace, operations=operations))
        show(dialog)
        qtbot.waitUntil(lambda: operations.is_idle)
        press(Qt.Key.Key_Return, CONTROL)
        assert ": close it there to make changes here" in dialog.view.message.sentence()
        assert dialog.view.message.isVisible()
        assert not dialog.view.accept.isEnabled()
        operations.close()
    assert count(workspace) == 0
