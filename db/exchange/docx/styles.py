"""Styles of a DOCX: which of them are headings, hide their words or number their paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.exchange.xml_parts import Element, child, number, value

_HEADING = re.compile(r"(?:heading|заголовок|überschrift) ?([1-9])\Z", re.IGNORECASE)
_TITLES = frozenset({"title", "название", "titel", "titre"})
_BODY_LEVEL = 9
_DEEPEST = 6
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Say which list a paragraph belongs to, and at which level, from 0."""

    list_id: str
    level: int


class Styles:
    """The styles of a document, looked up by their id."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.iter("w.style")
        self._styles = {style.get("w.styleId") or "": style for style in found}

    def level(self, properties: Element | None) -> int:
        """Return the level of a heading, 1 to 6, or 0; for `w:pPr`."""
        for one in (properties, *self._chain(properties, "w.pStyle")):
            level = _level(one)
            if level is not None:
                return level
        return 0

    def numbered(self, properties: Element | None) -> Numbered | None:
        """Return the list of a paragraph, None where it is in none; for `w:pPr`."""
        for one in (properties, *self._chain(properties, "w.pStyle")):
            part = one if one is properties else child(one, "w.pPr")
            found = child(part, "w.numPr")
            if found is not None:
                level = number(value(found, "w.ilvl"), most=8)
                list_id = value(found, "w.numId") or "0"
                return Numbered(list_id=list_id, level=level) if list_id != "0" else None
        return None

    def hides(self, properties: Element | None) -> bool:
        """Tell whether a run is hidden; for `w:rPr`."""
        for one in (properties, *self._chain(properties, "w.rStyle")):
            part = one if one is properties else child(one, "w.rPr")
            found = child(part, "w.vanish")
            if found is not None:
                return found.get("w.val") not in {"0", "false", "off"}
        return False

    def _chain(self, properties: Element | None, kind: str) -> Iterator[Element]:
        """Yield a style and those it is based on; a chain that bites its tail ends."""
        style_id = value(properties, kind)
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "w.basedOn")


def _level(one: Element | None) -> int | None:
    if one is None:
        return None
    part = one if one.tag == "w.pPr" else child(one, "w.pPr")
    stated = value(part, "w.outlineLvl")
    if stated is not None:
        level = number(stated, _BODY_LEVEL)
        return 0 if level >= _BODY_LEVEL else min(level + 1, _DEEPEST)
    name = value(one, "w.name") or ""
    if name.casefold() in _TITLES:
        return 1
    heading = _HEADING.match(name)
    return min(int(heading.group(1)), _DEEPEST) if heading else None
