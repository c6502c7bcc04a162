"""Finds what Russian sentences call a meeting: «XII заседание …», «переговоры с …», «форум …»."""

import re
from collections.abc import Iterator, Sequence

from db.terms import LinkKind, MeetingKind
from desktop.reading.meetings.marks import BODY, Line
from desktop.reading.meetings.mention import Mention, Weight, as_sides
from desktop.reading.meetings.russian_events import event, is_event
from desktop.reading.meetings.russian_forms import subject_in
from desktop.reading.meetings.russian_phrases import front_of
from desktop.reading.meetings.russian_reading import NounReading
from desktop.reading.meetings.russian_weight import weight_of
from desktop.reading.meetings.russian_words import BILATERAL, HEAD, KINDS, noun_of
from desktop.reading.meetings.standing import by_video, standing_of
from desktop.reading.meetings.subjects import Subject, subject_before

_HOLDS = re.compile(
    r"\b(?:пров(?:ел[аи]?|ёл|одит|одят|едет|едёт)|"
    r"имел[аи]?)\s+(?:в\s+\ue003+\s+|\ue004+\s+|сегодня\s+|ряд\s+)?\Z"
)
_ASIDE = re.compile(
    r"\b(?:протокол\w*|решени\w+|итог\w*|договор[её]нност\w+|рекомендаци\w+|"
    r"результат\w*)\b[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_BY_VIDEO = re.compile(
    r"\b(?:режиме|формате|форме|посредством|помощью|через|по)\s+\Z", re.IGNORECASE
)
"""What makes a conference by video the way another meeting was held."""
_MARGINS = re.compile(r"\b(?:полях|рамках|ходе|кулуарах|площадке|время)\s+(?:[\w-]+\s+)?\Z")


def noun_mentions(line: Line, earlier: Sequence[Line]) -> Iterator[Mention]:
    """Yield the mentions of meetings that stand on a noun in a Russian sentence."""
    done = 0
    for found in HEAD.finditer(line.text):
        if found.start() < done:
            continue
        mention = _mention(line, earlier, found)
        if mention:
            done = mention.end - line.start
            yield mention


def _mention(line: Line, earlier: Sequence[Line], found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    noun, chunk = noun_of(found[0]), line.chunk_at(start)
    if noun == "видеоконференция" and _BY_VIDEO.search(line.before(start)):
        return None
    if chunk and chunk.mark == BODY and is_event(line, chunk, noun):
        return event(line, chunk, noun)
    if chunk and not (chunk.mark == BODY and KINDS[noun] is MeetingKind.FORUM):
        return None
    if noun == "встреча" and re.match(r"\s+с\s+(?:трудност|проблем)", line.text[end : end + 40]):
        return None
    front = front_of(line, chunk.start if chunk else start)
    if chunk and not front.number:
        return None
    read = NounReading(line, noun, start, chunk.end if chunk else end, front)
    return _weighed(line, earlier, read)


def _weighed(line: Line, earlier: Sequence[Line], read: NounReading) -> Mention | None:
    subject = _subject(line, earlier, read)
    weight = weight_of(read, subject)
    if weight is None:
        return None
    sides = as_sides(tuple(c.found for c in read.sides), LinkKind.ATTENDEE)
    if read.body and not (read.noun in BILATERAL and not read.number):
        sides = ()
    if subject and weight is Weight.OWN:
        sides = (*as_sides(tuple(c.found for c in subject.chunks), LinkKind.ATTENDEE), *sides)
    kind = KINDS[read.noun]
    if kind is MeetingKind.SESSION and sides and not read.number:
        kind = MeetingKind.TALKS
    return Mention(
        line=line.index, start=line.start + read.start, end=line.start + read.end, head=read.noun,
        title=_title(line, read, subject), kind=kind, rule="a noun for a meeting", weight=weight,
        number=read.number, number_as=read.number_as, body=read.body, body_words=read.body_words,
        sides=sides, standing=standing_of(line, read.start, read.end),
        countries=line.countries_in(read.start, read.end), heading=line.heading,
        video=by_video(line, read.start, read.end), other_time=read.front.other_time,
        shared=bool(_MARGINS.search(line.before(read.start))),
        background=bool(_ASIDE.search(line.before(read.start))) and not read.sides,
    )  # fmt: skip


def _subject(line: Line, earlier: Sequence[Line], read: NounReading) -> Subject | None:
    holds = _HOLDS.search(line.marked, max(0, read.start - 120), read.start)
    owned = read.front.determiner == "their" and bool(read.sides)
    if read.noun not in BILATERAL or not (holds or owned):
        return None
    subject = subject_before(line, holds.start() if holds else read.start, earlier)
    with_whom = read.sides or read.complement.startswith(("с ", "со "))
    return subject if subject and (with_whom or subject.several) else None


def _title(line: Line, read: NounReading, subject: Subject | None) -> str:
    head, rest = read.head, read.complement
    told = subject and not (read.number and rest)
    who = subject_in(line, subject, "gent") if subject and told else ""
    return " ".join(part for part in (head, who, rest) if part)
