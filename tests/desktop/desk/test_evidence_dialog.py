"""The evidence behind a value: claims compared, changed, removed, added and ruled on by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from db.queries.evidence import evidence_for
from db.rows.evidence import EvidenceRow
from db.rows.faces import Target
from db.terms import Face, How
from desktop.dialogs.evidence_dialog import EvidenceView
from desktop.workspace import Workspace
from tests.desktop.desk.conftest import OTHER, Filled, span_of
from tests.desktop.keyboard import type_text

Settle = Callable[[], None]


@pytest.fixture
def view(workspace: Workspace, window: Callable[[QWidget], QMainWindow]) -> EvidenceView:
    return EvidenceView(workspace, window(QWidget()))


@pytest.fixture
def covers(filled: Filled) -> Target:
    return Target("entry", filled.agreement, "covers")


def _open(qtbot: QtBot, view: EvidenceView, settle: Settle, target: Target, entry: int) -> None:
    with qtbot.waitActive(view):
        view.show_target(target, "Covers 2021–2024", entry_id=entry)
    settle()


def _claims(filled: Filled, target: Target) -> tuple[EvidenceRow, ...]:
    return filled.read(lambda session: evidence_for(session, target))


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_what_sources_say_stands_side_by_side(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    assert [card.value() for card in view.cards()] == ["2021–2024", "2022–2024"]
    assert view.message().isVisible()
    assert "2021–2024" in view.message().sentence()
    first, second = view.cards()
    assert first.y() == second.y()
    assert "the newspaper" in second.accessibleName()
    assert "from 2022 to 2024" in second.accessibleName()
    assert first.hasFocus()


def test_enter_goes_to_the_sentence(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(view.passage_requested) as asked:
        qtbot.keyClick(_focused(), Qt.Key.Key_Return)
    assert asked.args == [filled.other, (span_of("from 2022 to 2024", OTHER),)]
    assert not view.isVisible()


def test_the_archivist_rules_and_each_source_keeps_what_it_says(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_Right)
    qtbot.keyClick(_focused(), Qt.Key.Key_U)
    settle()
    assert filled.sheet().values["covers"] == "2022/2024"
    assert [claim.value for claim in _claims(filled, covers)] == ["2021/2024", "2022/2024"]
    assert filled.sheet().faces[covers].face == Face.CONFLICT
    assert "2022–2024" in view.message().sentence()


def test_the_date_of_a_stage_is_ruled_on_too(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle
) -> None:
    _open(qtbot, view, settle, Target("stage", filled.stage, "date"), filled.agreement)
    assert [card.value() for card in view.cards()] == ["2022"]
    qtbot.keyClick(_focused(), Qt.Key.Key_U)
    settle()
    assert filled.sheet().stages[0].date == "2022"
    assert not view.message().isVisible()


def test_what_the_catalogue_says_already_cannot_be_taken(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    version = filled.sheet().version
    qtbot.keyClick(_focused(), Qt.Key.Key_U)
    settle()
    assert filled.sheet().version == version


def test_a_claim_is_changed(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_Down)
    qtbot.keyClick(_focused(), Qt.Key.Key_F2)
    page = view.page()
    value = page.value_edit()
    assert value is not None
    value.setFocus()
    qtbot.keyClick(value, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(value, "2022/2025")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    settle()
    changed = _claims(filled, covers)[1]
    assert (changed.value, changed.how) == ("2022/2025", How.REPORTED)
    assert changed.attributed_as == "the newspaper"
    assert changed.passages[0].words == "from 2022 to 2024"
    assert view.cards()[1].value() == "2022–2025"


def test_a_value_that_cannot_be_read_is_not_saved(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_F2)
    value = view.page().value_edit()
    assert value is not None
    value.setFocus()
    qtbot.keyClick(value, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(value, "whenever")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    settle()
    assert _claims(filled, covers)[0].value == "2021/2024"
    assert value.isVisible()


def test_a_speaker_who_is_no_entry_is_not_saved(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    before = _claims(filled, covers)
    qtbot.keyClick(_focused(), Qt.Key.Key_F2)
    speaker = view.page().form().speaker_edit()
    speaker.setFocus()
    type_text(speaker, "zzz")
    qtbot.keyClick(speaker, Qt.Key.Key_Tab)
    settle()
    as_stated = _focused()
    qtbot.keyClick(as_stated, Qt.Key.Key_Return)
    settle()
    assert speaker.hasFocus()
    assert speaker.text() == "zzz"
    assert _claims(filled, covers) == before


def test_a_claim_is_removed(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_Down)
    qtbot.keyClick(_focused(), Qt.Key.Key_Delete)
    settle()
    assert [claim.source_id for claim in _claims(filled, covers)] == [filled.source]
    assert not view.message().isVisible()
    assert view.cards()[0].hasFocus()


def test_not_stated_is_added_for_the_source_on_the_desk(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle
) -> None:
    number = Target("entry", filled.agreement, "number")
    view.set_current_source(filled.other)
    _open(qtbot, view, settle, number, filled.agreement)
    assert view.cards() == ()
    qtbot.keyClick(_focused(), Qt.Key.Key_Space)
    settle()
    assert _focused() is view.page().form().reason_edit()
    assert view.page().source_edit().value() == str(filled.other)
    qtbot.keyClick(view.page().form().how_edit(), Qt.Key.Key_Return)
    settle()
    (claim,) = _claims(filled, number)
    assert (claim.how, claim.source_id, claim.passages) == (How.NOT_STATED, filled.other, ())
    assert len(view.cards()) == 1


def test_an_inference_without_a_reason_is_refused_in_words(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle
) -> None:
    party = Target("link", filled.party)
    view.set_current_source(filled.source)
    _open(qtbot, view, settle, party, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(_focused(), Qt.Key.Key_Space)
    settle()
    page = view.page()
    qtbot.keyClick(page.form().how_edit(), Qt.Key.Key_Return)
    settle()
    assert view.message().isVisible()
    assert _claims(filled, party) == ()
    type_text(page.form().reason_edit(), "Only this ministry was there.")
    qtbot.keyClick(page.form().how_edit(), Qt.Key.Key_Return)
    settle()
    (claim,) = _claims(filled, party)
    assert (claim.how, claim.reason) == (How.INFERRED, "Only this ministry was there.")


def test_escape_leaves_the_page_before_the_dialog(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, covers: Target
) -> None:
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_F2)
    settle()
    qtbot.keyClick(_focused(), Qt.Key.Key_Escape)
    assert view.isVisible()
    assert view.cards()[0].hasFocus()
    qtbot.keyClick(_focused(), Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_an_undo_elsewhere_is_seen_here(
    qtbot: QtBot, filled: Filled, view: EvidenceView, settle: Settle, workspace: Workspace
) -> None:
    covers = Target("entry", filled.agreement, "covers")
    _open(qtbot, view, settle, covers, filled.agreement)
    qtbot.keyClick(_focused(), Qt.Key.Key_Delete)
    settle()
    assert len(view.cards()) == 1
    workspace.operations.undo(owner=view)
    settle()
    assert len(view.cards()) == 2
