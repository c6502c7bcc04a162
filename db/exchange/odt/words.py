"""The words of a paragraph of an ODT, as shown: white space as ODF has it, no remarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from db.exchange.odt.styles import Styles
from db.exchange.xml_parts import Element, number

_SPACES = re.compile(r"[ \t\n\r]+")
_UNSEEN = frozenset({
    "office.annotation", "text.tracked-changes", "text.hidden-text", "text.ruby-text",
    "text.toc-mark", "text.alphabetical-index-mark", "text.note-citation", "office.forms",
    "text.change", "text.change-start", "text.change-end", "text.variable-decls",
})  # fmt: skip
_DRAWN = frozenset({"draw.image", "draw.object", "draw.object-ole", "draw.plugin", "draw.applet"})
_BOXES = frozenset({"draw.text-box", "draw.custom-shape", "draw.rect", "draw.ellipse"})
_MOST_SPACES = 1000


@dataclass(slots=True, kw_only=True)
class Words:
    """Gathers words; `notes` and `boxes` are those met on the way, in order."""

    styles: Styles
    warnings: set[str] = field(default_factory=set[str])
    notes: list[Element] = field(default_factory=list[Element])
    boxes: list[Element] = field(default_factory=list[Element])

    def of(self, paragraph: Element) -> str:
        """Return the words of a paragraph: white space collapses, but what `text:s` stands for."""
        words = "".join(self._inside(paragraph))
        collapsed = _SPACES.sub(" ", words)
        return collapsed.translate({0xE000: " ", 0xE001: "\t", 0xE002: "\n"})

    def taken_boxes(self) -> list[Element]:
        """Hand out the text boxes met, once."""
        boxes, self.boxes = self.boxes, []
        return boxes

    def _inside(self, parent: Element) -> Iterator[str]:
        yield _marked(parent.text)
        for element in parent:
            yield from self._element(element)
            yield _marked(element.tail)

    def _element(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag == "text.s":
            yield _KEPT_SPACE * number(element.get("text.c"), 1, most=_MOST_SPACES)
        elif tag == "text.tab":
            yield _KEPT_TAB
        elif tag == "text.line-break":
            yield _KEPT_LINE
        elif tag == "text.note":
            self.notes.append(element)
            yield f"[{len(self.notes)}]"
        elif tag in _BOXES:
            self.boxes.append(element)
        elif tag in _DRAWN:
            self.warnings.add("pictures_left_out")
        elif tag not in _UNSEEN and not self.styles.hides(element.get("text.style-name")):
            yield from self._inside(element)


_KEPT_SPACE, _KEPT_TAB, _KEPT_LINE = "\ue000", "\ue001", "\ue002"
"""Stand for white space that is kept while the other collapses; private, so of no text's own."""
_PRIVATE = re.compile("[\ue000-\ue002]")


def _marked(text: str | None) -> str:
    return _PRIVATE.sub("\ufffd", text) if text else ""
