"""Russian dates: the patterns, the longer before the shorter, and words that count from today."""

import re

from desktop.reading.dates.words import DASH, DAY, RU_DAY_WORD, RU_MONTH, YEAR

_TH = r"(?:-?(?:го|е|му|м|ое|ого))?(?![А-Яа-яЁё])"
_NOT_A_NUMBER = r"(?!\d|[.,:]\d|\s?%)"
_TO = rf"(?:{DASH}|\s(?:по|до|и)\s)"


def _day(n: int) -> str:
    return rf"(?P<d{n}>{DAY}){_TH}{_NOT_A_NUMBER}"


def _month(n: int) -> str:
    return rf"(?P<m{n}>{RU_MONTH})"


_YEAR_WORD = r"\s?(?i:г\.|год(?:а|у|е|ом)?|г)(?![А-Яа-яЁё])"
_RELATIVE = (
    r"(?i:текущего|этого|нынешнего|сего|прошлого|минувшего|прошедшего|следующего|будущего"
    r"|того же|текущем|этом|нынешнем|прошлом|минувшем|следующем|будущем)\s(?:года|году|г\.)"
    r"|[ст]\.\s?г\."
)


def _year(n: int) -> str:
    return rf"(?:,?\s*(?P<y{n}>{YEAR})(?:{_YEAR_WORD})?|,?\s(?P<r{n}>{_RELATIVE}))"


RUSSIAN = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        ("days of a month", rf"{_day(1)}{_TO}{_day(2)}\s?{_month(2)}{_year(2)}?"),
        ("days of two months",
         rf"{_day(1)}\s?{_month(1)}{_year(1)}?{_TO}{_day(2)}\s?{_month(2)}{_year(2)}?"),
        ("days in words",
         rf"(?P<w1>{RU_DAY_WORD})\s(?:по|до|и)\s(?P<w2>{RU_DAY_WORD})\s{_month(2)}{_year(2)}?"),
        ("day in words", rf"(?P<w1>{RU_DAY_WORD})\s{_month(1)}{_year(1)}?"),
        ("day, month", rf"{_day(1)}\s?-?{_month(1)}-?{_year(1)}?"),
        ("months", rf"{_month(1)}{_year(1)}?{_TO}{_month(2)}{_year(2)}"),
        ("month and year", rf"{_month(1)}{_year(1)}"),
        ("month alone", rf"{_month(1)}(?!\s\d)"),
    )
)  # fmt: skip
ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "посл": 4}
SEASONS = {"вес": 21, "лет": 22, "осе": 23, "зим": 24}
NUMBERS = {"два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8,
           "девять": 9, "десять": 10, "одиннадцать": 11}  # fmt: skip
PARTS_OF_YEAR = re.compile(
    r"(?i:(?P<which>перв(?:ый|ого|ом|ое)|втор(?:ой|ого|ом|ое)|трет(?:ий|ьего|ьем)"
    r"|четв[её]рт(?:ый|ого|ом)|I{1,3}|IV|[1-4](?:-?(?:й|го|м|ом|е))?)"
    r"\s(?P<span>квартал(?:а|е|у)?|полугоди[еяию])"
    r"|(?P<months>два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|\d\d?)"
    r"\sмесяц(?:а|ев)"
    r"|(?P<season>весной|весны|весну|летом|лета|осенью|осени|осень|зимой|зимы))"
    rf"{_year(1)}"
)
WEEKDAYS = {"пон": 0, "вто": 1, "сре": 2, "чет": 3, "пят": 4, "суб": 5, "вос": 6}
WEEKDAY = re.compile(
    r"(?i:(?<=\bв\s)(?:понедельник|среду|четверг|пятницу|субботу|воскресенье)(?![а-яё])"
    r"|(?<=\bво\s)вторник(?![а-яё])"
    r"|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?=,?\s\d))"
)
DAYS_FROM_TODAY = {"сегодня": 0, "вчера": -1, "завтра": 1}
MONTHS_FROM_NOW = {"этом": 0, "текущем": 0, "нынешнем": 0, "прошлом": -1, "минувшем": -1,
                   "следующем": 1}  # fmt: skip
FROM_TODAY = re.compile(
    r"(?i:\b(?P<day>сегодня|вчера|завтра)(?![а-яё])"
    r"|\b(?P<which>этом|текущем|нынешнем|прошлом|минувшем|следующем)\s(?P<unit>месяце|году)(?![а-яё]))"
)
RELATIVE_YEARS = {
    "тек": "this", "это": "this", "нын": "this", "сег": "this", "с.г": "this", "с. ": "this",
    "т.г": "this", "т. ": "this", "про": "last", "мин": "last", "сле": "next", "буд": "next",
    "тог": "same",
}  # fmt: skip
BEFORE_MONTH = re.compile(
    r"(?i:\b(?:в|с|к|до|по|на|за|начале|конце|середине|начала|конца|концу)\s$)"
)
WHICH_ONE = re.compile(r"(?i:\b(прошл|минувш|следующ|будущ)(?:ого|его|ом|ем|ый|ий|ой|ей|ую|ая)\s$)")
FUTURE = re.compile(
    r"(?i:\b(?:будет|будут|состоится|состоятся|пройд[её]т|пройдут|планируе|запланирован|намечен"
    r"|предстоящ|ожидае|намерен|предлага|вступит|начн[её]тся|следующ|до конца|станет))"
)
