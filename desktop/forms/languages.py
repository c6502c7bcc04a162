"""The languages a form offers: ISO 639 codes with their names from CLDR."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from babel import Locale


@cache
def language_names(language: str = "en") -> dict[str, str]:
    """Return the name of each ISO 639 code of two or three letters, in English or Russian."""
    locale = Locale("ru" if language == "ru" else "en")
    names = cast("Mapping[str, str]", locale.languages)
    return {code: name for code, name in names.items() if code.isalpha()}


def language_name(code: str, language: str = "en") -> str:
    """Return what a language is called; an unknown code comes back as it is."""
    return language_names(language).get(code, code)
