"""Finds meetings Russian sentences tell with a verb: «А встретился с Б», «А принял посла»."""

import re
from collections.abc import Iterator, Sequence

from db.terms import LinkKind, MeetingKind, Standing
from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Chunk, Line
from desktop.reading.meetings.mention import Mention, Sides, as_sides
from desktop.reading.meetings.russian_forms import chunk_in, subject_in
from desktop.reading.meetings.russian_phrases import phrase_end
from desktop.reading.meetings.standing import by_video
from desktop.reading.meetings.subjects import Subject, subject_before
from desktop.reading.morphology import parses

_MET = re.compile(
    r"\b(?P<verb>встретил(?:ся|ась|ись)|встречается|встретится|встретятся|побеседовал[аи]?|"
    r"переговорил[аи]?|пообщал(?:ся|ась|ись))\b(?P<gap>[^.;:]{0,80}?)\s+(?:с|со)\s+"
)
_RECEIVED = re.compile(
    r"\b(?P<verb>принял[аи]?|принимает|примет)\b(?P<gap>[^.;:]{0,60}?)\s*"
    r"(?=\ue000|(?:официальн\w+\s+)?делегаци\w+|посл[ао]\w*)"
)
_TOGETHER = re.compile(r"\b(?P<verb>встретились|встретятся)\b(?!\s+со?\s)(?P<gap>)")
_SENT = re.compile(
    r"(?P<of>)(?:официальн\w+\s+|представительн\w+\s+)?делегаци[юи]\s+(?P<who>[^,;(]{3,160}?)"
    r"(?=\s+(?:во главе|под руководством|в составе|возглавляем\w+)|[,;(.]|\Z)"
)
_NOT_RECEIVED = re.compile(
    r"участие|решени|закон|деклараци|документ|меры|во внимание|план|резолюци|присяг"
)
_PEOPLE = re.compile(
    r"делегаци|представител|министр|посл|президент|руководств|руководител|"
    r"глав[оауы]|член|директор|"
    r"председател|эксперт|коллег|секретар",
    re.IGNORECASE,
)


def verb_mentions(line: Line, earlier: Sequence[Line]) -> Iterator[Mention]:
    """Yield the meetings that verbs of a Russian sentence tell, with who met whom."""
    for found in _MET.finditer(line.marked):
        yield from _met(line, earlier, found)
    for found in _RECEIVED.finditer(line.marked):
        yield from _received(line, earlier, found)
    for found in _TOGETHER.finditer(line.marked):
        subject = subject_before(line, found.start(), earlier)
        if subject and subject.several and any(c.mark == PERSON for c in subject.chunks):
            title = f"встреча {subject_in(line, subject, 'gent')}"
            yield _told(line, found, found.end(), title, _sides(subject, ()))


def _met(line: Line, earlier: Sequence[Line], found: re.Match[str]) -> Iterator[Mention]:
    end = phrase_end(line, found.end(), partners=True)
    others = line.between(found.end(), end, PERSON + BODY + COUNTRY)
    words = line.words(found.end(), end)
    subject = subject_before(line, found.start(), earlier)
    if not subject or not (others or _PEOPLE.search(words)):
        return
    link = "со" if line.before(found.end()).rstrip().endswith("со") else "с"
    title = f"встреча {subject_in(line, subject, 'gent')} {link} {words}"
    yield _told(line, found, end, title, _sides(subject, others))


def _received(line: Line, earlier: Sequence[Line], found: re.Match[str]) -> Iterator[Mention]:
    if _NOT_RECEIVED.search(found["gap"]):
        return
    end = phrase_end(line, found.end(), partners=False)
    others = line.between(found.end(), end, PERSON)
    subject = subject_before(line, found.start(), earlier)
    if not subject or subject.chunks[0].mark != PERSON or end <= found.end():
        return
    if _is_received(subject):
        return
    words = chunk_in(line, others[0], "ablt") if others else _delegation(line, found.end(), end)
    if not words:
        return
    title = f"встреча {subject_in(line, subject, 'gent')} с {words}"
    yield _told(line, found, end, title, _sides(subject, others, LinkKind.HOST))


def _is_received(subject: Subject) -> bool:
    """Tell whether who stands before the verb is who was received: «министра принял президент»."""
    word = subject.words.split()[0]
    cases = {p.case for p in parses(word.lower()) if p.pos in {"NOUN", "ADJF", "PRTF"}}
    return bool(cases) and "nomn" not in cases


def _delegation(line: Line, start: int, end: int) -> str:
    """Return whose delegation was received, in the instrumental; nothing where no words tell."""
    told = _SENT.match(line.words(start, end))
    return f"{told['of']}делегацией {told['who']}" if told else ""


def _told(line: Line, found: re.Match[str], end: int, title: str, sides: Sides) -> Mention:
    ahead = found["verb"] in {"встретится", "встретятся", "примет"}
    return Mention(
        line=line.index, start=line.start + found.start(), end=line.start + end, head="встреча",
        title=title, kind=MeetingKind.TALKS, rule="a verb for meeting", sides=sides,
        standing=Standing.PLANNED if ahead else Standing.HELD,
        video=by_video(line, found.start(), end),
    )  # fmt: skip


def _sides(subject: Subject, others: Sequence[Chunk], kind: LinkKind = LinkKind.ATTENDEE) -> Sides:
    return (
        *as_sides(tuple(c.found for c in subject.chunks), kind),
        *as_sides(tuple(c.found for c in others), LinkKind.ATTENDEE),
    )
