"""Meetings on paper: number, bodies, time, place and manner, who took part and what came of it."""

import re

from db.rows.dossier import DossierMeeting
from desktop.reports import phrases
from desktop.reports.entries import (
    Entry,
    closing_rows,
    content_rows,
    entry,
    relation_rows,
    role_rows,
    why_line,
)
from desktop.reports.runs import Line, Row, quoted, row, separated
from desktop.reports.wording import Wording

_DIGITS = re.compile(r"\d+")


def meeting_entry(wording: Wording, item: DossierMeeting) -> Entry:
    """Return a meeting as it is set."""
    rows = _number_rows(wording, item)
    rows += _time_and_place_rows(wording, item)
    rows += role_rows(wording, item.links)
    rows += relation_rows(wording, item.relations)
    rows += content_rows(wording, item)
    rows += closing_rows(wording, item)
    kind = phrases.gathering(wording, item.kind, item.standing)
    why = why_line(wording, item, "why_meeting")
    return entry(wording, item, described=phrases.words(kind), why=why, rows=rows)


def _number_rows(wording: Wording, item: DossierMeeting) -> list[Row]:
    bodies = [phrases.relation(wording, body) for body in item.bodies]
    return row(wording.word("label", "number"), [_number(wording, item)]) + row(
        wording.word("role", "session_of"), bodies
    )


def _number(wording: Wording, item: DossierMeeting) -> Line:
    figure: Line = []
    if item.ordinal is not None:
        ordinal = wording.word("phrase", "ordinal", number=str(item.ordinal))
        figure = phrases.words(ordinal.replace(" ", "\u00a0"))
    written = item.ordinal_as_written
    if not written or _DIGITS.findall(written) == [str(item.ordinal)]:
        return figure
    before = wording.word("phrase", "written", words="")
    return separated([figure, [*phrases.aside(before), quoted(written, wording.language)]])


def _time_and_place_rows(wording: Wording, item: DossierMeeting) -> list[Row]:
    when = phrases.span_words(wording, item.start, item.end) if item.end else ""
    when = when or phrases.date_words(wording, item.start)
    where = separated([phrases.told(item.venue), phrases.told(item.place)])
    if item.format != "not_stated":
        where = separated([where, phrases.words(wording.word("format", item.format))])
    return row(wording.word("label", "when"), [phrases.words(when)]) + row(
        wording.word("label", "where"), [where]
    )
