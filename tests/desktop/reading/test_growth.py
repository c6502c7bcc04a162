"""Twice the text is twice the work: no finder looks at all others of its kind for each."""

import cProfile
import pstats
import re

from desktop.reading.release import read_release
from desktop.reading.suggest import suggest
from tests.desktop.reading.score import RELEASES, releases

_NAME = re.compile(r"\b[A-ZА-ЯЁ][a-zа-яё]{4,}\b")
_TURNS = 3
_MOST = 2.4
"""Of calls, for twice the text; a finder that compares all with all would come near 4."""


def _text(turns: range) -> str:
    """Return the kept releases once for each turn, with other people each time."""
    parts: list[str] = []
    for turn in turns:
        infix = f"{'aeiou'[turn % 5]}{'bdklm'[turn // 5 % 5]}"
        for _name, text, by_hand in releases(RELEASES):
            names = {word for one in by_hand["people"] for word in _NAME.findall(str(one["name"]))}
            stems = "|".join(sorted((re.escape(name[:-2]) for name in names), key=len))
            parts.append(re.sub(rf"\b({stems})", rf"\1{infix}", text) if stems else text)
    return "\n\n".join(parts)


def _calls(text: str) -> int:
    profile = cProfile.Profile()
    profile.enable()
    suggest(read_release(text))
    profile.disable()
    calls: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return calls


def test_reading_grows_no_faster_than_its_text() -> None:
    suggest(read_release(_text(range(1))))  # grammars and models are loaded now
    once = _calls(_text(range(1, 1 + _TURNS)))
    twice = _calls(_text(range(1 + _TURNS, 1 + 3 * _TURNS)))
    assert twice / once < _MOST
