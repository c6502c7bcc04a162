"""Selecting by sentences and words, in the text alone."""

from desktop.desk.selection import (
    by_sentence,
    end_earlier,
    end_later,
    paragraph,
    start_earlier,
    start_later,
    trimmed,
)

TEXT = "It was chaired by L. Aliyeva, Minister. They met in Osh.\n\nThe next-year plan was read."


def _words(span: tuple[int, int]) -> str:
    return TEXT[span[0] : span[1]]


def test_a_caret_becomes_the_sentence_around_it() -> None:
    at = TEXT.index("Aliyeva")
    assert _words(by_sentence(TEXT, at, at)) == "It was chaired by L. Aliyeva, Minister."


def test_part_of_a_sentence_becomes_the_whole_of_it() -> None:
    first = TEXT.index("met")
    assert _words(by_sentence(TEXT, first, first + 3)) == "They met in Osh."


def test_on_an_empty_line_it_is_the_next_sentence() -> None:
    text = "One.\n\nTwo came. Three went."
    assert by_sentence(text, 5, 5) == (6, 15)
    assert by_sentence("One.\n\n", 6, 6)[0] == by_sentence("One.\n\n", 6, 6)[1]


def test_a_whole_sentence_takes_in_the_next_even_over_a_blank_line() -> None:
    first = TEXT.index("They")
    span = by_sentence(TEXT, first, first + len("They met in Osh."))
    assert _words(span) == "They met in Osh.\n\nThe next-year plan was read."
    assert by_sentence(TEXT, *span) == span


def test_words_are_taken_in_and_left_out_at_the_end() -> None:
    first = TEXT.index("The next")
    span = end_later(TEXT, first, first)
    assert _words(span) == "The"
    span = end_later(TEXT, *span)
    assert _words(span) == "The next-year"
    assert _words(end_earlier(TEXT, *span)) == "The"


def test_the_full_stop_is_left_out_before_the_last_word() -> None:
    first = TEXT.index("They")
    span = end_earlier(TEXT, first, first + len("They met in Osh."))
    assert _words(span) == "They met in Osh"


def test_one_word_is_never_left_out() -> None:
    first = TEXT.index("They")
    assert end_earlier(TEXT, first, first + 4) == (first, first + 4)
    assert start_later(TEXT, first, first + 4) == (first, first + 4)


def test_words_are_taken_in_and_left_out_at_the_start() -> None:
    first = TEXT.index("met")
    span = start_earlier(TEXT, first, first + 6)
    assert _words(span) == "They met in"
    assert _words(start_later(TEXT, *span)) == "met in"


def test_white_space_around_a_selection_is_left_out() -> None:
    assert trimmed("a  word\xa0 b", 1, 9) == (3, 7)
    assert trimmed("a   b", 1, 4) == (4, 4)


def test_paragraphs_are_walked_past_empty_lines_to_the_ends_of_the_text() -> None:
    text = "First one.\n\n  \n  Second, indented.\nThird."
    second, third = text.index("  Second"), text.index("Third")
    assert paragraph(text, 0, 1) == second
    assert paragraph(text, second, 1) == third
    assert paragraph(text, third, 1) == len(text)
    assert paragraph(text, third + 2, -1) == third
    assert paragraph(text, third, -1) == second
    assert paragraph(text, 0, -1) == 0
    assert paragraph("", 0, 1) == 0
