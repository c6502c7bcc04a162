"""Finds the dates of a stretch of text in one pass: a cheap sign first, then the patterns there."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

from db.text.ordinals import parse_ordinal
from desktop.reading.dates import english, russian
from desktop.reading.dates.numeric import BEFORE_YEAR, DECADE, NUMERIC, TIME, YEAR_ALONE, YEARS
from desktop.reading.dates.partial import Moment, Partial
from desktop.reading.dates.words import EN_MONTH, RU_MONTH, month_number

_SIGN = re.compile(
    rf"(?<![\w№#$€£])(?:\d|{EN_MONTH}|(?:first|second|third|fourth|last|I{{1,3}}V?|Q|H)(?=[\s\d])"
    r"|(?i:fif|six|seven|eigh|nin|ten|eleven|twel|thir|four|twent)"
    r"(?:[^\W\d_]*th|(?:y|ty)[ -]\w+)(?=\s(?:and|to|of|day)\b)"
    r"|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all\b|[Ww]inter)"
    rf"|(?<![\w№]){RU_MONTH}"
    r"|(?<![\w])(?i:перв|втор|трет|четв|два\s|три\s|четыр|пят|шест|сем|сед|восем|восьм|девят|десят"
    r"|один|двен|двад|трин|трид|весн|лет[ао]|осен|зим)"
)
_NOT_BEFORE_NUMBER = re.compile(r"(?:(?:№|\bNo\.?|\bN|[$€£])\s?|\d[.,:/-]?|\+\d*\s?|\(\d+\)\s?)$")
_REST_OF_NUMBER = re.compile(r"[\d.,:]*\d")
_REACH, _SHORT = 24, 4
_MONTH_RULES = frozenset(("month alone",))
_WEEKDAY_FORMS = ((english, english.WEEKDAY), (russian, russian.WEEKDAY))


def scan(text: str, base: int) -> list[Partial]:
    """Return the dates of a stretch of text in order, offsets counted from `base`."""
    found = [*_dates(text), *_from_today(text), *_from_that(text)]
    found.sort(key=lambda partial: (partial.start, -partial.end))
    return [
        replace(partial, start=partial.start + base, end=partial.end + base)
        for partial in _with_weekdays(text, found)
    ]


def _dates(text: str) -> Iterator[Partial]:
    at = 0
    while sign := _SIGN.search(text, at):
        partial = _date_at(text, sign.start())
        if partial:
            yield partial
        at = partial.end if partial else _word_end(text, sign.end())


def _word_end(text: str, at: int) -> int:
    """Skip the rest of a number that is no date, so that its tail is not read as one."""
    number = _REST_OF_NUMBER.match(text, at)
    return number.end() if number else at


def _date_at(text: str, at: int) -> Partial | None:
    before = text[max(0, at - _REACH) : at]
    if text[at].isdigit() and _NOT_BEFORE_NUMBER.search(before):
        return None
    for rule, pattern in (*NUMERIC, *english.ENGLISH, *russian.RUSSIAN):
        match = pattern.match(text, at)
        partial = match and _read(match, rule, before)
        if partial:
            return partial
    return _part_of_year(text, at) or _years(text, at, before)


def _read(match: re.Match[str], rule: str, before: str) -> Partial | None:
    got = match.groupdict()
    which = _which(before)
    if rule in _MONTH_RULES and not (
        english.BEFORE_MONTH.search(before) or russian.BEFORE_MONTH.search(before) or which
    ):
        return None
    first, last = _moment(got, "1"), _moment(got, "2")
    if last:
        first, last = _filled(first or Moment(), last)
    if not first or not first.exists or (last and not last.exists):
        return None
    slashed = rule == "date in figures" and "/" in match[0]
    return Partial(
        start=match.start(),
        end=match.end(),
        rule=rule,
        first=first,
        last=last,
        relative=_relative(got) or which or _this(rule, before),
        swapped=slashed and first.day <= 12 and first.day != first.month,
    )


def _moment(got: dict[str, Any], n: str) -> Moment | None:
    year, month, number, day = (got.get(letter + n) for letter in "ymnd")
    worded = got.get("w" + n)
    if worded:
        day = parse_ordinal(worded)
    short = got.get("s" + n)
    if short:
        year = f"20{short}"
    if not (year or month or number or day):
        return None
    return Moment(int(year or 0), month_number(month) if month else int(number or 0), int(day or 0))


def _filled(first: Moment, last: Moment) -> tuple[Moment | None, Moment | None]:
    """Give each end of an interval what only the other end tells."""
    last = last._replace(month=last.month or first.month)
    first = first._replace(month=first.month or last.month)
    if not last.year and first.year:
        last = last._replace(year=first.year + (first[1:] > last[1:]))
    if not first.year and last.year:
        first = first._replace(year=last.year - (first[1:] > last[1:]))
    if first.year and first >= last:
        return None, None
    return first, last


def _relative(got: dict[str, Any]) -> str:
    words = got.get("r1") or got.get("r2") or ""
    if not words:
        return ""
    return english.RELATIVE_YEARS.get(words) or russian.RELATIVE_YEARS.get(
        words.lower()[:3], "this"
    )


def _which(before: str) -> str:
    """Return which of the years a word before a month points to: "next August"."""
    found = english.WHICH_ONE.search(before) or russian.WHICH_ONE.search(before)
    if not found:
        return ""
    word = found[1].lower()
    if word in {"last", "past"} or word[:3] in {"про", "мин"}:
        return "past"
    return "" if word == "this" else "coming"


def _this(rule: str, before: str) -> str:
    """Return whether a month alone is one of this year: "this December"."""
    found = english.WHICH_ONE.search(before) if rule in _MONTH_RULES else None
    return "this" if found and found[1].lower() == "this" else ""


def _part_of_year(text: str, at: int) -> Partial | None:
    for language in (english, russian):
        match = language.PARTS_OF_YEAR.match(text, at)
        if match:
            got = match.groupdict()
            year = int(got.get("y1") or 0)
            first, last = _part(got, year, language.ORDINALS, language.SEASONS, language.NUMBERS)
            if first:
                return Partial(start=at, end=match.end(), rule="part of a year", first=first,
                               last=last, relative=_relative(got))  # fmt: skip
    return None


def _part(
    got: dict[str, Any],
    year: int,
    ordinals: dict[str, int],
    seasons: dict[str, int],
    numbers: dict[str, int],
) -> tuple[Moment | None, Moment | None]:
    if got.get("season"):
        word = got["season"].lower()
        return Moment(year, seasons.get(word) or seasons[word[:3]]), None
    if got.get("months"):
        count = numbers.get(got["months"].lower()) or int(got["months"])
        return (Moment(year, 1), Moment(year, count)) if 2 <= count <= 11 else (None, None)
    if got.get("letter"):
        base, which = (33 if got["letter"] == "Q" else 40), int(got["count"])
    else:
        word = got["which"].lower()
        half = got["span"].startswith(("half", "полуг", "Полуг"))
        base = 40 if half else 33
        which = (
            ordinals.get(word) or ordinals.get(word[:4]) or ordinals.get(word[:1]) or _roman(word)
        )
        which = 2 if word == "last" and half else which
    return (
        (Moment(year, base + which - 1), None)
        if which <= (4 if base == 33 else 2)
        else (None, None)
    )


def _roman(word: str) -> int:
    return english.ORDINALS.get(word, 9)


def _years(text: str, at: int, before: str) -> Partial | None:
    decade = DECADE.match(text, at)
    if decade:
        return Partial(start=at, end=decade.end(), rule="decade", decade=decade["decade"] + "X")
    span = YEARS.match(text, at)
    if span:
        first, end = int(span["y1"]), span["y2"]
        last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
        if 0 < last - first <= 60:
            return Partial(start=at, end=span.end(), rule="years", first=Moment(first),
                           last=Moment(last))  # fmt: skip
    alone = YEAR_ALONE.match(text, at)
    if alone and (alone["word"] or BEFORE_YEAR.search(before)):
        return Partial(start=at, end=alone.end(), rule="year", first=Moment(int(alone["y1"])))
    return None


def _from_today(text: str) -> Iterator[Partial]:
    for language in (english, russian):
        for match in language.FROM_TODAY.finditer(text):
            day = match["day"] or match.groupdict().get("eve")
            if day:
                offset = language.DAYS_FROM_TODAY[day.lower()]
                yield Partial(start=match.start(), end=match.end(), rule="counted from today",
                              offset=offset)  # fmt: skip
                continue
            months = language.MONTHS_FROM_NOW[match["which"].lower()]
            if match["unit"] in {"month", "месяце"}:
                yield Partial(start=match.start(), end=match.end(), rule="counted from this month",
                              months=months)  # fmt: skip
            else:
                relative = {-1: "last", 0: "this", 1: "next"}[months]
                yield Partial(start=match.start(), end=match.end(), rule="counted from this year",
                              relative=relative)  # fmt: skip


def _is_told(language: ModuleType, text: str, start: int) -> bool:
    """Tell whether a weekday alone is a date; Russian ones are behind a preposition."""
    before = text[max(0, start - _REACH) : start]
    return language is english or bool(russian.BEFORE_WEEKDAY.search(before))


def _from_that(text: str) -> Iterator[Partial]:
    """Yield the days counted from the day told before: "a day earlier", «на следующий день»."""
    for language in (english, russian):
        for match in language.FROM_THAT.finditer(text):
            yield Partial(
                start=match.start(), end=match.end(), rule="counted from the day before it",
                later=language.DAYS_FROM_THAT[" ".join(match[0].lower().split())],
            )  # fmt: skip


def _with_weekdays(text: str, found: list[Partial]) -> list[Partial]:
    """Give a date the weekday beside it; a weekday alone becomes a date of its own."""
    taken: list[Partial] = []
    for partial in found:
        if not taken or partial.start >= taken[-1].end:
            taken.append(partial)
    starts = {partial.start: at for at, partial in enumerate(taken)}
    alone: list[Partial] = []
    for language, pattern in _WEEKDAY_FORMS:
        for match in pattern.finditer(text):
            weekday = (
                language.WEEKDAYS.get(match[0].lower())
                if language is english
                else (russian.WEEKDAYS.get(match[0].lower()[:3]))
            )
            gap = TIME.match(text, match.end())
            beside = starts.get(gap.end() if gap else -1)
            if weekday is None:
                continue
            if beside is not None and taken[beside].first.day:
                taken[beside] = replace(taken[beside], weekday=weekday)
            elif len(match[0]) > _SHORT and _is_told(language, text, match.start()):
                alone.append(
                    Partial(start=match.start(), end=match.end(), rule="weekday", weekday=weekday,
                            relative=_which(text[max(0, match.start() - _REACH) : match.start()]))
                )  # fmt: skip
    return sorted([*taken, *alone], key=lambda partial: partial.start)
