"""Finds what stands on every page: running heads and feet, and the numbers of pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.exchange.pdf.segments import Segment

_LOOKED_AT = 4
_LEAST_PAGES = 2
_SHARE = 0.4
_ZONE = 0.13
_STEP = 4.0
_DIGITS = re.compile(r"[0-9]+")
_NUMBER = re.compile(
    r"[^\w]*(?:(?:page|p\.|стр\.?|страница|лист|с\.)\s*)?(?:[0-9]{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|из)\s*[0-9]{1,4})?[^\w]*",
    re.IGNORECASE,
)

_Key = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Hold pages without their furniture, and that furniture, each piece once."""

    pages: tuple[tuple[Segment, ...], ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    is_parted: bool


def parted(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> Parted:
    """Part the furniture of pages from their text.

    A piece is furniture where it stands near the edge, at the same height and with the same words
    but for numbers, on two pages in five and on two at least.
    """
    edges = [list(_edges(page, height)) for page, height in zip(pages, heights, strict=True)]
    counts = Counter(key for edge in edges for key in {_key(segment) for segment in edge})
    least = max(_LEAST_PAGES, len(pages) * _SHARE)
    kept: list[tuple[Segment, ...]] = []
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    is_parted = False
    for page, edge, height in zip(pages, edges, heights, strict=True):
        near = set(map(id, edge))
        rest: list[Segment] = []
        for segment in page:
            if id(segment) not in near or not _is_furniture(segment, counts, least):
                rest.append(segment)
                continue
            is_parted = True
            if any(map(str.isalpha, segment.text)) and not _NUMBER.fullmatch(segment.text):
                side = heads if segment.bottom > height / 2 else feet
                if not any(_plain(text) == _plain(segment.text) for text in side):
                    side[segment.text] = None
        kept.append(tuple(rest))
    return Parted(pages=tuple(kept), heads=tuple(heads), feet=tuple(feet), is_parted=is_parted)


def _is_furniture(segment: Segment, counts: Counter[_Key], least: float) -> bool:
    return counts[_key(segment)] >= least or _NUMBER.fullmatch(segment.text) is not None


def _edges(page: Sequence[Segment], height: float) -> Iterator[Segment]:
    """Yield what stands highest and lowest, as far as that is near the edge."""
    by_height = sorted(page, key=lambda segment: segment.bottom)
    low = [one for one in by_height[:_LOOKED_AT] if one.top < height * _ZONE]
    high = [one for one in by_height[::-1][:_LOOKED_AT] if one.bottom > height * (1 - _ZONE)]
    yield from low
    yield from high


def _key(segment: Segment) -> _Key:
    return _plain(segment.text), round(segment.bottom / _STEP)


def _plain(text: str) -> str:
    return _DIGITS.sub("#", text)
