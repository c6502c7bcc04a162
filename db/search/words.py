"""What a user types, as a question to the full-text index: words, "phrases", -without.

Users' text never reaches FTS5 as syntax: every word is stemmed to letters and digits and quoted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.text.folding import words
from db.text.scripts import search_forms
from db.text.stems import stem

_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One word or phrase that must, or must not, be there."""

    words: tuple[str, ...]
    """Folded words, in order."""
    wanted: bool = True
    phrase: bool = False
    open_ended: bool = False
    """The word may go on: it is still being typed, or ends in an asterisk."""


def parts_of(typed: str) -> tuple[Part, ...]:
    """Return the words and phrases of what was typed; the last word is open-ended."""
    found = list(_PART.finditer(typed))
    parts: list[Part] = []
    for match in found:
        minus, quoted, word = match.groups()
        tokens = tuple(words(quoted if quoted is not None else word))
        if not tokens:
            continue
        last = match is found[-1] and match.end() == len(typed)
        parts.append(
            Part(
                words=tokens,
                wanted=not minus,
                phrase=quoted is not None or len(tokens) > 1,
                open_ended=quoted is None and (last or word.endswith("*")),
            )
        )
    return tuple(parts)


def match_text(parts: Sequence[Part]) -> str:
    """Return the FTS5 expression over stems, or an empty string where nothing is asked."""
    wanted = [_expression(part) for part in parts if part.wanted]
    unwanted = [_expression(part) for part in parts if not part.wanted]
    if not wanted:
        return ""
    expression = " AND ".join(wanted)
    return f"({expression}) NOT ({' OR '.join(unwanted)})" if unwanted else expression


def _expression(part: Part) -> str:
    if part.phrase:
        phrase = " ".join(stem(word) for word in part.words)
        return f'"{phrase}"*' if part.open_ended else f'"{phrase}"'
    word = part.words[0]
    if not part.open_ended:
        return f'"{stem(word)}"'
    # the stem of half a word can be longer than the stem of the whole one, and shorter than typed
    return f'("{word}"* OR "{stem(word)}")'


def lit_words(typed: str) -> tuple[str, ...]:
    """Return the folded words to light in a text that was found."""
    return tuple(word for part in parts_of(typed) if part.wanted for word in part.words)


def name_match(typed: str) -> str:
    """Return the FTS5 expression over name forms: every word, the last one open-ended."""
    alternatives = [
        " AND ".join(f'"{word}"*' for word in words(form))
        for form in search_forms(typed)
        if words(form)
    ]
    return " OR ".join(f"({alternative})" for alternative in dict.fromkeys(alternatives))
