"""Ordinals of meetings and sessions, as figures, Roman numerals and words in two languages."""

import re
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
# Russian texts often write Roman numerals with the Cyrillic letters of the keyboard
_LOOKALIKES = str.maketrans("ХІМС", "XIMC")

_EN_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_EN_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_RU_STEMS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
    "семнадцат", "восемнадцат", "девятнадцат",
)  # fmt: skip
_RU_TEN_STEMS = (
    "двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят",
    "девяност", "сот",
)  # fmt: skip
_RU_TENS = (
    "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
    "девяносто", "сто",
)  # fmt: skip
_RU_ENDING = re.compile(
    r"[ыио]й|ь?(?:его|ему|ем|им|их|ими|ей|ю|я|е|и)|ая|[оы]е|ого|ому|[оы]м|ых|ыми|ую"
)

_EN_UNITS = {word: number for number, word in enumerate(_EN_ORDINALS, 1)}
_RU_UNITS = {word: number for number, word in enumerate(_RU_STEMS, 1)}
_WHOLE_TENS = {word[:-1] + "ieth": number * 10 for number, word in enumerate(_EN_TENS, 2)} | {
    word: number * 10 for number, word in enumerate(_RU_TEN_STEMS, 2)
}
_TENS = {word: number * 10 for number, word in enumerate(_EN_TENS, 2)} | {
    word: number * 10 for number, word in enumerate(_RU_TENS, 2)
}
_FIGURES = re.compile(r"(?:№|no\.?)?\s*(\d{1,6})(?:\s?(?:st|nd|rd|th)|\s?[-‐‑–]?\s?[а-я]{1,3})?\.?")
_ROMAN_WITH_ENDING = re.compile(r"([IVXLCDM]+)(?:th|\s?[-‐‑–]\s?[а-яё]{1,3})?", re.IGNORECASE)


def to_roman(number: int) -> str:
    """Return a number from 1 to 3999 as a Roman numeral; any other raises ValueError."""
    if not 1 <= number <= 3999:
        message = f"no Roman numeral for {number}"
        raise ValueError(message)
    letters: list[str] = []
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters.append(letter * count)
    return "".join(letters)


def from_roman(text: str) -> int | None:
    """Return the value of a Roman numeral in strict form, either case; None for anything else."""
    numeral = text.strip().translate(_LOOKALIKES).upper()
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        return None
    total = at = 0
    for value, letter in _ROMAN:
        while numeral.startswith(letter, at):
            total, at = total + value, at + len(letter)
    return total


def parse_ordinal(text: str) -> int | None:
    """Return the number of an ordinal: "XXXVII", "37th", «21-е», "nineteenth", «двадцать первое».

    None when it is none of these. Words reach ninety-nine in English, 119 in Russian.
    """
    typed = " ".join(text.split()).strip(" .")
    figures = _FIGURES.fullmatch(typed.lower())
    if figures:
        return int(figures.group(1)) or None
    roman = _ROMAN_WITH_ENDING.fullmatch(typed.translate(_LOOKALIKES))
    if roman:
        return from_roman(roman.group(1))
    return _from_words(typed.lower().replace("ё", "е").replace("-", " ").split())


def _from_words(parts: list[str]) -> int | None:
    *tens, last = parts or [""]
    if len(tens) > 1 or any(word not in _TENS for word in tens):
        return None
    base = _TENS[tens[0]] if tens else 0
    unit = _unit(last)
    if unit is None:
        whole = _WHOLE_TENS.get(last) or _WHOLE_TENS.get(_russian_stem(last))
        return None if tens else whole
    return base + unit if not tens or base == 100 or unit < 10 else None


def _unit(word: str) -> int | None:
    return _EN_UNITS.get(word) or _RU_UNITS.get(_russian_stem(word))


def _russian_stem(word: str) -> str:
    for ending in range(1, 5):
        stem = word[:-ending]
        known = stem in _RU_UNITS or stem in _WHOLE_TENS
        if known and _RU_ENDING.fullmatch(word[-ending:]):
            return stem
    return ""
