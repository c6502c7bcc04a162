"""Reads what stands around an English noun for a meeting: number, body, participants, topic."""

import re
from typing import Final

from db.terms import MeetingKind
from db.text.ordinals import parse_ordinal
from desktop.reading.findings import FoundBody
from desktop.reading.meetings.english_phrases import Front, phrase_end
from desktop.reading.meetings.english_words import HEADS
from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Chunk, Line

_COMPLEMENT = re.compile(
    r"\s+(of|between|with|among|on|for|to)\s+(?:(?:the|a|an|his|her|their|its)\s+)*"
)
_BRACKETED = re.compile(r"\s*\((?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\)")
_QUOTED = re.compile(r"\s+[“\"«‘']([^“”\"«»\n]{3,160})[”\"»’']")
_YEAR = re.compile(r"\s+(?:19|20)\d\d\b")
HOLDING: Final = frozenset(
    (
        "held", "hold", "holds", "holding", "had", "has", "have", "having", "conducted",
        "conducts", "paid", "pays", "paying", "co-hosted", "hosted", "convened",
    )
)  # fmt: skip
"""Verbs that hold a meeting; their subject took part in it."""
_SITTINGS = frozenset(("session", "meeting", "sitting", "plenary"))
_COLLEGIATE = re.compile(r"\b(?:Commission|Committee|Council|Board|Assembly|Group|Parliament)\b")
_NEAR = 70


class NounReading:
    """What is read around one noun, step by step."""

    def __init__(
        self, line: Line, head: str, start: int, end: int, front: Front, *, own_name: bool
    ) -> None:
        self.line, self.head, self.front, self.own_name = line, head, front, own_name
        self.start, self.head_end, self.end = min(front.start, start), end, end
        self.number, self.number_as = front.number, front.number_as
        self.body: FoundBody | None = None
        self.body_words = self.link = ""
        self.sides: tuple[Chunk, ...] = ()
        self.owner: Chunk | None = None
        self._bracketed_number()
        self._complement()
        self._front_body()
        self._owner_body()

    def _bracketed_number(self) -> None:
        bracketed = _BRACKETED.match(self.line.text, self.end)
        if bracketed and not self.number:
            self.number, self.number_as = parse_ordinal(bracketed[1]), bracketed[1]
            self.end = bracketed.end()
        year = _YEAR.match(self.line.text, self.end) if self.own_name else None
        self.end = year.end() if year else self.end
        quoted = _QUOTED.match(self.line.text, self.end)
        if quoted and HEADS[self.head] is MeetingKind.FORUM:
            self.end, self.own_name = quoted.end(), True

    def _complement(self) -> None:
        line, link = self.line, _COMPLEMENT.match(self.line.text, self.end)
        if not link:
            return
        chunk, word = line.chunk_at(link.end()), link[1]
        if word == "of" and chunk and chunk.mark == BODY and isinstance(chunk.found, FoundBody):
            self.body, self.end, self.link = chunk.found, chunk.end, word
            self._beyond_body(link.end(), chunk)
            return
        if word in {"on", "for"} and not (self.own_name or self.number):
            return
        if word == "to" and self.head != "visit":
            return
        end = phrase_end(line, link.end(), topics=word in {"of", "on", "for"})
        if end <= link.end():
            return
        sides = line.between(link.end(), end, PERSON + BODY + COUNTRY)
        if (
            word == "of"
            and line.text[link.end()].isupper()
            and not (chunk and chunk.mark == PERSON)
        ):
            self.body_words = line.words(link.end(), end)
        elif word in {"of", "between", "with", "among", "to"}:
            self.sides = sides
        self.end, self.link = end, word
        onward = _COMPLEMENT.match(line.text, end) if self.head == "visit" else None
        if onward and onward[1] == "to" and word == "of":
            self.end = max(end, phrase_end(line, onward.end(), topics=False))

    def _beyond_body(self, start: int, chunk: Chunk) -> None:
        """Go on where the words do: "of the Council of Ports and Rivers", "of EU ministers"."""
        end = phrase_end(self.line, start)
        rest = self.line.text[chunk.end : end].split()
        if not rest or not self.line.text[chunk.end].isspace():
            return
        self.end = end
        if rest[0] not in {"between", "on", "for", "of"}:
            self.body, self.body_words = None, self.line.words(start, end)

    def _front_body(self) -> None:
        if self.body or not self.front.named:
            return
        for chunk in self.line.between(self.start, self.head_end, BODY):
            if isinstance(chunk.found, FoundBody) and chunk.end < self.head_end:
                self.body = chunk.found

    def _owner_body(self) -> None:
        """Find whose session it is in "the Committee held its fifth session"."""
        held = self.front.before in HOLDING
        owned = held or self.front.determiner in {"its", "their"}
        sitting = self.number or (held and self.head in _SITTINGS)
        if not (sitting and owned) or self.body or self.body_words or self.link:
            return
        before = [c for c in self.line.between(0, self.start) if c.mark == BODY]
        if (
            before
            and self.start - before[-1].end <= _NEAR
            and isinstance(before[-1].found, FoundBody)
            and (self.number or _COLLEGIATE.search(before[-1].found.name))
        ):
            self.body, self.owner = before[-1].found, before[-1]
