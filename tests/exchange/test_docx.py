"""Tests of `db.exchange.docx` and of what it stands on: sheets, numbers, XML and archives."""

import pytest

from db.errors import Unreadable
from db.exchange.docx.reader import read_docx
from tests.exchange.nasty.packages import docx, p, part

HEADING = '<w:pStyle w:val="h"/>'
STYLES = part(
    "w:styles",
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="l"><w:name w:val="List"/><w:basedOn w:val="n"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="v"><w:rPr><w:vanish/></w:rPr></w:style>',
)
NUMBERING = part(
    "w:numbering",
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>',
)


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, numbers)


def text_of(body: str, **parts: str) -> str:
    found: dict[str, str | bytes] = {"styles": STYLES, "numbering": NUMBERING, **parts}
    return read_docx(docx(body, **found), "a.docx").text


def test_paragraphs_headings_and_white_space_stand_as_word_shows_them() -> None:
    body = (
        f"{p('Министры встретились', HEADING)}{p('')}{p('Two  blanks')}"
        "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t>"
        "<w:noBreakHyphen/><w:t>four</w:t></w:r></w:p>"
    )
    assert text_of(body) == "Министры встретились\n\nTwo  blanks\n\none\ttwo\nthree\u2011four"


def test_list_items_carry_the_numbers_word_counts() -> None:
    body = (
        numbered("one") + numbered("deeper", 1) + numbered("deeper still", 1) + numbered("two")
        + numbered("anew", 1) + p("between") + numbered("three") + numbered("first", 0, 3)
        + p("by style", '<w:pStyle w:val="l"/>') + numbered("dot", 0, 2)
        + p("none", '<w:pStyle w:val="l"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )  # fmt: skip
    assert text_of(body).split("\n") == [
        "I. one", "  I.а) deeper", "  I.б) deeper still", "II. two", "  II.а) anew", "", "between",
        "", "III. three", "I. first", "II. by style", "• dot", "", "none",
    ]  # fmt: skip


def test_the_rows_of_a_table_are_lines_and_a_table_for_layout_is_none() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    data = table((p("Year"), p("Sum")), (p("2024"), p("12") + p("13")), (p(""), p("7")))
    layout = table((p("a") + p("b") + p("c"), p("d")))
    assert text_of(p("Trade") + data + layout) == (
        "Trade\n\nYear\tSum\n2024\t12 13\n\t7\n\na\n\nb\n\nc\n\nd"
    )


def test_what_is_deleted_hidden_or_computed_from_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> added</w:t></w:r></w:ins>"
        '<w:r><w:rPr><w:rStyle w:val="v"/></w:rPr><w:t>hidden</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        "<w:r><w:t>inside</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> today</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:hyperlink r:id="x"><w:r><w:t> link</w:t></w:r></w:hyperlink></w:p>'
    )
    parts = read_docx(docx(body, styles=STYLES), "a.docx")
    assert parts.text == "kept added today link"
    assert parts.warnings == ("changes_tracked",)


def test_one_form_of_a_text_box_is_read_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>before</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(body + p("after")) == "before\n\nin the box\n\nafter"


def test_notes_headers_and_footers_stand_once_each_in_its_place() -> None:
    note = part("w:footnotes", f'<w:footnote w:id="2">{p("as agreed")}</w:footnote>')
    section = (
        '<w:sectPr><w:headerReference r:id="header1"/><w:headerReference r:id="header1"/>'
        '<w:footerReference r:id="footer1"/></w:sectPr>'
    )
    body = '<w:p><w:r><w:t>word</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + section
    parts = read_docx(
        docx(
            body,
            footnotes=note,
            header1=part("w:hdr", p("Press service")),
            footer1=part("w:ftr", p("12")),
        ),
        "a.docx",
    )
    assert parts.text == "Press service\n\nword[1]\n\n[1] as agreed"
    assert parts.warnings == ("furniture_once",)


@pytest.mark.parametrize(
    ("stated", "title"),
    [("Talks in Baku", "Talks in Baku"), ("Template of letters", "Ministers met")],
)
def test_a_title_is_believed_only_where_the_text_has_it(stated: str, title: str) -> None:
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        f"<dc:title>{stated}</dc:title><t:created>2025-05-12T09:00:00Z</t:created></c>"
    )
    body = p("Ministers met", HEADING) + p("Talks in Baku of 12 May 2025")
    parts = read_docx(docx(body, styles=STYLES, core=core), "a.docx")
    assert (parts.title, parts.published_hint) == (title, "2025-05-12")


def test_a_document_without_words_says_so() -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx(docx(p(" ")), "a.docx")
    assert caught.value.reason == "no_text"
