"""Dates in figures and bare years, the same in both languages."""

import re

from desktop.reading.dates.words import DASH, DAY, YEAR

_NUMBER = r"(?:1[0-2]|0?[1-9])"
_ALONE = r"(?![\d/]|[.,-]\d)"
_FULL_1 = rf"(?P<d1>{DAY})\.(?P<n1>{_NUMBER})\.(?P<y1>{YEAR})"
_FULL_2 = rf"(?P<d2>{DAY})\.(?P<n2>{_NUMBER})\.(?P<y2>{YEAR})"
_MARK = r"\s?([./-])\s?"
NUMERIC = tuple(
    (rule, re.compile(pattern + _ALONE))
    for rule, pattern in (
        (
            "ISO date",
            rf"(?P<y1>{YEAR})([-./])(?P<n1>{_NUMBER})\2(?P<d1>{DAY})(?:T\d\d:\d\d\S*)?",
        ),
        ("days in figures", rf"{_FULL_1}{DASH}{_FULL_2}"),
        ("days in figures", rf"(?P<d1>{DAY})(?:\.(?P<n1>{_NUMBER}))?\.?{DASH}{_FULL_2}"),
        (
            "date in figures",
            rf"(?P<d1>{DAY}){_MARK}(?P<n1>{_NUMBER})\s?\2\s?(?P<y1>{YEAR})",
        ),
        ("date in figures", rf"(?P<n1>{_NUMBER})(/)(?P<d1>{DAY})/(?P<y1>{YEAR})"),
        ("date in figures", r"(?P<d1>[0-3]\d)\.(?P<n1>[01]\d)\.(?P<s1>\d\d)"),
    )
)
_YEAR_WORD = r"(?:\s?(?i:гг\.|годах|годов|годы|год(?:а|у|е|ом)?|г\.|г)(?![А-Яа-яЁё]))?"
YEARS = re.compile(
    rf"(?P<y1>{YEAR})(?:{DASH}|\sto\s|\sпо\s|\sand\s|/)(?P<y2>{YEAR}|\d\d(?!\d|-\d)){_YEAR_WORD}"
)
DECADE = re.compile(
    r"(?P<decade>(?:1[6-9]|20)\d)0(?:s\b|-?(?:е|х|ые|ых)\b(?:\s(?:годы|годов|годах|гг\.))?)"
)
YEAR_ALONE = re.compile(
    rf"(?P<y1>{YEAR})(?![./-]\d|\s?%|\s(?:percent|million|people|companies|persons|человек))"
    rf"(?P<word>{_YEAR_WORD})"
)
BEFORE_YEAR = re.compile(
    r"(?:\b(?i:in|by|since|of|until|till|from|for|year|during|before|after|through|to|the|and|mid|early"
    r"|late|between|of the|в|во|с|со|на|к|до|по|за|от|после|начиная)[\s-]|[(–—-])$"
)
TIME = re.compile(r"[\s,(–—|-]*(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[apAP]\.?[mM]\.?)?)?[\s,)–—|-]*")
