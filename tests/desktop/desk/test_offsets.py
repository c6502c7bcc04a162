"""Offsets go from text to document and back, whatever the text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.desk.offsets import DocumentMap, drawable

ODD = (
    *("\r", "\n", "\r\n", "\u2028", "\u2029", "\xa0", "\ufdd0", "\ufdd1", "\ufdef", "\ufffe"),
    *("\ufeff", "\U0001f600", "\U0001f468\u200d\U0001f469", "e\u0301", "й", "\u202e", "\t"),
    *("\x0b", "\ufffc", "\x00", "\x85"),
)
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=6), max_size=12).map("".join)
BREAKS = {"\r", "\n", "\u2029", "\ufdd0", "\ufdd1"}


def _document(text: str) -> QTextDocument:
    document = QTextDocument()
    QTextCursor(document).insertText(drawable(text))
    return document


def _between_cr_and_lf(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n" and offset > 0


@settings(deadline=None, max_examples=150)
@given(TEXTS)
@example("a\r\nb\r\r\n\U0001f600\u2028\xa0\ufdd0e\u0301")
@example("\r\n\r\n")
@example("\U0001f600\r\n\U0001f600")
@example("")
def test_every_offset_has_a_position_in_the_document_and_comes_back(text: str) -> None:
    where, document = DocumentMap(text), _document(text)
    assert where.end == document.characterCount() - 1
    raw = document.toRawText().encode("utf-16-le")
    for offset, character in enumerate(text):
        first, last = where.position(offset), where.position(offset + 1)
        if _between_cr_and_lf(text, offset) or _between_cr_and_lf(text, offset + 1):
            continue
        assert where.offset(first) == offset
        drawn = raw[2 * first : 2 * last].decode("utf-16-le")
        assert drawn == ("\u2029" if character in BREAKS else drawable(text)[offset])
    assert where.offset(where.end) == len(text)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_every_position_has_an_offset_and_comes_back(text: str) -> None:
    where = DocumentMap(text)
    inside_pairs = {
        where.position(offset) + 1 for offset, sign in enumerate(text) if ord(sign) > 0xFFFF
    }
    for position in range(where.end + 1):
        back = where.position(where.offset(position))
        assert back == (position - 1 if position in inside_pairs else position)


def test_between_cr_and_lf_there_is_no_place_for_the_caret() -> None:
    where = DocumentMap("a\r\nb")
    assert [where.position(offset) for offset in range(5)] == [0, 1, 1, 2, 3]
    assert [where.offset(position) for position in range(4)] == [0, 1, 3, 4]


def test_offsets_outside_the_text_are_its_ends() -> None:
    where = DocumentMap("😀")
    assert (where.position(-3), where.position(99)) == (0, 2)
    assert (where.offset(-3), where.offset(99)) == (0, 1)


def test_a_byte_order_mark_at_the_start_is_not_lost_on_the_way() -> None:
    for mark in "\ufeff\ufffe":
        document = _document(f"{mark}Baku")
        assert document.toRawText() == "\u2060Baku"
        assert DocumentMap(f"{mark}Baku").end == document.characterCount() - 1
