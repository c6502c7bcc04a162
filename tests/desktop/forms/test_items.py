from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.commands.content import FigureSpec, PointSpec, QuotationSpec, add_figure, add_point
from db.commands.content import add_quotation as quote
from db.commands.names import add_name
from db.rows.faces import Target
from db.terms import EntryKind, NameKind
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.figures import FiguresSection, grouped
from desktop.forms.item_line import ItemLine
from desktop.forms.items_section import ItemsSection
from desktop.forms.names import NamesSection
from desktop.forms.points import PointsSection, split_points
from desktop.forms.quotations import QuotationsSection
from tests.desktop.forms.conftest import Bench

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
UNDO = Qt.KeyboardModifier.ControlModifier


def section(bench: Bench, wanted: type[ItemsSection]) -> ItemsSection:
    form = bench.panel.form()
    assert form is not None
    return next(found for found in form.details.items if isinstance(found, wanted))


def lines(of: ItemsSection) -> list[ItemLine]:
    return [line for line in of.findChildren(ItemLine) if line.isVisible()]


def words(of: ItemsSection) -> list[str]:
    return [line.item().words for line in lines(of)]


@pytest.fixture
def meeting(bench: Bench) -> int:
    entry = bench.make(EntryKind.MEETING, "37th meeting")
    bench.open(entry)
    return entry


def test_an_empty_section_is_one_offer_in_a_line_and_nothing_else(
    bench: Bench, meeting: int
) -> None:
    form = bench.settled_form()
    assert not any(found.isVisible() for found in form.details.items)
    offered = [button.words() for button in form.details.add_bar().buttons()]
    assert offered == ["+ other name", "+ point", "+ figure", "+ quotation"]


def test_names_are_added_one_after_the_other_with_enter_and_the_script_is_told(
    bench: Bench, meeting: int
) -> None:
    names = section(bench, NamesSection)
    names.start_adding()
    bench.type("XXXVII заседание Совета")
    bench.press(ENTER)
    bench.settle()
    bench.type("Council session")
    bench.press(ENTER)
    bench.settle()
    bench.press(ESCAPE)
    assert words(names) == ["XXXVII заседание Совета", "Council session"]
    assert [row.language for row in bench.sheet(meeting).names] == ["ru", "en"]
    assert lines(names)[0].item().relation == "In Russian"


def test_a_name_is_changed_and_removed_from_its_line(bench: Bench, meeting: int) -> None:
    bench.write(lambda s: add_name(s, entry_id=meeting, text="Совет", kind=NameKind.ORIGINAL))
    bench.settle()
    names = section(bench, NamesSection)
    lines(names)[0].setFocus()
    bench.press(ENTER)
    bench.press(Qt.Key.Key_End)
    bench.type(" СНГ")
    bench.press(ENTER)
    bench.settle()
    assert words(names) == ["Совет СНГ"]
    assert bench.focused() is lines(names)[0]
    bench.press(Qt.Key.Key_Delete)
    bench.settle()
    assert bench.sheet(meeting).names == ()
    assert not names.isVisible()


def test_a_name_that_is_there_already_stays_in_its_card_with_the_reason(
    bench: Bench, meeting: int
) -> None:
    bench.write(lambda s: add_name(s, entry_id=meeting, text="Совет", kind=NameKind.ORIGINAL))
    bench.settle()
    names = section(bench, NamesSection)
    names.start_adding()
    bench.type("Совет")
    bench.press(ENTER)
    bench.settle()
    assert names.is_stuck()
    assert bench.panel.unsaved() == 1
    bench.qtbot.waitUntil(lambda: bool(bench.drafts()), timeout=4000)
    assert bench.drafts()[f"entry:{meeting}"]["name:0:text"] == "Совет"


def test_what_a_card_holds_unsaved_is_there_when_the_entry_is_opened_again(
    bench: Bench, meeting: int
) -> None:
    other = bench.make(EntryKind.MEETING, "Another")
    bench.write(lambda s: add_name(s, entry_id=meeting, text="Совет", kind=NameKind.ORIGINAL))
    bench.settle()
    names = section(bench, NamesSection)
    names.start_adding()
    bench.type("Совет")
    bench.press(ENTER)
    bench.settle()
    bench.open(other)
    assert not names.isVisible()
    assert bench.panel.unsaved() > 0
    bench.open(meeting)
    assert names.is_stuck()
    bench.panel.jump_to_unsaved()
    bench.press(Qt.Key.Key_End)
    bench.type(" СНГ")
    bench.press(ENTER)
    bench.settle()
    assert words(names) == ["Совет", "Совет СНГ"]
    bench.qtbot.waitUntil(lambda: not bench.drafts(), timeout=4000)
    assert bench.panel.unsaved() == 0


def test_a_pasted_agenda_becomes_its_points_in_one_act(bench: Bench, meeting: int) -> None:
    points = section(bench, PointsSection)
    points.start_adding()
    QApplication.clipboard().setText("1. Эпидемиология\n2) Лекарства\n\n- Training\n")
    bench.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    bench.press(ENTER)
    bench.settle()
    assert words(points) == ["Эпидемиология", "Лекарства", "Training"]
    assert {line.item().relation for line in lines(points)} == {"Agenda item"}
    assert bench.acts(meeting)[0] == "point.add"
    bench.operations.undo(owner=bench)
    bench.settle()
    assert bench.sheet(meeting).points == ()


def test_bullets_and_numbers_are_no_part_of_a_point() -> None:
    assert split_points("• one\n (2) two\nа) три\n2021 in review") == [
        "one",
        "two",
        "три",
        "2021 in review",
    ]


def test_a_figure_with_its_unit_and_speaker_is_made_from_the_keyboard(
    bench: Bench, meeting: int
) -> None:
    person = bench.make(EntryKind.PERSON, "Mikhail Murashko")
    figures = section(bench, FiguresSection)
    figures.start_adding()
    for typed in ("150 000", "doses", "m", "2021", "d"):
        bench.type(typed)
        bench.press(TAB)
    bench.type("Mikhail Murashko")
    bench.press(TAB)
    bench.settle()
    bench.press(ENTER)
    bench.settle()
    (figure,) = bench.sheet(meeting).figures
    assert (figure.number, figure.unit, figure.bound) == ("150000", "doses", "more_than")
    assert (figure.period, figure.state) == ("2021", "delivered")
    assert figure.speaker is not None
    assert figure.speaker.id == person
    assert words(figures) == ["more than 150\N{NARROW NO-BREAK SPACE}000 doses"]


def test_enter_in_a_speaker_who_is_there_already_saves_the_card(bench: Bench, meeting: int) -> None:
    person = bench.make(EntryKind.PERSON, "Mikhail Murashko")
    spec = FigureSpec(number="150", speaker_id=person)
    bench.write(lambda s: add_figure(s, entry_id=meeting, spec=spec))
    bench.settle()
    figures = section(bench, FiguresSection)
    lines(figures)[0].setFocus()
    bench.press(Qt.Key.Key_F2)
    bench.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.type("160")
    speaker = next(edit for edit in figures.findChildren(EntryEdit) if edit.isVisible())
    speaker.setFocus()
    bench.press(ENTER)
    bench.settle()
    (figure,) = bench.sheet(meeting).figures
    assert figure.speaker is not None
    assert (figure.number, figure.speaker.id) == ("160", person)
    assert not speaker.isVisible()


def test_a_count_tells_how_many_of_what_it_counts_are_found(bench: Bench, meeting: int) -> None:
    found = bench.make(EntryKind.AGREEMENT, "Protocol")
    spec = FigureSpec(number="6", unit="documents", is_count=True, members=(found,))
    bench.write(lambda s: add_figure(s, entry_id=meeting, spec=spec))
    bench.settle()
    (line,) = lines(section(bench, FiguresSection))
    assert line.item().rest == "1 of 6 found  ·  Protocol"


def test_a_quotation_loses_its_marks_and_is_shown_with_ours(bench: Bench, meeting: int) -> None:
    quotations = section(bench, QuotationsSection)
    quotations.start_adding()
    bench.type("«Это важно»")
    bench.press(ENTER)
    bench.settle()
    bench.press(ESCAPE)
    assert [row.words for row in bench.sheet(meeting).quotations] == ["Это важно"]
    assert words(quotations) == ["“Это важно”"]


@pytest.mark.parametrize(
    ("wanted", "add"),
    [
        (PointsSection, partial(add_point, spec=PointSpec(wording="a"))),
        (FiguresSection, partial(add_figure, spec=FigureSpec(number="1"))),
        (QuotationsSection, partial(quote, spec=QuotationSpec(words="a"))),
    ],
)
def test_the_evidence_of_an_item_is_asked_for_with_space(
    bench: Bench,
    meeting: int,
    wanted: type[ItemsSection],
    add: Callable[..., int],
) -> None:
    item = bench.write(lambda s: add(s, entry_id=meeting))
    bench.settle()
    lines(section(bench, wanted))[0].setFocus()
    with bench.qtbot.waitSignal(bench.panel.evidence_requested) as asked:
        bench.press(Qt.Key.Key_Space)
    assert asked.args == [Target(wanted.thing, item)]


def test_leaving_a_card_saves_what_it_holds(bench: Bench, meeting: int) -> None:
    section(bench, PointsSection).start_adding()
    bench.type("Training")
    bench.settled_form().focus_title()
    bench.settle()
    assert [row.wording for row in bench.sheet(meeting).points] == ["Training"]


def test_escape_gives_up_what_a_card_holds(bench: Bench, meeting: int) -> None:
    points = section(bench, PointsSection)
    points.start_adding()
    bench.type("Training")
    bench.press(ESCAPE)
    bench.settle()
    assert bench.sheet(meeting).points == ()
    assert not points.isVisible()


def test_thousands_are_set_apart_from_five_digits() -> None:
    thin = "\N{NARROW NO-BREAK SPACE}"
    assert [grouped(x) for x in ("2021", "15000", "-1234567.5")] == [
        "2021",
        f"15{thin}000",
        f"-1{thin}234{thin}567.5",
    ]
