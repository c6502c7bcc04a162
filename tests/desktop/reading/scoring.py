"""Scores a reading against one made by hand: precision, recall and F1 of each kind.

A record matches by its name or one of its further names, alike to 85 of 100 letters (titles of
agreements and meetings to 60); optional records are neither rewarded nor punished. Attributes are
asked of matched records alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.distance import Indel

Record = Mapping[str, Any]
Likeness = Callable[[Record, Record], float]

_HONORIFIC = re.compile(r"^(?:(?:h\.\s?e\.|dr|mr|mrs|ms|prof|professor|sir)\.?\s+)+")
_OWNER = re.compile(r"^[\w.\-]+(?:'s|s')\s+")
NAME_FLOOR, TITLE_FLOOR = 0.85, 0.6


@dataclass(slots=True)
class Tally:
    """How many were right, made up, and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, other: "Tally") -> None:
        """Add the counts of another tally."""
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was asked or made up."""
        asked = 2 * self.right + self.extra + self.missed
        return 2 * self.right / asked if asked else 1.0


@dataclass(slots=True)
class Score:
    """The tallies of each kind, and of each attribute how many were right of those asked."""

    kinds: dict[str, Tally] = field(default_factory=dict[str, Tally])
    attributes: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def add(self, other: "Score") -> None:
        """Add the score of another release."""
        for kind, tally in other.kinds.items():
            self.kinds.setdefault(kind, Tally()).add(tally)
        for name, (right, asked) in other.attributes.items():
            kept = self.attributes.setdefault(name, [0, 0])
            kept[0] += right
            kept[1] += asked

    def ask(self, name: str, *, right: bool) -> None:
        """Count one attribute."""
        kept = self.attributes.setdefault(name, [0, 0])
        kept[0] += right
        kept[1] += 1

    def shares(self) -> dict[str, float]:
        """Return every figure by its name, from 0 to 1."""
        found = {kind: tally.f1 for kind, tally in self.kinds.items()}
        found |= {name: right / asked for name, (right, asked) in self.attributes.items() if asked}
        return {name: round(found[name], 3) for name in sorted(found)}


def score(by_hand: Record, read: Record) -> Score:
    """Return how a reading agrees with the one made by hand."""
    whole = Score()
    _people(whole, by_hand, read)
    _match(whole, "organisations", (by_hand, read), _named, NAME_FLOOR)
    _match(whole, "countries", (by_hand, read), _equal, 1.0)
    _agreements(whole, by_hand, read)
    _meetings(whole, by_hand, read)
    _dates(whole, by_hand, read)
    return whole


def _people(whole: Score, by_hand: Record, read: Record) -> None:
    for hand, mine in _match(whole, "people", (by_hand, read), _person, NAME_FLOOR):
        if hand.get("role"):
            whole.ask("people.role", right=_within(hand["role"], mine.get("role")))
        if hand.get("country"):
            whole.ask("people.country", right=hand["country"] == mine.get("country"))


def _agreements(whole: Score, by_hand: Record, read: Record) -> None:
    for hand, mine in _match(whole, "agreements", (by_hand, read), _titled, TITLE_FLOOR):
        for name in ("type", "status"):
            if hand.get(name):
                whole.ask(f"agreements.{name}", right=hand[name] == mine.get(name))
        if hand.get("date"):
            whole.ask("agreements.date", right=_same_date(hand["date"], mine.get("date")))
        for name in ("parties", "signatories"):
            if hand.get(name):
                whole.ask(f"agreements.{name}", right=_all_in(hand[name], mine.get(name)))


def _meetings(whole: Score, by_hand: Record, read: Record) -> None:
    for hand, mine in _match(whole, "meetings", (by_hand, read), _session, TITLE_FLOOR):
        if hand.get("number"):
            whole.ask("meetings.number", right=str(hand["number"]) == str(mine.get("number")))
        if hand.get("date"):
            whole.ask("meetings.date", right=_same_date(hand["date"], mine.get("date")))
        if hand.get("place"):
            whole.ask("meetings.place", right=_within(hand["place"], mine.get("place")))
        if hand.get("chairs"):
            whole.ask("meetings.chairs", right=_all_in(hand["chairs"], mine.get("chairs")))


def _dates(whole: Score, by_hand: Record, read: Record) -> None:
    """Compare dates as they are written; bare years are asked for and not held against one."""
    dates = [_record(one) for one in by_hand.get("dates", [])]
    allowed = {_names(one)[0] for one in dates}
    asked = {_names(one)[0] for one in dates if not one.get("optional")}
    found = set(map(str, read.get("dates", [])))
    extra = {date for date in found - allowed if "-" in date}
    whole.kinds["dates"] = Tally(len(asked & found), len(extra), len(asked - found))
    published, others = by_hand.get("published"), by_hand.get("published_alternatives", [])
    if published:
        right = read.get("published") in {published, *others}
        whole.kinds["published"] = Tally(int(right), 0, int(not right))


def _match(
    whole: Score, kind: str, readings: tuple[Record, Record], likeness: Likeness, floor: float
) -> list[tuple[Record, Record]]:
    hand, mine = ([_record(one) for one in reading.get(kind) or []] for reading in readings)
    pairs = _pairs(hand, mine, likeness, floor)
    matched = {at for at, _other in pairs}
    wanted = {at for at, one in enumerate(hand) if not one.get("optional")}
    whole.kinds[kind] = Tally(
        right=len(matched & wanted), extra=len(mine) - len(pairs), missed=len(wanted - matched)
    )
    return [(hand[at], mine[other]) for at, other in pairs if at in wanted]


def _pairs(
    hand: list[Record], mine: list[Record], likeness: Likeness, floor: float
) -> list[tuple[int, int]]:
    """Pair one to one, the most alike first."""
    offers = sorted(
        (-likeness(one, other), at, place)
        for at, one in enumerate(hand)
        for place, other in enumerate(mine)
    )
    taken: set[int] = set()
    given: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for unlike, at, place in offers:
        if -unlike >= floor and at not in taken and place not in given:
            taken.add(at)
            given.add(place)
            pairs.append((at, place))
    return pairs


def _record(one: object) -> Record:
    return one if isinstance(one, Mapping) else {"name": str(one)}  # pyright: ignore[reportUnknownVariableType] - JSON


def _names(one: Record) -> list[str]:
    return [str(one.get("name") or one.get("title") or ""), *one.get("aliases", [])]


def _named(hand: Record, mine: Record) -> float:
    return max(_alike(a, b) for a in _names(hand) for b in _names(mine))


def _titled(hand: Record, mine: Record) -> float:
    return _named(hand, mine)


def _person(hand: Record, mine: Record) -> float:
    return max(
        _alike(turn(_HONORIFIC.sub("", _plain(a))), turn(_plain(str(mine.get("name")))))
        for a in _names(hand)
        for turn in (str, _sorted_words)
    )


def _session(hand: Record, mine: Record) -> float:
    alike = _named(hand, mine)
    if hand.get("number") and str(hand["number"]) == str(mine.get("number")):
        return max(alike, 0.9)
    return alike


def _equal(hand: Record, mine: Record) -> float:
    return float(_names(hand)[0] == _names(mine)[0])


def _sorted_words(name: str) -> str:
    return " ".join(sorted(name.replace(".", ". ").split()))


def _plain(text: object) -> str:
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("ё", "е")
    bare = re.sub(r"[«»“”„\"‘`]", "", folded).replace("’", "'")
    line = re.sub(r"^(the|an?)\s+", "", " ".join(bare.split()).strip(" .,;:"))
    return _OWNER.sub("", line)


def _alike(a: str, b: str) -> float:
    left, right = _plain(a), _plain(b)
    return Indel.normalized_similarity(left, right) if left and right else 0.0


def _within(wanted: object, found: object) -> bool:
    left, right = _plain(wanted), _plain(found)
    return bool(right) and (left in right or right in left or _alike(left, right) >= TITLE_FLOOR)


def _all_in(wanted: Iterable[str], found: Iterable[str] | None) -> bool:
    return all(any(_alike(a, b) >= NAME_FLOOR for b in found or ()) for a in wanted)


def _same_date(a: object, b: object) -> bool:
    return bool(a) and str(a)[:10] == str(b)[:10]
