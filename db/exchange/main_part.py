"""Finds the part of a page that is the release, with readability, and sets it whole.

Readability says where the text stands; the words are taken from the page itself, because its own
output drops lists, tables and headings it takes for decoration, and those hold the participants.
"""

import copy
import logging
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any, cast

from readability import Document
from readability.readability import Unparseable

from db.exchange.blocks import Block, Setting, join
from db.exchange.markup import Node

READABILITY_VERSION = version("readability-lxml")
_MARK = "data-chancery-element"
_READ_BY_READABILITY = frozenset({"class", "id", "itemprop", "hidden", "style", "type"})
_LONGEST_ATTRIBUTE = 300
_MOST_ELEMENTS = 8000
_DEEPEST = 100
_LONGEST_TEXT = 1_000_000
_LEAST = 200
_SHORT_PAGE = 4000
_LONGEST_PREFACE = 400

logging.getLogger("readability").setLevel(logging.CRITICAL)  # its failures are answered here


def main_text(root: Node, setting: Setting) -> str | None:
    """Set the main part of a page, with its headline, or None where the body should be read.

    That is where readability takes the body itself, finds under 200 characters or under a quarter
    of a page of under 4000, or would keep the user waiting, so large or nested is the page.
    """
    if not _is_readable(setting):
        return None
    kept = _kept_elements(root)
    if any(number in kept for number, node in enumerate(root.iter()) if node.tag == "body"):
        return None
    chosen = _chosen(setting, kept)
    text, body = join(chosen), body_text(setting)
    if len(text) < min(_LEAST, len(body)) or (
        len(body) < _SHORT_PAGE and len(text) < len(body) / 4
    ):
        return None
    return text


def body_text(setting: Setting) -> str:
    """Set a page without what surrounds its text, or with it where nothing else is there."""
    return join(block for block in setting.blocks if block.around is None) or join(setting.blocks)


def _is_readable(setting: Setting) -> bool:
    """Tell whether readability, whose time grows with the square of a page, will be quick."""
    return (
        len(setting.ends) <= _MOST_ELEMENTS
        and sum(len(block.text) for block in setting.blocks) <= _LONGEST_TEXT
        and setting.depth <= _DEEPEST
    )


def _kept_elements(root: Node) -> list[int]:
    """Return the numbers of the elements that readability keeps, in order."""
    document = cast("Any", Document(_numbered_copy(root)))  # it ships no types
    try:
        document.summary(html_partial=True)
    except Unparseable:
        return []
    marks = (element.get(_MARK) for element in document.html.iter())
    return sorted(int(mark) for mark in marks if mark)


def _numbered_copy(root: Node) -> Node:
    """Copy a page with numbered elements and without the attributes nobody needs to look at."""
    numbered = copy.deepcopy(root)
    for number, element in enumerate(numbered.iter()):
        attributes = element.attrib
        for name, value in attributes.items() if attributes else ():
            if name not in _READ_BY_READABILITY or len(value) > _LONGEST_ATTRIBUTE:
                del attributes[name]
        element.set(_MARK, str(number))
    return numbered


def _chosen(setting: Setting, kept: Sequence[int]) -> list[Block]:
    parts = list(_parts(setting.ends, kept))
    starts = [start for start, _ in parts]
    inside = [
        index
        for index, block in enumerate(setting.blocks)
        if _is_within(block.element, starts, parts) and _is_text(block, setting.ends, kept)
    ]
    if not inside:
        return []
    blocks = [setting.blocks[index] for index in inside]
    if any(block.level == 1 for block in blocks):
        return blocks
    return [*_preface(setting.blocks[: inside[0]]), *blocks]


def _parts(ends: Sequence[int], kept: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the outermost of the kept elements, each as its first number and one past its last."""
    last = 0
    for number in kept:
        if number >= last:
            last = ends[number]
            yield number, last


def _is_within(element: int, starts: Sequence[int], parts: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(starts, element) - 1
    return index >= 0 and element < parts[index][1]


def _is_text(block: Block, ends: Sequence[int], kept: Sequence[int]) -> bool:
    """Leave out what looks like surroundings, if readability agrees or it is mostly links."""
    if block.around is None:
        return True
    if block.linked * 2 > len(block.text):
        return False
    return bisect_left(kept, block.around) < bisect_left(kept, ends[block.around])


def _preface(before: Sequence[Block]) -> list[Block]:
    """Return the headline above the main part, with what little stands between, such as a date."""
    heads = [i for i, block in enumerate(before) if block.level == 1 and block.around is None]
    if not heads:
        return []
    between = [
        block
        for block in before[heads[-1] + 1 :]
        if block.around is None and block.linked * 2 <= len(block.text)
    ]
    if sum(len(block.text) for block in between) > _LONGEST_PREFACE:
        between = []
    return [before[heads[-1]], *between]
