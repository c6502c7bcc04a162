"""The intake window, driven by real keys on a real catalogue."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.queries.drafts import drafts
from db.queries.lists import ListSpec, list_count
from db.queries.sheets import entry_sheet
from db.queries.sources import original, source_page
from db.terms import EntryKind
from desktop.dialogs.intake import IntakeDialog
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, focused, press
from tests.desktop.keyboard import type_text

Opened = Callable[[], IntakeDialog]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

RELEASE = (
    "Ministers met in Baku on veterinary matters\n\n"
    "On 20 May 2021 the two sides signed an agreement on the health of animals. "
    "Experts of both countries are to meet every year, in turn at home and abroad, and will "
    "exchange lists of diseases, laboratory methods and samples."
)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    QApplication.clipboard().clear()
    yield
    QApplication.clipboard().clear()


def copy(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


@pytest.fixture
def opened(workspace: Workspace, show: Show, settle: Settle) -> Opened:
    def opened() -> IntakeDialog:
        dialog = IntakeDialog(workspace)
        show(dialog)
        settle()
        return dialog

    return opened


def count(workspace: Workspace) -> int:
    with workspace.operations.catalogue.read() as session:
        return list_count(session, ListSpec(kind=EntryKind.SOURCE))


def kept(workspace: Workspace) -> list[dict[str, str]]:
    with workspace.operations.catalogue.read() as session:
        return list(drafts(session).values())


def take_in(workspace: Workspace, opened: Opened, settle: Settle) -> int:
    dialog = opened()
    sources: list[int] = []
    dialog.taken_in.connect(sources.append)
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    assert not dialog.isVisible()
    return sources[0]


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


def test_what_was_typed_is_there_again_after_escape(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened()
    type_text(dialog.view.editor, "Переговоры в Баку")
    dialog.view.fields.focus("publisher")
    type_text(focused(), "МИД")
    press(Qt.Key.Key_Escape)
    settle()
    assert not dialog.isVisible()
    assert [draft["text"] for draft in kept(workspace)] == ["Переговоры в Баку"]
    again = opened()
    assert again.view.editor.raw() == "Переговоры в Баку"
    assert again.view.fields.value("publisher") == "МИД"
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    assert count(workspace) == 1
    assert kept(workspace) == []


def test_what_was_typed_is_kept_while_the_window_is_open(
    workspace: Workspace, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    dialog = opened()
    type_text(dialog.view.editor, "Talks")
    qtbot.waitUntil(lambda: bool(kept(workspace)))
    assert dialog.isVisible()


def test_a_draft_is_offered_beside_another_paste_and_both_stay(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened()
    type_text(dialog.view.editor, "The first one")
    press(Qt.Key.Key_Escape)
    settle()
    copy(RELEASE)
    dialog = opened()
    assert "The first one" in dialog.view.left.sentence()
    assert dialog.view.editor.raw() == RELEASE
    type_text(focused(), "Title of mine")
    dialog.view.left._action.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert dialog.view.editor.raw() == "The first one"
    press(Qt.Key.Key_Escape)
    settle()
    assert sorted(draft["text"] for draft in kept(workspace)) == [RELEASE, "The first one"]


def test_a_paste_that_was_only_looked_at_is_not_kept(
    workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    copy(RELEASE)
    dialog = opened()
    assert dialog.view.editor.raw() == RELEASE
    press(Qt.Key.Key_Escape)
    settle()
    assert kept(workspace) == []


def test_discard_forgets_the_draft(workspace: Workspace, opened: Opened, settle: Settle) -> None:
    dialog = opened()
    type_text(dialog.view.editor, "Talks")
    press(Qt.Key.Key_Escape)
    settle()
    dialog = opened()
    dialog.view.discard.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert kept(workspace) == []


def test_dropped_files_are_handed_on_and_a_dropped_text_is_read(
    workspace: Workspace, opened: Opened, settle: Settle, tmp_path: Path
) -> None:
    dialog = opened()
    handed: list[object] = []
    dialog.files_dropped.connect(handed.append)
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    text.setText(RELEASE)
    for mime in (files, text):
        dialog.dropEvent(
            QDropEvent(
                QPointF(QPoint(5, 5)),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    settle()
    assert handed == [[tmp_path / "a.txt"]]
    assert dialog.view.editor.raw() == RELEASE


def test_warnings_are_said_in_words(workspace: Workspace, opened: Opened, settle: Settle) -> None:
    copy("Talks\x00 in Baku\ud800")
    dialog = opened()
    assert dialog.view.warning.isVisible()
    assert "replaced" in dialog.view.warning.sentence()


def test_every_control_has_a_name(workspace: Workspace, opened: Opened, settle: Settle) -> None:
    dialog = opened()
    dialog.view.editor.setFocus()
    seen: list[str] = []
    while widget := focused():
        named = widget.accessibleName() or getattr(widget, "text", str)()
        if named in seen:
            break
        assert named, widget
        seen.append(named)
        press(Qt.Key.Key_Tab)
    assert seen[:6] == [
        "Text of the release",
        "Title",
        "Kind",
        "Published",
        "Publisher",
        "Address",
    ]
