"""When and where the act was: from the words at the title, the sentence, the meeting."""

import re
from collections.abc import Callable, Sequence

from db.terms import StageKind, Standing
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene, Span
from desktop.reading.findings import Findings, FoundCity, FoundDate, FoundMeeting

_LINKED = 60


def attached_date(mention: Mention, grammar: Grammar) -> FoundDate | None:
    """Return the date joined to the title: "dated …", "of 14 May 2003", "signed on …"."""
    scene = mention.scene
    inside = [d for d in scene.dates if mention.noun_end <= d.start < mention.end]
    spans = [d for d in inside if any(s <= d.start < e + 1 for s, e in mention.title_dates)]
    if spans and "/" not in spans[0].edtf:
        return spans[0]
    end = max(mention.end, mention.stage_end if mention.stage_end > mention.end else -1)
    close = scene.date_at(mention.end, 12)
    if close and _OF_TITLE.fullmatch(scene.text, mention.end, close.start) and _is_day(close):
        return (
            None if _of_another(mention, scene.text[mention.end : close.start], grammar) else close
        )
    for date in scene.dates:
        gap = scene.text[end : date.start]
        if _of_another(mention, gap, grammar) or (
            mention.stage == StageKind.SIGNED and _TO_COME.search(gap)
        ):
            break
        if (
            end <= date.start < min(end + _LINKED, mention.limit)
            and not _crosses(gap)
            and "/" not in date.edtf
        ):
            return date
    return None


def _of_another(mention: Mention, gap: str, grammar: Grammar) -> bool:
    """Tell whether a date is that of an instrument named within the title."""
    nested = grammar.spots.search(mention.scene.text, mention.noun_end, mention.run_end)
    return bool(nested) and bool(re.fullmatch(r"\W*(?:of|dated|от)?\W*", gap, re.IGNORECASE))


def _crosses(gap: str) -> bool:
    return bool(_NOT_OF_ACT.search(gap)) or gap.count(",") > 2


_NOT_OF_ACT = re.compile(
    r"[;:]|\b(?:since|until|till|after|before|by|до|после|с|expir\w+|lapsed?|истек\w*|ист[её]к\w*)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:expir\w+|lapsed?|valid|until|till|исте(?:к|ч)\w*|до|действ\w+)"
    r"(?: (?:on|in|until|till|by|в|до))?(?: the)? $",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:намечен\w*|запланирован\w*|назначен\w*|ожидается|состоится|начн\w+|scheduled|slated|due|"
    r"expected|planned|will (?:be|start|begin|take))\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_OF_TITLE = re.compile(r"\s*\b(?:от|dated|of)\s+$", re.IGNORECASE)


def _is_day(date: FoundDate) -> bool:
    return len(date.edtf) > 4 and "/" not in date.edtf


def scene_date(
    scene: Scene, anchor: int, taken: Callable[[FoundDate], bool], *, planned: bool = True
) -> FoundDate | None:
    """Return the date of a sentence nearest to the act, publication dates aside.

    Where nothing is `planned`, a date that something else is due on is none.
    """
    dates = [
        d
        for d in scene.dates
        if not d.published
        and _is_day(d)
        and not taken(d)
        and not _OF_TITLE.search(scene.text, scene.start, d.start)
        and not is_ending(scene, d)
        and (planned or not _TO_COME.search(scene.text, max(scene.start, d.start - 50), d.start))
    ]
    return min(dates, key=lambda d: abs(d.start - anchor), default=None)


def is_ending(scene: Scene, date: FoundDate) -> bool:
    """Tell whether a date is the one until which something runs: "expired on …"."""
    return bool(_ENDING.search(scene.text, max(scene.start, date.start - 30), date.start))


def scene_city(scene: Scene, anchor: int, titles: Sequence[Span]) -> FoundCity | None:
    """Return the city of a sentence nearest to the act, no part of a body's name."""
    cities = [
        c
        for c in scene.cities
        if not any(b.start <= c.start < b.end for b in scene.bodies)
        and not any(start <= c.start < end for start, end in titles)
    ]
    return min(cities, key=lambda c: abs(c.start - anchor), default=None)


def occasion(scene: Scene, found: Findings, grammar: Grammar) -> FoundMeeting | None:
    """Return the meeting a sentence means by "during the meeting".

    It is one that the sentence itself names, else the last named before of those with a day.
    """
    if not grammar.occasion.search(scene.text, scene.start, scene.end):
        return None
    held = [m for m in found.meetings if m.start < scene.end and m.standing == Standing.HELD]
    here = [
        m
        for m in held
        if any(
            scene.start <= start and end <= scene.end
            for start, end in ((m.start, m.end), *m.mentions)
        )
    ]
    dated = [m for m in held if m.date and _is_day(m.date)]
    return max(here or dated, key=lambda m: m.start, default=None)
