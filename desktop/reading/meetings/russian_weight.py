"""Weighs a Russian mention: whether it names a meeting, or stands for one named elsewhere."""

import re

from db.terms import MeetingKind
from desktop.reading.meetings.marks import PERSON
from desktop.reading.meetings.mention import Weight
from desktop.reading.meetings.russian_reading import NounReading
from desktop.reading.meetings.russian_words import ALWAYS_NAMED, BILATERAL, KINDS, PLURALS
from desktop.reading.meetings.subjects import Subject

_ACRONYM = re.compile(r"\s+[A-ZА-ЯЁ][A-ZА-ЯЁ\d]{2,}\b")
_PLURAL_FORM = re.compile(r"(?:ах|ями|ами|ях|ям|ам|ия|ий)\Z|встреч\Z", re.IGNORECASE)
_OPENING = re.compile(
    r"\s+(?:открытия|закладки|запуска|вручения|награждения|инаугурации|передачи)\b"
)
_FORMAL = re.compile(r"(?:официальн|рабоч|государственн|дружеск)\w+\s+визит", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:рамках|полях|площадке|открыл\w+|состоял\w+|прош[её]?л\w*|проходит|начал\w+|завершил\w+|"
    r"участи\w+ в|участвовал\w* в|посетил\w*)\s+(?:[\w-]+\s+){0,3}\Z"
)
_PARTNERS = re.compile(
    r"(?:с|со|между)\s+(?:\S+\s+)?(?:делегаци|руковод|представител|министр|посл|президент|глав|"
    r"коллег|председател|партн[её]р|член)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:состоял\w+|прош[её]?л[аио]?|проведен\w*|провел\w*|провёл)\s+\Z")
_ASIDES = frozenset({"встреча", "беседа"})
_PASSING = frozenset({"диалог", "беседа", "разговор", "раунд", "консультации"})


def weight_of(read: NounReading, subject: Subject | None) -> Weight | None:
    """Return how much a mention can bear; None where it is no meeting to be told of."""
    kind = KINDS[read.noun]
    if kind is MeetingKind.VISIT:
        formal = _FORMAL.search(read.line.text[read.start : read.head_end])
        return Weight.OWN if formal and read.sides else Weight.GENERIC
    if kind is MeetingKind.CEREMONY:
        opening = _OPENING.match(read.line.text, read.head_end)
        return Weight.OWN if opening and read.complement.count(" ") else Weight.GENERIC
    if _is_numbered(read):
        return Weight.OWN
    if _is_plural(read):
        return None
    partners = read.sides or _PARTNERS.match(read.complement)
    if (partners and read.noun in BILATERAL) or subject:
        return Weight.WEAK if not subject and _is_vague(read) else Weight.OWN
    return _forum_weight(read) if kind is MeetingKind.FORUM else _session_weight(read)


def _is_vague(read: NounReading) -> bool:
    """Tell whether only one side of it is named, by what it is: «встреча с делегацией региона»."""
    people = [c for c in read.sides if c.mark == PERSON]
    return read.noun in _ASIDES and not people and read.complement.startswith(("с ", "со "))


def _is_numbered(read: NounReading) -> bool:
    """Tell whether a number makes it one of a series; «первая встреча» alone does not."""
    telling = read.complement or read.front.named or read.noun != "встреча"
    return bool(read.number and (read.number > 2 or telling))


def _session_weight(read: NounReading) -> Weight | None:
    front, session = read.front, KINDS[read.noun] is MeetingKind.SESSION
    if read.noun in ALWAYS_NAMED:
        return Weight.OWN if front.named and read.capital else None
    if session and read.noun != "встреча" and (read.body or read.body_words):
        generic = _is_generic(read)
        return Weight.GENERIC if generic else Weight.OWN
    if read.noun in _PASSING:
        named = front.named and read.noun == "диалог" and read.complement.startswith("«")
        return Weight.OWN if named else None
    told = _TOLD.search(read.line.text[max(0, read.start - 40) : read.start])
    return Weight.WEAK if read.complement or told else Weight.GENERIC


def _is_generic(read: NounReading) -> bool:
    """Tell whether the body is one named elsewhere; «коллегия Минздрава» tells whose it is."""
    if not read.body:
        return len(read.body_words.split()) == 1
    told = any(word[0].isupper() for word in read.complement.split()[1:])
    return read.body.generic and not told


def _is_plural(read: NounReading) -> bool:
    words = read.line.text[read.head_start : read.head_end]
    return (
        read.noun not in PLURALS
        and bool(_PLURAL_FORM.search(words))
        and not words.endswith(("ий", "ия"))
    )


def _forum_weight(read: NounReading) -> Weight | None:
    quoted = read.complement.startswith(("«", '"', "“", "„"))
    acronym = _ACRONYM.match(read.line.text, read.head_end)
    own = read.line.text[read.head_start].isupper() or read.capital
    if read.noun == "конгресс" and not (read.front.named or quoted):
        return None
    if read.noun == "выставка" and not _SHOWN.search(read.line.before(read.start)):
        return Weight.GENERIC
    if quoted or acronym or (read.front.named and own):
        return Weight.OWN
    if read.complement and _SHOWN.search(read.line.before(read.start)):
        return Weight.WEAK
    return Weight.GENERIC if not read.front.named else None
