"""What "Jump to" offers: rows of several groups, and how well each fits what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from db.text.folding import fold, word_spans, words

EXACT, BEGINS, HOLDS = 3.0, 2.0, 1.2
"""How well a name fits: it is what was typed, begins with it, or holds its words."""
_OTHER_NAME = 0.6
"""What a name that is not shown loses against one that is."""


class JumpGroup(IntEnum):
    """What a row leads to; of groups that fit alike, the lesser comes first."""

    PLACES = 0
    ENTRIES = 1
    LISTS = 2
    TAGS = 3
    SEARCHES = 4
    ACTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class JumpRow:
    """One row: its words and signs, what it stands for, and how well it fits."""

    group: JumpGroup
    key: str
    """Names it for the memory: ``entry:12``, ``action:undo``."""
    title: str
    detail: str = ""
    badge: str = ""
    """The keys of an action."""
    icon: str = ""
    colour: str = ""
    enabled: bool = True
    score: float = 0.0
    payload: object = None


def score_of(typed: str, shown: str, others: Iterable[str] = ()) -> float:
    """Return how well names fit what was typed, 0 where they do not; anything fits nothing."""
    wanted = words(typed)
    if not wanted:
        return HOLDS
    own = _score(typed, wanted, shown)
    other = max((_score(typed, wanted, name) for name in others), default=0.0)
    return max(own, other - _OTHER_NAME)


def ordered(rows: Iterable[JumpRow], limits: Sequence[int]) -> list[JumpRow]:
    """Return the best rows of each group, up to its limit; the group of the best row first."""
    groups: dict[JumpGroup, list[JumpRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    for group, held in groups.items():
        held.sort(key=lambda row: (-row.score, not row.enabled))
        del held[limits[group] :]
    filled = [held for held in groups.values() if held]
    filled.sort(key=lambda held: (-held[0].score, held[0].group))
    return [row for held in filled for row in held]


def begun_spans(text: str, typed: str) -> list[tuple[int, int]]:
    """Return where words of a text begin with words typed, in code points: what was typed of each.

    Where folding changes the length of a word, the whole word.
    """
    wanted = words(typed)
    found: list[tuple[int, int]] = []
    for word, first, last in word_spans(text):
        held = max((len(part) for part in wanted if word.startswith(part)), default=0)
        if held:
            found.append((first, first + held if len(word) == last - first else last))
    return found


def _score(typed: str, wanted: Sequence[str], name: str) -> float:
    held = words(name)
    if held == list(wanted):
        return EXACT
    if fold(name).startswith(fold(typed)):
        return BEGINS
    fits = all(any(word.startswith(part) for word in held) for part in wanted)
    return HOLDS if fits else 0.0
