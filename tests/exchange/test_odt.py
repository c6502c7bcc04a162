"""Tests of `db.exchange.odt`."""

from db.exchange.odt.reader import read_odt
from tests.exchange.nasty.packages import odt

NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="A" style:num-suffix=")" text:display-levels="2"/></text:list-style>'
)


def text_of(body: str, styles: str = "", template: str = "") -> str:
    return read_odt(odt(body, styles=styles, template=template), "a.odt").text


def test_white_space_collapses_but_where_it_is_meant() -> None:
    body = (
        '<text:h text:outline-level="1">Встреча\n  министров</text:h>'
        '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d <text:span> e</text:span>'
        "</text:p>"
    )
    assert text_of(body) == "Встреча министров\n\na  b\tc\nd e"


def test_lists_are_numbered_as_shown_and_may_go_on() -> None:
    def item(inside: str) -> str:
        return f"<text:list-item>{inside}</text:list-item>"

    deeper = f"<text:list>{item('<text:p>x</text:p>')}{item('<text:p>y</text:p>')}</text:list>"
    first = item("<text:p>one</text:p>") + item(f"<text:p>two</text:p>{deeper}")
    body = (
        f'<text:list text:style-name="L">{first}</text:list><text:p>between</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">'
        f"{item('<text:p>three</text:p>')}</text:list><text:list>{item('<text:p>dot</text:p>')}"
        "</text:list>"
    )
    assert text_of(body, NUMBERS).split("\n") == [
        "1. one", "2. two", "  2.A) x", "  2.B) y", "", "between", "", "3. three", "• dot",
    ]  # fmt: skip


def test_notes_boxes_tables_and_remarks() -> None:
    body = (
        "<text:p>word<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>as agreed</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>a remark</text:p></office:annotation>"
        "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>"
        "</text:p>"
        "<table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:table-cell><text:p>Sum</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row><table:table-cell><text:p>2024</text:p>"
        "</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p><draw:frame><draw:image/></draw:frame></text:p>"
    )
    parts = read_odt(odt(body), "a.odt")
    assert parts.text == "word[1]\n\nin the box\n\nYear\tSum\n2024\t12\n\n[1] as agreed"
    assert parts.warnings == ("pictures_left_out",)


def test_hidden_and_deleted_words_are_left_out_and_headers_stand_once() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    header = "<style:header><text:p>Press service</text:p></style:header>"
    body = (
        "<text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region>"
        '</text:tracked-changes><text:p>shown<text:span text:style-name="H"> hidden</text:span>'
        "</text:p>"
    )
    parts = read_odt(odt(body, styles=styles, template=header * 2), "a.odt")
    assert parts.text == "Press service\n\nshown"
    assert parts.warnings == ("changes_tracked", "furniture_once")


def test_the_title_style_and_the_day_named_in_the_text_are_believed() -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = '<text:p text:style-name="P1">Ministers met</text:p><text:p>12.05.2025, Baku</text:p>'
    meta = "<meta:creation-date>2025-05-12T10:00:00</meta:creation-date>"
    parts = read_odt(odt(body, styles=styles, meta=meta), "a.odt")
    assert (parts.title, parts.published_hint) == ("Ministers met", "2025-05-12")
