"""Numbers as texts write them, in figures or words, turned into plain decimals."""

import re
from decimal import Decimal, InvalidOperation

from .folding import fold

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bln": 10**9, "bn": 10**9, "trillion": 10**12, "k": 1000,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# Russian words by their stems, so that every case is read
_RU_UNITS = (
    ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14),
    ("пятнадцат", 15), ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18),
    ("девятнадцат", 19), ("двадцат", 20), ("тридцат", 30), ("сорок", 40), ("пятьдесят", 50),
    ("пятидесят", 50), ("шестьдесят", 60), ("шестидесят", 60), ("семьдесят", 70),
    ("семидесят", 70), ("восемьдесят", 80), ("восьмидесят", 80), ("девяност", 90),
    ("двест", 200), ("двухсот", 200), ("трист", 300), ("трехсот", 300), ("четырест", 400),
    ("четырехсот", 400), ("пятьсот", 500), ("пятисот", 500), ("шестьсот", 600),
    ("шестисот", 600), ("семьсот", 700), ("семисот", 700), ("восемьсот", 800),
    ("восьмисот", 800), ("девятьсот", 900), ("девятисот", 900), ("сто", 100), ("ста", 100),
    ("дюжин", 12), ("десят", 10), ("девят", 9), ("восем", 8), ("восьм", 8), ("семь", 7),
    ("семи", 7), ("шест", 6), ("пят", 5), ("четыр", 4), ("три", 3), ("трех", 3), ("трем", 3),
    ("два", 2), ("две", 2), ("двух", 2), ("двум", 2), ("один", 1), ("одн", 1),
)  # fmt: skip
_RU_SCALES = (
    ("тыс", 1000), ("миллион", 10**6), ("млн", 10**6), ("миллиард", 10**9), ("млрд", 10**9),
    ("триллион", 10**12), ("трлн", 10**12),
)  # fmt: skip
_GROUPED = re.compile(r"\d{1,3}(?:[ \xa0\u202f,.’']\d{3})+")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_BETWEEN = re.compile(r"[\s-]+")


def parse_number(text: str) -> str:
    """Return a number as plain decimal digits: "200,000", "2.3 billion", «45 тыс.», "Twelve".

    Empty for anything that is not one number. A comma or point before three digits groups them.
    """
    typed = fold(text).strip()
    grouped = _GROUPED.match(typed)
    figures = grouped or _PLAIN.match(typed)
    if figures is None:
        return _of_words(typed)
    number = figures[0]
    digits = re.sub(r"\D", "", number) if grouped else number.replace(",", ".")
    scale = _scales(typed[figures.end() :])
    return _written(Decimal(digits) * scale) if scale else ""


def _scales(text: str) -> int:
    """Return what the words after a figure multiply it by; 0 where they are no such words."""
    scale = 1
    for word in filter(None, _BETWEEN.split(text.strip())):
        factor = _scale(word.strip("."))
        scale *= factor
    return scale


def _of_words(text: str) -> str:
    whole = part = 0
    words = [word.strip(".") for word in _BETWEEN.split(text) if word not in {"and", "и", "a"}]
    if not words or not words[0]:
        return ""
    for word in words:
        scale, unit = _scale(word), _unit(word)
        if unit:
            part += unit
        elif scale == 100:
            part = (part or 1) * scale
        elif scale:
            whole, part = whole + (part or 1) * scale, 0
        else:
            return ""
    return _written(Decimal(whole + part))


def _unit(word: str) -> int:
    if word in _UNITS:
        return _UNITS[word]
    return next((value for stem, value in _RU_UNITS if word.startswith(stem)), 0)


def _scale(word: str) -> int:
    if word in _SCALES:
        return _SCALES[word]
    plural = word.removesuffix("s")
    if plural in _SCALES and len(plural) > 2:
        return _SCALES[plural]
    return next((value for stem, value in _RU_SCALES if word.startswith(stem)), 0)


def _written(number: Decimal) -> str:
    try:
        whole = number.to_integral_value()
    except InvalidOperation:  # more digits than a decimal holds
        return ""
    return str(int(whole)) if number == whole else format(number.normalize(), "f")
