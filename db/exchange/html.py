"""Reads HTML: the release without the page around it, as plain text; nothing is fetched or run."""

import re

from db.errors import Unreadable
from db.exchange.blocks import Setting, join, set_page
from db.exchange.decoding import Decoded, decode
from db.exchange.languages import languages_of
from db.exchange.main_part import READABILITY_VERSION, body_text, main_text
from db.exchange.markup import LXML_VERSION, Node, all_of, parse
from db.exchange.page_facts import page_facts
from db.exchange.plain import is_blank, with_line_feeds
from db.exchange.release import Parts
from db.exchange.titles import first_meaningful_line
from db.text.cleaning import storable

MAIN_READER = "html-main"
BODY_READER = "html-body"
FRAGMENT_READER = "html-fragment"
READER_VERSION = f"1 (readability-lxml {READABILITY_VERSION}, lxml {LXML_VERSION})"
_FRAGMENT_BEGINS = "<!--StartFragment-->"
_FRAGMENT_ENDS = "<!--EndFragment-->"
_BEGINS_LIKE_A_PAGE = re.compile(
    rb"(?:\s|<!--[^>]{0,400}-->|<\?xml[^<>]{0,200}>){0,9}"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|article|section|table|span|h1)\b",
    re.IGNORECASE,
)


def looks_like_html(data: bytes) -> bool:
    """Tell whether bytes begin like a page, in any encoding that has ASCII in it."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    return _BEGINS_LIKE_A_PAGE.match(head.removeprefix(b"\xfe\xff").replace(b"\0", b"")) is not None


def read_page(data: bytes, name: str, charset: str | None = None) -> Parts:
    """Read a page: its main part, or the whole body where no part stands out.

    Raises Unreadable: "binary", "undecodable", or "no_text" where it shows nothing.
    """
    decoded = decode(data, name=name, charset=charset)
    root, is_flattened = parse(with_line_feeds(decoded.text))
    _held = all_of(root)
    setting = set_page(root)
    main = None if is_flattened else main_text(root, setting)
    reader, text = (BODY_READER, body_text(setting)) if main is None else (MAIN_READER, main)
    return _parts(decoded, root, setting, name=name, reader=reader, text=text, flat=is_flattened)


def read_fragment(data: bytes, name: str = "", charset: str | None = None) -> Parts:
    """Read a piece of a page that someone marked and copied: all of it, for it was chosen.

    Clipboards wrap the piece in a page of their own and mark where it begins and ends.
    Raises Unreadable as `read_page`.
    """
    decoded = decode(data, name=name, charset=charset)
    root, is_flattened = parse(with_line_feeds(_marked_piece(decoded.text)))
    setting = set_page(root)
    text = join(setting.blocks)
    return _parts(
        decoded, root, setting, name=name, reader=FRAGMENT_READER, text=text, flat=is_flattened
    )


def _marked_piece(page: str) -> str:
    begin, end = page.find(_FRAGMENT_BEGINS), page.rfind(_FRAGMENT_ENDS)
    return page[begin + len(_FRAGMENT_BEGINS) : end] if 0 <= begin < end else page


def _parts(
    decoded: Decoded, root: Node, setting: Setting, *, name: str, reader: str, text: str, flat: bool
) -> Parts:
    text = storable(text)
    if is_blank(text):
        raise Unreadable(name, "no_text")
    facts = page_facts(root, setting)
    return Parts(
        encoding=decoded.encoding,
        reader=reader,
        reader_version=READER_VERSION,
        text=text,
        title=facts.title or first_meaningful_line(text),
        languages=languages_of(text, stated=facts.language),
        warnings=(*decoded.warnings, *(("structure_flattened",) if flat else ())),
        published_hint=facts.published,
    )
