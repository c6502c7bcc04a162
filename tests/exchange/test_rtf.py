"""Tests of `db.exchange.rtf`."""

import pytest

from db.exchange.rtf.reader import read_rtf

FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}{\f2\fcharset2 Symbol;}"
    rb"{\f3\fcharset128 MS;}}"
)


def rtf(body: bytes, head: bytes = rb"\ansi\ansicpg1252\deff0") -> bytes:
    return b"{\\rtf1" + head + FONTS + body + b"}"


def text_of(body: bytes, head: bytes = rb"\ansi\ansicpg1252\deff0") -> str:
    return read_rtf(rtf(body, head), "a.rtf").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\f1 \'cc\'e8\'ed\'e8\'f1\'f2\'f0\f0  \'e9t\'e9", "Министр été"),
        (rb"\f3 \'93\'fa\'96\'7b", "日本"),
        (rb"\u1052?\u1080?\u1085? \u55357?\u56832?\uc0\u8212 x", "Мин 😀—x"),
        (rb"\uc2\u1052\'3f\'3f.", "М."),
        (rb"{\upr{old}{\*\ud{new}}}", "new"),
        (rb"a\~b\_c\-d\emdash e\{\}\\", "a\u00a0b\u2011c\u00add—e{}\\"),
        (b"one\\par\r\ntwo\\line three\\\nfour", "one\n\ntwo\nthree\n\nfour"),
        (rb'{\field{\*\fldinst HYPERLINK "http://a"}{\fldrslt shown}}', "shown"),
        (rb"{\*\unheardof gone}{\v hidden}{\deleted gone}kept", "kept"),
        (rb"{\pict 0102}{\nonshppict{\pict 03}}kept", "kept"),
        (rb"kept}gone", "kept"),
    ],
)
def test_words_stand_as_shown(body: bytes, text: str) -> None:
    assert text_of(body) == text


def test_the_file_says_how_bytes_without_a_font_of_their_own_are_read() -> None:
    assert text_of(rb"\'cc\'e8\'ed", rb"\ansi\ansicpg1251\deff0") == "Мин"


def test_lists_headings_and_tables_are_laid_out() -> None:
    body = (
        rb"\pard\outlinelevel0 Head\par\pard{\listtext\f2 \'b7\tab}one\par"
        rb"{\listtext\f2 \'b7\tab}two\par\ilvl1{\pntext 2.1.\tab}three\par\pard"
        rb"\trowd\intbl Year\cell Sum\cell\row\trowd\intbl 2024\cell 12\par 13\cell\row"
        rb"\pard after\par"
    )
    assert text_of(body) == (
        "Head\n\n• one\n• two\n  2.1. three\n\nYear\tSum\n2024\t12 13\n\nafter"
    )


def test_notes_headers_and_boxes_come_in_their_places() -> None:
    body = (
        rb"{\header Press service\par}{\footer 12\par}\pard word{\footnote as agreed}"
        rb"{\shp{\*\shpinst{\shptxt in the box\par}}} more\par"
    )
    parts = read_rtf(rtf(body), "a.rtf")
    assert parts.text == "Press service\n\nword[1] more\n\nin the box\n\n[1] as agreed"
    assert parts.warnings == ("furniture_once",)


def test_what_the_file_says_of_itself_is_believed_where_the_text_has_it() -> None:
    body = (
        rb"{\info{\title Ministers met}{\author X}{\creatim\yr2025\mo5\dy12}}"
        rb"Ministers met on May 12, 2025\par Details"
    )
    parts = read_rtf(rtf(body), "a.rtf")
    assert (parts.title, parts.published_hint) == ("Ministers met", "2025-05-12")
    assert parts.text == "Ministers met on May 12, 2025\n\nDetails"
