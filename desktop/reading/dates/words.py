"""The pieces date patterns are built of: days, months and years, English and Russian.

Group names: ``d1 m1 n1 y1 r1`` day, month by name, month by number, year and relative year of the
first date, ``d2 …`` of the second.
"""

_EN_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December")  # fmt: skip
_EN_SHORT = ("Jan", "Feb", "Mar", "Apr", "", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec")
_RU_STEMS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
             "ноябр", "декабр")  # fmt: skip
_RU_SHORT = ("янв", "февр?", "мар", "апр", "", "июн", "июл", "авг", "сент?", "окт", "нояб?", "дек")
_RU_ENDINGS = {"март": "а|у|ом|е|", "август": "а|у|ом|е|", "ма": "й|я|ю|ем|е"}
_SOFT = "ь|я|ю|ём|ем|е"


def _english() -> str:
    forms = [
        form
        for full, short in zip(_EN_MONTHS, _EN_SHORT, strict=True)
        for form in (full, full.upper(), *(f"{s}\\.?" for s in (short, short.upper()) if s))
    ]
    return "(?:" + "|".join(forms) + ")(?![A-Za-z])"


def _russian() -> str:
    full = [f"{stem}(?:{_RU_ENDINGS.get(stem, _SOFT)})" for stem in _RU_STEMS]
    short = [rf"{form}\.?" for form in _RU_SHORT if form]
    return "(?i:" + "|".join(full + short) + ")(?![А-Яа-яЁё])"


EN_MONTH, RU_MONTH = _english(), _russian()
EN_SHORT_MONTH = "(?i:" + "|".join(f"{s}\\.?" for s in (*_EN_SHORT, "May") if s) + ")(?![A-Za-z])"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
DASH = r"\s?[-‑–—]\s?"


_EN_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
EN_DAY_WORD = (
    rf"(?i:(?:twenty|thirty)[ -](?:{_EN_UNITS})|{_EN_UNITS}|tenth|eleventh|twelfth|twentieth"
    r"|thirtieth|(?:thir|four|fif|six|seven|eigh|nine)teenth)(?![A-Za-z])"
)
_RU_UNITS = "первого|второго|третьего|четв[её]ртого|пятого|шестого|седьмого|восьмого|девятого"
RU_DAY_WORD = (
    rf"(?i:(?:двадцать|тридцать)\s(?:{_RU_UNITS})|{_RU_UNITS}|десятого|двадцатого|тридцатого"
    r"|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцатого)(?![А-Яа-яЁё])"
)
"""Days told in words: "the twenty-first of May", «двадцать первого мая»."""


def month_number(word: str) -> int:
    """Return the number of a month by its name or abbreviation, in any case."""
    lower = word.lower().strip(".")[:3]
    english = next((n for n, name in enumerate(_EN_MONTHS, 1) if name.lower()[:3] == lower), 0)
    if english:
        return english
    return (
        5
        if lower[:2] == "ма" and lower != "мар"
        else (next((n for n, stem in enumerate(_RU_STEMS, 1) if stem[:3] == lower), 0))
    )
