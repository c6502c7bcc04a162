"""Tests of `db.exchange.html` and of what it stands on: blocks, tables, main part, page facts."""

import socket
from pathlib import Path

import pytest

from db.errors import Unreadable
from db.exchange.html import read_fragment, read_page

FIRST = (
    "Ministers of both countries signed a programme on training doctors, sharing laboratories, "
    "and, as the hosts put it, opening the door to young researchers."
)
SECOND = (
    "The talks were attended by rectors, heads of clinics, and envoys of two companies, who "
    "agreed to meet again in spring, in autumn, and whenever there is need."
)
NEWS = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Programme signed in Ganja | Ministry</title>
<meta property="article:published_time" content="2025-03-04T09:00:00+04:00">
<script>document.write("written by a script")</script><style>p {{ color: red }}</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
</header><div class="page"><h1>Programme signed in Ganja</h1><p class="when">4 March 2025</p>
<div class="content"><p>{FIRST}</p><p>{SECOND}</p>
<h2>Who took part</h2><ul><li>Azerbaijan</li><li>Georgia</li></ul>
<div class="share-buttons"><a href="#">Tell a friend</a> <a href="#">Print</a></div>
<p style="display: none">Hidden words</p><!-- a remark --></div></div>
<aside class="related"><h3>Read also</h3><a href="/2">Floods in the north</a></aside>
<footer>Ministry, all rights reserved</footer></body></html>"""


def text_of(page: str) -> str:
    return read_page(page.encode(), "page.html").text


def piece(html: str) -> str:
    return read_fragment(html.encode()).text


def test_a_news_page_gives_its_release_and_nothing_around_it() -> None:
    assert text_of(NEWS).split("\n") == [
        "Programme signed in Ganja", "", "4 March 2025", "", FIRST, "", SECOND, "",
        "Who took part", "", "• Azerbaijan", "• Georgia",
    ]  # fmt: skip


def test_a_news_page_tells_title_language_day_and_reader() -> None:
    parts = read_page(NEWS.encode(), "page.html")
    assert parts.title == "Programme signed in Ganja"
    assert parts.languages == ("en",)
    assert parts.published_hint == "2025-03-04"
    assert parts.reader == "html-main"
    assert "readability-lxml" in parts.reader_version
    assert parts.warnings == ()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        pytest.fail("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = NEWS.replace(
        "<head>",
        '<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><head><base href="http://example.org/">'
        '<link rel=stylesheet href="//example.org/a.css"><script src="//example.org/a.js"></script>'
        '<script>fetch("//example.org/")</script><iframe src="//example.org/"></iframe>'
        '<img src="//example.org/a.png"><meta http-equiv=refresh content="0;url=//example.org/">',
    )
    assert FIRST in text_of(page)
    assert "fetch" not in text_of(page)


def test_external_entities_stay_words(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<html><body><p>Before &x; after.</p></body></html>"
    )
    assert "Before &x; after." in text_of(page)


def test_a_page_in_windows_1251_is_read_as_it_says() -> None:
    page = (
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
        "<title>Встреча в Шеки</title></head><body><p>Стороны&nbsp;обсудили «план» &mdash; и всё."
    )
    parts = read_page(page.encode("cp1251"), "")
    assert parts.text == "Стороны\u00a0обсудили «план» — и всё."
    assert (parts.encoding, parts.title) == ("cp1251", "Встреча в Шеки")
    assert (parts.languages, parts.warnings) == (("ru",), ())


def test_a_short_page_is_read_whole_without_its_menus() -> None:
    page = (
        "<body><nav><a href=/>Home</a></nav><p>We met.</p><div class=footer>Contacts</div></body>"
    )
    parts = read_page(page.encode(), "")
    assert parts.text == "We met."
    page = "<body><div id=menu>Only a menu</div></body>"
    assert read_page(page.encode(), "").text == "Only a menu"


def test_a_piece_copied_from_a_browser_is_kept_whole() -> None:
    clipboard = (
        "<html><body>\r\n<!--StartFragment--><h2>Talks</h2><nav>Part one</nav>"
        "<p>First,<br>second</p><footer>Signed: the press office</footer><!--EndFragment-->\r\n"
        "</body></html>"
    )
    parts = read_fragment(clipboard.encode())
    assert parts.text == "Talks\n\nPart one\n\nFirst,\nsecond\n\nSigned: the press office"
    assert parts.reader == "html-fragment"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a\n  b\t<b> c</b></p>", "a b c"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<p>one</p><p>&nbsp;</p><p>two", "one\n\ntwo"),
        ("a&nbsp;b&#8209;c&shy;d &amp; &lt;e&gt;", "a\u00a0b\u2011c\u00add & <e>"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<p style='white-space: pre-wrap'>a\nb</p>", "a\nb"),
        ("<ol start=4><li>four<li>five</ol>", "4. four\n5. five"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>d", "• a\n  • b\n• c\n\nd"),
        ("<ul><li></li><li><p>a</p></li></ul>", "• a"),
        ("<p>Flag <img alt='🇦🇿' src=x> <img alt='a photo' src=y>up", "Flag 🇦🇿 up"),
        ("a<script>b</script><style>c</style><textarea>d</textarea><!-- e -->f", "af"),
        ("<p hidden>a</p><p>b</p>", "b"),
        ("<div style='VISIBILITY : hidden'>a</div>b", "b"),
        ("<body style='display:none'>shown by a script later", "shown by a script later"),
        ("<dl><dt>Chair<dd>A. B.</dl>", "Chair\nA. B."),
        ("<h1>Head</h1>text<blockquote>said</blockquote>", "Head\n\ntext\n\nsaid"),
    ],
)
def test_text_is_set_as_a_browser_shows_it(html: str, text: str) -> None:
    assert piece(html) == text


def test_the_rows_of_a_table_are_lines_with_tabs() -> None:
    html = (
        "<p>Trade<table><caption>Table 1</caption><tr><th>Year<th>Sum</tr>"
        "<tr><td><p>2024</p><td> 12\n<br>13 </tr><tr><td></td><td>7</td></tr><tr><td> </table>after"
    )
    assert piece(html) == "Trade\n\nTable 1\nYear\tSum\n2024\t12 13\n\t7\n\nafter"


def test_a_table_that_lays_out_a_page_is_no_data() -> None:
    html = (
        "<table><tr><td><h2>Left</h2><td><p>one<p>two<p>three"
        "<table><tr><td>a<td>b</table></td></tr></table>"
    )
    assert piece(html) == "Left\n\none\n\ntwo\n\nthree\n\na\tb"


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "font"])
def test_deep_nesting_neither_crashes_nor_loses_words(tag: str) -> None:
    page = f"<body>before <{tag}>" + f"<{tag}>deep " * 30_000 + "bottom<p>after"
    parts = read_page(page.encode(), "")
    assert len(parts.text.split()) == 30_003
    assert parts.text.endswith("after")
    assert parts.warnings == ("structure_flattened",)


def test_nesting_that_can_be_parsed_keeps_its_structure() -> None:
    parts = read_page(("<div>" * 1000 + "<p>one<p>two").encode(), "")
    assert (parts.text, parts.warnings) == ("one\n\ntwo", ())


@pytest.mark.parametrize("page", ["<html></html>", "<script>x</script>", "<!-- x -->", "<p>&nbsp;"])
def test_a_page_that_shows_no_words_is_refused(page: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_page(page.encode(), "empty.html")
    assert caught.value.reason == "no_text"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ministry</title><meta property=og:title content='Talks &amp; signing'>",
         "Talks & signing"),
        ("<title> Talks \n ended </title>", "Talks ended"),
        ("", "Talks ended in Shusha"),
        ("<title>Talks ended in Shusha - Ministry</title>", "Talks ended in Shusha"),
    ],
)  # fmt: skip
def test_the_title_is_the_best_the_page_offers(head: str, title: str) -> None:
    page = f"<html><head>{head}</head><body><h1>Talks ended in Shusha</h1><p>They ended.</p>"
    assert read_page(page.encode(), "").title == title


def test_a_page_without_any_title_takes_its_first_line() -> None:
    page = "<p>04.03.2025</p><p>Talks ended in Shusha.</p>"
    assert read_page(page.encode(), "").title == "Talks ended in Shusha."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta name=DC.date content='2024-02-29'>", "2024-02-29"),
        ("<meta itemprop=datePublished content='2024-02-29 10:00'>", "2024-02-29"),
        ("<meta name=date content='2024-02-30'>", None),
        ("<meta name=date content='03/04/2024'>", None),
        ("<meta name=date content='2024-02-28'><meta name=pubdate content='2024-02-29'>", None),
        ('<script type="application/ld+json">{"datePublished": "2024-02-29T01:00Z"}</script>',
         "2024-02-29"),
        ("<time datetime='2024-02-29'>a day of something</time>", None),
        ("<time itemprop=datePublished datetime='2024-02-29'>that day</time>", "2024-02-29"),
    ],
)  # fmt: skip
def test_a_day_of_publishing_is_given_only_where_the_page_is_of_one_mind(
    head: str, day: str | None
) -> None:
    page = f"<html><head>{head}</head><body><p>Talks ended.</p>"
    assert read_page(page.encode(), "").published_hint == day


def test_a_stated_language_counts_where_letters_do_not_tell() -> None:
    page = "<html lang=tr><body><p>Görüşme dün Ankara’da yapıldı, taraflar imzaladı.</p>"
    assert read_page(page.encode(), "").languages == ("tr",)
