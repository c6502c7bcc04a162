"""What Chancery has learnt: listed, changed, forgotten, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.act import Act
from db.commands.names import add_name
from db.queries.reading import noise_patterns
from db.queries.taught import taught_names
from db.rows.evidence import Span
from db.rows.pin import Pin
from db.terms import EntryKind, NameKind
from desktop.acts import entries, reading
from desktop.dialogs.learnt import LearntDialog
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press
from tests.factories import make_source

LINE = "call the press office on #"


@pytest.fixture
def source(workspace: Workspace) -> int:
    return make_source(workspace.operations.catalogue, "Мурашко М. А. wrote. Call us.")


@pytest.fixture
def learnt(workspace: Workspace, source: int, show: Show, settle: Settle) -> LearntDialog:
    catalogue = workspace.operations.catalogue
    catalogue.write(reading.learn_noise(LINE, source))
    person = catalogue.write(entries.create_entry(EntryKind.PERSON, {"title": "Mikhail Murashko"}))
    pin = Pin(
        source_id=source,
        source_reference="S-0001",
        spans=(Span(first=0, last=13),),
        words="Мурашко М. А.",
    )
    name = entries.add_name(person.value, "Мурашко М. А.", NameKind.TRANSLITERATION, pin=pin)
    catalogue.write(name)
    other = Act(
        key="name.add",
        run=lambda s: add_name(s, entry_id=person.value, text="Typed", kind=NameKind.VARIANT),
    )
    catalogue.write(other)
    dialog = LearntDialog(workspace)
    show(dialog)
    settle()
    return dialog


def _patterns(workspace: Workspace) -> frozenset[str]:
    with workspace.operations.catalogue.read() as session:
        return noise_patterns(session)


def test_lines_and_names_are_listed_with_how_often_they_were_met(learnt: LearntDialog) -> None:
    line = learnt.lines.topLevelItem(0)
    assert line is not None
    assert (line.text(0), line.text(1)) == (LINE, "0")
    assert learnt.names.topLevelItemCount() == 1  # what was typed into a form was not learnt
    name = learnt.names.topLevelItem(0)
    assert name is not None
    shown = [name.text(column) for column in range(4)]
    assert shown == ["Мурашко М. А.", "transliteration", "P-0001 Mikhail Murashko", "1"]


def test_delete_forgets_a_line_and_undo_brings_it_back(
    learnt: LearntDialog, workspace: Workspace, settle: Settle
) -> None:
    learnt.lines.setFocus()
    press(Qt.Key.Key_Delete)
    settle()
    assert not _patterns(workspace)
    assert learnt.lines.topLevelItemCount() == 0
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert _patterns(workspace) == {LINE}
    assert learnt.lines.topLevelItemCount() == 1


def test_f2_changes_a_line(qtbot: QtBot, learnt: LearntDialog, workspace: Workspace) -> None:
    learnt.lines.setFocus()
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("write to the press office")
    with qtbot.waitSignal(workspace.hub.changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert _patterns(workspace) == {"write to the press office"}


def test_delete_forgets_a_name(learnt: LearntDialog, workspace: Workspace, settle: Settle) -> None:
    item = learnt.names.topLevelItem(0)
    assert item is not None
    learnt.names.setCurrentItem(item)
    QTest.keyClick(learnt.names, Qt.Key.Key_Delete)
    settle()
    with workspace.operations.catalogue.read() as session:
        assert taught_names(session) == ()


def test_enter_on_a_name_opens_its_entry(qtbot: QtBot, learnt: LearntDialog) -> None:
    item = learnt.names.topLevelItem(0)
    assert item is not None
    with qtbot.waitSignal(learnt.open_requested) as opened:
        learnt.names.itemActivated.emit(item, 0)
    assert opened.args is not None
    assert learnt.isHidden()
