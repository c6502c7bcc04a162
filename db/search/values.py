"""The values of fields with a closed vocabulary: words in either language, and what is stored.

Countries are ISO 3166-1 alpha-2 codes, languages ISO 639 codes; both are also known by their names
in CLDR. All other words stand in ``vocabulary``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from db.text.countries import country_codes, country_name, find_country

from .fields import Language, key_of
from .vocabulary import VOCABULARY


def value_keys(field: str) -> tuple[str, ...]:
    """Return the values of a field as they are stored, in the order they are offered."""
    if field == "country":
        return country_codes()
    if field == "lang":
        return tuple(code for code in _languages("en") if len(code) == 2)
    return tuple(map(str, VOCABULARY[field]))


def value_label(field: str, key: str, language: Language) -> str:
    """Return what a value is called on screen; an unknown one comes back as it is."""
    if field == "country":
        return country_name(key, language)
    if field == "lang":
        return _languages(language).get(key, key)
    words = VOCABULARY[field].get(key)
    return words[language == "ru"].partition(";")[0] if words else key


def value_word(field: str, key: str, language: Language) -> str:
    """Return the word a value is printed with in a query: one without blanks."""
    if field in {"country", "lang"}:
        return key
    return value_label(field, key, language).replace(" ", "-")


def find_value(field: str, typed: str) -> str | None:
    """Return the value that a word or a code names, in English or Russian, or None."""
    if field == "country":
        return find_country(typed) or find_country(typed.replace("-", " ").replace("_", " "))
    return _by_word(field).get(key_of(typed))


def values_beginning(field: str, typed: str) -> tuple[str, ...]:
    """Return the values that have a name, or a word of one, beginning with what was typed.

    Values whose whole name begins so come first; within that, the order of the vocabulary.
    """
    wanted = key_of(typed)
    if not wanted:
        return value_keys(field)
    first: dict[str, None] = {}
    later: dict[str, None] = {}
    for word, key in _all_words(field):
        if word.startswith(wanted):
            first[key] = None
        elif f"-{wanted}" in word:
            later[key] = None
    return tuple(first | later)


def value_words(field: str, key: str) -> Iterator[str]:
    """Yield every name of a value, codes included, as they are compared."""
    if field in {"country", "lang"}:
        yield key_of(key)
        yield key_of(value_label(field, key, "en"))
        yield key_of(value_label(field, key, "ru"))
        return
    yield key_of(key)
    for half in VOCABULARY[field][key]:
        yield from map(key_of, half.split(";"))


@cache
def _all_words(field: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, key) for key in value_keys(field) for word in value_words(field, key))


@cache
def _by_word(field: str) -> dict[str, str]:
    keys = tuple(_languages("en")) if field == "lang" else value_keys(field)
    return {word: key for key in reversed(keys) for word in value_words(field, key)}


@cache
def _languages(language: Language) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - 40 ms, not needed for a first window

    names = cast("Mapping[str, str]", Locale(language).languages)
    return {code: name for code, name in names.items() if code.isalpha()}
