"""HTML as a tree, parsed offline: the one door to lxml, with the little that is used of it typed.

Nothing is fetched or run: scripts are text to lxml, and network and entities stay unused.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any, Literal, Protocol, cast

_etree: Any = import_module("lxml.etree")  # lxml ships no types, and this part no source
_html: Any = import_module("lxml.html")

LXML_VERSION = cast("str", _etree.__version__)
_DEEPEST = 2040
_MOST_HELD = 20_000
_DECLARATION = re.compile(r"\A\s*<\?xml[^<>]*>")
_FLAT = "p|br|html|head|body|title|meta|script|style|template|noscript|textarea|xmp"
_NESTING_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figure|footer|"
    r"form|h[1-6]|header|hr|li|main|menu|nav|ol|pre|section|table|tbody|tfoot|thead|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_NESTING = re.compile(rf"</?(?!(?:{_FLAT})\b)[a-z][^<>]*>", re.IGNORECASE)


class Node(Protocol):
    """Stand for an element of the tree; `text` and `tail` are the characters before and after."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> dict[str, str]:
        """The attributes by name, in lower case."""
        ...

    def get(self, key: str) -> str | None:
        """Return an attribute's value."""
        ...

    def set(self, key: str, value: str) -> None:
        """Give an attribute a value."""
        ...

    def iter(self, *tags: str) -> Iterator["Node"]:
        """Walk over this element and those below in the order of the page."""
        ...


def parse(page: str) -> tuple[Node, bool]:
    """Parse a page or a piece of one; tell too whether its nesting had to be flattened.

    libxml2 drops what is nested more than 2048 deep, which old pages with unclosed tags can be:
    these are parsed again without the tags that nest, so that no word is lost.
    """
    page = _DECLARATION.sub("", page, count=1)
    root = _parsed(page)
    held = all_of(root)
    if len(held) < _DEEPEST or depth(root) < _DEEPEST:
        return root, False
    return _parsed(_NESTING.sub("", _NESTING_BLOCK.sub("<br>", page))), True


def all_of(root: Node) -> list[Node]:
    """Return the elements of a tree, not all of a huge one.

    As long as they are held, lxml need not make an object of each anew on every walk.
    """
    return list(islice(root.iter(), _MOST_HELD))


def walk(root: Node) -> Iterator[tuple[Literal["start", "end"], Node]]:
    """Walk over a tree without recursion: each element when it opens and when it closes."""
    yield from _etree.iterwalk(root, events=("start", "end"))


def depth(root: Node) -> int:
    """Count the levels of a tree."""
    level = deepest = 0
    for step, _ in walk(root):
        level += 1 if step == "start" else -1
        deepest = max(deepest, level)
    return deepest


def _parsed(page: str) -> Node:
    data = page.encode("utf-8", "replace")
    try:
        root = _etree.fromstring(data, _parser())
    except _etree.XMLSyntaxError as error:
        if error.code == _etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        root = None  # there is nothing but comments and white space
    return _etree.fromstring(b"<html></html>", _parser()) if root is None else root


def _parser() -> Any:  # noqa: ANN401 - lxml ships no types
    return _html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
