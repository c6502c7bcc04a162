from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.commands.evidence import add_evidence
from db.commands.stages import StageSpec, add_stage
from db.exchange.intake import read_pasted
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.terms import EntryKind, SourceKind, StageKind
from desktop.acts.sources import add_source
from desktop.forms.stages import StagesSection
from tests.desktop.forms.links.desk import ALT, Desk, open_desk


class Stages:
    """The stages of one agreement, and what is done to them by keyboard."""

    def __init__(self, desk: Desk, agreement: int) -> None:
        self.desk, self.hands = desk, desk.hands
        self.section = StagesSection(desk.workspace, debounce_ms=0)
        self.said: list[str] = []
        self.section.said.connect(self.said.append)
        desk.open(agreement, self.section)
        self.section.focus_entry()

    def words(self) -> list[str]:
        return [line.words() for line in self.section.stages().lines()]

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.hands.press(Qt.Key.Key_Tab)

    def enter(self) -> None:
        self.hands.press(Qt.Key.Key_Return)
        self.desk.settle()

    def focus(self, number: int) -> None:
        self.section.stages().lines()[number].button().setFocus()


@pytest.fixture
def desk(catalogue: Catalogue, qtbot: QtBot) -> Iterator[Desk]:
    """Give a catalogue, operations and hands."""
    yield from open_desk(catalogue, qtbot)


@pytest.fixture
def agreement(desk: Desk) -> int:
    """Make an agreement without stages."""
    return desk.make(EntryKind.AGREEMENT, "Roadmap")


def stage(
    desk: Desk,
    agreement: int,
    kind: StageKind,
    date: str = "",
    *,
    meeting_id: int | None = None,
    place_id: int | None = None,
) -> int:
    spec = StageSpec(kind=kind, date=date, meeting_id=meeting_id, place_id=place_id)
    return desk.write(lambda session: add_stage(session, agreement_id=agreement, spec=spec))


def test_a_stage_is_added_in_one_row_with_date_place_meeting_and_party(
    desk: Desk, agreement: int
) -> None:
    desk.make(EntryKind.MEETING, "Visit of the minister")
    stages = Stages(desk, agreement)
    stages.tab()
    stages.hands.type("2021?")
    for name in ("Azerbaijan", "Visit", "Russia"):
        stages.tab()
        stages.hands.type(name)
        stages.enter()
    stages.enter()
    assert stages.words() == [
        "signed, 2021?, Azerbaijan · at M-0001 Visit of the minister · by Russia"
    ]
    assert stages.section.new_stage().kind.hasFocus()
    assert stages.section.new_stage().date.text() == ""
    assert stages.said == ["Stage added: signed"]
    desk.undo()
    assert stages.words() == []


def test_a_stage_needs_no_date(desk: Desk, agreement: int) -> None:
    stages = Stages(desk, agreement)
    stages.hands.type("draft")
    stages.tab()
    stages.enter()
    assert stages.words() == ["drafted, no date"]


def test_a_date_that_is_none_stays_in_the_row_with_the_reason(desk: Desk, agreement: int) -> None:
    stages = Stages(desk, agreement)
    stages.tab()
    stages.hands.type("some day")
    stages.enter()
    assert stages.words() == []
    assert stages.section.new_stage().complaint()
    assert stages.section.new_stage().date.text() == "some day"


def test_words_that_name_no_place_stay_in_the_row_with_the_reason(
    desk: Desk, agreement: int
) -> None:
    stages = Stages(desk, agreement)
    fields = stages.section.new_stage()
    stages.tab(2)
    stages.hands.type("zzz")
    desk.wait(fields.place.popup().isVisible)
    stages.hands.press(Qt.Key.Key_Escape)  # the list
    stages.tab()
    desk.settle()
    assert fields.place.text() == "zzz"
    assert fields.complaint()
    stages.enter()
    assert stages.words() == []
    assert fields.place.hasFocus()
    stages.hands.press(Qt.Key.Key_Escape)  # the typing
    assert fields.complaint() == ""
    stages.enter()
    assert stages.words() == ["signed, no date"]


def test_a_place_typed_in_full_needs_no_picking(desk: Desk, agreement: int) -> None:
    desk.make(EntryKind.PLACE, "Baku")
    stages = Stages(desk, agreement)
    stages.tab(2)
    stages.hands.type("baku")
    stages.tab()
    desk.settle()
    stages.enter()
    assert stages.words() == ["signed, no date, Baku"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_E, Qt.Key.Key_F2])
def test_a_stage_is_edited_in_its_place(desk: Desk, agreement: int, key: Qt.Key) -> None:
    stage(desk, agreement, StageKind.SIGNED, "2021")
    stage(desk, agreement, StageKind.RATIFIED, "2022")
    stages = Stages(desk, agreement)
    stages.focus(0)
    stages.hands.press(key)
    fields = stages.section.edited_stage()
    assert fields.date.hasFocus()
    assert not stages.section.stages().lines()[0].isVisible()
    stages.hands.type("2021-05")
    stages.enter()
    assert stages.words() == ["signed, May 2021", "ratified, 2022"]
    assert not fields.isVisible()
    assert stages.section.stages().lines()[0].button().hasFocus()


def test_editing_keeps_what_was_not_touched(desk: Desk, agreement: int) -> None:
    meeting = desk.make(EntryKind.MEETING, "Talks")
    place = desk.make(EntryKind.PLACE, "Moscow", place_kind="city")
    stage(desk, agreement, StageKind.SIGNED, "2021", meeting_id=meeting, place_id=place)
    stages = Stages(desk, agreement)
    stages.focus(0)
    stages.hands.press(Qt.Key.Key_F2)
    stages.tab(4)
    assert stages.section.edited_stage().note.hasFocus()
    stages.hands.type("after the talks")
    stages.enter()
    (row,) = desk.sheet().stages
    assert row.meeting is not None
    assert row.place is not None
    assert (row.meeting.id, row.place.id, row.date) == (meeting, place, "2021")
    assert row.note == "after the talks"


def test_escape_leaves_a_stage_as_it_was(desk: Desk, agreement: int) -> None:
    stage(desk, agreement, StageKind.SIGNED, "2021")
    stages = Stages(desk, agreement)
    stages.focus(0)
    stages.hands.press(Qt.Key.Key_F2)
    stages.hands.type("1999")
    stages.hands.press(Qt.Key.Key_Escape)
    assert stages.words() == ["signed, 2021"]
    assert stages.section.stages().lines()[0].button().hasFocus()
    assert desk.sheet().stages[0].date == "2021"


def test_delete_removes_and_the_focus_stays_near(desk: Desk, agreement: int) -> None:
    stage(desk, agreement, StageKind.SIGNED, "2021")
    stage(desk, agreement, StageKind.RATIFIED, "2022")
    stages = Stages(desk, agreement)
    stages.focus(0)
    stages.hands.press(Qt.Key.Key_Delete)
    desk.settle()
    assert stages.words() == ["ratified, 2022"]
    assert stages.section.stages().lines()[0].button().hasFocus()
    desk.undo()
    assert stages.words() == ["signed, 2021", "ratified, 2022"]


def test_alt_and_arrows_move_and_arrows_walk(desk: Desk, agreement: int) -> None:
    for kind in (StageKind.SIGNED, StageKind.DRAFTED, StageKind.PROPOSED):
        stage(desk, agreement, kind)
    stages = Stages(desk, agreement)
    stages.focus(2)
    for _ in range(3):
        stages.hands.press(Qt.Key.Key_Up, ALT)
        desk.settle()
    assert [row.kind for row in desk.sheet().stages] == ["proposed", "signed", "drafted"]
    assert stages.section.stages().lines()[0].button().hasFocus()
    for _ in range(3):
        stages.hands.press(Qt.Key.Key_Down)
    assert stages.section.new_stage().kind.hasFocus()


def test_tab_goes_through_the_lines_in_their_order(desk: Desk, agreement: int) -> None:
    stage(desk, agreement, StageKind.RATIFIED, "2022")
    stage(desk, agreement, StageKind.SIGNED, "2021")
    stages = Stages(desk, agreement)
    stages.focus(0)
    reached: list[QWidget | None] = []
    for _ in range(6):
        reached.append(QApplication.focusWidget())
        stages.tab()
    first, second = stages.section.stages().lines()
    assert reached == [
        *(first.button(), first.date_face(), first.face()),
        *(second.button(), second.date_face(), second.face()),
    ]
    assert stages.section.new_stage().kind.hasFocus()


def test_stage_and_date_have_faces_of_their_own(desk: Desk, agreement: int) -> None:
    number = stage(desk, agreement, StageKind.SIGNED, "2021?")
    release = read_pasted("The roadmap was signed last year.")
    source = desk.catalogue.write(add_source(release, SourceKind.PRESS_RELEASE)).value
    spec = EvidenceSpec(
        target=Target("stage", number, "date"), source_id=source, spans=(Span(first=0, last=11),)
    )
    desk.write(lambda session: add_evidence(session, spec=spec))
    stages = Stages(desk, agreement)
    targets: list[Target] = []
    stages.section.evidence_requested.connect(targets.append)
    (line,) = stages.section.stages().lines()
    assert (line.date_face().face(), line.date_face().count()) == ("evidence", 1)
    line.date_face().click()
    line.face().click()
    assert targets == [Target("stage", number, "date"), Target("stage", number)]


def test_o_opens_the_meeting_of_a_stage(desk: Desk, agreement: int) -> None:
    meeting = desk.make(EntryKind.MEETING, "Talks")
    stage(desk, agreement, StageKind.SIGNED, "2021", meeting_id=meeting)
    stages = Stages(desk, agreement)
    opened: list[int] = []
    stages.section.open_requested.connect(opened.append)
    stages.focus(0)
    stages.hands.press(Qt.Key.Key_O)
    assert opened == [meeting]


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ([], ""),
        (["signed"], "signed, entry into force not known"),
        (["drafted", "initialled"], "initialled, entry into force not known"),
        (["signed", "in_force"], "in force, since when is not known"),
        (["signed:2021", "in_force:2022-03-01"], "in force since 1 March 2022"),
        (["in_force:2001", "terminated:2010"], "terminated 2010"),
        (["signed", "extended:2020"], "extended 2020"),
    ],
)
def test_how_it_stands_is_said_and_never_more_than_is_known(
    desk: Desk, agreement: int, kinds: list[str], sentence: str
) -> None:
    for text in kinds:
        kind, _colon, date = text.partition(":")
        stage(desk, agreement, StageKind(kind), date)
    stages = Stages(desk, agreement)
    assert stages.section.standing() == sentence


def test_a_row_half_filled_outlives_a_refill_but_not_another_agreement(
    desk: Desk, agreement: int
) -> None:
    stages = Stages(desk, agreement)
    stages.tab()
    stages.hands.type("2021")
    desk.refill()
    assert stages.section.new_stage().date.text() == "2021"
    desk.entry = desk.make(EntryKind.AGREEMENT, "Protocol")
    desk.refill()
    assert stages.section.new_stage().date.text() == ""
