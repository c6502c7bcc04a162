from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.commands.tags import TagSpec
from db.queries.tags import tag_tree
from db.rows.entries import TagRow
from desktop.acts import entries as acts
from desktop.dialogs.colour_choice import ColourChoice, offered_colours
from desktop.dialogs.tag_editor import TagEditor
from desktop.widgets.message_bar import MessageBar
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show
from tests.desktop.models.entries import tag


def tags(catalogue: Catalogue) -> dict[str, TagRow]:
    with catalogue.read() as session:
        return {row.label_en: row for row in tag_tree(session)}


def test_a_tag_is_made_of_what_was_typed(
    catalogue: Catalogue,
    workspace: Workspace,
    show: Show,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    health = tag(catalogue, "health")
    editor = TagEditor(workspace, broader_id=health)
    show(editor)
    settle()
    assert not editor.save_button().isEnabled()
    editor.label_en.setText("medicines")
    editor.label_ru.setText("лекарства")
    editor.colour.set_colour(offered_colours()[2])
    editor.scope_note.setPlainText("Not devices.")
    with qtbot.waitSignals([editor.saved, editor.accepted]):
        qtbot.keyClick(editor.label_en, Qt.Key.Key_Return)
    made = tags(catalogue)["medicines"]
    assert (made.parent_id, made.label_ru) == (health, "лекарства")
    assert (made.colour, made.scope_note) == (offered_colours()[2], "Not devices.")


def test_a_tag_is_changed_and_what_was_not_touched_stays(
    catalogue: Catalogue, workspace: Workspace, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    health = tag(catalogue, "health", label_ru="здоровье", colour="#123456")
    tag(catalogue, "medicines", parent_id=health)
    trade = tag(catalogue, "trade")
    editor = TagEditor(workspace, tag=tags(catalogue)["health"])
    show(editor)
    settle()
    offered = [editor.broader.itemData(row) for row in range(editor.broader.count())]
    assert offered == ["", str(trade)]  # neither itself nor what stands below it
    editor.label_en.setText("public health")
    with qtbot.waitSignal(editor.saved):
        editor.save()
    changed = tags(catalogue)["public health"]
    assert (changed.label_ru, changed.colour, changed.parent_id) == ("здоровье", "#123456", None)


def test_a_refusal_is_said_in_the_dialog_which_stays_open(
    catalogue: Catalogue, workspace: Workspace, show: Show, settle: Settle
) -> None:
    tag(catalogue, "health")
    editor = TagEditor(workspace)
    show(editor)
    settle()
    editor.label_en.setText("Health")
    editor.save()
    settle()
    message = editor.findChild(MessageBar)
    assert message is not None
    assert "“Health”" in message.sentence()
    assert editor.isVisible()
    assert editor.label_en.text() == "Health"


def test_saving_a_tag_that_went_meanwhile_is_refused(
    catalogue: Catalogue, workspace: Workspace, show: Show, settle: Settle
) -> None:
    health = tag(catalogue, "health")
    editor = TagEditor(workspace, tag=tags(catalogue)["health"])
    show(editor)
    settle()
    catalogue.write(acts.remove_tag(health))
    editor.save()
    settle()
    assert editor.isVisible()
    assert editor.spec() == TagSpec(label_en="health")


def test_colours_are_chosen_by_arrows_and_a_foreign_one_is_kept(qtbot: QtBot) -> None:
    choice = ColourChoice()
    qtbot.addWidget(choice)
    choice.show()
    assert choice.colour() == ""
    first = choice.focusProxy()
    assert isinstance(first, QWidget)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert choice.colour() == offered_colours()[0]
    choice.set_colour("#010203")
    assert choice.colour() == "#010203"
    choice.set_colour(offered_colours()[3].upper())
    assert choice.colour() == offered_colours()[3]
