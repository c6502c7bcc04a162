"""Tells how a meeting stands by the words around it: held, planned or proposed, by video."""

from db.terms import Standing
from desktop.reading.meetings import english_words, russian_words
from desktop.reading.meetings.marks import Line

_BEFORE, _AFTER = 110, 260


def standing_of(line: Line, start: int, end: int) -> Standing:
    """Return how a meeting named in a stretch of a sentence stands, by its language's words."""
    words = russian_words if line.language == "ru" else english_words
    before = line.text[max(0, start - _BEFORE) : start]
    near = before + line.text[start : end + (90 if line.language == "ru" else _AFTER)]
    if words.PROPOSED.search(before):
        return Standing.PROPOSED
    if words.PLANNED.search(near) and not words.HELD.search(near.replace("be held", "")):
        return Standing.PLANNED
    return Standing.HELD


def by_video(line: Line, start: int, end: int) -> bool:
    """Tell whether those at a meeting named in a stretch saw or heard one another from afar."""
    words = russian_words if line.language == "ru" else english_words
    return bool(words.VIDEO.search(line.around(start, end)))
