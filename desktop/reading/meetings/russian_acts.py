"""Finds what Russian sentences tell of visits and of the exchange of ratification instruments."""

import re
from collections.abc import Iterator

from db.terms import LinkKind, MeetingKind, Standing
from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Line
from desktop.reading.meetings.mention import Mention, as_sides
from desktop.reading.meetings.russian_phrases import phrase_end
from desktop.reading.meetings.standing import standing_of

_LEAD = 6
"""In how many sentences from the beginning a visit is what a release is about."""
_EXCHANGE = re.compile(
    r"\b(?:обмен\w*\s+(?:ратификационными\s+)?грамотами(?:\s+о\s+ратификации)?|"
    r"обменял\w+\s+(?:ратификационными\s+)?грамотами(?:\s+о\s+ратификации)?)",
    re.IGNORECASE,
)
_FORM = r"(?P<form>(?:(?:официальн|рабоч|государственн|дружеск|ознакомительн|ответн)\w+\s+)?)визит"
_ON_VISIT = re.compile(
    rf"\b(?:с\s+{_FORM}ом|в\s+рамках\s+(?P<form2>(?:официальн|рабоч|государственн)\w+\s+)визита)\s+"
    r"(?P<where>(?:в|на)\s+[\ue002\ue003]+\s+)?"
    r"(?:(?:находи\w+|прибыл\w*|побывал\w*|пребыва\w+)\s+)?(?:(?:в|на)\s+[\ue002\ue003]+\s+)?(?=делегаци)",
    re.IGNORECASE,
)
_CAME = re.compile(
    rf"\s+(?:находи\w+|прибыл\w*|побывал\w*|посетил\w*|посещает)\s+(?P<there>(?:в\s+|на\s+)?[\ue002\ue003]+\s+)?"
    rf"с\s+{_FORM}ом(?P<where>\s+(?:в|на)\s+[\ue002\ue003]+)?",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:ого|его|ым|им)\Z")
_DELEGATION = re.compile(r"\b[Дд]елегация\s+")


def acts(line: Line) -> Iterator[Mention]:
    """Yield the visits of delegations told at the beginning, and exchanges of instruments."""
    yield from _exchanges(line)
    if line.index < _LEAD:
        yield from _visits(line)


def _exchanges(line: Line) -> Iterator[Mention]:
    for found in _EXCHANGE.finditer(line.text):
        yield Mention(
            line=line.index, start=line.start + found.start(), end=line.start + found.end(),
            head="обмен", title="обмен ратификационными грамотами", kind=MeetingKind.CEREMONY,
            rule="an exchange of instruments", heading=line.heading,
            standing=standing_of(line, found.start(), found.end()),
        )  # fmt: skip


def _visits(line: Line) -> Iterator[Mention]:
    for found in _ON_VISIT.finditer(line.marked):
        end = phrase_end(line, found.end(), partners=False)
        form = found["form"] or found["form2"] or ""
        where = line.words(*found.span("where")) if found["where"] else ""
        yield _visit(line, (found.start(), end), form, line.words(found.end(), end), where)
    for found in _DELEGATION.finditer(line.text):
        end = phrase_end(line, found.end(), partners=False)
        came = _CAME.match(line.marked, end)
        if came:
            where = line.words(*came.span("there" if came["there"] else "where"))
            where = where if where.startswith(("в ", "на ")) or not where else f"в {where}"
            whose = line.words(found.start(), end)
            yield _visit(line, (found.start(), came.end()), came["form"], whose, where)


def _visit(line: Line, span: tuple[int, int], form: str, whose: str, where: str) -> Mention:
    stem = _ENDING.sub("", form.strip())
    kind = f"{stem}{'ий' if stem.endswith(('ч', 'к')) else 'ый'} " if stem else ""
    of = re.sub(r"\A[Дд]елегация", "делегации", whose)
    chunks = line.between(*span, PERSON + BODY + COUNTRY)
    return Mention(
        line=line.index, start=line.start + span[0], end=line.start + span[1], head="визит",
        title=" ".join(f"{kind}визит {where} {of}".split()), kind=MeetingKind.VISIT,
        rule="a delegation on a visit", heading=line.heading, standing=Standing.HELD,
        sides=as_sides(tuple(c.found for c in chunks if c.mark != COUNTRY), LinkKind.ATTENDEE),
        countries=line.countries_in(*span),
    )  # fmt: skip
