"""Tells the tables that hold data from those that only lay out a page."""

from dataclasses import dataclass

from db.exchange.markup import Node, walk

_BREAKS_A_ROW = frozenset({
    "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "article",
    "section",
})  # fmt: skip
_PARAGRAPHS = frozenset({"p", "div"})
_MOST_PARAGRAPHS = 2
_MOST_LINES = 4


@dataclass(slots=True, kw_only=True)
class _Table:
    element: int
    is_layout: bool = False
    paragraphs: int = 0
    lines: int = 0


def layout_tables(root: Node) -> set[int]:
    """Return the numbers, in the order of the page, of the tables whose cells hold whole texts.

    A cell of data holds a line or two; one with headings, lists, other tables or many paragraphs
    is a part of a page, and setting it as one line would run its paragraphs together.
    """
    found: set[int] = set()
    if next(root.iter("table"), None) is None:
        return found
    open_tables: list[_Table] = []
    element = -1
    for step, node in walk(root):
        if step == "start":
            element += 1
            _count(node.tag, open_tables)
            if node.tag == "table":
                open_tables.append(_Table(element=element))
        elif node.tag == "table":
            table = open_tables.pop()
            if table.is_layout:
                found.add(table.element)
    return found


def _count(tag: str, open_tables: list[_Table]) -> None:
    if not open_tables:
        return
    table = open_tables[-1]
    if tag in {"td", "th"}:
        table.paragraphs = table.lines = 0
    table.paragraphs += tag in _PARAGRAPHS
    table.lines += tag == "br"
    table.is_layout = (
        table.is_layout
        or tag in _BREAKS_A_ROW
        or table.paragraphs > _MOST_PARAGRAPHS
        or table.lines > _MOST_LINES
    )
