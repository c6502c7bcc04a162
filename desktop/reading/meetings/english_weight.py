"""Weighs an English mention: whether it names a meeting, or stands for one named elsewhere."""

import re

from db.terms import MeetingKind
from desktop.reading.meetings.english_reading import NounReading
from desktop.reading.meetings.english_words import HEADS, INDEFINITE
from desktop.reading.meetings.marks import PERSON
from desktop.reading.meetings.mention import Weight
from desktop.reading.meetings.subjects import Subject

_SERIES = re.compile(
    r"\b(?:meeting|session|round|sitting)s?\b(?:(?!margins|sidelines|"
    r"held)[^,.;]){0,90}\b(?:of|framework of|under|within)\s+(?:the\s+)?\Z"
)
_OPENING = re.compile(
    r"\b(?:opening|inauguration|inaugural|ground-?breaking|launch(?:ing)?|"
    r"handover|hand-over|award|"
    r"awards|graduation|unveiling|foundation|presentation)\s+\Z",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(
    r"\s+(?:on|for)\b[^.;]{3,200}?\b"
    r"(?:was held|took place|is being held|was organi[sz]ed|opened|was convened)\b"
)
_ALWAYS_NAMED = frozenset(
    (
        "assembly", "fair", "festival", "expo", "congress", "olympiad",
    )
)  # fmt: skip
_PASSING = frozenset(
    (
        "conversation", "call", "dialogue", "consultation", "exhibition",
    )
)  # fmt: skip


def weight_of(read: NounReading, subject: Subject | None) -> Weight | None:
    """Return how much a mention can bear; None where it is no meeting to be told of."""
    kind = HEADS[read.head]
    if kind is MeetingKind.VISIT:
        return _visit_weight(read)
    if kind is MeetingKind.CEREMONY:
        return _ceremony_weight(read)
    if _is_numbered(read):
        return Weight.OWN
    if read.head in _ALWAYS_NAMED:
        named = read.own_name and read.front.named and read.head != "assembly"
        return Weight.OWN if named else None
    if _has_partners(read, subject) or _has_body(read):
        return None if _is_its_body(read) else Weight.OWN
    return _named_weight(read)


def _is_numbered(read: NounReading) -> bool:
    """Tell whether a number makes it one of a series; "the first meeting" alone does not."""
    telling = read.link or read.front.named or read.own_name
    return bool(read.number and (read.number > 2 or telling))


def _has_body(read: NounReading) -> bool:
    if read.body and read.body.generic and not read.link:
        return False
    return bool(read.body or read.body_words)


def _has_partners(read: NounReading, subject: Subject | None) -> bool:
    if (read.sides and read.link in {"with", "between", "among"}) or (
        subject and read.head not in _PASSING
    ):
        return True
    told = read.line.between(read.head_end, read.end, PERSON)
    return bool(read.sides and read.link == "of" and told)


def _named_weight(read: NounReading) -> Weight | None:
    front, forum = read.front, HEADS[read.head] is MeetingKind.FORUM
    if read.own_name and read.link and _is_capitalised(read):
        return None if _is_its_body(read) else Weight.OWN
    if front.named and not read.body and (read.own_name or forum):
        loose = front.determiner in INDEFINITE and not read.own_name
        return None if loose or _is_its_body(read) else Weight.OWN
    if forum and _TAKES_PLACE.match(read.line.text, read.end):
        return Weight.WEAK
    if read.head in _PASSING or forum:
        return Weight.GENERIC if front.determiner in {"the", "this"} else None
    definite = front.determiner and front.determiner not in INDEFINITE
    if read.link == "with" and not read.sides:
        return Weight.GENERIC
    return Weight.GENERIC if definite or read.body else Weight.WEAK


def _is_capitalised(read: NounReading) -> bool:
    """Tell whether the words after the noun are a name's, as in "Forum on the Future of …"."""
    words = read.line.text[read.head_end : read.end]
    return re.sub(r"^\s*(?:on|for|of)\s+(?:the\s+)?", "", words)[:1].isupper()


def _is_its_body(read: NounReading) -> bool:
    """Tell whether this names the series a meeting told just before belongs to."""
    before = read.line.before(read.start)
    return not read.number and read.front.named and bool(_SERIES.search(before))


def _visit_weight(read: NounReading) -> Weight | None:
    formal = re.search(
        r"\b(?:official|state|working|friendly)\b", read.line.text[read.start : read.head_end]
    )
    if formal and (read.sides or read.body_words):
        return Weight.OWN
    return Weight.GENERIC


def _ceremony_weight(read: NounReading) -> Weight:
    if read.link == "of" and _OPENING.search(read.line.before(read.head_end - len("ceremony"))):
        return Weight.OWN
    return Weight.GENERIC
