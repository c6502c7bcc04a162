"""Guesses the languages of a text, paragraph by paragraph, so that a bilingual one shows both."""

from collections import Counter

from db.text.scripts import language_of

_LOOKED_AT = 100_000
_LEAST_LETTERS = 12
_LEAST_SHARE = 0.1


def languages_of(text: str, *, stated: str = "") -> tuple[str, ...]:
    """Return ISO 639-1 codes, most used first; `stated` is what a page says where letters don't.

    English, Russian and Azerbaijani are told by their letters. A language of under a tenth of the
    letters, such as a quoted name's, is left out.
    """
    counts: Counter[str] = Counter()
    for line in text[:_LOOKED_AT].split("\n"):
        letters = sum(map(str.isalpha, line))
        if letters >= _LEAST_LETTERS:
            counts[_language(line)] += letters
    least = counts.total() * _LEAST_SHARE
    found = [language for language, count in counts.most_common() if language and count >= least]
    return tuple(found) if found else ((stated,) if stated else ())


def _language(line: str) -> str:
    # ə stands in no other language that is written in Latin letters today
    return "az" if "ə" in line.lower() and language_of(line) == "" else language_of(line)
