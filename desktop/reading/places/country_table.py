"""All that countries are called in English and Russian, ready to be looked for.

Names are CLDR's and those of `db.text.countries`; adjectives, peoples and further names stand in
`resources/gazetteers/countries.txt`, what only looks like a country in `not_countries.txt`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from db.text.countries import country_codes, country_name
from desktop.reading.gazetteers import lines_of
from desktop.reading.morphology import adjective_forms, declined
from desktop.reading.places.phrase_table import (
    PhraseTable,
    folded_forms,
    plain_words,
    words_of_text,
)

# Territories without people, or whose names are other words too
_UNREAD = frozenset(
    (
        "AQ", "AX", "BL", "BQ", "BV", "CC", "CX", "GS", "HM", "IO", "JE", "MF", "NF", "PM", "PN",
        "RE", "SJ", "TF", "UM", "WF", "YT",
    )
)  # fmt: skip
# Halves of compounds such as «японо-китайский», Sino-Russian
_COMPOUND = {
    "англо": "GB", "франко": "FR", "германо": "DE", "итало": "IT", "японо": "JP", "греко": "GR",
    "ирано": "IR", "ирако": "IQ", "испано": "ES", "американо": "US", "армяно": "AM", "афгано": "AF",
    "индо": "IN", "турко": "TR", "узбеко": "UZ", "грузино": "GE", "арабо": "", "кыргызо": "KG",
    "азербайджано": "AZ", "палестино": "PS", "корейско": "KR", "мексикано": "MX", "русско": "RU",
    "sino": "CN", "indo": "IN", "russo": "RU", "franco": "FR", "italo": "IT", "greco": "GR",
    "turco": "TR", "serbo": "RS", "luso": "PT", "perso": "IR",
}  # fmt: skip
# Abbreviations with other meanings: only where the country is named in full as well
ALONE_UNSURE = frozenset(
    ("КР", "РА", "АР", "РБ", "РТ", "САР", "CAR", "PNG", "RSA", "RF", "РК", "ИРП")
)
_PEOPLE_ENDINGS = (
    ("анин", ("анин", "анина", "анину", "анином", "анине", "ане", "ан", "анам", "анами", "анах")),
    ("янин", ("янин", "янина", "янину", "янином", "янине", "яне", "ян", "янам", "янами", "янах")),
    ("арин", ("арин", "арина", "арину", "арином", "арине", "ары", "ар", "арам", "арами", "арах")),
    ("лец", ("лец", "льца", "льцу", "льцем", "льце", "льцы", "льцев", "льцам", "льцами", "льцах")),
    ("аец", ("аец", "айца", "айцу", "айцем", "айце", "айцы", "айцев", "айцам", "айцами", "айцах")),
    ("ец", ("ец", "ца", "цу", "цем", "це", "цы", "цев", "цам", "цами", "цах", "йцы", "йцев", "йцам",
            "йцами", "йцах")),
    ("турок", ("турок", "турка", "турку", "турки", "туркам", "турками", "турках")),
)  # fmt: skip
_PLURAL_IN_S = ("n", "i", "ek", "ik", "kh", "ot")
_ENDINGS = ("", "а", "у", "ом", "е", "и", "ы", "ов", "ам", "ами", "ах")


class Called(NamedTuple):
    """What a name says: the country, and how it is called; no code where it is no country."""

    code: str
    form: str
    exact: str = ""
    """The letters an abbreviation must have as they stand."""


@cache
def country_table() -> PhraseTable[Called]:
    """Return every name, adjective and people of a country, with what only looks like one."""
    table: PhraseTable[Called] = PhraseTable()
    for code in country_codes():
        if code not in _UNREAD:
            _add_name(table, country_name(code, "en"), code)
            _add_name(table, country_name(code, "ru"), code)
    for line in lines_of("countries"):
        _add_line(table, line)
    for half, code in _COMPOUND.items():
        table.add((frozenset((half,)),), Called(code, "half"))
    for phrase in lines_of("not_countries"):
        table.add(_words(phrase), Called("", "none"))
    return table


def _add_line(table: PhraseTable[Called], line: str) -> None:
    code, english, peoples, russian, russians, names = map(str.strip, line.split(";"))
    for adjective in _items(english):
        if adjective.isupper():
            _add_name(table, adjective, code)
            continue
        _add(table, plain_words(adjective), Called(code, "adjective"))
        if adjective.endswith(_PLURAL_IN_S):
            _add(table, plain_words(adjective + "s"), Called(code, "people"))
    for people in _items(peoples):
        _add(table, plain_words(people), Called(code, "people"))
    for adjective in _items(russian):
        *halves, last = re.split("[- ]", adjective)
        forms = (*(frozenset((half,)) for half in halves), adjective_forms(last))
        _add(table, folded_forms(forms), Called(code, "adjective"))
    for people in _items(russians):
        _add(table, folded_forms((_people_forms(people),)), Called(code, "people"))
    for name in _items(names):
        _add_name(table, name, code)


def _items(text: str) -> Iterator[str]:
    return (item.strip() for item in text.split(",") if item.strip())


def _exact(name: str) -> str:
    return name if name.isupper() or (len(name) < 5 and name[:2].isupper()) else ""


def _add_name(table: PhraseTable[Called], name: str, code: str) -> None:
    name = re.sub(r"\s*\(.*\)", "", name)
    for spelling in {name, name.replace("&", "and"), re.sub(r"\bSt\. ", "Saint ", name)}:
        exact = _exact(spelling)
        _add(table, _words(spelling), Called(code, "name", exact))
        if exact and spelling.isascii() and spelling.isupper():
            _add(table, plain_words(".".join(spelling)), Called(code, "name", exact))


def _words(name: str) -> tuple[frozenset[str], ...]:
    if not re.search("[а-яё]", name, re.IGNORECASE) or name.isupper():
        return plain_words(name)
    parts = [word.folded for word in words_of_text(name)]
    forms = folded_forms(declined(" ".join(parts)))
    if len(parts) == 1:
        return forms
    return tuple(
        form if len(part) > 2 or part not in {"и", "д"} else frozenset((part,))
        for part, form in zip(parts, forms, strict=True)
    )


def _add(table: PhraseTable[Called], words: tuple[frozenset[str], ...], called: Called) -> None:
    if words:
        table.add(words, called)


def _people_forms(people: str) -> frozenset[str]:
    for ending, endings in _PEOPLE_ENDINGS:
        if people.endswith(ending):
            stem = people[: len(people) - len(ending)]
            return frozenset(stem + form for form in endings)
    return frozenset(people + ending for ending in _ENDINGS)
