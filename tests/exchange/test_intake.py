"""Tests of `db.exchange.intake` and of the table in `db.exchange.formats`."""

import hashlib
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Unreadable
from db.exchange.formats import FORMATS, format_of
from db.exchange.intake import read_pasted, read_release
from db.exchange.release import Release

TEXT = "Talks in Yerevan\r\n\r\nThe two ministers met and agreed on nothing.\rThey will meet again."


def refused(data: bytes, name: str = "") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_release(data, name=name)
    return caught.value


def test_the_original_is_kept_and_only_line_ends_differ_in_the_text() -> None:
    release = read_release(TEXT.encode(), name="talks.txt")
    assert release.original == TEXT.encode()
    assert release.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert release.text == TEXT.replace("\r\n", "\n").replace("\r", "\n")
    assert (release.name, release.format, release.encoding) == ("talks.txt", "text", "utf-8")
    assert (release.reader, release.title) == ("text", "Talks in Yerevan")
    assert release.languages == ("en",)
    assert release.warnings == ()
    assert release.published_hint is None


def test_signs_that_other_programs_fold_are_kept() -> None:
    text = "Баку\u00a020 мая\u2028вторая\u2029третья \u202bбиди\u202c 🇷🇺 e\u0301 \u00ad\u200b.\x85"
    assert read_release(text.encode()).text == text
    assert read_pasted(text).text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u200b\u2060\n".encode()])
def test_nothing_to_see_is_empty(data: bytes) -> None:
    assert refused(data, "a.txt").reason == "empty"


def test_more_than_ten_megabytes_is_refused_before_any_other_look() -> None:
    error = refused(b"\x89PNG\r\n\x1a\n" + bytes(10_000_000), "big.png")
    assert (error.reason, error.limit) == ("too_large", 10)


def test_a_large_release_is_read_and_told() -> None:
    release = read_release(b"The record of the talks. " * 50_000)
    assert release.warnings == ("large",)
    assert len(release.text) == 1_250_000


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\nrest",
        b"PK\x03\x04rest",
        b"\x7fELF\x02\x01",
        b"\xff\xd8\xff\xe0JFIF",
        b"SQLite format 3\0",
        b"\x1f\x8b\x08rest",
    ],
)
def test_pictures_programs_and_archives_are_binary_whatever_their_name(data: bytes) -> None:
    assert refused(data, "release.txt").reason == "binary"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"junk before %PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF", "pdf"),
        (b"PK\x03\x04..word/document.xml", "docx"),
        (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "doc"),
        (b"{\\rtf1\\ansi Talks}", "rtf"),
        (b"From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nTalks", "mail"),
    ],
)
def test_a_document_is_known_by_its_bytes_whatever_its_name(data: bytes, key: str) -> None:
    assert format_of(data, name="release.txt").key == key


def test_a_format_without_a_reader_is_refused_by_name() -> None:
    error = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "release")
    assert (error.reason, error.format) == ("unknown_format", "DOC")


def test_a_document_that_word_has_locked_is_told_from_an_old_one() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert refused(data, "release.docx").reason == "password"


def test_a_text_that_speaks_of_a_format_or_begins_like_a_letter_is_a_text() -> None:
    assert read_release(b"The %PDF- mark begins a file.").format == "text"
    assert read_release(b"From: the Ministry\nSubject: talks\n\nWe met.").format == "text"


def test_every_row_of_the_table_has_its_own_key_and_suffix() -> None:
    keys = [row.key for row in FORMATS]
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(set(keys)) == len(keys)
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"<!-- saved --> <!DOCTYPE html><p>We met.", "x.txt", None),
        (b"We <b>met</b>.", "PAGE.HTM", None),
        (b"We <b>met</b>.", "", "text/html; charset=utf-8"),
        ("<html><p>We met.".encode("utf-16"), "", None),
    ],
)
def test_a_page_is_known_by_its_bytes_its_name_or_its_media_type(
    data: bytes, name: str, media_type: str | None
) -> None:
    release = read_release(data, name=name, media_type=media_type)
    assert (release.format, release.text) == ("html", "We met.")


def test_the_charset_of_the_media_type_is_used() -> None:
    text = "Συνάντηση των υπουργών"
    release = read_release(text.encode("cp1253"), media_type="text/plain; charset=windows-1253")
    assert (release.text, release.encoding) == (text, "cp1253")


def test_pasted_text_becomes_an_original_in_utf_8() -> None:
    release = read_pasted("Встреча в Баку прошла.\r\nКонец.")
    assert release.original == "Встреча в Баку прошла.\r\nКонец.".encode()
    assert release.text == "Встреча в Баку прошла.\nКонец."
    assert (release.format, release.encoding, release.languages) == ("text", "utf-8", ("ru",))


def test_what_cannot_be_stored_is_taken_out_of_a_paste_and_told() -> None:
    release = read_pasted("half a flag \ud83c and a \0 zero")
    assert release.text == "half a flag  and a  zero"
    assert release.warnings == ("characters_replaced",)


def test_the_html_flavour_of_a_paste_is_read_and_kept() -> None:
    html = "<ul><li>Armenia</li><li>Belarus</li></ul>"
    release = read_pasted("Armenia\nBelarus", html)
    assert release.original == html.encode()
    assert (release.format, release.text) == ("html", "• Armenia\n• Belarus")


@pytest.mark.parametrize("html", ["<img src='data:x'>", "<p>One", "  ", "x" * 10_000_001])
def test_an_html_flavour_that_says_less_gives_way_to_the_text(html: str) -> None:
    assert read_pasted("One two three four five", html).format == "text"


def test_an_empty_paste_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pasted(" \n", "<p></p>")
    assert caught.value.reason == "empty"


def test_a_paste_of_too_many_bytes_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pasted("я" * 6_000_000)
    assert caught.value.reason == "too_large"


def is_whole(release: Release, data: bytes) -> bool:
    release.text.encode()  # no lone surrogates
    return (
        release.original == data
        and release.text.strip() != ""
        and "\0" not in release.text
        and "\r" not in release.text
        and len(release.title) <= 300
    )


def attempt(read: Callable[[], Release]) -> Release | str:
    try:
        return read()
    except Unreadable as error:
        return error.reason


@given(data=st.binary(max_size=2000), name=st.sampled_from(["", "a.txt", "a.html"]))
def test_any_bytes_give_a_whole_release_or_a_refusal(data: bytes, name: str) -> None:
    outcome = attempt(lambda: read_release(data, name=name))
    if isinstance(outcome, Release):
        assert is_whole(outcome, data)
    else:
        assert outcome in {"empty", "binary", "undecodable", "no_text", "unknown_format"}


@given(data=st.binary(max_size=500), encoding=st.sampled_from(["cp1251", "cp1252", "koi8-r"]))
def test_any_text_after_a_page_begins_gives_a_whole_release_or_a_refusal(
    data: bytes, encoding: str
) -> None:
    page = f"<html><meta charset={encoding}><p>We met.".encode() + data
    outcome = attempt(lambda: read_release(page))
    assert outcome in {"binary", "undecodable"} or is_whole(cast("Release", outcome), page)


PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<ol>", "<li>",
    "</ul>", "<a>", "</a>", "<br>", "<pre>", "</pre>", "<nav>", "</nav>", "<h1>", "</h1>",
    "<script>", "</script>", "<!--", "-->", "<b", "</html>", "<html>", "&#0;", "&nbsp;",
    "<img alt=🇦🇿>", "слово", "word", ",", "\r\n", "<svg>", "<select>", "<body hidden>",
    "<p class=share>",
]  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_markup_gives_a_whole_release_or_a_refusal(pieces: list[str]) -> None:
    data = " ".join(pieces).encode()
    outcome = attempt(lambda: read_release(data, name="a.html"))
    assert outcome in {"empty", "no_text"} or is_whole(cast("Release", outcome), data)


@given(text=st.text(max_size=300), html=st.none() | st.text(max_size=300))
def test_any_paste_gives_a_whole_release_or_a_refusal(text: str, html: str | None) -> None:
    outcome = attempt(lambda: read_pasted(text, html))
    if isinstance(outcome, Release):
        assert is_whole(outcome, outcome.original)
        assert outcome.original.decode("utf-8")
    else:
        assert outcome in {"empty", "binary"}
