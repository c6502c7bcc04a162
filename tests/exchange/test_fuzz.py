"""Broken files: whatever is changed in honest ones, a reader gives a text or a plain refusal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import Unreadable
from db.exchange.apart.reading import read_apart
from db.exchange.intake import read_release
from db.exchange.release import Release
from db.reasons import UNREADABLE
from tests.exchange.nasty.packages import document, docx, odt, p, packed
from tests.exchange.nasty.pdfs import lines, pages

RTF = (
    rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times;}}{\header Press\par}"
    rb"\trowd\intbl a\cell b\cell\row\pard{\listtext\'b7\tab}\u1052?one{\footnote n}\par}"
)
MAIL = (
    b"MIME-Version: 1.0\r\nSubject: =?koi8-r?B?98nEyc0=?=\r\nDate: Mon, 12 May 2025 10:00:00 +0300"
    b"\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; "
    b"charset=cp1251; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"=CC=E8=ED met=20\r\nin Baku\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nSubject: a\r\n\r\nb"
    b'\r\n--B\r\nContent-Type: text/html; name="a.html"\r\n\r\n<p>c\r\n--B--\r\n'
)
PAGE = (
    b"<html><head><title>T</title></head><body><h1>T</h1><table><tr><td>a<td>b</table>"
    b"<ul><li>one<li>two</ul><p style='display:none'>x</p><pre> y\n z</pre></body></html>"
)
TABLE = "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr></w:tbl>"
BODY = p("Ministers", '<w:outlineLvl w:val="0"/>') + TABLE + p("met")
WORD = docx(BODY)
OPEN = odt(
    '<text:h text:outline-level="1">T</text:h><text:list><text:list-item><text:p>a</text:p>'
    "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>b"
    "</text:p></table:table-cell></table:table-row></table:table>"
)
PDF = pages([lines(["The ministers met in Ba-", "ku and signed", "1", "2"]), lines(["more"])])

TOKENS = [
    b"", b"\0", b"\xff", b"<", b">", b"&", b"]]>", b"<!--", b"{", b"}", b"\\", b"\\par", b"\\row",
    b"\\cell", b"\\u55357?", b"\\bin9", b"--B", b"\r\n\r\n", b"\r\nContent-Type: multipart/mixed",
    b"=?utf-8?Q?=FF?=", b"endobj", b"stream\n", b"/Count 99", b"0 0 R", b"2 0 R", b"9" * 12, b"-1",
    b"PK\x03\x04", b"<w:p>", b"</w:p>", b"<w:tbl>", b"<text:list>", b"<table:table-row>",
]  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(TOKENS) | st.binary(max_size=4)),
    min_size=1,
    max_size=6,
)

Changes = list[tuple[float, int, bytes]]


def changed(data: bytes, changes: Changes) -> bytes:
    """Replace pieces of some bytes by others."""
    for place, length, piece in changes:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    return data


def holds(data: bytes, name: str, *, apart: bool = False) -> None:
    """Hold that bytes give a whole release, or a refusal with a sentence."""
    found = outcome(data, name, apart=apart)
    if isinstance(found, Unreadable):
        assert found.reason in UNREADABLE
        assert str(found)
    else:
        found.text.encode()
        assert found.text.strip()
        assert "\0" not in found.text
        assert len(found.title) <= 300
        assert found.original == data


def outcome(data: bytes, name: str, *, apart: bool) -> Release | Unreadable:
    try:
        return (read_apart if apart else read_release)(data, name=name)
    except Unreadable as refusal:
        return refusal


@pytest.mark.parametrize(
    ("data", "name"),
    [(RTF, "a.rtf"), (MAIL, "a.eml"), (PAGE, "a.html"), (WORD, "a.docx"), (OPEN, "a.odt")],
)
def test_the_honest_ones_are_read(data: bytes, name: str) -> None:
    assert read_release(data, name=name).text


@settings(deadline=None)
@given(changes=CHANGES, data=st.sampled_from([RTF, MAIL, PAGE, WORD, OPEN]))
def test_a_broken_file_gives_a_text_or_a_refusal(changes: Changes, data: bytes) -> None:
    holds(changed(data, changes), "a")


@settings(deadline=None)
@given(changes=CHANGES)
def test_a_docx_with_broken_parts_gives_a_text_or_a_refusal(changes: Changes) -> None:
    main = changed(document(BODY).encode(), changes)
    holds(packed({"word/document.xml": main, "word/styles.xml": main}), "a.docx")


@settings(deadline=None)
@given(
    pieces=st.lists(
        st.sampled_from([
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>a</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
            "</w:tr>", "<w:tc>", "</w:tc>", "<w:pPr>", "</w:pPr>", '<w:outlineLvl w:val="x"/>',
            '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>', "<w:ins>", "</w:ins>",
            '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>',
            '<w:footnoteReference w:id="1"/>', '<w:sym w:char="zz"/>', "<mc:AlternateContent>",
            "</mc:AlternateContent>", "<w:drawing>", "</w:drawing>", "<w:txbxContent>",
            "</w:txbxContent>", "<w:sdt>", "</w:sdt>",
        ]),
        max_size=40,
    )
)  # fmt: skip
def test_any_elements_of_word_give_a_text_or_a_refusal(pieces: list[str]) -> None:
    opened: list[str] = []
    whole: list[str] = []
    for piece in pieces:  # closed where open, so that most are well-formed
        name = piece.strip("<>/").split(" ")[0]
        if piece.startswith("</"):
            if not opened or opened[-1] != name:
                continue
            opened.pop()
        elif not piece.endswith("/>") and "</" not in piece:
            opened.append(name)
        whole.append(piece)
    whole += [f"</{name}>" for name in reversed(opened)]
    holds(docx("".join(whole) + p("end")), "a.docx")


@settings(max_examples=60, deadline=None)
@given(changes=CHANGES)
def test_a_broken_pdf_gives_a_text_or_a_refusal(changes: Changes) -> None:
    holds(changed(PDF, changes), "a.pdf", apart=True)
