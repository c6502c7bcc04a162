"""XML as a tree, for the parts of DOCX and ODT: no entity is expanded and nothing is fetched."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any, Protocol, cast

from db.errors import Unreadable

_etree: Any = import_module("lxml.etree")  # lxml ships no types, and this part no source

NO_MEMORY = int(_etree.ErrorTypes.ERR_NO_MEMORY)
"""The code of an error of libxml2 that says nothing about what it was parsing."""

_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^<>]*>")
_FIRST_ELEMENT = re.compile(r"<[^\W\d]")
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
}
_KNOWN = re.compile(r"\A\{([^{}]*)\}(.+)\Z", re.DOTALL)


class Element(Protocol):
    """Stand for an element; `tag` and attributes have their usual prefix and a dot: "w.p"."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str) -> str | None:
        """Return an attribute's value."""
        ...

    def __iter__(self) -> Iterator["Element"]:
        """Walk over the elements right below."""
        ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Walk over this element and those below in the order of the document."""
        ...


def parse_xml(data: bytes, name: str) -> Element:
    """Parse a part; what is of no known namespace keeps its long name.

    Raises Unreadable: "bomb" where the part declares entities, "damaged" where it is no XML in
    UTF-8 or UTF-16 or has a document type, which neither DOCX nor ODT may have.
    """
    page = _DECLARATION.sub("", _decoded(data, name), count=1)
    first = _FIRST_ELEMENT.search(page)
    prolog = page[: first.start()] if first else page
    if "<!" in re.sub(r"<!--.*?-->", "", prolog, flags=re.DOTALL):
        raise Unreadable(name, "bomb" if "<!ENTITY" in prolog else "damaged")
    try:
        root = _etree.fromstring(page.encode(), _parser())
    except UnicodeEncodeError as error:
        raise Unreadable(name, "damaged") from error
    except _etree.XMLSyntaxError as error:
        if error.code == NO_MEMORY:
            raise MemoryError from error
        raise Unreadable(name, "damaged") from error
    return cast("Element", _with_short_names(root))


def child(element: Element | None, tag: str) -> Element | None:
    """Return the first element right below with this tag."""
    return None if element is None else next((one for one in element if one.tag == tag), None)


def children(element: Element | None) -> Iterator[Element]:
    """Walk over the elements right below; there are none below None."""
    return iter(()) if element is None else iter(element)


def value(element: Element | None, *tags: str, key: str = "w.val") -> str | None:
    """Follow tags down from an element; return an attribute of the last."""
    for tag in tags:
        element = child(element, tag)
    return None if element is None else element.get(key)


def number(text: str | None, default: int = 0, *, most: int = 1_000_000) -> int:
    """Read a whole number between 0 and `most`; what is none or lies outside is the default."""
    read = int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else default
    return read if read <= most else default


def _decoded(data: bytes, name: str) -> str:
    try:
        is_wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
        return data.decode("utf-16" if is_wide else "utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(name, "damaged") from error


def _with_short_names(root: Any) -> Any:  # noqa: ANN401 - lxml ships no types
    for element in root.iter():
        element.tag = _short(element.tag)
        for key in list(element.attrib):
            short = _short(key)
            if short != key:
                element.attrib[short] = element.attrib[key]
    return root


@lru_cache(maxsize=4096)
def _short(long: str) -> str:
    found = _KNOWN.match(long)
    prefix = _NAMESPACES.get(found.group(1)) if found else None
    return f"{prefix}.{found.group(2)}" if found and prefix else long


def _parser() -> Any:  # noqa: ANN401 - likewise
    return _etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
