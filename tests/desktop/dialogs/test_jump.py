"""Jump to: typed, chosen and gone to by real keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.actions import Actions
from desktop.delegates.jump_delegate import JumpRoles
from desktop.dialogs.jump import JumpDialog
from desktop.models.jump_memory import JumpMemory
from desktop.workspace import Workspace
from tests.desktop.keyboard import type_text
from tests.desktop.models.conftest import Settle, settle, workspace
from tests.factories import make_agreement, make_body, make_tag

__all__ = ["settle", "workspace"]

Open = Callable[[], JumpDialog]


@pytest.fixture
def memory(workspace: Workspace) -> JumpMemory:
    return JumpMemory(workspace.settings, workspace.operations.catalogue.path)


@pytest.fixture
def jump(qtbot: QtBot, workspace: Workspace, settle: Settle, memory: JumpMemory) -> Iterator[Open]:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, read_only=False)
    actions["undo"].setEnabled(False)

    def jump() -> JumpDialog:
        dialog = JumpDialog(workspace, actions.all(), memory, window)
        with qtbot.waitExposed(dialog):
            dialog.show()
        settle()
        return dialog

    yield jump
    window.close()


def _titles(dialog: JumpDialog) -> list[str]:
    return [row.title for row in dialog.model.rows()]


def test_an_entry_is_gone_to_by_any_of_its_names(
    qtbot: QtBot, workspace: Workspace, settle: Settle, jump: Open
) -> None:
    body = make_body(workspace.operations.catalogue, "Министерство здравоохранения")
    dialog = jump()
    type_text(dialog.line, "zdravo")
    settle()
    assert _titles(dialog) == ["Министерство здравоохранения"]
    with qtbot.waitSignal(dialog.entry_chosen) as chosen:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen.args == [body]
    assert not dialog.isVisible()


def test_enter_waits_for_what_is_still_being_read(
    qtbot: QtBot, workspace: Workspace, jump: Open
) -> None:
    body = make_body(workspace.operations.catalogue, "Health Council")
    dialog = jump()
    type_text(dialog.line, "health")
    with qtbot.waitSignal(dialog.entry_chosen) as chosen:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen.args == [body]


def test_ctrl_and_enter_open_an_entry_beside(
    qtbot: QtBot, workspace: Workspace, settle: Settle, jump: Open
) -> None:
    agreement = make_agreement(workspace.operations.catalogue, "Roadmap")
    dialog = jump()
    type_text(dialog.line, "a-1")
    settle()
    with qtbot.assertNotEmitted(dialog.entry_chosen), qtbot.waitSignal(dialog.beside_chosen) as to:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert to.args == [agreement]


def test_lists_tags_and_actions_are_told_by_what_they_are(
    qtbot: QtBot, workspace: Workspace, settle: Settle, jump: Open
) -> None:
    tag = make_tag(workspace.operations.catalogue, "vaccines", "вакцины")
    for typed, told in (("вакц", ListSpec(tag=tag)), ("trash", ListSpec(trashed=True))):
        dialog = jump()
        type_text(dialog.line, typed)
        settle()
        with qtbot.waitSignal(dialog.spec_chosen) as chosen:
            qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        assert chosen.args == [told]
    dialog = jump()
    type_text(dialog.line, "горячие")
    settle()
    with qtbot.waitSignal(dialog.action_chosen) as chosen:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen.args == ["help.keys"]


def test_the_arrow_keys_pass_over_what_cannot_be_chosen(
    qtbot: QtBot, workspace: Workspace, settle: Settle, jump: Open
) -> None:
    make_agreement(workspace.operations.catalogue, "Undo agreement")
    dialog = jump()
    type_text(dialog.line, "undo")
    settle()
    assert _titles(dialog)[0] == "Undo"
    index = dialog.model.index(0)
    assert index.data(JumpRoles.DETAIL) == "There is nothing to undo."
    assert dialog.view.currentIndex().data() == "Undo agreement"
    qtbot.keyClick(dialog.line, Qt.Key.Key_Up)
    assert dialog.view.currentIndex().data() == "Undo agreement"
    assert dialog.line.hasFocus()


def test_an_empty_line_shows_where_one_was_and_what_one_does(
    qtbot: QtBot, workspace: Workspace, jump: Open, memory: JumpMemory
) -> None:
    body = make_body(workspace.operations.catalogue, "Health Council")
    for key in ("list:agreement", f"entry:{body}", "action:preferences", "entry:999"):
        memory.note(key)
    dialog = jump()
    captions = [dialog.model.index(n).data(JumpRoles.CAPTION) for n in range(4)]
    assert _titles(dialog)[:3] == ["Health Council", "Agreements", "Preferences"]
    assert captions == ["Recent", "", "Actions", ""]


def test_what_was_chosen_is_remembered(
    qtbot: QtBot, workspace: Workspace, settle: Settle, jump: Open, memory: JumpMemory
) -> None:
    dialog = jump()
    type_text(dialog.line, "agreements")
    settle()
    with qtbot.waitSignal(dialog.spec_chosen) as chosen:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen.args == [ListSpec(kind=EntryKind.AGREEMENT)]
    assert memory.places() == ["list:agreement"]


def test_nothing_found_says_so_and_escape_closes(qtbot: QtBot, settle: Settle, jump: Open) -> None:
    dialog = jump()
    type_text(dialog.line, "qqqqq")
    settle()
    assert not dialog.view.isVisible()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_palette_can_be_heard(jump: Open) -> None:
    dialog = jump()
    assert dialog.line.accessibleName()
    assert dialog.line.accessibleDescription()
    assert dialog.view.accessibleName()
    words = dialog.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(words).startswith("Actions, New in this list, ")
