"""Reads ODT: paragraphs, headings, lists with their numbers, tables, text boxes and notes.

What stands on every page is set once: headers above the text, footers below. Tracked changes are
read as accepted. Nothing a document links to is opened, and macros are not looked at.
"""

from collections.abc import Iterator

from db.errors import Unreadable
from db.exchange.archive import Archive
from db.exchange.document import Properties, parts_of
from db.exchange.odt.styles import Styles
from db.exchange.odt.words import Words
from db.exchange.release import Parts
from db.exchange.sheet import Cell, Item, Paragraph, Table, headings, set_sheet
from db.exchange.xml_parts import Element, child, number, parse_xml

READER = "odt"
READER_VERSION = "1"
_DEEPEST = 6
_MOST_REPEATED = 100
_HOLDS_BLOCKS = frozenset({
    "text.section", "text.index-body", "text.table-of-content", "text.illustration-index",
    "text.table-index", "text.object-index", "text.user-index", "text.alphabetical-index",
    "text.bibliography", "text.index-title", "draw.custom-shape", "draw.rect", "draw.ellipse",
})  # fmt: skip
_DRAWN = frozenset({"draw.frame", "draw.g", "draw.a"})


def read_odt(data: bytes, name: str, charset: str | None = None) -> Parts:  # noqa: ARG001 - as read
    """Read an ODT.

    Raises Unreadable: "damaged", "bomb", "password" or "no_text".
    """
    archive = Archive(data, name)
    manifest = _tree(archive, "META-INF/manifest.xml", name)
    if manifest is not None and any(True for _ in manifest.iter("manifest.encryption-data")):
        raise Unreadable(name, "password")
    content = _tree(archive, "content.xml", name)
    if content is None:
        raise Unreadable(name, "damaged")
    document = _Document(content, _tree(archive, "styles.xml", name))
    items = list(document.items())
    return parts_of(
        set_sheet(items),
        name=name,
        reader=READER,
        reader_version=READER_VERSION,
        properties=_properties(_tree(archive, "meta.xml", name)),
        headings=list(headings(items)),
        warnings=sorted(document.warnings),
    )


class _Document:
    """A document while it is read, from its first paragraph to its last."""

    def __init__(self, content: Element, template: Element | None) -> None:
        self._content, self._template = content, template
        self._styles = Styles(template, content)
        self._words = Words(styles=self._styles)
        self._counts: dict[str, list[int]] = {}
        self.warnings = self._words.warnings

    def items(self) -> Iterator[Item]:
        yield from self._furniture("style.header")
        body = child(child(self._content, "office.body"), "office.text")
        if body is not None:
            yield from self._blocks(body)
        yield from self._notes()
        yield from self._furniture("style.footer")

    def _blocks(self, parent: Element) -> Iterator[Item]:
        for element in parent:
            tag = element.tag
            if tag in {"text.p", "text.h"}:
                yield from self._paragraph(element)
            elif tag == "text.list":
                yield from self._list(element, element.get("text.style-name"), [])
            elif tag == "table.table":
                yield Table(rows=tuple(self._rows(element)))
            elif tag == "text.tracked-changes":
                self.warnings.add("changes_tracked")
            elif tag in _DRAWN:
                yield from self._drawn(element)
            elif tag in _HOLDS_BLOCKS and element.get("text.display") != "none":
                yield from self._blocks(element)

    def _paragraph(self, element: Element, label: str = "", depth: int = 0) -> Iterator[Item]:
        style = element.get("text.style-name")
        is_heading = element.tag == "text.h"
        level = min(number(element.get("text.outline-level"), 1), _DEEPEST) if is_heading else 0
        yield Paragraph(
            text="" if self._styles.hides(style) else self._words.of(element),
            level=level or int(self._styles.is_title(style)),
            label=label,
            depth=depth,
        )
        for box in self._words.taken_boxes():
            yield from self._blocks(box)

    def _list(self, parent: Element, style: str | None, above: list[int]) -> Iterator[Item]:
        counts = self._counts_of(parent, style, above)
        for item in parent:
            if item.tag not in {"text.list-item", "text.list-header"}:
                continue
            numbered = item.tag == "text.list-item" and _has_own_words(item)
            if numbered:
                stated = number(item.get("text.start-value"), -1)
                counts[-1] = counts[-1] + 1 if stated < 0 else stated
            yield from self._item(item, style, counts, numbered=numbered)

    def _counts_of(self, parent: Element, style: str | None, above: list[int]) -> list[int]:
        """Return the counts a list begins with; one may go on where another left off."""
        first = self._styles.start(style, len(above)) - 1
        goes_on = parent.get("text.continue-numbering") == "true"
        other = parent.get("text.continue-list")
        key = other or (f"of {style}" if goes_on else "")
        counts = [*above, self._counts[key][-1] if not above and key in self._counts else first]
        if not above:
            self._counts[parent.get("xml.id") or f"of {style}"] = counts
            self._counts[f"of {style}"] = counts
        return counts

    def _item(
        self, item: Element, style: str | None, counts: list[int], *, numbered: bool
    ) -> Iterator[Item]:
        label = self._styles.label(style, counts) if numbered else ""
        for element in item:
            if element.tag in {"text.p", "text.h"}:
                yield from self._paragraph(element, label, len(counts) - 1)
                label = ""
            elif element.tag == "text.list":
                yield from self._list(element, element.get("text.style-name") or style, counts)

    def _rows(self, parent: Element) -> Iterator[tuple[Cell, ...]]:
        for element in parent:
            if element.tag == "table.table-row":
                yield tuple(self._cells(element))
            elif element.tag in {"table.table-header-rows", "table.table-rows"}:
                yield from self._rows(element)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for element in row:
            if element.tag in {"table.table-cell", "table.covered-table-cell"}:
                key = "table.number-columns-repeated"
                times = number(element.get(key), 1, most=_MOST_REPEATED)
                cell = tuple(self._blocks(element))
                yield from (cell for _ in range(1 if set_sheet(cell) else times))

    def _drawn(self, element: Element) -> Iterator[Item]:
        self._words.of(element)
        for box in self._words.taken_boxes():
            yield from self._blocks(box)

    def _notes(self) -> Iterator[Item]:
        for place, note in enumerate(self._words.notes, start=1):
            body = child(note, "text.note-body")
            text = set_sheet(self._blocks(body)) if body is not None else ""
            if text:
                yield Paragraph(text=f"[{place}] {text}")

    def _furniture(self, kind: str) -> Iterator[Item]:
        """Yield each header or footer that has words, once."""
        seen: set[str] = set()
        for element in self._template.iter(kind) if self._template is not None else ():
            items = list(self._blocks(element))
            text = set_sheet(items)
            if any(map(str.isalpha, text)) and text not in seen:
                seen.add(text)
                self.warnings.add("furniture_once")
                yield from items


def _has_own_words(item: Element) -> bool:
    """Tell an item from one that only holds a deeper list, as LibreOffice writes them."""
    first = next(iter(item), None)
    return first is not None and first.tag != "text.list"


def _properties(root: Element | None) -> Properties:
    found = {} if root is None else {one.tag: (one.text or "").strip() for one in root.iter()}
    return Properties(
        title=found.get("dc.title", ""),
        created=found.get("meta.creation-date", ""),
        language=found.get("dc.language", ""),
    )


def _tree(archive: Archive, path: str, name: str) -> Element | None:
    data = archive.part(path)
    return parse_xml(data, name) if data else None
