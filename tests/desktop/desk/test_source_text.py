"""The text of a source: read, selected and marked by real keys."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from db.rows.evidence import PassageRow, Span
from db.terms import PassageKind
from desktop.desk.keys import DeskKey
from desktop.desk.marks import Mark
from desktop.desk.source_text import SourceText
from tests.desktop.desk.conftest import TEXT, span_of
from tests.desktop.keyboard import type_text

Show = Callable[[QWidget], QMainWindow]


def _passage(span: Span, kind: PassageKind = PassageKind.EVIDENCE) -> PassageRow:
    return PassageRow(id=span.first, source_id=1, span=span, words="", kind=kind)


@pytest.fixture
def text(window: Show) -> SourceText:
    made = SourceText()
    window(made)
    made.show_text(TEXT)
    return made


def _selected(text: SourceText) -> str:
    span = text.selected_span()
    return text.words(span) if span else ""


def test_the_text_is_never_taken_for_markup(text: SourceText) -> None:
    text.show_text("<b>not bold</b> &amp; <script>1</script>")
    assert text.document().toRawText() == "<b>not bold</b> &amp; <script>1</script>"


def test_the_caret_moves_by_arrows_and_shift_selects(qtbot: QtBot, text: SourceText) -> None:
    assert text.caret() == 0
    qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert text.caret() == len("Ministers ")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(text, Qt.Key.Key_Right, held)
    assert _selected(text) == "agree"
    assert text.cursorWidth() > 1


def test_typing_changes_nothing(qtbot: QtBot, text: SourceText) -> None:
    before = text.document().toRawText()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        qtbot.keyClick(text, key)
    assert text.document().toRawText() == before


def test_s_takes_the_sentence_then_the_next(qtbot: QtBot, text: SourceText) -> None:
    text.reveal(TEXT.index("hosted"))
    qtbot.keyClick(text, Qt.Key.Key_S)
    first = "On 7 December 2024, the institute in Ganja hosted the fourth meeting."
    assert _selected(text) == first
    qtbot.keyClick(text, Qt.Key.Key_Space)
    assert _selected(text) == f"{first} It was chaired by L. Aliyeva, Minister of Health."


def test_a_sentence_beyond_an_emoji_is_quoted_from_the_text(qtbot: QtBot, text: SourceText) -> None:
    text.reveal(TEXT.index("отражает"))
    type_text(text, "ы")
    assert _selected(text) == "«Карта отражает наши приоритеты», — сказала министр."


def test_brackets_take_in_and_leave_out_words(qtbot: QtBot, text: SourceText) -> None:
    text.reveal(TEXT.index("institute"))
    qtbot.keyClick(text, Qt.Key.Key_BracketRight)
    qtbot.keyClick(text, Qt.Key.Key_BracketRight)
    assert _selected(text) == "institute in"
    type_text(text, "{")
    assert _selected(text) == "the institute in"
    qtbot.keyClick(text, Qt.Key.Key_BracketLeft)
    type_text(text, "}")
    assert _selected(text) == "institute"


def test_other_keys_are_handed_on(qtbot: QtBot, text: SourceText) -> None:
    given_keys: list[DeskKey] = []
    text.key_given.connect(given_keys.append)
    qtbot.keyClick(text, Qt.Key.Key_E)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    type_text(text, "Ф")
    assert given_keys == [DeskKey.EVIDENCE, DeskKey.PIN, DeskKey.AGREEMENT]


def test_what_is_copied_is_the_text_itself(qtbot: QtBot, text: SourceText) -> None:
    words = "5\xa0млн\u2028руб."
    text.show_text(f"a {words} b")
    text.select(2, 2 + len(words))
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(min_size=1, max_size=30), st.data())
def test_words_selected_are_words_of_the_text(
    qapp: QApplication, source: str, data: st.DataObject
) -> None:
    source = source.replace("\r\n", "\n")  # which is one place of the caret, see test_offsets
    first = data.draw(st.integers(0, len(source) - 1))
    last = data.draw(st.integers(first + 1, len(source)))
    text = SourceText()
    text.show_text(source)
    text.select(first, last)
    span = text.selected_span()
    assert (text.words(span) if span else "") == source[first:last].strip()


def test_a_no_break_space_breaks_no_line(window: Show) -> None:
    text = SourceText()
    window(text)
    text.resize(300, 300)
    text.show_text("\xa0".join(["word"] * 4) + " " + "\xa0".join(["word"] * 4))
    layout = text.document().firstBlock().layout()
    starts = [layout.lineAt(at).textStart() for at in range(layout.lineCount())]
    assert starts in ([0], [0, 20])


def test_a_line_is_no_wider_than_can_be_read(window: Show) -> None:
    text = SourceText()
    window(text).resize(1900, 500)
    text.show_text("word " * 400)
    layout = text.document().firstBlock().layout()
    assert layout.lineAt(0).textLength() < 110


def test_the_lit_passage_is_brought_into_sight(text: SourceText) -> None:
    long = "A line of no interest.\n" * 400 + "The words that count.\n" + "More.\n" * 100
    text.show_text(long)
    text.light([span_of("The words that count.", long)])
    top = text.cursorRect().top()
    assert 0 < top < text.viewport().height() * 2 // 3
    assert text.caret() == long.index("The words that count.")
    assert text.marked(Mark.LIT)


def test_what_is_lit_pinned_and_found_looks_different(text: SourceText) -> None:
    span = span_of("fourth meeting")
    looks = [text.grab().toImage()]
    text.light([span])
    looks.append(text.grab().toImage())
    text.light([])
    text.set_pinned([span])
    looks.append(text.grab().toImage())
    text.set_pinned([])
    text.mark({Mark.FOUND: [(span.first, span.last)]})
    looks.append(text.grab().toImage())
    assert all(a != b for at, a in enumerate(looks) for b in looks[at + 1 :])


def test_headings_are_bold_until_they_are_none(text: SourceText) -> None:
    span = span_of("Ministers agree on a roadmap")

    def weight() -> int:
        cursor = QTextCursor(text.document())
        cursor.setPosition(3)
        return cursor.charFormat().fontWeight()

    text.set_passages([_passage(span, PassageKind.HEADING)])
    assert weight() == 700
    text.set_passages([])
    assert weight() == 400


def test_a_megabyte_with_thousands_of_marks_draws_only_what_is_in_sight(text: SourceText) -> None:
    line = "The ministers spoke of training and of the supply of medicines in the region.\n"
    long = line * 13_000
    text.show_text(long)
    passages = [
        _passage(Span(first=at * len(line) + 4, last=at * len(line) + 13)) for at in range(13_000)
    ]
    text.set_passages(passages)
    at = line.index("medicines")
    text.mark({Mark.FOUND: [(n * len(line) + at, n * len(line) + at + 9) for n in range(13_000)]})
    bar = text.verticalScrollBar()
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        in_sight = text.viewport().height() // text.fontMetrics().height() + 2
        assert 2 <= len(text.extraSelections()) <= 2 * in_sight
    assert text.marked(Mark.FOUND)[-1][1] <= len(long)


def test_marks_follow_a_larger_window(text: SourceText) -> None:
    long = "Words.\n" * 500
    text.show_text(long)
    text.set_passages([_passage(Span(first=at * 7, last=at * 7 + 5)) for at in range(500)])
    before = len(text.extraSelections())
    text.window().resize(1000, 1400)
    QApplication.processEvents()
    assert len(text.extraSelections()) > before


def test_tab_leaves_the_text(text: SourceText) -> None:
    assert text.tabChangesFocus()
    assert text.accessibleName()


def test_ctrl_and_the_arrow_keys_go_by_paragraphs(text: SourceText, qtbot: QtBot) -> None:
    seen: list[str] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
        seen.append(TEXT[text.caret() :].split()[0])
    assert seen == ["On", "«Карта", "On"]
    assert text.selected_span() is None
