"""Makes the mentions of one meeting one record: by number, body, participants, or "the talks"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from db.terms import MeetingKind, Standing
from desktop.reading.findings import FoundBody, FoundPerson
from desktop.reading.meetings.marks import country_of
from desktop.reading.meetings.mention import Mention, Weight

_SMALL = frozenset(
    (
        "of", "the", "on", "for", "and", "in", "between", "по", "в", "и", "на", "о", "об", "для",
        "между",
    )
)  # fmt: skip
_LOOSE = frozenset(
    (
        "meeting", "talks", "negotiations", "consultations", "conversation", "session",
        "встреча", "переговоры", "беседа", "заседание", "совещание", "консультации",
        "раунд",
    )
)  # fmt: skip
_FIRST = re.compile(r"\b(?:inaugural|first|maiden|перв[аоы]\w+|учредительн\w+)\b", re.IGNORECASE)
_ALIKE = 0.82
_REMEMBERED = 40
"""How many meetings back a mention is looked for, so that long texts take linear time."""
_TOLD = 12
_LEAD = 4
"""How many sentences after a headline its meeting may be told in full."""
_RARE = 3
"""Above it, one number in a text is one meeting."""


@dataclass
class Gathering:
    """The mentions of one meeting, the one that names it best to be told from them."""

    mentions: list[Mention] = field(default_factory=list[Mention])

    @property
    def numbers(self) -> set[int]:
        """Give the numbers it is called by; more than one is a contradiction."""
        return {m.number for m in self.mentions if m.number}

    @property
    def in_passing(self) -> bool:
        """Tell whether it is never more than background."""
        return all(m.background or m.other_time for m in self.mentions)

    @property
    def first(self) -> Mention:
        """Give the mention that names the meeting: numbered, with its body, or the earliest."""
        return min(self.mentions, key=_rank)


def _rank(mention: Mention) -> tuple[int, int, bool, int]:
    weights = {Weight.OWN: 0, Weight.WEAK: 1, Weight.GENERIC: 2}
    fullness = 0 if mention.number and (mention.body or mention.body_words) else 1
    fullness += 0 if mention.number or len(mention.sides) > 1 or mention.body else 1
    named = sum(isinstance(who, FoundPerson) and bool(who.name) for who, _kind in mention.sides)
    fullness += 0 if mention.number or named > 1 else 1
    return weights[mention.weight], fullness, mention.title.isupper(), mention.start


def gather(mentions: Iterable[Mention]) -> list[Gathering]:
    """Return the meetings a text tells of, in the order they are first named."""
    gatherings: list[Gathering] = []
    later: list[Mention] = []
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    for mention in ordered:
        if mention.weight is not Weight.OWN:
            later.append(mention)
            continue
        same = next((g for g in reversed(gatherings[-_REMEMBERED:]) if _is_same(mention, g)), None)
        if same:
            same.mentions.append(mention)
        else:
            gatherings.append(Gathering([mention]))
    _attach(later, gatherings)
    return sorted(gatherings, key=lambda g: g.first.start)


def _attach(loose: Sequence[Mention], gatherings: list[Gathering]) -> None:
    """Give words such as "the talks" to the meeting they stand for; a lone weak one stands."""
    starts = [g.mentions[0].start for g in gatherings]
    for mention in loose:
        last = bisect_right(starts, mention.start)
        near = gatherings[max(0, last - _REMEMBERED) : last + 1]
        target = _antecedent(mention, near)
        if target:
            target.mentions.append(mention)
        elif mention.weight is Weight.WEAK and (
            (mention.other_time and mention.standing is Standing.PLANNED)
            or all(g.in_passing for g in gatherings)
        ):
            gatherings.append(Gathering([mention]))
            starts.append(mention.start)


def _antecedent(mention: Mention, gatherings: Sequence[Gathering]) -> Gathering | None:
    fitting = [
        g for g in gatherings
        if not g.in_passing and _same_sort(mention, g) and not mention.other_time
        and not (g.numbers and _told_number(mention) - g.numbers)
        and (mention.standing is Standing.HELD or g.first.standing is not Standing.HELD)
    ]  # fmt: skip
    before = [g for g in fitting if g.mentions[0].start <= mention.start]
    if not before:
        return fitting[0] if fitting else None
    main = before[0]
    nearest = max(
        before, key=lambda g: max(m.start for m in g.mentions if m.start <= mention.start)
    )
    return (
        nearest
        if main.first.head != mention.head and nearest.first.head == mention.head
        else main
        if main.numbers
        else nearest
    )


def _told_number(mention: Mention) -> set[int]:
    """Return the number words tell of a mention that stands for a meeting named elsewhere."""
    told = mention.number or (1 if _FIRST.search(mention.title) else None)
    return {told} if told else set()


def _same_sort(mention: Mention, gathering: Gathering) -> bool:
    heads = {m.head for m in gathering.mentions}
    if mention.head in heads:
        return True
    return mention.head in _LOOSE and bool(heads & _LOOSE)


def _is_same(mention: Mention, gathering: Gathering) -> bool:
    numbers = gathering.numbers
    first = gathering.first
    if mention.number and numbers:
        same_series = mention.number > _RARE and mention.head == first.head
        return mention.number in numbers and (same_series or _bodies_agree(mention, first))
    if mention.other_time != first.other_time:
        return False
    if mention.number or numbers:
        return _series_agrees(mention, gathering)
    if mention.head == first.head and _is_headline_of(mention, gathering):
        return True
    if mention.kind is MeetingKind.TALKS and any(_is_talk(m) for m in gathering.mentions[:_TOLD]):
        return _people_agree(mention, gathering)
    return _alike(mention.title, first.title)


def _is_talk(mention: Mention) -> bool:
    return mention.kind is MeetingKind.TALKS


def _body_of(mention: Mention) -> str:
    return mention.body.name if mention.body else mention.body_words


def _bodies_agree(one: Mention, other: Mention) -> bool:
    left, right = _body_of(one), _body_of(other)
    if left and right:
        return _alike(left, right) or _share(left, right)
    return one.head == other.head or {one.head, other.head} <= _LOOSE


def _series_agrees(mention: Mention, gathering: Gathering) -> bool:
    """Tell whether an unnumbered mention is the numbered one: the same body, or its words."""
    for other in gathering.mentions[:_TOLD]:
        left, right = _body_of(mention), _body_of(other)
        if left and right:
            if _alike(left, right) or _share(left, right):
                return True
        elif not mention.sides and not other.sides and _contains(mention.title, other.title):
            return True
    return False


def _words(text: str) -> list[str]:
    return [w for w in text.casefold().replace("-", " ").split() if w not in _SMALL]


def _share(left: str, right: str) -> bool:
    """Tell whether one name is part of the other, or its initials are a word of it."""
    small, large = sorted((_words(left), _words(right)), key=len)
    if not small or set(small) <= set(large):
        return True
    initials = "".join(w[0] for w in small)
    return len(small) > 2 and initials in large


def _contains(left: str, right: str) -> bool:
    small, large = sorted((set(_words(left)), set(_words(right))), key=len)
    return len(small) > 2 and small <= large


def _alike(left: str, right: str) -> bool:
    return Indel.normalized_similarity(left.casefold(), right.casefold()) >= _ALIKE


def _people_agree(mention: Mention, gathering: Gathering) -> bool:
    if _is_headline_of(mention, gathering):
        return True
    ours, theirs = _Circle([mention]), _Circle(gathering.mentions[:_TOLD])
    if ours.names and theirs.names:
        shared = ours.names & theirs.names
        if len(shared) >= 2:
            return True
        part = bool(shared) and (ours.names <= theirs.names or theirs.names <= ours.names)
        apart = ours.countries - theirs.countries and theirs.countries - ours.countries
        return part and not apart
    if ours.bodies - theirs.bodies and theirs.bodies - ours.bodies:
        return False
    if ours.bodies and not theirs.bodies and theirs.names:
        return False
    return _nested(ours.countries, theirs.countries) or (
        not (ours.countries and theirs.countries) and _nested(ours.posts, theirs.posts)
    )


def _is_headline_of(mention: Mention, gathering: Gathering) -> bool:
    """Tell whether a meeting known by a headline alone is told in full by a sentence soon after."""
    first = gathering.first
    if len(gathering.mentions) > 1 or not first.heading or mention.line - first.line > _LEAD:
        return False
    ours, theirs = _Circle([mention]), _Circle([first])
    if theirs.names:
        return bool(ours.names & theirs.names)
    return not theirs.countries or not ours.countries or bool(ours.countries & theirs.countries)


def _nested(left: set[str], right: set[str]) -> bool:
    return bool(left and right) and (left <= right or right <= left)


class _Circle:
    """Those named of a meeting, as surnames, posts and countries to compare by."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        sides = [side for m in mentions for side in m.sides]
        people = [who for who, _kind in sides if isinstance(who, FoundPerson)]
        self.names = {p.name.split()[-1].casefold() for p in people if p.name}
        self.posts = {word for p in people for word in _words(p.post)}
        self.bodies = {who.name for who, _kind in sides if isinstance(who, FoundBody)}
        told = {code for m in mentions for code in m.countries}
        self.countries = ({country_of(who) for who, _kind in sides} | told) - {""}
