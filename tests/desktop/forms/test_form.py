import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import event

from db.commands.entries import set_field, trash_entries
from db.commands.evidence import add_evidence
from db.commands.sources import add_source
from db.exchange.intake import read_pasted
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.terms import EntryKind, How, SourceKind
from desktop.forms.sections import ITEMS, Part
from desktop.widgets.face_button import Face
from desktop.widgets.undo_filter import UndoFilter
from tests.desktop.forms.conftest import Bench

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "The ministers met in Baku on 20 May 2021 and signed the roadmap."


def source(bench: Bench) -> int:
    release = read_pasted(TEXT)
    return bench.write(
        lambda s: add_source(s, release=release, kind=SourceKind.PRESS_RELEASE, values=None)
    )


def claim(bench: Bench, target: Target, words: str, at: int, **more: object) -> int:
    first = TEXT.index(words)
    spec = EvidenceSpec(
        target=target,
        source_id=at,
        spans=(Span(first=first, last=first + len(words)),),
        **more,  # pyright: ignore[reportArgumentType] - fields of the claim
    )
    return bench.write(lambda s: add_evidence(s, spec=spec))


def test_fifty_entries_share_one_form_and_a_fixed_number_of_queries(bench: Bench) -> None:
    entries = [
        bench.make(EntryKind.MEETING, f"Meeting {number}", start="2021", place_as_stated="Баку")
        for number in range(50)
    ]
    form = bench.open(entries[0])
    widgets = set(form.details.findChildren(QWidget))
    asked: list[str] = []

    def count(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(bench.catalogue.store.readers, "before_cursor_execute", count)
    counts: list[int] = []
    for entry in entries:
        asked.clear()
        assert bench.open(entry) is form
        assert form.head.editor.raw() == f"Meeting {entries.index(entry)}"
        counts.append(len(asked))
    assert set(form.details.findChildren(QWidget)) == widgets
    assert max(counts) == min(counts)
    assert max(counts) <= 24


def test_the_quiet_line_tells_reference_type_state_and_review(bench: Bench) -> None:
    form = bench.open(bench.make(EntryKind.MEETING, "Talks", standing="planned"))
    assert form.head.words() == "M-0001  ·  Talks  ·  planned  ·  draft"
    bench.open(bench.make(EntryKind.PERSON, "Ivan Ivanov"))
    assert bench.settled_form().head.words() == "P-0001  ·  Person  ·  draft"


def test_the_faces_of_fields_are_evidence_none_yet_and_conflict(bench: Bench) -> None:
    at = source(bench)
    entry = bench.make(EntryKind.MEETING, "Talks", start="2021-05-20", end="2021-05-21")
    claim(bench, Target("entry", entry, "start"), "20 May 2021", at)
    claim(bench, Target("entry", entry, "end"), "20 May 2021", at, value="2021-05-20")
    form = bench.open(entry)
    shown = {
        name: field.row.face.face()
        for name, field in form.fields().items()
        if field.row.face is not None and field.row.face.isVisible()
    }
    assert shown == {"start": Face.EVIDENCE, "end": Face.CONFLICT}
    bench.fill("ordinal", "37")
    ordinal = form.fields()["ordinal"].row.face
    assert ordinal is not None
    assert (ordinal.isVisible(), ordinal.face()) == (True, Face.NONE)


def test_the_evidence_of_the_field_with_the_keyboard_can_be_asked_for(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks", start="2021")
    form = bench.open(entry)
    bench.focus("start")
    with bench.qtbot.waitSignal(bench.panel.evidence_requested) as asked:
        bench.panel.request_evidence()
    assert asked.args == [Target("entry", entry, "start")]
    face = form.fields()["start"].row.face
    assert face is not None
    with bench.qtbot.waitSignal(bench.panel.evidence_requested) as asked:
        face.click()
    assert asked.args == [Target("entry", entry, "start")]


def test_the_evidence_tab_opens_the_sentence_of_a_claim_and_lists_the_gaps(bench: Bench) -> None:
    at = source(bench)
    entry = bench.make(EntryKind.MEETING, "Talks", start="2021-05-20", place_as_stated="Baku")
    claim(
        bench,
        Target("entry", entry, "start"),
        "20 May 2021",
        at,
        how=How.REPORTED,
        attributed_as="TASS",
    )
    bench.write(lambda s: set_field(s, entry_id=entry, field="ordinal", value="3"))
    form = bench.open(entry)
    bench.panel.show_tab(1)
    bench.settle()
    (card,) = form.evidence.cards()
    assert card.accessibleName() == "Start, reported  ·  S-0001, “20 May 2021”"
    form.evidence.focus_first()
    with bench.qtbot.waitSignal(bench.panel.passage_requested) as asked:
        bench.press(ENTER)
    first = TEXT.index("20 May")
    assert asked.args == [at, (Span(first=first, last=first + 11),)]
    assert form.evidence.gap_words() == ["Number"]
    assert form.head.tabs.tabText(1) == "Evidence 1"
    card.setFocus()
    bench.press(Qt.Key.Key_Delete)
    bench.settle()
    assert form.evidence.cards() == ()
    assert form.evidence.gap_words() == ["Number", "Start"]


def test_the_history_tab_tells_who_changed_what_from_what_to_what(bench: Bench) -> None:
    place = bench.make(EntryKind.PLACE, "Баку")
    entry = bench.make(EntryKind.MEETING, "Talks", start="2021")
    form = bench.open(entry)
    bench.fill("start", "2022-05")
    bench.fill("place", "Баку")
    assert bench.value(entry, "place") == str(place)
    bench.panel.show_tab(2)
    bench.settle()
    told = form.history.plain()
    assert "Tester" in told
    assert "2021 → May 2022" in told
    assert "Place\N{NO-BREAK SPACE} Баку" in told or "Place  Баку" in told


def test_tags_are_added_made_and_taken_off_from_the_keyboard(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks")
    form = bench.open(entry)
    assert form.details.tags is not None
    form.details.tags.focus_entry()
    bench.type("здоровье")
    bench.press(ENTER)
    bench.qtbot.waitUntil(lambda: len(bench.sheet(entry).tags) == 1)
    bench.settle()
    assert [tag.label_ru for tag in bench.sheet(entry).tags] == ["здоровье"]
    bench.press(Qt.Key.Key_Left)
    bench.press(Qt.Key.Key_Delete)
    bench.settle()
    assert bench.sheet(entry).tags == ()


def test_undo_takes_back_typing_first_and_then_the_act(bench: Bench, qapp: QApplication) -> None:
    entry = bench.make(EntryKind.PERSON, "Ivan Ivanov")
    form = bench.open(entry)
    undo = QAction(bench.panel)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(lambda: bench.operations.undo(owner=bench))
    bench.panel.addAction(undo)
    kept = UndoFilter(qapp)
    line = bench.focus("family_name")
    bench.press(Qt.Key.Key_End)
    bench.type("a")
    bench.press(ENTER)
    bench.settle()
    assert bench.value(entry, "family_name") == "Ivanova"
    bench.type("b")
    bench.press(Qt.Key.Key_Z, CONTROL)
    bench.settle()
    assert form.fields()["family_name"].editor.raw() == "Ivanova"
    bench.press(Qt.Key.Key_Z, CONTROL)
    bench.settle()
    assert bench.value(entry, "family_name") == "Ivanov"
    assert form.fields()["family_name"].editor.raw() == "Ivanov"
    assert bench.focused() is line
    kept.deleteLater()


def test_the_keyboard_goes_to_title_links_and_tags_when_asked(bench: Bench) -> None:
    form = bench.open(bench.make(EntryKind.MEETING, "Talks"))
    bench.panel.show_tab(2)
    bench.panel.focus_part(Part.TAGS)
    assert form.details.tags is not None
    assert form.details.tags.isAncestorOf(bench.focused())
    bench.panel.focus_part(Part.LINKS)
    assert form.details.linked[Part.LINKS].isAncestorOf(bench.focused())
    bench.panel.focus_form()
    assert bench.focused() is form.head.editor


@pytest.mark.parametrize("part", [Part.POINTS, Part.FIGURES, Part.QUOTATIONS])
def test_the_card_for_a_new_thing_opens_in_sight(bench: Bench, part: Part) -> None:
    form = bench.open(bench.make(EntryKind.AGREEMENT, "Protocol"))
    bench.panel.resize(640, 300)
    bench.panel.focus_part(part)
    QApplication.processEvents()
    field, shown = bench.focused(), form.details.viewport()
    section = next(x for x in form.details.items if isinstance(x, ITEMS[part]))
    assert section.isAncestorOf(field)
    assert shown.rect().contains(field.mapTo(shown, field.rect().bottomLeft()))


def test_what_an_entry_has_no_section_for_is_said(bench: Bench) -> None:
    bench.open(bench.make(EntryKind.MEETING, "Talks"))
    with bench.qtbot.waitSignal(bench.panel.said) as said:
        bench.panel.focus_part(Part.STAGES)
    assert said.args == ["Nothing of that sort is kept of a meeting."]


def test_a_target_is_called_as_the_form_calls_it(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks", start="2021")
    bench.open(entry)
    assert bench.panel.words_of(Target("entry", entry, "start")) == "Start"
    assert bench.panel.words_of(Target("entry", entry)) == "Meeting"


def test_an_entry_in_the_trash_is_restored_from_its_form(bench: Bench) -> None:
    entry = bench.make(EntryKind.MEETING, "Talks")
    form = bench.open(entry)
    bench.write(lambda s: trash_entries(s, entry_ids=[entry]))
    bench.settle()
    assert "in the trash" in form.head.words()
    assert form.head.editor.isReadOnly()
    form.head.trash_bar.action_triggered.emit()
    bench.settle()
    assert not bench.sheet(entry).trashed
    assert not form.head.editor.isReadOnly()


def test_an_entry_that_is_not_there_leaves_the_panel_empty(bench: Bench) -> None:
    with bench.qtbot.waitSignal(bench.panel.closed):
        bench.panel.open_entry(999)
    assert bench.panel.current_entry() is None


def test_only_the_entry_asked_for_last_is_shown(bench: Bench) -> None:
    first, last = (bench.make(EntryKind.MEETING, title) for title in ("One", "Two"))
    shown: list[int] = []
    bench.panel.entry_shown.connect(shown.append)
    bench.panel.open_entry(first)
    bench.panel.open_entry(last)
    bench.settle()
    assert shown == [last]


def test_every_control_that_takes_the_keyboard_has_a_name(bench: Bench) -> None:
    for kind in EntryKind:
        if kind == EntryKind.SOURCE:
            form = bench.open(source(bench))
        else:
            form = bench.open(bench.make(kind, f"An entry of kind {kind}"))
        for widget in form.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            if takes and widget.focusProxy() is None:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_a_long_russian_title_is_shown_whole(bench: Bench) -> None:
    title = "Меморандум о взаимопонимании между министерствами здравоохранения " * 4
    form = bench.open(bench.make(EntryKind.AGREEMENT, title))
    bench.qtbot.waitUntil(
        lambda: form.head.editor.height() >= form.head.editor.document().size().height() * 15
    )
    assert form.head.editor.document().size().height() >= 3
    assert not form.head.editor.verticalScrollBar().isVisible()
