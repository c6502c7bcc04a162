"""EDTF dates put into words, English or Russian.

Month names are those of CLDR, kept here: the first list is painted sooner than Babel is loaded.
What is shown can be typed back: `parse_date` reads it.
"""

from typing import Literal, NamedTuple

from .edtf_forms import Moment, read_moment

Language = Literal["en", "ru"]
_Case = Literal["stand-alone", "format"]  # in Russian: nominative, genitive

_MONTHS: dict[tuple[Language, _Case], tuple[str, ...]] = {
    ("ru", "stand-alone"): (
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    ("ru", "format"): (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    **dict.fromkeys((("en", "stand-alone"), ("en", "format")), (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )),
}  # fmt: skip

# As the subject, after "from", after "until"
_PARTS_OF_YEAR: dict[Language, dict[int, tuple[str, str, str]]] = {
    "en": {
        code: (words, words, words)
        for code, words in (
            (21, "spring"), (22, "summer"), (23, "autumn"), (24, "winter"),
            (33, "first quarter of"), (34, "second quarter of"), (35, "third quarter of"),
            (36, "fourth quarter of"), (37, "first third of"), (38, "second third of"),
            (39, "third third of"), (40, "first half of"), (41, "second half of"),
        )
    },
    "ru": {
        21: ("весна", "весны", "весну"), 22: ("лето", "лета", "лето"),
        23: ("осень", "осени", "осень"), 24: ("зима", "зимы", "зиму"),
        33: ("I квартал", "I квартала", "I квартал"),
        34: ("II квартал", "II квартала", "II квартал"),
        35: ("III квартал", "III квартала", "III квартал"),
        36: ("IV квартал", "IV квартала", "IV квартал"),
        37: ("первая треть", "первой трети", "первую треть"),
        38: ("вторая треть", "второй трети", "вторую треть"),
        39: ("третья треть", "третьей трети", "третью треть"),
        40: ("первое полугодие", "первого полугодия", "первое полугодие"),
        41: ("второе полугодие", "второго полугодия", "второе полугодие"),
    },
}  # fmt: skip


class _Wording(NamedTuple):
    about: str
    since: str
    until: str
    end_unknown: str
    start_unknown: str
    no_year: str
    year: str
    years: str
    decade: str


_WORDING: dict[Language, _Wording] = {
    "en": _Wording("about ", "from ", "until ", ", end not stated", ", start not stated",
                   ", year not stated", "", "", "0s"),
    "ru": _Wording("примерно ", "с ", "по ", ", конец не указан", ", начало не указано",
                   ", год не указан", " г.", " гг.", "0-е гг."),
}  # fmt: skip


def date_words(text: str, language: Language) -> str:
    """Return an EDTF text in words; a form that has none comes back as it is."""
    sides = text.split("/")
    moments = [read_moment(side) for side in sides]
    if any(
        not moment and side not in {"", ".."} for moment, side in zip(moments, sides, strict=True)
    ):
        return text
    if len(moments) == 1 and moments[0]:
        return _alone(moments[0], language) or text
    return _between(sides, moments, language) or text


def _between(sides: list[str], moments: list[Moment | None], language: Language) -> str:
    start, end = moments
    words = _WORDING[language]
    if start and end:
        return _joined(start, end, language)
    if start:
        shown = _alone(start, language, 1)
        return shown and words.since + shown + ("" if sides[1] else words.end_unknown)
    shown = _alone(end, language, 2) if end else ""
    return shown and words.until + shown + ("" if sides[0] else words.start_unknown)


def _joined(start: Moment, end: Moment, language: Language) -> str:
    """Join two dates, saying once what they share: "20–22 May 2021", "May–June 2021"."""
    left, right = _alone(start, language), _alone(end, language)
    if not left or not right:
        return ""
    if start.doubt or end.doubt or not (start.year == end.year or _is_year(start, end)):
        return f"{left} – {right}"
    if _is_year(start, end):
        return f"{start.year}–{end.year}{_WORDING[language].years}"
    if start.day and end.day:
        same_month = start.month == end.month
        first = str(int(start.day)) if same_month else _without_year(left, start, language)
        return f"{first}{'–' if same_month else ' – '}{right}"
    if _is_month(start) and _is_month(end):
        return f"{_without_year(left, start, language)}–{right}"
    return f"{left} – {right}"


def _is_year(*moments: Moment) -> bool:
    return all(moment.year.isdigit() and not moment.month for moment in moments)


def _year(moment: Moment, language: Language) -> str:
    """Word the year that ends a date; a winter runs into the next."""
    if moment.year == "XXXX":
        return _WORDING[language].no_year
    winter = f"/{(int(moment.year) + 1) % 100:02}" if moment.month == "24" else ""
    return f" {moment.year}{winter}{_WORDING[language].year}"


def _without_year(shown: str, moment: Moment, language: Language) -> str:
    return shown.removesuffix(_year(moment, language))


def _is_month(moment: Moment) -> bool:
    return moment.month.isdigit() and int(moment.month) <= 12 and not moment.day


def _alone(moment: Moment, language: Language, place: int = 0) -> str:
    """Word one date: as the subject (place 0), after "from" (1) or after "until" (2)."""
    shown = _plain(moment, language, place)
    if not shown:
        return ""
    about = _WORDING[language].about if moment.doubt in {"~", "%"} else ""
    return about + shown + ("?" if moment.doubt in {"?", "%"} else "")


def _plain(moment: Moment, language: Language, place: int) -> str:
    if "XX" in {moment.month, moment.day}:
        return ""
    if "X" in moment.year and moment.year != "XXXX":
        return _decade(moment, language)
    if not moment.month:
        return _year(moment, language).lstrip()
    if int(moment.month) > 12:
        part = _part_of_year(int(moment.month), language, place)
        return part and part + _year(moment, language)
    case: _Case = "format" if moment.day or place == 1 else "stand-alone"
    day = f"{int(moment.day)} " if moment.day else ""
    return day + _MONTHS[language, case][int(moment.month) - 1] + _year(moment, language)


def _decade(moment: Moment, language: Language) -> str:
    if moment.month or not moment.year[:3].isdigit():
        return ""
    return moment.year[:3] + _WORDING[language].decade


def _part_of_year(code: int, language: Language, place: int) -> str:
    """Word a season, quarter, third or half; the southern seasons have no words of their own."""
    words = _PARTS_OF_YEAR[language].get(code)
    return words[place] if words else ""
