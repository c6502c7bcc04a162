"""Sets a page as plain text, block by block, faithfully: words, order and white space as shown.

Paragraphs and headings are set off by an empty line, list items begin with "• " or their number,
the cells of a table row are set apart by tabs. Only the white space that a browser collapses is
collapsed; no-break spaces and all other characters stay.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from db.exchange.markup import Node, walk
from db.exchange.tables import layout_tables
from db.exchange.visibility import is_around, is_unseen

_SPACES = re.compile(r"[ \t\n\r\f]+")
_EDGE = " \t\n\r\f"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WIDE = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "hr",
    "figure",
})  # fmt: skip
_NARROW = frozenset({
    "html", "body", "div", "li", "dt", "dd", "tr", "section", "article", "main", "header",
    "footer", "nav", "aside", "address", "form", "fieldset", "figcaption", "caption", "center",
    "details", "summary", "menu", "legend", "thead", "tbody", "tfoot",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol"})
_BREAKING = _WIDE | _NARROW | _CELLS
_KEPT_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hold one block of text of a page.

    `gap` is how many line ends stand before it, `element` the number of its element in the order of
    the page, `linked` how many of its characters lie in links, `level` that of a heading or 0,
    `around` the number of the outermost element holding it that looks like no part of the text.
    """

    text: str
    gap: int
    element: int
    linked: int = 0
    level: int = 0
    around: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Hold a page set as blocks; `ends[n]` is one past the last element inside element n.

    `depth` is how many levels of elements it has.
    """

    blocks: tuple[Block, ...]
    ends: tuple[int, ...]
    depth: int


def set_page(root: Node) -> Setting:
    """Set all that a page shows, in its order, in time linear in its size."""
    setter = _Setter(layout_tables=layout_tables(root))
    unseen = depth = 0
    for step, node in walk(root):
        if step == "start":
            setter.number(node)
            depth = max(depth, len(setter.path))
            unseen += 1 if unseen or is_unseen(node) else 0
            if not unseen:
                setter.open(node)
        else:
            if not unseen:
                setter.close(node)
            unseen -= 1 if unseen else 0
            setter.leave()
            if not unseen and node.tail:
                setter.write(node.tail)
    setter.flush()
    return Setting(blocks=tuple(setter.blocks), ends=tuple(setter.ends), depth=depth)


def join(blocks: Iterable[Block]) -> str:
    """Join blocks to one text."""
    text = "".join("\n" * block.gap + block.text for block in blocks)
    return text.strip("\n")


@dataclass(slots=True, kw_only=True)
class _Setter:
    """Gather characters into blocks while a page is walked over."""

    layout_tables: set[int]
    blocks: list[Block] = field(default_factory=list[Block])
    ends: list[int] = field(default_factory=list[int])
    path: list[int] = field(default_factory=list[int])
    arounds: list[int] = field(default_factory=list[int])
    tables: list[bool] = field(default_factory=list[bool])
    lists: list[int | None] = field(default_factory=list["int | None"])
    line: list[str] = field(default_factory=list[str])
    row: list[str] | None = None
    marker: str = ""
    gap: int = 0
    linked: int = 0
    element: int = 0
    level: int = 0
    in_link: int = 0
    in_kept: int = 0
    around: int | None = None
    has_words: bool = False
    has_kept: bool = False

    def number(self, node: Node) -> None:
        """Give an element its number and note whether it stands around the text."""
        self.path.append(len(self.ends))
        self.ends.append(0)
        if is_around(node):
            self.arounds.append(self.path[-1])

    def leave(self) -> None:
        """Note where an element ends."""
        number = self.path.pop()
        self.ends[number] = len(self.ends)
        if self.arounds and self.arounds[-1] == number:
            self.arounds.pop()

    def open(self, node: Node) -> None:
        """Begin an element that is shown."""
        tag = node.tag
        if tag in _LISTS:
            self.lists.append(_first_number(node) if tag == "ol" else None)
        self._break(tag)
        if tag == "table":
            self.tables.append(self.path[-1] not in self.layout_tables)
        elif tag == "tr" and self._in_data_table():
            self.row = []
        elif tag == "li":
            self.marker = self._next_marker()
        elif tag == "br":
            self._new_line()
        elif tag == "img":
            self.write(_sign_of(node))
        self.level = _HEADINGS.get(tag, self.level)
        self.in_link += tag == "a"
        self.in_kept += _keeps_lines(node)
        if node.text:
            self.write(node.text)

    def close(self, node: Node) -> None:
        """End an element that is shown."""
        tag = node.tag
        if tag in _CELLS and self.row is not None:
            self.row.append(self._collapsed())
        elif tag == "tr" and self.row is not None:
            cells, self.row = self.row, None
            self._emit("\t".join(cells).rstrip("\t") if any(cells) else "")
        self._break(tag)
        if tag == "table" and self.tables:
            self.tables.pop()
        elif tag in _LISTS and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = ""
        elif tag in _HEADINGS:
            self.level = 0
        self.in_link -= tag == "a"
        self.in_kept -= _keeps_lines(node)

    def write(self, text: str) -> None:
        """Take in characters, with white space as a browser shows it."""
        self.has_kept = self.has_kept or self.in_kept > 0
        self.line.append(text if self.in_kept else _SPACES.sub(" ", text))
        if not self.has_words and text.strip(_EDGE):
            self.has_words = True
            self.element = self.path[-1] if self.path else 0
            self.around = self.arounds[0] if self.arounds else None
        if self.in_link:
            self.linked += len(text.strip())

    def flush(self) -> None:
        """End the block in hand."""
        kept = self.has_kept
        if not (self.has_words or kept):  # as at most tags of a page
            self.line.clear()
            self.linked = 0
            return
        self._emit("".join(self._line()).strip("\n") if kept else self._collapsed())

    def _collapsed(self) -> str:
        return _SPACES.sub(" ", "".join(self._line())).strip(_EDGE)

    def _line(self) -> list[str]:
        line, self.line = self.line, []
        self.has_words = self.has_kept = False
        return line

    def _emit(self, text: str) -> None:
        if text.strip():
            self.blocks.append(
                Block(
                    text=self.marker + text,
                    gap=max(self.gap, 1),
                    element=self.element,
                    linked=self.linked,
                    level=self.level,
                    around=self.around,
                )
            )
            self.marker, self.gap = "", 0
        self.linked = 0

    def _break(self, tag: str) -> None:
        if tag not in _BREAKING:
            return
        width = 2 if tag in _WIDE and not (tag in _LISTS and len(self.lists) > 1) else 1
        if self.row is not None:
            self.line.append(" ")
            return
        self.flush()
        self.gap = max(self.gap, width)

    def _new_line(self) -> None:
        if self.row is not None or self.in_kept:
            self.line.append("\n" if self.in_kept else " ")
            return
        had_words = self.has_words
        self.flush()
        self.gap = 1 if had_words else min(2, self.gap + 1)

    def _in_data_table(self) -> bool:
        return bool(self.tables) and self.tables[-1]

    def _next_marker(self) -> str:
        indent = "  " * max(0, len(self.lists) - 1)
        number = self.lists[-1] if self.lists else None
        if number is None:
            return f"{indent}• "
        self.lists[-1] = number + 1
        return f"{indent}{number}. "


def _first_number(node: Node) -> int:
    start = node.get("start") or ""
    return int(start) if re.fullmatch(r"-?[0-9]{1,6}", start) else 1


def _keeps_lines(node: Node) -> bool:
    style = node.get("style")
    return node.tag == "pre" or (style is not None and _KEPT_LINES.search(style) is not None)


def _sign_of(node: Node) -> str:
    """Read a sign that is shown as a picture, such as the flag of a headline."""
    sign = node.get("alt") or ""
    return sign if len(sign) <= 16 and not any(c.isalnum() or c.isspace() for c in sign) else ""
