"""Reads what stands around a Russian noun for a meeting: number, body, participants, topic."""

import re

from db.terms import MeetingKind
from desktop.reading.findings import FoundBody
from desktop.reading.meetings.english_phrases import Front
from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Chunk, Line
from desktop.reading.meetings.russian_forms import phrase_in
from desktop.reading.meetings.russian_phrases import is_verb, number_after, phrase_end
from desktop.reading.meetings.russian_words import BILATERAL, KINDS, PLURALS
from desktop.reading.morphology import can_be, nominative, parses

_PLACED = re.compile(
    r"(?:\s+(?:в|во|на)\s+(?:г\.\s*|городе\s+)?[\ue003\ue002]+|"
    r"\s+\ue004+)+(?=\s+[\ue000-\ue002а-яА-Я])"
)
_DURING = re.compile(
    r"\b(?:ходе|рамках|итогам|результатам|полях|время|площадке|завершении|окончании)\s+(?:[\w-]+\s+){0,2}\Z"
)
_THEY_ACT = re.compile(r"\s+(?:также\s+)?[а-яё]+(?:али|или|ели|ыли|ли|ились|ались)\b")
_HELD_BY = re.compile(
    r"(?:\s+[–—-]\s+(?:член|участни)\w+\s+[\ue001А-ЯЁA-Z]+)?\s+(?:\ue004+\s+|в\s+\ue003+\s+)?"
    r"(?:пров(?:ел[аи]?|ёл|одит|едет|едёт)|собрал(?:ся|ась|ись)\s+на|собер[её]тся\s+на)\s+"
    r"(?:в\s+\ue003+\s+|\ue004+\s+)?(?:сво[ейё]\w*\s+|е[ёе]\s+)?\Z"
)
_COLLEGIATE = re.compile(
    r"(?:совет|комисси|комитет|коллеги|групп|ассамбле|собрани|президиум|парламент|дум|бюро|кабинет)",
    re.IGNORECASE,
)
_TO_WHERE = re.compile(r"\s+(?:в|во|на)\s+[\ue002\ue003]+")
_FURTHEST = 140
_ROMAN_LEAD = re.compile(r"[IVXLCХІ]+(?:[-‐‑–][а-яё]{1,3})?\s+")


class NounReading:
    """What is read around one noun, step by step."""

    def __init__(self, line: Line, noun: str, start: int, end: int, front: Front) -> None:
        self.line, self.noun, self.front = line, noun, front
        self.start, self.head_end = min(front.start, start), end
        self.head_start = start
        number, number_as, self.end = number_after(line, end)
        self.number = front.number or number
        self.number_as = front.number_as or number_as
        self.capital = line.text[self.start].isupper() and self.start > 0
        self.body: FoundBody | None = None
        self.body_words = ""
        self.sides: tuple[Chunk, ...] = ()
        self.begin = self.end
        self.owner = ""
        self._complement()
        self._held_by()

    def _complement(self) -> None:
        line = self.line
        placed = _PLACED.match(line.marked, self.end)
        self.begin = placed.end() if placed else self.end
        end = phrase_end(line, self.begin, partners=self.noun in BILATERAL)
        if end <= self.begin or not _is_governed(line, self.begin):
            return
        if self.noun in BILATERAL and _is_actor(line, self.begin, end):
            return
        if _act_of_others(line, self.head_start, self.begin, end):
            return
        words = line.text[self.begin : end].strip()
        first = line.chunk_at(self.begin + 1)
        if first and first.mark == BODY and isinstance(first.found, FoundBody):
            self.body = first.found
        elif self.noun not in BILATERAL and KINDS[self.noun] is MeetingKind.SESSION:
            self.body_words = words
        if self.noun in BILATERAL or self.noun == "визит":
            self.sides = line.between(self.begin, end, PERSON + BODY + COUNTRY)
        self.end = end
        onward = _TO_WHERE.match(line.marked, end) if self.noun == "визит" else None
        self.end = onward.end() if onward else end

    def _held_by(self) -> None:
        """Find whose session it is in «Комиссия провела своё пятое заседание»."""
        if self.body or self.end > self.head_end or KINDS[self.noun] is not MeetingKind.SESSION:
            return
        for chunk in self.line.between(max(0, self.start - _FURTHEST), self.start, BODY):
            body = chunk.found
            gap = self.line.marked[chunk.end : self.start]
            if isinstance(body, FoundBody) and _HELD_BY.fullmatch(gap):
                if _COLLEGIATE.match(body.name) or self.number:
                    self.body, self.owner = body, phrase_in(body.name, "gent")
                return

    @property
    def complement(self) -> str:
        """Give the words after the noun."""
        if self.owner:
            return self.owner
        return self.line.words(self.begin, self.end) if self.end > self.head_end else ""

    @property
    def head(self) -> str:
        """Give the noun with what stands before it, in the nominative."""
        words = self.line.words(self.start, self.head_end)
        roman = _ROMAN_LEAD.match(words)
        lead = roman[0] if roman else ""
        number = "plur" if self.noun in PLURALS else "sing"
        return lead + nominative(words[len(lead) :], number=number)


def _act_of_others(line: Line, noun: int, start: int, end: int) -> bool:
    """Tell whether those named behind «в ходе заседания» are who acts: «А и Б подписали»."""
    if not _DURING.search(line.before(noun)) or not _THEY_ACT.match(line.text, end):
        return False
    chunks = line.between(start, end, PERSON + BODY + COUNTRY)
    word = re.compile(r"\s*([А-Яа-яёЁ-]+)").match(line.text, start)
    owned = word and any(p.known and p.case == "gent" for p in parses(word[1].lower()))
    return bool(chunks) and chunks[0].start - start <= 1 and not owned


def _is_governed(line: Line, pos: int) -> bool:
    """Tell whether the words at a place can depend on the noun: «встречи министры …» do not."""
    word = re.compile(r"\s*([А-Яа-яёЁ-]+)").match(line.text, pos)
    found = parses(word[1].lower()) if word else ()
    if not found or found[0].pos == "PREP":
        return True
    return any(p.case in {"gent", "ablt", ""} or p.fixed or not p.known for p in found)


def _is_actor(line: Line, pos: int, end: int) -> bool:
    """Tell whether the one word there is the subject of a verb: «в ходе встречи стороны …»."""
    words, after = line.text[pos:end].split(), line.text[end : end + 60].split()
    if len(words) != 1 or not after or line.between(pos, end):
        return False
    return is_verb(after[0].lower()) and can_be(words[0].lower(), case="nomn")
