"""Words of the report's apparatus, English and Russian, found by vocabulary and code."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from desktop.reports import wording_english, wording_russian
from desktop.reports.runs import kept_whole, printable
from desktop.reports.wording_fields import FIELD_WORDS

WORDING = {
    "en": {
        **wording_english.WORDING,
        "field": {code: words[0] for code, words in FIELD_WORDS.items()},
    },
    "ru": {
        **wording_russian.WORDING,
        "field": {code: words[1] for code, words in FIELD_WORDS.items()},
    },
}

LANGUAGE_NAMES = {
    "ar": ("Arabic", "арабский"),
    "az": ("Azerbaijani", "азербайджанский"),
    "be": ("Belarusian", "белорусский"),
    "de": ("German", "немецкий"),
    "en": ("English", "английский"),
    "es": ("Spanish", "испанский"),
    "fa": ("Persian", "персидский"),
    "fr": ("French", "французский"),
    "he": ("Hebrew", "иврит"),
    "hy": ("Armenian", "армянский"),
    "ka": ("Georgian", "грузинский"),
    "kk": ("Kazakh", "казахский"),
    "ky": ("Kyrgyz", "киргизский"),
    "ro": ("Romanian", "румынский"),
    "ru": ("Russian", "русский"),
    "tg": ("Tajik", "таджикский"),
    "tk": ("Turkmen", "туркменский"),
    "tr": ("Turkish", "турецкий"),
    "uk": ("Ukrainian", "украинский"),
    "uz": ("Uzbek", "узбекский"),
    "zh": ("Chinese", "китайский"),
}
"""Names of languages by ISO 639-1 code, in English and in Russian."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The apparatus in one language."""

    language: Literal["en", "ru"]

    def has(self, vocabulary: str, code: str) -> bool:
        """Say whether a vocabulary words a code."""
        return code in WORDING[self.language][vocabulary]

    def word(self, vocabulary: str, code: str, **parts: str) -> str:
        """Return the words for a code with its ``{parts}`` filled in; an unknown code is spelt out.

        A code newer than this table must not cost the archivist the report.
        """
        if not parts:
            return _whole_words(self.language, vocabulary, code)
        words = WORDING[self.language][vocabulary].get(code)
        if words is None:
            return printable(code.replace("_", " "))
        # A Russian date ends in "г.", which also ends the sentence
        clean = {name: printable(part) for name, part in parts.items()}
        return kept_whole(words.format(**clean).replace("г..", "г."))

    def counted(self, code: str, number: int) -> str:
        """Return so many of a thing, with its noun."""
        return f"{self.number(str(number))}\u00a0{self.count(code, number)}"

    def count(self, code: str, number: int) -> str:
        """Return the noun for so many of a thing, in the plural form of CLDR."""
        return self.word("count", f"{code}.{plural_form(self.language, number)}")

    def field(self, code: str) -> str:
        """Return what a field, or a kind of thing that evidence is about, is called in a note."""
        return self.word("field", code)

    def language_name(self, code: str) -> str:
        """Return the name of an ISO 639 language; an unknown code stays as it is."""
        names = LANGUAGE_NAMES.get(code)
        return printable(code) if names is None else names[self.language == "ru"]

    def number(self, text: str) -> str:
        """Return a decimal number grouped and marked as the language has it."""
        whole, _, fraction = text.partition(".")
        if not whole.isdecimal() or not (fraction.isdecimal() or not fraction):
            return printable(text)
        comma, point = (",", ".") if self.language == "en" else ("\u00a0", ",")
        grouped = f"{int(whole):,}" if len(whole) > 4 else whole
        return grouped.replace(",", comma) + (point + fraction if fraction else "")


@cache
def _whole_words(language: Literal["en", "ru"], vocabulary: str, code: str) -> str:
    words = WORDING[language][vocabulary].get(code)
    return printable(code.replace("_", " ")) if words is None else kept_whole(words)


def plural_form(language: str, number: int) -> str:
    """Return one, few or many by the plural rules of CLDR for whole numbers."""
    if language == "en":
        return "one" if number == 1 else "many"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "many"
