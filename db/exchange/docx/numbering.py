"""Counts the lists of a DOCX, so that each item carries the number that Word shows."""

import re
from dataclasses import dataclass

from db.exchange.docx.styles import Numbered
from db.exchange.numerals import numeral
from db.exchange.sheet import BULLET
from db.exchange.xml_parts import Element, child, children, number, value

_LEVELS = 9
_STYLES = {
    "decimal": ("decimal", False),
    "decimalZero": ("zero", False),
    "lowerLetter": ("latin", False),
    "upperLetter": ("latin", True),
    "lowerRoman": ("roman", False),
    "upperRoman": ("roman", True),
    "russianLower": ("russian", False),
    "russianUpper": ("russian", True),
    "none": ("", False),
}
_DASHES = frozenset("-–—")
_PLACE = re.compile(r"%([1-9])")
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    style: str
    text: str
    start: int
    plain: bool
    """Whether the numbers of upper levels stand in it as digits, whatever their own style."""


_PLAIN = _Level(style="decimal", text="%1.", start=1, plain=False)


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: Element | None) -> None:
        nums = () if root is None else root.iter("w.num")
        kinds = () if root is None else root.iter("w.abstractNum")
        self._nums = {num.get("w.numId") or "": num for num in nums}
        self._kinds = {kind.get("w.abstractNumId") or "": kind for kind in kinds}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, numbered: Numbered) -> str:
        """Count one item further and return its label, empty where it shows none."""
        num = self._nums.get(numbered.list_id)
        kind_id = value(num, "w.abstractNumId") or f"no {numbered.list_id}"
        level = self._level(numbered.list_id, numbered.level)
        counts = self._counts.setdefault(kind_id, [None] * _LEVELS)
        self._count(counts, numbered, level)
        if level.style == "bullet":
            return level.text if level.text in _DASHES else BULLET
        written = _PLACE.sub(lambda at: self._written(int(at[1]) - 1, counts, numbered), level.text)
        return " ".join(written.split())[:_LONGEST_LABEL]

    def _count(self, counts: list[int | None], numbered: Numbered, level: _Level) -> None:
        place = numbered.level
        key = (numbered.list_id, place)
        restart = self._override(numbered.list_id, place, "w.startOverride")
        if restart is not None and key not in self._begun:
            counts[place] = None
            level = _Level(style="", text="", start=number(restart.get("w.val"), 1), plain=False)
        self._begun.add(key)
        before = counts[place]
        counts[place] = level.start if before is None else before + 1
        counts[place + 1 :] = [None] * (_LEVELS - place - 1)

    def _written(self, place: int, counts: list[int | None], numbered: Numbered) -> str:
        level = self._level(numbered.list_id, place)
        count = counts[place]
        if count is None:  # an upper level that has no item of its own yet
            count = counts[place] = level.start
        if self._level(numbered.list_id, numbered.level).plain:
            return str(count)
        style, capital = _STYLES.get(level.style, ("decimal", False))
        written = numeral(count, style)
        return written.upper() if capital else written

    def _level(self, list_id: str, place: int) -> _Level:
        own = self._override(list_id, place, "w.lvl")
        kind = self._kinds.get(value(self._nums.get(list_id), "w.abstractNumId") or "")
        levels = [one for one in children(kind) if one.tag == "w.lvl"]
        shared = next((one for one in levels if number(one.get("w.ilvl")) == place), None)
        found = shared if own is None else own
        return _PLAIN if found is None else _read(found)

    def _override(self, list_id: str, place: int, tag: str) -> Element | None:
        for one in children(self._nums.get(list_id)):
            if one.tag == "w.lvlOverride" and number(one.get("w.ilvl")) == place:
                return child(one, tag)
        return None


def _read(level: Element) -> _Level:
    plain = child(level, "w.isLgl")
    return _Level(
        style=value(level, "w.numFmt") or "decimal",
        text=value(level, "w.lvlText") or "",
        start=number(value(level, "w.start"), 1),
        plain=plain is not None and plain.get("w.val") not in {"0", "false", "off"},
    )
