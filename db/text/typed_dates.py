"""Dates as archivists type them, in English or Russian, turned into EDTF text.

The month of a numeric date stands second, as in both languages' usage here; where a slash leaves
that open the date is refused as ambiguous.
"""

import re
import unicodedata
from typing import NamedTuple

from .edtf_forms import DateError
from .ordinals import parse_ordinal


class _Parts(NamedTuple):
    """Digits of a typed date, "" where it does not give them; a season's code as its month."""

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def edtf(self) -> str:
        return "-".join(filter(None, (self.year.upper() or "XXXX", self.month, self.day)))


_MONTHS = (
    "jan(?:uary)?|янв(?:ар[ьяе])?", "feb(?:ruary)?|фев(?:р(?:ал[ьяе])?)?",
    "mar(?:ch)?|мар(?:т[ае]?)?", "apr(?:il)?|апр(?:ел[ьяе])?", "may|ма[йяе]",
    "june?|июн[ьяе]?", "july?|июл[ьяе]?", "aug(?:ust)?|авг(?:уст[ае]?)?",
    "sept?(?:ember)?|сент?(?:ябр[ьяе])?", "oct(?:ober)?|окт(?:ябр[ьяе])?",
    "nov(?:ember)?|ноя(?:б(?:р[ьяе])?)?", "dec(?:ember)?|дек(?:абр[ьяе])?",
)  # fmt: skip
_SEASONS = {
    "spring|весн(?:а|ы|е|ой)": "21",
    "summer|лет(?:о|а|е|ом)": "22",
    "autumn|fall|осен(?:ь|и|ью)": "23",
    "winter|зим(?:а|ы|е|ой)": "24",
}
_SPANS = {"half|полугоди[еяи]": 40, "quarter|кв|квартал[ае]?": 33, "third|трет[ьи]": 37}
_SPAN_SIZES = {40: 2, 33: 4, 37: 3}
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")\.?"
_DAY, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<year>[0-9]{4}|xxxx)"
_SINGLE = tuple(
    re.compile(pattern)
    for pattern in (
        _YEAR,
        rf"{_DAY} ?{_MONTH}(?: ?{_YEAR})?",
        rf"{_MONTH} {_DAY}(?: {_YEAR})?",
        rf"{_MONTH}(?: ?{_YEAR})?",
        rf"{_DAY}[.-](?P<number>[0-9]{{1,2}})[.-]{_YEAR}",
        rf"{_YEAR}([-./])(?P<number>[0-9]{{1,2}})\2{_DAY}",
        rf"(?P<number>[0-9]{{1,2}})[./]{_YEAR}",
        rf"{_YEAR}-(?P<number>[0-9]{{2}})",
    )
)
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{2})")
_DECADE = re.compile(r"(?P<decade>[0-9]{3})0(?:s|-?[ех])")
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)}) {_YEAR}(?:/[0-9]{{2,4}})?")
_SPAN = re.compile(
    rf"(?:(?P<which>[\w-]+) (?P<span>{'|'.join(_SPANS)})\.?|(?P<letter>[hq])(?P<count>[1-4])) "
    rf"{_YEAR}"
)
_LETTERED = {"h": 40, "q": 33}

_YEAR_WORDS = re.compile(r"(?<=[0-9ехx])\s*(?:гг?\b\.?|год(?:а|у|ы|ов|ах)?\b)")
_FILLERS = re.compile(r"^(?:on|in|в|во)\s|\bof\b|\bthe\b|,|(?<=[0-9])(?:st|nd|rd|th|-?го)\b")
_NO_YEAR = re.compile(r"year not stated|год не указан")
_ABOUT = re.compile(r"(?:about|circa|ca?\.|around|около|ок\.|примерно)\s*")
_SHORT_RANGE = re.compile(r"([0-9]{2})([0-9]{2})\s?[–/]\s?([0-9]{2})")
_FROM_TO = re.compile(r"(?:from|between|с|со)\s(?P<left>.+)\s(?:to|until|and|по|до)\s(?P<right>.+)")
_SINCE = re.compile(r"(?:since|from|с|со)\s(?P<left>.+?)(?P<unknown>\s(?:end|конец) .+)?")
_UNTIL = re.compile(
    r"(?:until|till|to|by|до|по)\s(?P<right>.+?)(?P<unknown>\s(?:start|начало) .+)?"
)
_SEPARATORS = (r"\s?–\s?", r"\s-\s", r"\s(?:to|по)\s", r"-")


def tidy(text: str) -> str:
    """Return typed text in small letters with plain spaces; dashes longer than a hyphen are `–`."""
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().replace("ё", "е").split())
    return re.sub("[‐‑]", "-", re.sub("[‒–—―−]", "–", plain))


def edtf_from_typed(typed: str) -> str:
    """Return the EDTF text of a date typed in English or Russian, `tidy` already.

    Raises DateError when nothing is understood; whether the days exist is not looked at.
    """
    text = _FILLERS.sub(" ", _NO_YEAR.sub("xxxx", _YEAR_WORDS.sub("", typed)))
    text = " ".join(text.split())
    edtf = _short_range(text) or _single(text) or _range(text)
    if not edtf:
        raise DateError("unknown", "20 May 2021")
    return edtf


def _short_range(text: str) -> str:
    found = _SHORT_RANGE.fullmatch(text)
    if not found or found[3] <= found[2]:
        return ""
    return f"{found[1]}{found[2]}/{found[1]}{found[3]}"


def _range(text: str) -> str:
    between = _FROM_TO.fullmatch(text)
    if between:
        return _interval(between["left"], between["right"])
    since, until = _SINCE.fullmatch(text), _UNTIL.fullmatch(text)
    if since:
        start = _single(since["left"])
        return start and start + ("/" if since["unknown"] else "/..")
    if until:
        end = _single(until["right"])
        return end and ("/" if until["unknown"] else "../") + end
    for separator in _SEPARATORS:
        sides = re.split(separator, text)
        if len(sides) == 2:
            return _interval(*sides)
    return ""


def _interval(left: str, right: str) -> str:
    """Join two typed sides; what the left one leaves out ("20–22 May 2021") the right one gives."""
    left_text, left_doubt = _doubt(left)
    right_text, right_doubt = _doubt(right)
    start, end = _parts(left_text), _parts(right_text)
    if end and re.fullmatch(r"[0-9]{1,2}", left_text) and end.day:
        start = _Parts(end.year, end.month, left_text.zfill(2))
    if not start or not end:
        return ""
    start = start._replace(year=start.year or end.year)
    return f"{start.edtf}{left_doubt}/{end.edtf}{right_doubt}"


def _single(text: str) -> str:
    plain, doubt = _doubt(text)
    parts = _parts(plain)
    return parts.edtf + doubt if parts else ""


def _doubt(text: str) -> tuple[str, str]:
    """Split the marks of doubt off: `?` uncertain, `~` approximate, `%` both."""
    about = _ABOUT.match(text)
    plain = text[about.end() :] if about else text
    marks = re.search(r"\s*\(?([?~%]?)\)?$", plain)
    mark = marks[1] if marks else ""
    plain = plain[: marks.start()] if marks and mark else plain
    if about or mark == "~":
        return plain, "%" if mark in {"?", "%"} else "~"
    return plain, mark


def _parts(text: str) -> _Parts | None:
    _refuse_ambiguous(text)
    for pattern in _SINGLE:
        found = pattern.fullmatch(text)
        if found:
            return _numbered(found.groupdict())
    slashed, decade = _SLASHED.fullmatch(text), _DECADE.fullmatch(text)
    if slashed:
        day, month = sorted(slashed.groups()[:2], key=int, reverse=True)
        return _Parts(slashed[3], month.zfill(2), day.zfill(2))
    if decade:
        return _Parts(decade["decade"] + "X")
    return _season(text) or _part_of_year(text)


def _numbered(found: dict[str, str | None]) -> _Parts:
    name, day = found.get("month"), found.get("day")
    number = str(_month_number(name)) if name else found.get("number")
    return _Parts(
        found.get("year") or "", number.zfill(2) if number else "", day.zfill(2) if day else ""
    )


def _month_number(name: str) -> int:
    return next(at for at, forms in enumerate(_MONTHS, 1) if re.fullmatch(forms, name))


def _refuse_ambiguous(text: str) -> None:
    short, slashed = _SHORT_YEAR.fullmatch(text), _SLASHED.fullmatch(text)
    if short:
        raise DateError("short_year", f"{short[1]}.{short[3]}.20{short[4]}")
    if slashed and int(slashed[1]) <= 12 and int(slashed[2]) <= 12 and slashed[1] != slashed[2]:
        raise DateError("ambiguous", f"{slashed[1]}.{slashed[2]}.{slashed[3]}")


def _season(text: str) -> _Parts | None:
    found = _SEASON.fullmatch(text)
    if not found:
        return None
    code = next(code for forms, code in _SEASONS.items() if re.fullmatch(forms, found["season"]))
    return _Parts(found["year"], code)


def _part_of_year(text: str) -> _Parts | None:
    """Read halves, quarters and thirds of a year, codes 33 to 41 of EDTF level 2."""
    found = _SPAN.fullmatch(text)
    if not found:
        return None
    if found["letter"]:
        base, which = _LETTERED[found["letter"]], int(found["count"])
    else:
        base = next(base for forms, base in _SPANS.items() if re.fullmatch(forms, found["span"]))
        which = parse_ordinal(found["which"]) or 0
    size = _SPAN_SIZES[base]
    return _Parts(found["year"], str(base + which - 1)) if 1 <= which <= size else None
