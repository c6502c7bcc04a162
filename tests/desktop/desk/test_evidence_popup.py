"""The popup that asks what words support, by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from db.rows.evidence import EvidenceSpec
from db.rows.faces import Target
from db.terms import How
from desktop.desk.claim_form import ClaimParts
from desktop.desk.evidence_popup import EvidencePopup, Quoted
from desktop.desk.target_model import TargetModel
from desktop.desk.targets import evidence_targets
from desktop.workspace import Workspace
from tests.desktop.desk.conftest import Filled, span_of
from tests.desktop.keyboard import type_text

SPAN = span_of("signed in May 2021")


@pytest.fixture
def popup(
    qtbot: QtBot,
    filled: Filled,
    workspace: Workspace,
    window: Callable[[QWidget], QMainWindow],
) -> EvidencePopup:
    host = window(QWidget())
    quoted = Quoted(
        source_id=filled.source, source_reference="S-0001", spans=(SPAN,), words="signed in May"
    )
    made = EvidencePopup(workspace, quoted, evidence_targets(filled.sheet()), host)
    with qtbot.waitActive(made):
        made.open()
    return made


def _targets(popup: EvidencePopup) -> list[Target]:
    return [spec.target for spec in popup.specs()]


def _chosen(qtbot: QtBot, popup: EvidencePopup) -> tuple[EvidenceSpec, ...]:
    taken: list[tuple[EvidenceSpec, ...]] = []
    popup.specs_chosen.connect(taken.append)
    qtbot.keyClick(popup.target_list(), Qt.Key.Key_Return)
    return taken[0] if taken else ()


def test_the_model_behaves(filled: Filled) -> None:
    model = TargetModel(evidence_targets(filled.sheet()))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.narrow("may 2021")
    assert [model.row(at).words for at in range(model.rowCount())] == [
        "Stage signed · May 2021",
        "Signed on May 2021",
    ]


def test_enter_takes_the_row_the_letters_left(
    qtbot: QtBot, filled: Filled, popup: EvidencePopup
) -> None:
    type_text(popup.target_list(), "signedon")
    for _ in "on":
        qtbot.keyClick(popup.target_list(), Qt.Key.Key_Backspace)
    qtbot.keyClick(popup.target_list(), Qt.Key.Key_Down)
    (spec,) = _chosen(qtbot, popup)
    assert spec.target == Target("stage", filled.stage, "date")
    assert (spec.source_id, spec.spans, spec.how) == (filled.source, (SPAN,), How.STATED)
    assert spec.value is None


def test_several_ticks_are_several_claims_and_outlive_the_filter(
    qtbot: QtBot, filled: Filled, popup: EvidencePopup
) -> None:
    type_text(popup.target_list(), "covers")
    qtbot.keyClick(popup.target_list(), Qt.Key.Key_Space)
    for _ in "covers":
        qtbot.keyClick(popup.target_list(), Qt.Key.Key_Backspace)
    type_text(popup.target_list(), "ministry")
    qtbot.keyClick(popup.target_list(), Qt.Key.Key_Space)
    assert _targets(popup) == [
        Target("entry", filled.agreement, "covers"),
        Target("link", filled.party),
    ]
    assert len(_chosen(qtbot, popup)) == 2


def test_of_an_empty_field_it_is_said_that_it_is_not_stated(
    qtbot: QtBot, popup: EvidencePopup
) -> None:
    type_text(popup.target_list(), "number")
    (spec,) = _chosen(qtbot, popup)
    assert (spec.target.field, spec.how, spec.spans) == ("number", How.NOT_STATED, ())


def test_an_inference_asks_for_its_reason(qtbot: QtBot, popup: EvidencePopup) -> None:
    form = popup.form()
    form.how_edit().setFocus()
    form.show_parts(ClaimParts(how=How.INFERRED))
    assert _chosen(qtbot, popup) == ()
    assert popup.isVisible()
    assert form.reason_edit().hasFocus()
    type_text(form.reason_edit(), "Бумага названа так позже.")
    (spec,) = _chosen(qtbot, popup)
    assert spec.reason == "Бумага названа так позже."


def test_how_is_chosen_by_keys_and_hides_what_does_not_fit(
    qtbot: QtBot, popup: EvidencePopup
) -> None:
    form = popup.form()
    form.how_edit().setFocus()
    assert not form.reason_edit().isVisible()
    qtbot.keyClick(form.how_edit(), Qt.Key.Key_Down)
    assert form.parts().how == How.REPORTED
    qtbot.keyClick(form.how_edit(), Qt.Key.Key_Down)
    assert form.parts().how == How.INFERRED
    assert form.reason_edit().isVisible()


def test_escape_leaves_without_a_claim(qtbot: QtBot, popup: EvidencePopup) -> None:
    with qtbot.assertNotEmitted(popup.specs_chosen):
        qtbot.keyClick(popup.target_list(), Qt.Key.Key_Escape)
    assert not popup.isVisible()
