"""Finds what English sentences call a meeting: "the 21st meeting of …", "talks between A and B"."""

import re
from collections.abc import Iterator, Sequence

from db.terms import LinkKind, MeetingKind
from desktop.reading.findings import FoundBody, FoundCountry, FoundPerson
from desktop.reading.meetings.english_events import event, is_event, numbered_bodies, numbered_words
from desktop.reading.meetings.english_phrases import front_of
from desktop.reading.meetings.english_reading import HOLDING, NounReading
from desktop.reading.meetings.english_weight import weight_of
from desktop.reading.meetings.english_words import COMPOUNDS, HEAD, HEADS, PLURALS
from desktop.reading.meetings.marks import BODY, PERSON, Line
from desktop.reading.meetings.mention import Mention, Weight, as_sides
from desktop.reading.meetings.standing import by_video, standing_of
from desktop.reading.meetings.subjects import Subject, subject_before

_GERUND = frozenset(
    (
        "the", "all", "these", "those", "its", "their", "needs", "demand", "demands",
        "requirements", "standards", "such", "our", "every", "international", "global", "this",
    )
)  # fmt: skip
_ASIDE = re.compile(
    r"\b(?:protocols?|minutes|decisions?|agreements?(?: reached)?|outcomes?|results|record|"
    r"resolutions?|recommendations|arrangements)\b[^.;]{0,40}\b(?:of|at|from|"
    r"during|in)\s+(?:the\s+)?\Z"
)
_WORD_AFTER = re.compile(r"[\s-]*([\w-]+)")
_WORD_BEFORE = re.compile(r"([\w-]+)[\s-]+\Z")
_BESIDE = 250
_RELATIVE = re.compile(
    r"\s+(?:held|organi[sz]ed|dedicated|devoted|hosted|for|on|to discuss)\b"
    r"(?:(?!\s(?:with the|with an?|was|were|is|took|opened)\s)[^.;,]){0,120}"
)
_MARGINS = re.compile(r"\b(?:sidelines|margins|framework|occasion) of\s+(?:the\s+)?\Z")


def noun_mentions(line: Line, earlier: Sequence[Line]) -> Iterator[Mention]:
    """Yield the mentions of meetings that stand on a noun in an English sentence."""
    yield from numbered_bodies(line)
    yield from numbered_words(line)
    done = 0
    for found in HEAD.finditer(line.text):
        if found.start() < done:
            continue
        mention = _mention(line, earlier, found)
        if mention:
            done = mention.end - line.start
            yield mention


def head_word(words: str) -> str:
    """Return a noun in the form it is listed in."""
    low = re.sub("[ -]", "", words.lower())
    if low in PLURALS or low in HEADS:
        return low
    return low.removesuffix("s") if low.removesuffix("s") in HEADS else low


def _mention(line: Line, earlier: Sequence[Line], found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    head, plural = head_word(found[0]), found[0].lower().endswith("s")
    chunk = line.chunk_at(start)
    if chunk and chunk.mark == BODY and found[0][0].isupper() and is_event(line, chunk, head):
        return event(line, chunk, head)
    if chunk and (chunk.mark != BODY or chunk.end != end):
        return None
    if (plural and head not in PLURALS and head != "congress") or _other_thing(line, start, end):
        return None
    front = front_of(line, chunk.start if chunk else start)
    if chunk and not front.number:
        return None
    own_name = found[0][0].isupper() and not _title_case(line)
    return _weighed(
        line, earlier, NounReading(line, head, start, end, front, own_name=own_name or bool(chunk))
    )


def _other_thing(line: Line, start: int, end: int) -> bool:
    after = _WORD_AFTER.match(line.text, end)
    before = _WORD_BEFORE.search(line.before(start))
    following = after[1].lower() if after else ""
    preceding = before[1].lower() if before else ""
    if following in COMPOUNDS or preceding in {"press", "news"}:
        return True
    if line.text[start:end].lower() == "plenary" and following in HEADS:
        return True
    if line.text[start:end].lower() == "meeting" and following in _GERUND:
        return preceding not in {"a", "the", "annual", "regular", "this"}
    return line.text[start:end].lower() in {"talks", "visits", "calls"} and following in {
        "about",
        "to",
    }


def _title_case(line: Line) -> bool:
    words = [w for w in line.text.split() if len(w) > 3]
    return line.heading and bool(words) and sum(w[0].isupper() for w in words) > len(words) * 0.7


def _weighed(line: Line, earlier: Sequence[Line], read: NounReading) -> Mention | None:
    subject = _subject(line, earlier, read)
    weight = weight_of(read, subject)
    if weight is None:
        return None
    title = _title(line, read, subject)
    sides = as_sides(tuple(c.found for c in read.sides), LinkKind.ATTENDEE)
    if subject and weight is Weight.OWN and not read.number and read.head != "visit":
        sides = (*as_sides(tuple(c.found for c in subject.chunks), LinkKind.ATTENDEE), *sides)
    begin, end = read.start, read.end
    if HEADS[read.head] in (MeetingKind.CEREMONY, MeetingKind.VISIT):
        read.number, read.number_as = None, ""
    if weight is Weight.WEAK:
        people = _present(line, read)
        title = _weak_title(line, read, people)
        sides = as_sides(tuple(people), LinkKind.ATTENDEE)
    return Mention(
        line=line.index, start=line.start + begin, end=line.start + end, head=read.head,
        title=title, kind=_kind(read, bool(sides)), rule="a noun for a meeting", weight=weight,
        number=read.number, number_as=read.number_as, body=read.body, body_words=read.body_words,
        sides=sides, standing=standing_of(line, begin, end), video=by_video(line, begin, end),
        countries=line.countries_in(begin, end), heading=line.heading,
        shared=bool(_MARGINS.search(line.before(begin))),
        background=bool(_ASIDE.search(line.before(begin))), other_time=read.front.other_time,
    )  # fmt: skip


def _subject(line: Line, earlier: Sequence[Line], read: NounReading) -> Subject | None:
    holds = read.front.before in HOLDING and read.front.determiner != "the"
    owned = read.front.determiner in {"his", "her", "their"} and read.link == "with"
    if not holds and not owned:
        return None
    subject = subject_before(line, max(0, read.start - 2), earlier)
    if subject and not read.sides and not subject.several:
        return None
    return None if subject and _is_cut(subject) else subject


def _is_cut(subject: Subject) -> bool:
    """Tell whether a subject ends in an adjective whose noun was not read: "Chilean, Omani FMs"."""
    last = subject.chunks[-1].found
    return isinstance(last, FoundCountry) and last.form in {"adjective", "people"}


def _title(line: Line, read: NounReading, subject: Subject | None) -> str:
    words = line.words(read.start, read.end)
    if read.owner and isinstance(read.owner.found, FoundBody):
        return f"{words} of the {read.owner.found.name}"
    if read.body_words and not read.link and read.number:
        return f"{words} of the {read.body_words}"
    if not subject:
        return words
    if read.sides:
        head = line.words(read.start, read.head_end)
        return f"{head} of {subject.words} {line.words(read.head_end, read.end)}"
    return f"{words} between {subject.words}"


def _weak_title(line: Line, read: NounReading, people: Sequence[FoundPerson]) -> str:
    """Name a meeting that has no name by those the sentence tells of, or by what is said of it."""
    words = line.words(read.start, read.end)
    if people:
        names = [person.name for person in people]
        return f"{words} of {', '.join(names[:-1])} and {names[-1]}"
    told = _RELATIVE.match(line.text, read.end)
    return f"{words}{told[0].rstrip(' ,.;')}" if told else words


def _present(line: Line, read: NounReading) -> list[FoundPerson]:
    """Return the people named beside a meeting without a name, where they are two or more."""
    near = line.between(max(0, read.start - _BESIDE), read.end + _BESIDE, PERSON)
    people = [c.found for c in near if isinstance(c.found, FoundPerson) and c.found.name]
    return people if read.head == "meeting" and len(people) > 1 else []


def _kind(read: NounReading, sides: bool) -> MeetingKind:  # noqa: FBT001 - a private step
    kind = HEADS[read.head]
    return MeetingKind.TALKS if kind is MeetingKind.SESSION and sides and not read.number else kind
