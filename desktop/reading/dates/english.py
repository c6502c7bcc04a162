"""English dates: the patterns, the longer before the shorter, and words that count from today."""

import re

from desktop.reading.dates.words import DASH, DAY, EN_DAY_WORD, EN_MONTH, EN_SHORT_MONTH, YEAR

_TH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_NOT_A_NUMBER = r"(?!\d|[.,:]\d|\s?%|\s(?:percent|per cent|million|billion|thousand)\b)"
_TO = rf"(?:{DASH}|\s(?:to|until|till|through|and|&)\s)"


def _day(n: int) -> str:
    return rf"(?P<d{n}>{DAY}){_TH}{_NOT_A_NUMBER}"


def _month(n: int) -> str:
    return rf"(?P<m{n}>{EN_MONTH})"


def _year(n: int) -> str:
    relative = r"this|the current|current|last|next|the same|the previous|the following"
    return (
        rf"(?:,?\s*(?:of\s|in\s)?(?P<y{n}>{YEAR})(?!\s?%)"
        rf"|,?\s(?:of\s|in\s)?(?P<r{n}>{relative})\syear\b)"
    )


_OF = r"(?:\s?-\s?|\s?‑\s?|\s?(?:day\s)?(?:of\s)?)"
ENGLISH = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        ("day and year run together", rf"{_month(1)}\s?(?P<d1>{DAY})(?P<y1>{YEAR})"),
        ("days of a month", rf"{_day(1)}{_TO}{_day(2)}{_OF}{_month(2)}{_year(2)}?"),
        ("days of two months",
         rf"{_day(1)}{_OF}{_month(1)}{_year(1)}?{_TO}{_day(2)}{_OF}{_month(2)}{_year(2)}?"),
        ("days of two months",
         rf"{_month(1)}\s{_day(1)}{_year(1)}?{_TO}{_month(2)}\s{_day(2)}{_year(2)}?"),
        ("days of a month", rf"{_month(2)}\s{_day(1)}{_TO}{_day(2)}{_year(2)}?"),
        ("days in words",
         rf"(?P<w1>{EN_DAY_WORD})\s(?:and|to)\s(?:the\s)?(?P<w2>{EN_DAY_WORD})\s(?:days?\s)?of\s"
         rf"{_month(2)}{_year(2)}?"),
        ("day in words", rf"(?P<w1>{EN_DAY_WORD})\s(?:day\s)?of\s{_month(1)}{_year(1)}?(?!\d)"),
        ("day, month, short year",
         rf"(?P<d1>{DAY})[-‑/\s](?P<m1>{EN_SHORT_MONTH})[-‑/\s]['’]?(?P<s1>[0-4]\d)"
         r"(?=\s*(?:$|[|,;)\n]|\d\d:\d\d))"),
        ("day, month", rf"(?P<d1>{DAY})\s?[-‑/]\s?{_month(1)}\s?[-‑/]\s?(?P<y1>{YEAR})"),
        ("day, month", rf"{_day(1)}{_OF}{_month(1)}{_year(1)}?(?!\d)"),
        ("month, day", rf"{_month(1)},?\s?{_day(1)}{_year(1)}?"),
        ("months", rf"{_month(1)}{_year(1)}?{_TO}{_month(2)}{_year(2)}"),
        ("month and year", rf"{_month(1)}{_year(1)}"),
        ("month alone", rf"{_month(1)}(?!\s\d)(?!{DASH}{EN_MONTH})"),
    )
)  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3,
    "4th": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11}  # fmt: skip
PARTS_OF_YEAR = re.compile(
    rf"(?:(?P<which>first|second|third|fourth|last|1st|2nd|3rd|4th|I{{1,3}}|IV)\s(?P<span>quarter|half)"
    rf"|(?P<letter>[QH])(?P<count>[1-4])"
    rf"|first\s(?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven|\d\d?)\smonths"
    rf"|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter))"
    rf"{_year(1)}"
)
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b"
    r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b(?=[.,]?\s\d|[.,]\s[A-Z])"
)
DAYS_FROM_TODAY = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this morning": 0,
    "this afternoon": 0, "this evening": 0,
}  # fmt: skip
DAYS_FROM_THAT = {
    "a day earlier": -1, "one day earlier": -1, "a day before": -1, "the day before": -1,
    "the previous day": -1, "a day later": 1, "the following day": 1, "the next day": 1,
}  # fmt: skip
FROM_THAT = re.compile(
    r"\b(?i:(?:a|one)\sday\s(?:earlier|later)|(?:a|the)\sday\sbefore(?=[.,;]|$)"
    r"|the\s(?:previous|following|next)\sday\b(?!['’]s|\sof\b|-))"
)
MONTHS_FROM_NOW = {"last": -1, "this": 0, "next": 1}
FROM_TODAY = re.compile(
    r"(?i:\b(?P<day>today|tonight|(?<!before )yesterday|(?<!after )tomorrow"
    r"|this (?:morning|afternoon|evening))\b(?!['’]s)"
    r"|(?P<which>this|last|next)\s(?P<unit>month|year)\b(?!['’]s))"
)
RELATIVE_YEARS = {
    "this": "this", "the current": "this", "current": "this", "last": "last", "next": "next",
    "the same": "same", "the previous": "last", "the following": "next",
}  # fmt: skip
BEFORE_MONTH = re.compile(
    r"\b(?i:in|since|until|by|during|of|from|early|late|mid|to|for|last|next|this|coming|past)[\s-]$"
)
WHICH_ONE = re.compile(r"\b(next|last|this|coming|past|upcoming)\s$", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|shall|would|upcoming|scheduled|planned?|plans|expected|due|is to|are to|to be"
    r"|forthcoming|ends|begins|opens|starts|arrives|leaves|concludes|departs"
    r"|next|ahead|intend(?:s|ed)?|going to|proposed|deadline"
    r"|(?:agreed|decided|hopes?|hoped|wish(?:es|ed)?|promised|pledged|undertook|invited)\s(?:\w+\s){0,6}to)\b"
)
TO_BE_DONE = re.compile(
    r"(?i:\b(?:by|until|till)\s(?:the\s)?(?:end\sof\s|end[- ]|mid[- ]|early\s)?$)"
)
"""A term set right before the date: "by the end of August"."""
