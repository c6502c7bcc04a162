"""Knows the signs that items of a list begin with: dots, dashes, numbers, letters, emoji."""

import re
from collections.abc import Sequence

# Signs that never begin prose, with or without a space; flags are countries, not bullets
_DOT = "[•●▪■◦‣⁃∙·◾◼▫□○◆◇►▶➤➢➔→❖]\ufe0f?"
_KEYCAP = "\\d\ufe0f?\u20e3"
_NUMBER = (
    r"\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)](?=\s|[^\W\d_])|\d{1,2}\.\d{1,2}(?=\s)|[IVX]{1,5}[.)](?=\s)"
)
_LETTER = r"\(?[a-zа-я]\)(?=\s)"
_DASH = r"[*–—−-](?=\s)"
_SIGN = "(?![\U0001f1e6-\U0001f1ff])[^\\w\\s\"'«»“”„‘’`(\\[\\])#@.,…;:!?%&/\\\\©®$€₽°+=<>|~^*–—−-]"
_EMOJI = f"{_SIGN}[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
_BULLET = re.compile(
    rf"\s*(?:{_DOT}|{_KEYCAP}|{_NUMBER}|{_LETTER}|{_DASH}|(?:{_EMOJI}){{1,3}})\s*(?=\S)"
)
_SPEECH = re.compile(r"[,!?…]\s[–—-]\s[а-яё]")
_LISTED = re.compile(rf"\s*(?:{_DOT}|{_KEYCAP}|{_NUMBER}|{_LETTER})")


def begins_with_bullet(words: str) -> bool:
    """Tell whether words begin with a sign or number as items of a list do."""
    return bool(_BULLET.match(words))


def listed(paragraphs: Sequence[str]) -> list[bool]:
    """Return for each paragraph whether it is an item of a list.

    A dash that opens somebody's words is none, nor is a dash or emoji that stands there but once.
    """
    marks = [_mark(words) for words in paragraphs]
    return [
        bool(mark)
        and (
            bool(_LISTED.match(paragraphs[place]))
            or mark in marks[max(0, place - 1) : place]
            or mark in marks[place + 1 : place + 2]
        )
        for place, mark in enumerate(marks)
    ]


def _mark(words: str) -> str:
    found = _BULLET.match(words)
    if not found:
        return ""
    mark = found[0].strip()
    return (
        "" if mark in "–—−-" and _SPEECH.search(words) else re.sub(r"\d+|[a-zа-яIVX]+", "1", mark)
    )
