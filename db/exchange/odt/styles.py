"""Styles of an ODT: titles, hidden words, and the lists with the numbers of their items."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.exchange.numerals import numeral
from db.exchange.sheet import BULLET
from db.exchange.xml_parts import Element, child, children, number

_TITLES = frozenset({"Title"})
_HIDDEN = "text.display"
_LONGEST_CHAIN = 20
_LEVELS = 10
_LONGEST_LABEL = 40
_FORMATS = {
    "1": ("decimal", False),
    "a": ("latin", False),
    "A": ("latin", True),
    "i": ("roman", False),
    "I": ("roman", True),
    "": ("", False),
}
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """Hold a level of a list; `bullet` is empty where its items are numbered."""

    bullet: str = ""
    style: str = "decimal"
    is_capital: bool = False
    prefix: str = ""
    suffix: str = "."
    shown: int = 1
    start: int = 1


class Styles:
    """The styles of a document and of its template, looked up by name."""

    def __init__(self, *roots: Element | None) -> None:
        elements = [one for root in roots if root is not None for one in root.iter()]
        self._styles = _named(one for one in elements if one.tag == "style.style")
        self._lists = _named(one for one in elements if one.tag == "text.list-style")

    def is_title(self, name: str | None) -> bool:
        """Tell whether a paragraph of this style is the title of the document."""
        return any(one.get("style.name") in _TITLES for one in self._chain(name))

    def hides(self, name: str | None) -> bool:
        """Tell whether words of this style are hidden."""
        for style in self._chain(name):
            found = child(style, "style.text-properties")
            if found is not None and found.get(_HIDDEN) is not None:
                return found.get(_HIDDEN) == "none"
        return False

    def label(self, name: str | None, counts: list[int]) -> str:
        """Return the label of an item; `counts` are the numbers of its level and those above."""
        levels = [self._level(name, place) for place in range(len(counts))]
        level = levels[-1]
        if level.bullet:
            return level.bullet if level.bullet in _DASHES else BULLET
        first = max(0, len(counts) - level.shown)
        pairs = list(zip(levels, counts, strict=True))[first:]
        written = ".".join(filter(None, (_written(one, count) for one, count in pairs)))
        return f"{level.prefix}{written}{level.suffix}".strip()[:_LONGEST_LABEL] if written else ""

    def start(self, name: str | None, place: int) -> int:
        """Return the number of the first item of a level."""
        return self._level(name, place).start

    def _level(self, name: str | None, place: int) -> _Level:
        for level in children(self._lists.get(name or "")):
            if number(level.get("text.level"), 1) == min(place, _LEVELS - 1) + 1:
                return _read(level)
        return _Level(bullet=BULLET)

    def _chain(self, name: str | None) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.get("style.parent-style-name")


def _named(styles: Iterable[Element]) -> dict[str, Element]:
    return {style.get("style.name") or "": style for style in styles}


def _read(level: Element) -> _Level:
    if level.tag != "text.list-level-style-number":
        return _Level(bullet=level.get("text.bullet-char") or BULLET)
    style, is_capital = _FORMATS.get(level.get("style.num-format") or "", ("decimal", False))
    return _Level(
        style=style,
        is_capital=is_capital,
        prefix=level.get("style.num-prefix") or "",
        suffix=level.get("style.num-suffix") or "",
        shown=number(level.get("text.display-levels"), 1),
        start=number(level.get("text.start-value"), 1),
    )


def _written(level: _Level, count: int) -> str:
    written = numeral(count, level.style)
    return written.upper() if level.is_capital else written
