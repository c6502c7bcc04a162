"""Dates, figures and quotations of selected words, to be added to a record that is reviewed."""

import re
from dataclasses import replace

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine
from db.text.dates import DateError, parse_date
from desktop.reading.by_hand.words import RULE, Words, title_of
from desktop.reading.dates import find_dates
from desktop.reading.findings import FoundDate
from desktop.reading.layout import lay_out
from desktop.reading.records import Records
from desktop.reading.suggest.ends import Ends
from desktop.reading.suggest.lines import figure_line

_NUMBER = re.compile(r"\d{1,3}(?:[ \xa0,]\d{3})+(?![\d])|\d+(?:[.,]\d+)?")
_SPACES = re.compile(r"[ \xa0]|,(?=\d{3}(?!\d))")


def date_by_hand(records: Records, start: int, end: int) -> FoundDate | None:
    """Return the date that selected words hold, however much else they say; None without one."""
    met = next((one for one in records.findings.dates if one.meets(start, end)), None)
    if met is not None:
        return met
    words = records.page.text[start:end]
    alone = next(iter(find_dates(lay_out(words))), None)
    if alone is not None:
        return replace(alone, start=start + alone.start, end=start + alone.end)
    try:
        edtf = parse_date(title_of(words)).text
    except DateError:
        return None
    return FoundDate(start=start, end=end, rule=RULE, edtf=edtf)


def figure_by_hand(records: Records, start: int, end: int) -> SuggestedLine | None:
    """Return a line with the number that selected words hold, and its unit; None without one."""
    met = [one for one in records.findings.figures if one.meets(start, end)]
    if met:
        return figure_line(met[0], Ends(records))
    words = records.page.text[start:end]
    number = _NUMBER.search(words)
    if number is None:
        return None
    unit = title_of(words[number.end() :]) or title_of(words[: number.start()])
    return SuggestedLine(
        key="",
        kind=LineKind.FIGURE,
        name="",
        value=_SPACES.sub("", number[0]).replace(",", "."),
        unit=unit,
        spans=(Span(first=start, last=end),),
        rule=RULE,
    )


def quotation_by_hand(records: Records, start: int, end: int) -> SuggestedLine:
    """Return a line with selected words as a quotation, of the speaker the sentence names."""
    words = records.page.text[start:end]
    hand = Words(records, start, end)
    met = [one for one in records.findings.quotations if one.meets(start, end)]
    speaker = met[0].speaker if met else next(iter(hand.around(records.findings.people)), None)
    before = records.page.text[max(0, start - 1) : start]
    direct = (before + words).lstrip().startswith(("“", "«", '"', "„", "'"))
    return SuggestedLine(
        key="",
        kind=LineKind.QUOTATION,
        name="direct" if direct else "reported",
        value=title_of(words),
        other=hand.ends.key(speaker),
        spans=(Span(first=start, last=end),),
        rule=RULE,
    )
