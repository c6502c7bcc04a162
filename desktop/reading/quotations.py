"""Finds what people are quoted with: words in quotation marks, after a dash, or retold.

Direct speech is told from a title in quotation marks by a word of saying beside it, or by ending
as a sentence does. What is retold counts only behind a strong word: "X stressed that …".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from db.terms import Presence
from desktop.reading.findings import Findings, FoundPerson, FoundQuotation
from desktop.reading.page import Page, Paragraph, Sentence

_QUOTED = re.compile(
    r"«([^«»]{12,2000})»|“([^“”]{12,2000})[”\"]|\"([^\"“”]{12,2000})[\"”]|„([^„“”]{12,2000})[“”]"
)
_OPEN = re.compile(r"[«“]([^«»“”\"]{30,2000})\Z")
_DASHED = re.compile(r"\A[—–-]\s+(.{12,1500}?)[,!?.…]\s*[—–-]\s+(?=[а-яё])", re.DOTALL)
_SAYING = re.compile(
    r"\b(?:said|says|stated|states|noted|stressed|underlined|emphasi[sz]ed|added|told|declared|"
    r"announced|explained|remarked|highlighted|commented|concluded|continued|pointed out|affirmed|"
    r"reiterated|according to|quoted|recalled|observed|wrote|"
    r"сказал[аи]?|говорит|говорится|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|"
    r"сообщил[аи]?|пояснил[аи]?|объяснил[аи]?|рассказал[аи]?|указал[аи]?|напомнил[аи]?|"
    r"прокомментировал[аи]?|резюмировал[аи]?|заключил[аи]?|считает|уверен[аы]?|отмечает|"
    r"подч[её]ркивает|цитиру\w+|приводит|по словам|констатировал[аи]?|написал[аи]?|сообщает|"
    r"приветствовал[аи]?|обратил\w+)\b",
    re.IGNORECASE,
)
_RETOLD = re.compile(
    r"\b(?:said|stated|noted|stressed|underlined|emphasi[sz]ed|added|declared|pointed out|"
    r"highlighted|affirmed|reiterated|recalled|announced|confirmed|underscored)\s+that\s+|"
    r"\b(?:сказал[аи]?|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|сообщил[аи]?|"
    r"пояснил[аи]?|указал[аи]?|напомнил[аи]?|констатировал[аи]?|рассказал[аи]?),\s+что\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|the (?:\w+ )?(?:minister|president|ambassador|official|director|head|secretary|"
    r"chairman|deputy|governor|premier|diplomat|rector)|(?:prime )?minister|"
    r"он|она|министр|президент|"
    r"глава|посол|председатель|директор|ректор|руководитель|премьер\w*|"
    r"замминистра|чиновник|дипломат)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?,…]\Z")
_WHOLE = re.compile(r"[«“\"„](?P<words>[^«»“”\"]+?)[.,]?[»”\"“]", re.DOTALL)
"""Retold words that are all in quotation marks, and so are direct speech."""
_POST = re.compile(
    r"\b(?:the\s+)?(?P<post>(?:deputy |prime |vice[- ]|foreign |first )*"
    r"(?:minister|president|ambassador|director|secretary|chairman|governor|premier|rector)|(?:вице-|зам)?министр|президент|посол|"
    r"председатель|(?:вице-)?премьер|директор|(?:про)?ректор|губернатор)\b",
    re.IGNORECASE,
)
_REMEMBERED = 60
_NEAR = 130


def find_quotations(page: Page, found: Findings) -> tuple[FoundQuotation, ...]:
    """Return the quotations of the text with their speakers, in the order of the text."""
    speakers = _Speakers(found.people)
    told = [q for p in page.body for q in _in_paragraph(page, p, speakers)]
    return tuple(sorted(told, key=lambda q: q.start))


def _in_paragraph(
    page: Page, paragraph: Paragraph, speakers: "_Speakers"
) -> Iterator[FoundQuotation]:
    direct = list(_direct(page, paragraph, speakers))
    yield from direct
    for sentence in paragraph.sentences:
        for found in _RETOLD.finditer(sentence.text):
            start = sentence.start + found.end()
            if any(q.start <= start < q.end for q in direct):
                continue
            speaker = speakers.before(sentence, found.start())
            end = sentence.start + len(sentence.text.rstrip(" .;"))
            quoted = _WHOLE.fullmatch(page.text, start, end)
            start, end = quoted.span("words") if quoted else (start, end)
            if speaker and end - start >= 15:
                yield FoundQuotation(
                    start=start, end=end, rule="retold behind a word of saying", confidence=0.6,
                    words=page.text[start:end], speaker=speaker, direct=bool(quoted),
                )  # fmt: skip
                break


def _direct(page: Page, paragraph: Paragraph, speakers: "_Speakers") -> Iterator[FoundQuotation]:
    text = page.text[paragraph.start : paragraph.end]
    spans = [m.span(m.lastindex or 1) for m in _QUOTED.finditer(text)]
    rest = _OPEN.search(text)
    if rest and not any(a <= rest.start() < b for a, b in spans):
        spans.append(rest.span(1))
    dashed = _DASHED.match(text)
    if dashed and not spans and _SAYING.match(text, dashed.end()):
        spans.append(dashed.span(1))
    for start, end in spans:
        if not _is_speech(text, start, end):
            continue
        words = text[start:end].rstrip(" ,")
        yield FoundQuotation(
            start=paragraph.start + start, end=paragraph.start + start + len(words),
            rule="in quotation marks" if text[start - 1 : start].strip() else "after a dash",
            words=words, speaker=speakers.beside(paragraph, text, start, end),
        )  # fmt: skip


def _is_speech(text: str, start: int, end: int) -> bool:
    """Tell spoken words from a title: a word of saying near, and the shape of a sentence."""
    words = text[start:end]
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if len(words.split()) < 3:
        return False
    saying = _SAYING.search(before) or _SAYING.search(after)
    closed = _CLOSED.search(words) or re.match(r"[»”\"“]?\s*[,.]\s*[—–-]", after)
    introduced = re.search(r"[:,]\s*[«“\"„]\Z", before)
    alone = not text[: start - 1].strip(" —–-") and not re.sub(r"[»”\"“.,\s]", "", after)
    if saying:
        return bool(
            closed
            or introduced
            or re.match(
                r"[»”\"“]\s*,?\s*[—–-]?\s*(?:" + _SAYING.pattern + ")", after, re.IGNORECASE
            )
            or (len(words.split()) >= 8 and introduced)
        )
    return bool(closed and len(words.split()) >= 8 and (alone or words[:1].isupper()))


def _holds(post: str, wanted: str) -> bool:
    """Tell whether a post is the one meant: "the minister" is no deputy, "the deputy" is."""
    told = post.casefold().replace("заместитель министра", "замминистр")
    words = wanted.split()
    at = [told.find(word) for word in words]
    if min(at) < 0:
        return False
    lower = ("deputy", "vice", "вице", "зам", "про")
    return wanted.startswith(lower) or not told.startswith(lower)


class _Speakers:
    """The people of the text in order, to ask who speaks at a place."""

    def __init__(self, people: Sequence[FoundPerson]) -> None:
        self._people = sorted(
            (p for p in people if not p.byline and p.presence is Presence.NAMED and p.name),
            key=lambda p: p.start,
        )
        self._starts = [p.start for p in self._people]

    def within(self, start: int, end: int) -> list[FoundPerson]:
        """Return those named within a stretch of the text."""
        first = bisect_right(self._starts, start - 1)
        return [p for p in self._people[first : first + 40] if p.end <= end]

    def last(self, offset: int) -> FoundPerson | None:
        """Return who was named last before a place."""
        at = bisect_right(self._starts, offset)
        return self._people[at - 1] if at else None

    def of_post(self, words: str, offset: int) -> FoundPerson | None:
        """Return who was told last, before a place, to hold the post some words call by itself."""
        told = _POST.search(words)
        if not told:
            return None
        wanted = told["post"].casefold()
        at = bisect_right(self._starts, offset)
        near = reversed(self._people[max(0, at - _REMEMBERED) : at])
        return next((p for p in near if _holds(p.post, wanted)), None)

    def before(self, sentence: Sentence, pos: int) -> FoundPerson | None:
        """Return who is the subject of a word of saying in a sentence."""
        near = self.within(sentence.start, sentence.start + pos)
        if near and pos - (near[-1].end - sentence.start) < _NEAR:
            return self._subject(sentence.text, sentence.start, near)
        if _PRONOUN.search(sentence.text[:pos]):
            return self.of_post(sentence.text[:pos], sentence.start) or self.last(sentence.start)
        return None

    def _subject(self, text: str, offset: int, near: list[FoundPerson]) -> FoundPerson | None:
        """Prefer the latest who is not governed by a preposition: "with X, Y said"."""
        for person in reversed(near):
            first = min(person.start, person.post_start if person.post_start >= 0 else person.start)
            lead = text[max(0, first - offset - 14) : first - offset]
            if not re.search(r"\b(?:with|by|of|to|for|с|со|к|от|для|у)\s+(?:the\s+)?\Z", lead):
                return person
        return near[-1]

    def beside(self, paragraph: Paragraph, text: str, start: int, end: int) -> FoundPerson | None:
        """Return who says the words between two places of a paragraph."""
        after = text[end : end + _NEAR * 2]
        stop = re.search(r"(?<![\s.][A-ZА-ЯЁ])[.!?]\s+[A-ZА-ЯЁ«“]", after)
        after = after[: stop.start()] if stop else after
        said = _SAYING.search(after)
        if said and said.start() < 60:
            named = self.within(paragraph.start + end, paragraph.start + end + len(after))
            if named:
                return named[0]
            offset = paragraph.start + start
            return self.of_post(after, offset) or self.last(offset)
        named = self.within(paragraph.start, paragraph.start + start)
        return named[-1] if named else self.last(paragraph.start)


def speaker_at(quotations: Sequence[FoundQuotation], start: int, end: int) -> FoundPerson | None:
    """Return who says what stands at a place, or None where nobody is quoted there."""
    return next((q.speaker for q in quotations if q.start <= start and end <= q.end), None)
