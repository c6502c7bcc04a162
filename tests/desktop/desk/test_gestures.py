"""What the keys of the desk do: pin, mark, give evidence, begin an entry, go back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.queries.evidence import evidence_for
from db.queries.sources import source_page
from db.rows.faces import Target
from db.terms import EntryKind, How, PassageKind
from desktop.acts import entries
from desktop.desk.desk import Desk
from desktop.desk.evidence_popup import EvidencePopup
from desktop.desk.keys import DeskKey
from desktop.desk.marks import Mark
from desktop.workspace import Workspace
from tests.desktop.desk.conftest import TEXT, Filled, span_of
from tests.desktop.keyboard import type_text

Settle = Callable[[], None]


def _select(desk: Desk, words: str) -> None:
    span = span_of(words)
    desk.source_text().select(span.first, span.last)


def _press(qtbot: QtBot, desk: Desk, key: Qt.Key) -> None:
    qtbot.keyClick(desk.source_text(), key)


def test_enter_pins_the_words_and_enter_lets_them_go(
    qtbot: QtBot, filled: Filled, workspace: Workspace, desk: Desk
) -> None:
    _select(desk, "The next meeting will be in Osh.")
    _press(qtbot, desk, Qt.Key.Key_Return)
    pin = workspace.pinboard.pin
    assert pin is not None
    assert (pin.source_id, pin.source_reference) == (filled.source, "S-0001")
    assert (pin.words, pin.spans) == (
        "The next meeting will be in Osh.",
        (span_of("The next meeting will be in Osh."),),
    )
    assert desk.source_text().marked(Mark.PINNED)
    _press(qtbot, desk, Qt.Key.Key_Return)
    assert workspace.pinboard.pin is None
    assert not desk.source_text().marked(Mark.PINNED)


def test_other_words_are_pinned_in_place_of_those_before_or_with_them(
    qtbot: QtBot, workspace: Workspace, desk: Desk
) -> None:
    _select(desk, "It was chaired")
    _press(qtbot, desk, Qt.Key.Key_Return)
    _select(desk, "fourth meeting")
    _press(qtbot, desk, Qt.Key.Key_Return)
    assert workspace.pinboard.pin is not None
    assert workspace.pinboard.pin.words == "fourth meeting"
    _select(desk, "in Osh")
    qtbot.keyClick(desk.source_text(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.pinboard.pin.words == "fourth meeting … in Osh"
    assert len(workspace.pinboard.pin.spans) == 2


def test_the_first_escape_lets_the_pin_go_and_the_second_closes(
    qtbot: QtBot, workspace: Workspace, desk: Desk
) -> None:
    _select(desk, "fourth meeting")
    _press(qtbot, desk, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(desk.closed):
        _press(qtbot, desk, Qt.Key.Key_Escape)
    assert workspace.pinboard.pin is None
    with qtbot.waitSignal(desk.closed):
        _press(qtbot, desk, Qt.Key.Key_Escape)


def test_escape_first_takes_the_selection_back(qtbot: QtBot, desk: Desk) -> None:
    _select(desk, "fourth meeting")
    with qtbot.assertNotEmitted(desk.closed):
        _press(qtbot, desk, Qt.Key.Key_Escape)
    assert desk.source_text().selected_span() is None


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("a", EntryKind.AGREEMENT),
        ("m", EntryKind.MEETING),
        ("p", EntryKind.PERSON),
        ("o", EntryKind.ORGANISATION),
        ("д", EntryKind.PLACE),
    ],
)
def test_a_letter_makes_a_card_of_the_words_and_goes_to_it(
    desk: Desk, settle: Settle, letter: str, kind: EntryKind
) -> None:
    _select(desk, "L. Aliyeva,")
    type_text(desk.source_text(), letter)
    settle()
    made = desk.cards().current()
    assert made is not None
    assert (made.kind, made.spans) == (kind, (span_of("L. Aliyeva,"),))
    assert made.title == "L. Aliyeva"
    assert desk.cards().card_list().hasFocus()
    assert desk.source_text().selected_span() is None


def test_a_letter_without_selected_words_takes_the_pinned_ones(
    qtbot: QtBot, desk: Desk, settle: Settle
) -> None:
    _select(desk, "L. Aliyeva")
    _press(qtbot, desk, Qt.Key.Key_Return)
    _press(qtbot, desk, Qt.Key.Key_P)
    settle()
    made = desk.cards().current()
    assert made is not None
    assert made.spans == (span_of("L. Aliyeva"),)


def test_what_is_made_stands_on_the_pinned_words(
    qtbot: QtBot, filled: Filled, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    _select(desk, "L. Aliyeva")
    _press(qtbot, desk, Qt.Key.Key_Return)
    act = entries.create_entry(EntryKind.PERSON, {"title": "L. Aliyeva"}, workspace.pinboard.pin)
    made: list[int] = []
    workspace.operations.write(act, made.append, owner=desk)
    settle()
    rows = desk.strip().made_list().rows()
    assert rows.row_of(made[0]) >= 0
    span = span_of("L. Aliyeva")
    assert (span.first, span.last) in desk.source_text().marked(Mark.EVIDENCE)


def test_without_words_a_letter_only_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    desk.source_text().reveal(TEXT.index("The next meeting") + 30)
    for key in (Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_H):
        with qtbot.waitSignal(desk.said):
            _press(qtbot, desk, key)


@pytest.mark.parametrize(
    ("key", "kind", "mark"),
    [
        (Qt.Key.Key_N, PassageKind.NOISE, Mark.NOISE),
        (Qt.Key.Key_H, PassageKind.HEADING, Mark.HEADING),
    ],
)
def test_words_are_marked_and_the_same_key_unmarks_them(
    qtbot: QtBot,
    filled: Filled,
    desk: Desk,
    settle: Settle,
    *,
    key: Qt.Key,
    kind: PassageKind,
    mark: Mark,
) -> None:
    span = span_of("It was chaired")
    _select(desk, "It was chaired")
    _press(qtbot, desk, key)
    settle()
    assert desk.source_text().marked(mark) == [(span.first, span.last)]
    page = filled.read(lambda session: source_page(session, filled.source))
    assert page is not None
    assert [one.words for one in page.passages if one.kind == kind] == ["It was chaired"]
    desk.source_text().reveal(span.first + 3)
    _press(qtbot, desk, key)
    settle()
    assert desk.source_text().marked(mark) == []


def test_a_mark_that_is_undone_goes_from_the_text(
    qtbot: QtBot, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    _select(desk, "It was chaired")
    _press(qtbot, desk, Qt.Key.Key_N)
    settle()
    caret = desk.source_text().caret()
    workspace.operations.undo(owner=desk)
    settle()
    assert desk.source_text().marked(Mark.NOISE) == []
    assert desk.source_text().caret() == caret


def _popup(desk: Desk) -> EvidencePopup:
    found = desk.window().findChild(EvidencePopup)
    assert isinstance(found, EvidencePopup)
    return found


def test_e_gives_evidence_for_several_values_at_once(
    qtbot: QtBot, filled: Filled, desk: Desk, settle: Settle
) -> None:
    desk.set_target_entry(filled.sheet())
    assert "A-0001" in desk.hints().hint(DeskKey.EVIDENCE).text()
    _select(desk, "signed in May 2021")
    _press(qtbot, desk, Qt.Key.Key_E)
    popup = _popup(desk)
    shown = popup.target_list()
    type_text(shown, "may")
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    with qtbot.waitSignal(desk.said) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told.args == ["Evidence added to A-0001: 2"]
    settle()
    claims = filled.read(lambda session: evidence_for(session, Target("stage", filled.stage)))
    mine = [claim for claim in claims if claim.source_id == filled.source]
    assert {claim.target.field for claim in mine} == {"", "date"}
    assert {claim.how for claim in mine} == {How.STATED}
    assert mine[0].passages[0].words == "signed in May 2021"
    span = span_of("signed in May 2021")
    assert (span.first, span.last) in desk.source_text().marked(Mark.EVIDENCE)


def test_e_takes_the_pinned_words_where_none_are_selected(
    qtbot: QtBot, filled: Filled, desk: Desk
) -> None:
    desk.set_target_entry(filled.sheet())
    _select(desk, "fourth meeting")
    _press(qtbot, desk, Qt.Key.Key_Return)
    _press(qtbot, desk, Qt.Key.Key_E)
    assert _popup(desk).specs()[0].spans == (span_of("fourth meeting"),)


def test_e_without_an_entry_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    _select(desk, "fourth meeting")
    with qtbot.waitSignal(desk.said):
        _press(qtbot, desk, Qt.Key.Key_E)
    assert desk.window().findChild(EvidencePopup) is None
