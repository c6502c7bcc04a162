"""The words of a paragraph of a DOCX: what is shown, no deleted, hidden or computed-from text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from db.exchange.docx.styles import Styles
from db.exchange.sheet import BULLET
from db.exchange.xml_parts import Element, child

_GOES_ON = frozenset({
    "w.hyperlink", "w.smartTag", "w.customXml", "w.sdt", "w.sdtContent", "w.fldSimple", "w.dir",
    "w.bdo", "w.ruby", "w.rubyBase", "m.oMath", "m.oMathPara",
})  # fmt: skip
_ADDED = frozenset({"w.ins", "w.moveTo"})
_TAKEN_AWAY = frozenset({"w.del", "w.moveFrom"})
_SIGNS = {
    "w.tab": "\t",
    "w.ptab": "\t",
    "w.br": "\n",
    "w.cr": "\n",
    "w.noBreakHyphen": "\u2011",
    "w.softHyphen": "\u00ad",
}
_DRAWN = frozenset({"w.drawing", "w.pict", "w.object"})
_SYMBOL_BULLETS = frozenset({0xF0B7, 0xF0A7, 0xF0D8, 0xF06F, 0xF076})


@dataclass(slots=True, kw_only=True)
class Words:
    """Gathers words run by run; the fields that are open reach over paragraphs.

    `notes` are the ids of the notes referred to, in order; `boxes` the text boxes met since they
    were last taken.
    """

    styles: Styles
    warnings: set[str] = field(default_factory=set[str])
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    boxes: list[Element] = field(default_factory=list[Element])
    fields: list[bool] = field(default_factory=list[bool])

    def of(self, paragraph: Element) -> str:
        """Return the words of a paragraph."""
        return "".join(self._inline(paragraph))

    def taken_boxes(self) -> list[Element]:
        """Hand out the text boxes met, once."""
        boxes, self.boxes = self.boxes, []
        return boxes

    def _inline(self, parent: Element) -> Iterator[str]:
        for element in parent:
            tag = element.tag
            if tag in {"w.r", "m.r"}:
                yield from self._run(element)
            elif tag in _TAKEN_AWAY:
                self.warnings.add("changes_tracked")
            elif tag in _ADDED:
                self.warnings.add("changes_tracked")
                yield from self._inline(element)
            elif tag in _GOES_ON or tag.startswith("m."):
                yield from self._inline(element)
            elif tag == "mc.AlternateContent":
                yield from self._inline(chosen(element))

    def _run(self, run: Element) -> Iterator[str]:
        if self.styles.hides(child(run, "w.rPr")):
            return
        for element in run:
            if element.tag == "w.fldChar":
                self._turn(element.get("w.fldCharType"))
            elif all(self.fields):
                yield self._piece(element)

    def _turn(self, kind: str | None) -> None:
        """Follow a field: from its beginning to its separator stands what it is computed from."""
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _piece(self, element: Element) -> str:
        tag = element.tag
        if tag in {"w.t", "m.t"}:
            return (element.text or "").replace("\n", " ").replace("\t", " ")
        if tag in _SIGNS:
            return "" if element.get("w.type") == "page" else _SIGNS[tag]
        if tag in {"w.footnoteReference", "w.endnoteReference"}:
            self.notes.append((tag.removesuffix("Reference"), element.get("w.id") or ""))
            return f"[{len(self.notes)}]"
        if tag == "w.sym":
            return self._symbol(element.get("w.char") or "")
        if tag == "mc.AlternateContent":
            return "".join(map(self._piece, chosen(element)))
        if tag in _DRAWN:
            self._look_into(element)
        return "".join(self._inline(element)) if tag == "w.ruby" else ""

    def _symbol(self, code: str) -> str:
        try:
            sign = int(code, 16)
        except ValueError:
            sign = 0
        if sign in _SYMBOL_BULLETS:
            return BULLET
        if 0x20 <= sign < 0xD800:
            return chr(sign)
        self.warnings.add("characters_replaced")
        return "\ufffd"

    def _look_into(self, drawn: Element) -> None:
        boxes = list(_outermost_boxes(drawn))
        self.boxes.extend(boxes)
        if not boxes:
            self.warnings.add("pictures_left_out")


def chosen(alternatives: Element) -> Element:
    """Return one of two forms of the same content: the new one, or the one for old programs."""
    choice = child(alternatives, "mc.Choice")
    if choice is not None and len(list(choice)) > 0:
        return choice
    fallback = child(alternatives, "mc.Fallback")
    return alternatives if fallback is None else fallback


def _outermost_boxes(drawn: Element) -> Iterator[Element]:
    """Yield text boxes, not those inside of others: these come when their own is read."""
    for element in drawn:
        if element.tag == "w.txbxContent":
            yield element
        elif element.tag == "mc.AlternateContent":
            yield from _outermost_boxes(chosen(element))
        else:
            yield from _outermost_boxes(element)
