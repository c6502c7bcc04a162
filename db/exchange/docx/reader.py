"""Reads DOCX: paragraphs, headings, lists with their numbers, tables, text boxes and notes.

What stands on every page is set once: headers above the text, footers below. Tracked changes are
read as accepted. Nothing a document links to is opened, and macros are not looked at.
"""

from collections.abc import Iterator

from db.exchange.document import parts_of
from db.exchange.docx.numbering import Numbering
from db.exchange.docx.package import Package
from db.exchange.docx.runs import Words, chosen
from db.exchange.docx.styles import Styles
from db.exchange.release import Parts
from db.exchange.sheet import Cell, Item, Paragraph, Table, headings, set_sheet
from db.exchange.xml_parts import Element, child, children

READER = "docx"
READER_VERSION = "1"
_HOLDS_BLOCKS = frozenset({
    "w.sdt", "w.sdtContent", "w.ins", "w.moveTo", "w.customXml", "w.smartTag",
})  # fmt: skip
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, name: str, charset: str | None = None) -> Parts:  # noqa: ARG001 - as read
    """Read a DOCX.

    Raises Unreadable: "damaged", "bomb", "password" or "no_text".
    """
    package = Package(data, name)
    document = _Document(package)
    items = list(document.items())
    return parts_of(
        set_sheet(items),
        name=name,
        reader=READER,
        reader_version=READER_VERSION,
        properties=package.properties(),
        headings=list(headings(items)),
        warnings=sorted(document.warnings),
    )


class _Document:
    """A document while it is read, from its first paragraph to its last."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._words = Words(styles=self._styles)
        self.warnings = self._words.warnings

    def items(self) -> Iterator[Item]:
        root = self._package.main()
        yield from self._furniture(root, "w.headerReference")
        for body in root:
            yield from self._blocks(body)
        yield from self._notes()
        yield from self._furniture(root, "w.footerReference")

    def _blocks(self, parent: Element) -> Iterator[Item]:
        for element in parent:
            tag = element.tag
            if tag == "w.p":
                yield from self._paragraph(element)
            elif tag == "w.tbl":
                yield Table(rows=tuple(map(self._row, _rows(element))))
            elif tag in _HOLDS_BLOCKS:
                yield from self._blocks(element)
            elif tag == "mc.AlternateContent":
                yield from self._blocks(chosen(element))
            elif tag == "w.altChunk":
                self.warnings.add("parts_left_out")

    def _paragraph(self, element: Element) -> Iterator[Item]:
        properties = child(element, "w.pPr")
        text = self._words.of(element)
        numbered = self._styles.numbered(properties) if text.strip() else None
        yield Paragraph(
            text=text,
            level=self._styles.level(properties),
            label=self._numbering.label(numbered) if numbered else "",
            depth=numbered.level if numbered else 0,
        )
        for box in self._words.taken_boxes():
            yield from self._blocks(box)

    def _row(self, row: Element) -> tuple[Cell, ...]:
        return tuple(tuple(self._blocks(cell)) for cell in _cells(row))

    def _notes(self) -> Iterator[Item]:
        """Yield the notes in the order of their marks; those that notes refer to come after."""
        notes = self._words.notes
        if not notes:
            return
        kept = {kind: self._kept_notes(kind) for kind in ("w.footnote", "w.endnote")}
        for place, (kind, note_id) in enumerate(notes, start=1):
            note = kept[kind].pop(note_id, None)
            blocks = list(self._blocks(note)) if note is not None else []
            text = set_sheet(blocks)
            if text:
                yield Paragraph(text=f"[{place}] {text}")

    def _kept_notes(self, kind: str) -> dict[str, Element]:
        root = self._package.related(f"{kind.removeprefix('w.')}s")
        return {
            note.get("w.id") or "": note
            for note in children(root)
            if note.tag == kind and note.get("w.type") not in _SEPARATORS
        }

    def _furniture(self, root: Element, kind: str) -> Iterator[Item]:
        """Yield each header or footer that has words, once."""
        seen: set[str] = set()
        for relation in dict.fromkeys(one.get("r.id") for one in root.iter(kind)):
            part = self._package.by_id(relation)
            items = [] if part is None else list(self._blocks(part))
            text = set_sheet(items)
            if any(map(str.isalpha, text)) and text not in seen:
                seen.add(text)
                self.warnings.add("furniture_once")
                yield from items


def _rows(table: Element) -> Iterator[Element]:
    yield from _inside(table, "w.tr", "w.trPr")


def _cells(row: Element) -> Iterator[Element]:
    yield from _inside(row, "w.tc", "w.tcPr")


def _inside(parent: Element, tag: str, properties: str) -> Iterator[Element]:
    """Yield the rows or cells of a table, also those that content controls are wrapped around."""
    for element in parent:
        if element.tag == tag:
            if child(child(element, properties), "w.del") is None:
                yield element
        elif element.tag in _HOLDS_BLOCKS:
            yield from _inside(element, tag, properties)
