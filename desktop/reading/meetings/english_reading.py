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
_IN_COMPANY = re.compile(
    r"\s+with\s+(?:the\s+|an?\s+)?(?:active\s+|direct\s+)?(?:participation|involvement|attendance|"
    r"presence|support|assistance|aim|view|purpose|help)\b"
)
_SHORT_NAME = re.compile(r"\s*\([^()]{2,40}\)")
_GOES_ON = re.compile(r"\s+(?:on|for|of|between)\s")
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
_ORDINAL = re.compile(r"[IVX]{1,6}|\d{1,3}(?:st|nd|rd|th)|(?:First|Second|Third|[A-Z][a-z]+th)")
_LONGEST_OWNER = 260
_GOVERNED = re.compile(r"\b(?:of|from)\s+(?:the\s+)?\Z")
_OWNER = re.compile(
    r"(?:\A|[,;:–—]\s|\.\s)(?:[Tt]he\s+)?([A-Z][^;:,]{5,200}?)\s+(?:(?:has|have|will|also|today)\s+)*"
    r"(?:held|hold|holds|convened|conducted|had)\s+(?:its|their)\s+\Z"
)


def leading_number(name: str) -> tuple[int, str] | None:
    """Return the number a name begins with, and how it is written, or None."""
    first, _, rest = name.partition(" ")
    if not rest or not _ORDINAL.fullmatch(first):
        return None
    number = parse_ordinal(first)
    return (number, first) if number else None


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
        self._number_of_body()
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
        if not link or _IN_COMPANY.match(line.text, self.end):
            return
        chunk, word = line.chunk_at(link.end()), link[1]
        if word == "of" and chunk and chunk.mark == BODY and isinstance(chunk.found, FoundBody):
            self.body, self.end, self.link = chunk.found, chunk.end, word
            self._beyond_body(link.end(), chunk)
            return
        end = phrase_end(line, link.end(), topics=word in {"of", "on", "for"})
        if end <= link.end() or not self._may_follow(word, line.text[link.end()]):
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
        self.link = word
        if word == "with" and self.number:
            return
        self.end = end
        onward = _COMPLEMENT.match(line.text, end) if self.head == "visit" else None
        if onward and onward[1] == "to" and word == "of":
            self.end = max(end, phrase_end(line, onward.end(), topics=False))

    def _may_follow(self, word: str, letter: str) -> bool:
        """Tell whether a preposition goes on with the name; `letter` is what stands after it."""
        if word == "to":
            return self.head == "visit"
        if word in {"on", "for"}:
            named = self.front.named and letter.islower()
            return bool(self.own_name or self.number) and not named
        return True

    def _beyond_body(self, start: int, chunk: Chunk) -> None:
        """Go on where the words do: "of the Council of Ports and Rivers", "of EU ministers"."""
        short = _SHORT_NAME.match(self.line.text, chunk.end)
        if short and not _GOES_ON.match(self.line.text, short.end()):
            return
        end = phrase_end(self.line, short.end() if short else start)
        rest = self.line.text[chunk.end : end].split()
        if not rest or not self.line.text[chunk.end].isspace():
            return
        self.end = end
        if rest[0] not in {"between", "on", "for", "of"}:
            self.body, self.body_words = None, self.line.words(start, end)

    def _front_body(self) -> None:
        if self.body or self.body_words or not self.front.named:
            return
        for chunk in self.line.between(self.start, self.head_end, BODY):
            if isinstance(chunk.found, FoundBody) and chunk.end < self.head_end:
                self.body = chunk.found

    def _number_of_body(self) -> None:
        """Take the number a body has in its own name: "session of the V Binational Cabinet"."""
        words = self.body_words
        if self.body:
            start, end = self.body.start - self.line.start, self.body.end - self.line.start
            words = self.line.text[start:end]
        told = None if self.number else leading_number(words)
        if told:
            self.number, self.number_as = told

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
            if _GOVERNED.search(self.line.before(before[-1].start)):
                self._owner_words()
            else:
                self.body, self.owner = before[-1].found, before[-1]

    def _owner_words(self) -> None:
        """Take the whole of an owner whose last word alone is a body: "Ministers of the Union"."""
        told = _OWNER.search(self.line.text[max(0, self.start - _LONGEST_OWNER) : self.start])
        if told:
            self.body_words = told[1]
