"""Writes the numbers of list items the ways word processors do: 1, 01, a, IV, а."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_REPEATED = 20
_LARGEST_ROMAN = 5000


def numeral(number: int, style: str) -> str:
    """Write a number in a style, in small letters.

    Styles are "decimal", "zero" (01), "latin", "russian", "roman" and "", which writes nothing.
    What a style can't write is written in digits.
    """
    match style:
        case "":
            return ""
        case "zero":
            return f"{number:02}"
        case "latin":
            return _letters(number, _LATIN)
        case "russian":
            return _letters(number, _RUSSIAN)
        case "roman":
            return _roman(number)
        case _:
            return str(number)


def _letters(number: int, alphabet: str) -> str:
    """Count a to z, then aa, bb, as Word and LibreOffice do."""
    times, place = divmod(number - 1, len(alphabet))
    if number < 1 or times >= _MOST_REPEATED:
        return str(number)
    return alphabet[place] * (times + 1)


def _roman(number: int) -> str:
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
