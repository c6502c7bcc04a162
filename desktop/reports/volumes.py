"""A long report in volumes: each a report of its own with cover and contents, none too long.

Sections, groups and entries keep their order and their numbers, and each entry stands in one volume
only. What leads to an entry or source of another volume leads nowhere: it is printed all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.reports.extent import LINES_A_PAGE, PAGES_A_VOLUME, lines_of
from desktop.reports.pages import Report, Section, anchors_of, list_what_fits
from desktop.reports.wording import Wording

_PARTS = {"years": "events", "groups": "entries"}
"""Of the kinds whose items hold further items: what those are called."""


@dataclass(slots=True)
class _Volume:
    sections: list[Section] = field(default_factory=list[Section])


@dataclass(frozen=True, slots=True)
class _Piece:
    """One entry, event or row, with the section and the group it stands in."""

    section: Section
    place: int
    """Of the group or year in its section, from 0."""
    item: Any
    lines: float


def in_volumes(whole: Report, wording: Wording, most: int | None = None) -> list[Report]:
    """Return a report as volumes of about the same length, none over ``most`` pages by reckoning.

    A report that is no longer is the only volume, and is not called one.
    """
    most = most or PAGES_A_VOLUME
    pieces = [piece for section in whole["sections"] for piece in _pieces(section)]
    lines = sum(piece.lines for piece in pieces)
    count = max(1, -(-int(lines) // (most * LINES_A_PAGE)))
    if count == 1:
        return [whole]
    volumes = list(_filled(pieces, lines / count))
    return [
        _bound(whole, wording, volume, number, len(volumes))
        for number, volume in enumerate(volumes, start=1)
    ]


def _pieces(section: Section) -> Iterator[_Piece]:
    inner = _PARTS.get(section["kind"])
    for place, item in enumerate(section["items"]):
        for each in item[inner] if inner else (item,):
            yield _Piece(section, place, each, lines_of(section["kind"], each))


def _filled(pieces: Iterable[_Piece], share: float) -> Iterator[_Volume]:
    """Yield volumes of the pieces, each of which goes where its middle falls."""
    volume, number, before = _Volume(), 0, 0.0
    for piece in pieces:
        at = int((before + piece.lines / 2) / share)
        if at > number and volume.sections:
            yield volume
            volume = _Volume()
        number, before = at, before + piece.lines
        _add(volume, piece)
    yield volume


def _add(volume: _Volume, piece: _Piece) -> None:
    whole = piece.section
    if not volume.sections or volume.sections[-1]["number"] != whole["number"]:
        volume.sections.append({**whole, "items": [], "passed": piece.place})
    section = volume.sections[-1]
    inner = _PARTS.get(whole["kind"])
    if inner is None:
        section["items"].append(piece.item)
        return
    if section["passed"] + len(section["items"]) <= piece.place:
        section["items"].append({**whole["items"][piece.place], inner: []})
    section["items"][-1][inner].append(piece.item)


def _bound(whole: Report, wording: Wording, volume: _Volume, number: int, count: int) -> Report:
    name = wording.word("cover", "volume", number=str(number), count=str(count))
    holds = " · ".join(f"{each['number']}\u00a0{each['heading']}" for each in volume.sections)
    list_what_fits(volume.sections)
    return {
        **whole,
        "title": f"{whole['title']}. {name}",
        "volume": name,
        "holds": [holds, wording.word("cover", "elsewhere")],
        "sections": volume.sections,
        "anchors": anchors_of(volume.sections),
    }
