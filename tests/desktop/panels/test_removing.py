"""Removing for good in the trash: what goes along is said first, and undo brings it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.rows.faces import Target
from db.rows.lists import ListSpec
from desktop.panels.master import MasterPanel
from tests.desktop.panels.conftest import Settle
from tests.desktop.panels.lists import Open, open_list, titles
from tests.desktop.panels.test_selection_acts import answer
from tests.factories import make_agreement, make_claim, make_country, make_source, trash
from tests.write_path.acts import rows

__all__ = ["open_list"]


@pytest.fixture
def in_trash(catalogue: Catalogue, open_list: Open) -> MasterPanel:
    """Show the trash: a source that is cited, one that is not, and an agreement with a party."""
    cited = make_source(catalogue, "Signed in Baku.", title="Cited release")
    loose = make_source(catalogue, "Something else.", title="Loose release")
    kept = make_agreement(catalogue, "Kept")
    agreement = make_agreement(catalogue, "<b>Gone</b>", parties=[make_country(catalogue)])
    make_claim(catalogue, Target("entry", kept, "title"), cited, "Signed")
    trash(catalogue, cited, loose, agreement)
    return open_list(ListSpec(trashed=True))


def _asked() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def delete(panel: MasterPanel, title: str, qtbot: QtBot) -> None:
    """Press Delete on the entry of a title."""
    panel.view.setCurrentIndex(panel.model.index(titles(panel).index(title), 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)


def test_emptying_the_trash_says_how_many_go_and_what_stays(
    catalogue: Catalogue, in_trash: MasterPanel, settle: Settle
) -> None:
    in_trash.empty_trash()
    settle()
    said = _asked().informativeText()
    assert "1 link goes with them, to:\n  L-0001  Azerbaijan" in said
    assert "1 source stays in the trash. 1 claim about another entry stands on its words." in said
    assert answer("Remove for good") == "Remove 2 entries for good?"
    settle()
    assert titles(in_trash) == ["Cited release"]
    assert in_trash.message_bar.sentence() == (
        "2 entries are removed for good. 1 source stays in the trash."
    )
    in_trash.message_bar.action_triggered.emit()
    settle()
    assert len(titles(in_trash)) == 3
    assert len(rows(catalogue, "SELECT * FROM link WHERE kind = 'party'")) == 1


def test_enter_leaves_the_trash_as_it_is(in_trash: MasterPanel, settle: Settle) -> None:
    in_trash.empty_trash()
    settle()
    _asked().defaultButton().click()
    settle()
    assert len(titles(in_trash)) == 3


def test_delete_removes_what_is_chosen_in_the_trash(
    in_trash: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    delete(in_trash, "Loose release", qtbot)
    settle()
    assert answer("Remove for good") == "Remove “Loose release” for good?"
    settle()
    assert "Loose release" not in titles(in_trash)
    assert in_trash.message_bar.sentence() == "1 entry is removed for good."


def test_a_title_is_asked_about_as_it_is_written(
    in_trash: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    delete(in_trash, "<b>Gone</b>", qtbot)
    settle()
    assert _asked().textFormat() == Qt.TextFormat.PlainText
    assert answer("Cancel") == "Remove “<b>Gone</b>” for good?"


def test_what_is_cited_is_said_to_stay_and_nothing_is_asked(
    in_trash: MasterPanel, settle: Settle, qtbot: QtBot
) -> None:
    delete(in_trash, "Cited release", qtbot)
    settle()
    assert answer("Close") == "Nothing of this can be removed for good."
    settle()
    assert len(titles(in_trash)) == 3


def test_an_empty_trash_is_said_to_be_empty(open_list: Open, settle: Settle) -> None:
    master = open_list(ListSpec(trashed=True))
    master.empty_trash()
    settle()
    assert master.message_bar.sentence() == "The trash is empty."
