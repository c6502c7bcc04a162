"""What the intake window keeps, hands on and says, driven by real keys."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, focused, press
from tests.desktop.dialogs.intake_window import (
    CONTROL,
    RELEASE,
    Opened,
    copy,
    count,
    empty_clipboard,
    kept,
    opened,
)
from tests.desktop.keyboard import type_text

__all__ = ["empty_clipboard", "opened"]


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
