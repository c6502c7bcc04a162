"""Finds meetings English sentences tell with a verb: "A met with B", "A received B"."""

import re
from collections.abc import Iterator, Sequence

from db.terms import LinkKind, MeetingKind, Standing
from db.text.ordinals import parse_ordinal
from desktop.reading.findings import FoundBody
from desktop.reading.meetings.english_phrases import phrase_end
from desktop.reading.meetings.english_words import VIDEO
from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Line
from desktop.reading.meetings.mention import Mention, as_sides
from desktop.reading.meetings.standing import by_video, standing_of
from desktop.reading.meetings.subjects import Subject, subject_before

_MET = re.compile(
    r"\b(?P<verb>met|meets|(?:is|was|are|were) meeting|(?:will|to) meet|held (?:a )?meeting)\b"
    r"(?P<gap>[^.;:]{0,80}?)\s+with\s+(?:(?:the|an?|his|her|their|its)\s+)?"
)
_DIRECT = re.compile(
    r"\b(?P<verb>met|meets)\s+(?P<gap>(?:here|today|yesterday|"
    r"separately)?\s*)(?:the\s+|(?:his|her|their)\s+(?:\S+\s+){0,2}?counterparts?,?\s+)?(?=\ue000)"
)
_RECEIVED = re.compile(
    r"\b(?P<verb>received|receives|(?:will|to) receive)\b(?P<gap>[^.;:]{0,60}?)\s+"
    r"(?:(?:the|an?|his|her)\s+)?(?=\ue000|(?:high-level\s+|official\s+)?delegation\b)"
)
_CALLED = re.compile(
    r"\b(?P<verb>called|calls|paid a courtesy (?:call|"
    r"visit))\s+(?P<gap>)(?:up)?(?:on|to)\s+(?:the\s+|His "
    r"Excellency\s+)?(?=\ue000)"
)
_SPOKE = re.compile(
    r"\b(?P<verb>spoke|talked|speaks|"
    r"spoken)\b(?P<gap>[^.;:]{0,50}?)\s+with\s+(?:the\s+|his\s+|her\s+)?"
)
_TOGETHER = re.compile(
    r"\b(?P<verb>met|meet|will meet)\b(?!\s+with\b)(?P<gap>)(?=\s+(?:in|on|at|"
    r"for|to|today|here|\ue004|\ue003)\b|\s+\ue004|[.,])"
)
_SAT = re.compile(
    r"(?P<body>\ue001)\s+(?:\(\ue001+\)\s+)?"
    r"(?P<verb>met|meets|convened|gathered|will (?:meet|convene))"
    r"(?:\s+for\s+(?:the|its)\s+(?P<times>[\w-]+)\s+(?:time|meeting|session))?"
    r"(?=\s+(?:in|at|on|today|here|under|virtually|online)\b|\s+[\ue003\ue004])"
)
_COLLEGIATE = re.compile(
    r"\b(?:Commission|Committee|Council|Board|Assembly|Group|Cabinet|Parliament|Bureau|Forum)\b"
)
_PEOPLE = re.compile(
    r"\b(?:delegation|representatives?|ministers?|ambassadors?|president|leadership|officials|"
    r"members|heads?|chair\w*|experts|director\w*|secretary|counterparts?|mission)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(?:tele)?phone\b|\bcall\b", re.IGNORECASE)
_DATELINE = re.compile(r"\A[^—–]{0,60}?(?:[—–]|\s-\s|:)\s+|\A\S+(?:\s\S+)?,?\s+\ue004\.?\s+")
_ASIDE = re.compile(r"\A(?:On|At|During|In|After|Following|Before|Also|Later)\b[^,]{0,140},\s+")
_LONGEST_SUBJECT = 15
_BACK = 400


def verb_mentions(line: Line, earlier: Sequence[Line]) -> Iterator[Mention]:
    """Yield the meetings that verbs of an English sentence tell, with who met whom."""
    done = 0
    for pattern, head in ((_MET, "meeting"), (_DIRECT, "meeting"), (_RECEIVED, "received"),
                          (_CALLED, "meeting"),
                          (_SPOKE, "conversation"), (_TOGETHER, "together")):  # fmt: skip
        for found in pattern.finditer(line.marked, done):
            mention = _mention(line, earlier, found, head)
            if mention:
                done = max(done, mention.end - line.start)
                yield mention
    yield from _sittings(line)


def _sittings(line: Line) -> Iterator[Mention]:
    """Yield the meetings told by what a body did: "The Joint Committee met in Bern"."""
    for found in _SAT.finditer(line.marked):
        chunk = line.chunk_at(found.start("body"))
        body = chunk.found if chunk else None
        if not chunk or not isinstance(body, FoundBody) or not _COLLEGIATE.search(body.name):
            continue
        number = parse_ordinal(found["times"]) if found["times"] else None
        title = f"meeting of the {body.name}"
        yield Mention(
            line=line.index, start=line.start + chunk.start, end=line.start + found.end(),
            head="meeting", title=f"{found['times']} {title}" if number else title,
            kind=MeetingKind.SESSION, rule="a body that met", body=body, number=number,
            number_as=found["times"] if number else "", standing=_standing(line, found),
            video=by_video(line, found.start(), found.end()), heading=line.heading,
        )  # fmt: skip


def _mention(
    line: Line, earlier: Sequence[Line], found: re.Match[str], head: str
) -> Mention | None:
    subject = subject_before(line, found.start(), earlier)
    if head == "together":
        return _together(line, found, subject)
    if head == "conversation" and not (VIDEO.search(found[0]) or PERSON in found["gap"]):
        return None
    end = phrase_end(line, found.end(), topics=False)
    other = line.words(found.end(), end)
    others = line.between(found.end(), end, PERSON + BODY + COUNTRY)
    if end <= found.end() or not (_PEOPLE.search(other) or any(c.mark != COUNTRY for c in others)):
        return None
    who = subject.words if subject else _words_before(line, found.start())
    if not who:
        return None
    host = LinkKind.HOST if head == "received" else LinkKind.ATTENDEE
    sides = as_sides(tuple(c.found for c in subject.chunks), host) if subject else ()
    phone = _PHONE.search(found["gap"])
    noun = (
        "telephone conversation"
        if phone
        else "conversation"
        if head == "conversation"
        else "meeting"
    )
    return Mention(
        line=line.index, start=line.start + found.start(), end=line.start + end, head=noun,
        title=f"{noun} of {who} with {_indefinite(line, found)}{other}", kind=MeetingKind.TALKS,
        rule="a verb for meeting", video=by_video(line, found.start(), found.end()),
        sides=(*sides, *as_sides(tuple(c.found for c in others), LinkKind.ATTENDEE)),
        countries=line.countries_in(max(0, found.start() - _BACK), end), heading=line.heading,
        standing=_standing(line, found),
    )  # fmt: skip


def _together(line: Line, found: re.Match[str], subject: Subject | None) -> Mention | None:
    if not subject or not subject.several or not any(c.mark == PERSON for c in subject.chunks):
        return None
    return Mention(
        line=line.index, start=line.start + found.start(), end=line.start + found.end(),
        head="meeting", title=f"meeting between {subject.words}", kind=MeetingKind.TALKS,
        rule="a verb for meeting", video=by_video(line, found.start(), found.end()),
        sides=as_sides(tuple(c.found for c in subject.chunks), LinkKind.ATTENDEE),
        standing=_standing(line, found),
    )  # fmt: skip


def _standing(line: Line, found: re.Match[str]) -> Standing:
    ahead = found["verb"].startswith(("will", "to "))
    return (
        Standing.PLANNED
        if ahead
        else Standing.HELD
        if found["verb"]
        else standing_of(line, found.start(), found.end())
    )


def _indefinite(line: Line, found: re.Match[str]) -> str:
    said = line.text[found.start() : found.end()].split()
    return f"{said[-1]} " if said and said[-1] in {"a", "an"} else ""


def _words_before(line: Line, pos: int) -> str:
    """Return what stands from the sentence's beginning to the verb, where it can be a subject."""
    if pos > _BACK:
        return ""
    dateline = _DATELINE.match(line.marked)
    start = dateline.end() if dateline and dateline.end() < pos else 0
    words = _ASIDE.sub("", line.words(start, pos)).rstrip(",")
    return words if 0 < len(words.split()) <= _LONGEST_SUBJECT and _PEOPLE.search(words) else ""
