"""How the agreements and meetings of a text stand to one another: implements, replaces, part of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from db.terms import LinkKind
from desktop.reading.findings import (
    Findings,
    FoundAgreement,
    FoundBody,
    FoundMeeting,
    Relation,
)
from desktop.reading.page import Page, Sentence

_LEAD = 90
_ARTICLES = (
    r"(?:\s+(?:the|its|their|an?|this|all|two|previous|existing|earlier|former|current|"
    r"эт\w+|данн\w+|действующ\w+|ранее|подписанн\w+|существующ\w+|нов\w+))*\s*[«\"“]?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words before an instrument, and what they make of the one spoken of before it."""

    kind: LinkKind
    before: re.Pattern[str]
    reverse: bool = False
    """Whether the instrument after the words is the subject: "was replaced by"."""


def _words(kind: LinkKind, words: str, *, reverse: bool = False) -> _Words:
    return _Words(
        kind=kind, before=re.compile(rf"\b(?:{words}){_ARTICLES}", re.IGNORECASE), reverse=reverse
    )


_BETWEEN_AGREEMENTS = (
    _words(LinkKind.REPLACES, r"(?:was|were|been|is) (?:\w+ )?(?:replaced|superseded|succeeded) by|"
           r"замен[её]н\w*", reverse=True),
    _words(LinkKind.REPLACES, r"replac(?:e|es|ed|ing)|supersed(?:e|es|ed|ing)|succeed(?:s|ed|ing)|"
           r"instead of|in place of|взамен|заменит|заменяет|заменил\w*|вместо|на смену|на замену"),
    _words(LinkKind.AMENDS, r"amend(?:s|ed|ing)?|amendments? to|changes to|modif(?:y|ies|ying)|"
           r"изменени\w+ (?:и дополнени\w+ )?(?:в|к)|поправ\w+ (?:в|к)|дополнени\w+ к|изменяет|"
           r"дополняет"),
    _words(LinkKind.UPDATES, r"updat(?:e|es|ed|ing)|renew(?:s|ed|ing)|extend(?:s|ed|ing)|"
           r"обновляет|обновл[её]нн\w+ редакци\w+|актуализиру\w+|продлева\w+|продлении"),
    _words(LinkKind.ANNEX_OF, r"annex(?:ed)? to|appendix to|attached to|integral part of|"
           r"приложени\w+ к|неотъемлем\w+ част\w+"),
    _words(LinkKind.IMPLEMENTS, r"(?:in order )?to implement|implement(?:s|ing)|"
           r"(?:the )?implementation of|(?:in )?fulfil+ment of|to give effect to|во исполнение|"
           r"в целях (?:реализации|выполнения)|для реализации|в рамках реализации|"
           r"реализ(?:ует|ующ\w+)|по реализации|о реализации|в развитие|на выполнение"),
    _words(LinkKind.BASED_ON, r"on the basis of|based (?:up)?on|in accordance with|pursuant to|"
           r"in line with|in conformity with|in compliance with|under|within(?: the framework of)?|"
           r"provided for (?:by|in)|в соответствии со?|на основе|на основании|согласно|"
           r"в рамках|предусмотренн\w+"),
)  # fmt: skip
_DECISIONS = re.compile(
    r"\b(?:decisions? (?:taken |made |adopted )?(?:of|by)|resolutions? of|решени\w+)\s+(?:the )?$",
    re.IGNORECASE,
)
_GOVERNS = re.compile(
    r"\b(?:in accordance with|in line with|on the basis of|pursuant to|under|by|following|"
    r"в соответствии с|на основе|на основании|согласно|во исполнение)\s+(?:the )?(?:\w+ )?"
    r"(?:decisions?|resolutions?|решени\w+)\b",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:adopt(?:ed|ion|s)|approv(?:ed|al|es)|endorsed|agreed upon|принят\w*|принял\w*|одобр\w+|"
    r"утвержд\w+|утвердил\w*|согласован\w*)\b",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(
    r"\b(?:discuss(?:ed|es|ion)|consider(?:ed|s)|review(?:ed|s)|talked about|обсу(?:дил|жд)\w+|"
    r"рассмотр\w+|рассматрива\w+)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:during|in the course of|within(?: the framework of)?|as part of|in the framework of|"
    r"on the (?:sidelines|margins) of|в рамках|в ходе|во время|на полях|в программе)\b"
    r"[^,;.]{0,60}$",
    re.IGNORECASE,
)

_Span = tuple[int, int]
_T = TypeVar("_T", FoundAgreement, FoundMeeting)


def find_relations(page: Page, found: Findings) -> tuple[Relation, ...]:
    """Return how agreements and meetings stand to one another, once each, in order."""
    agreements = _by_place(found.agreements)
    meetings = _by_place(found.meetings)
    bodies = sorted((one for one in found.bodies if not one.generic), key=_start)
    relations: dict[tuple[LinkKind, int, int], Relation] = {}
    for _paragraph, sentence in page.sentences():
        instruments = _within(agreements, sentence)
        gatherings = _within(meetings, sentence)
        for relation in (
            *_among_agreements(page.text, sentence, instruments),
            *_governed(page.text, sentence, instruments, bodies),
            *_at_meetings(sentence, instruments, gatherings),
            *_parts(page.text, sentence, gatherings),
        ):
            key = (relation.kind, id(relation.subject), id(relation.other))
            relations.setdefault(key, relation)
    return tuple(sorted(relations.values(), key=lambda relation: relation.start))


_Placed = list[tuple[_Span, FoundAgreement]]
_Gathered = list[tuple[_Span, FoundMeeting]]


def _by_place(found: Sequence[_T]) -> list[tuple[_Span, _T]]:
    placed = [(span, one) for one in found for span in ((one.start, one.end), *one.mentions)]
    return sorted(placed, key=lambda pair: pair[0])


def _start(body: FoundBody) -> int:
    return body.start


def _within(placed: list[tuple[_Span, _T]], sentence: Sentence) -> list[tuple[_Span, _T]]:
    first = bisect_left(placed, sentence.start, key=lambda pair: pair[0][0])
    last = bisect_left(placed, sentence.end, key=lambda pair: pair[0][0])
    return placed[first:last]


def _among_agreements(text: str, sentence: Sentence, placed: _Placed) -> Iterator[Relation]:
    for number, (span, other) in enumerate(placed):
        lead = text[max(sentence.start, span[0] - _LEAD) : span[0]]
        told = next(
            ((words, m) for words in _BETWEEN_AGREEMENTS if (m := words.before.search(lead))), None
        )
        subject = _subject(placed[:number], other)
        if not told or subject is None:
            continue
        words, match = told
        start = span[0] - len(lead) + match.start()
        pair = (other, subject) if words.reverse else (subject, other)
        yield Relation(
            kind=words.kind,
            subject=pair[0],
            other=pair[1],
            start=start,
            end=span[1],
            rule=f"words before the title: {match[0].strip()}",
        )


def _subject(before: _Placed, other: FoundAgreement) -> FoundAgreement | None:
    """Return the instrument spoken of before another in the sentence."""
    return next((one for _, one in reversed(before) if one is not other), None)


def _governed(
    text: str, sentence: Sentence, placed: _Placed, bodies: Sequence[FoundBody]
) -> Iterator[Relation]:
    if not placed:
        return
    subject = placed[0][1]
    first = bisect_left(bodies, sentence.start, key=_start)
    for body in bodies[first : bisect_left(bodies, sentence.end, key=_start)]:
        lead = text[max(sentence.start, body.start - _LEAD) : body.start]
        if _DECISIONS.search(lead) and _GOVERNS.search(lead):
            yield Relation(
                kind=LinkKind.GOVERNED_BY,
                subject=subject,
                other=body,
                start=body.start - len(lead),
                end=body.end,
                rule="decisions of a body",
            )


def _at_meetings(sentence: Sentence, placed: _Placed, gatherings: _Gathered) -> Iterator[Relation]:
    if not gatherings:
        return
    approved = _APPROVED.search(sentence.text)
    discussed = _DISCUSSED.search(sentence.text)
    told = approved or discussed
    if not told:
        return
    for _span, agreement in placed:
        outside = [
            g
            for s, g in gatherings
            if not any(s[0] < title[1] and title[0] < s[1] for title, _ in placed)
        ]
        if outside:
            yield Relation(
                kind=LinkKind.APPROVED_AT if approved else LinkKind.DISCUSSED_AT,
                subject=agreement,
                other=outside[0],
                start=sentence.start + told.start(),
                end=sentence.start + told.end(),
                rule="adopted at" if approved else "discussed at",
            )


def _parts(text: str, sentence: Sentence, gatherings: _Gathered) -> Iterator[Relation]:
    for span, whole in gatherings:
        lead = text[max(sentence.start, span[0] - _LEAD) : span[0]]
        told = _PART_OF.search(lead)
        part = next((one for _, one in gatherings if one is not whole), None)
        if told and part and part is not whole:
            yield Relation(
                kind=LinkKind.PART_OF,
                subject=part,
                other=whole,
                start=span[0] - len(lead) + told.start(),
                end=span[1],
                rule="during a visit",
            )
