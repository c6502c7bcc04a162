"""Finds corporate bodies in English text: listed ones, and those a ruling noun names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.reading.bodies.english_known import known_in
from desktop.reading.bodies.english_naming import named, with_full_names
from desktop.reading.bodies.english_phrases import COMPANY, whole_phrases_in
from desktop.reading.bodies.english_tokens import Token, tokens_of
from desktop.reading.bodies.english_unruled import (
    KNOWN,
    bare_mentions,
    quoted_names,
    unruled_in,
    with_guessed_acronyms,
)
from desktop.reading.findings import Findings, Found, FoundBody
from desktop.reading.page import Page, Paragraph


def bodies(page: Page, found: Findings) -> tuple[FoundBody, ...]:
    """Return every body the English paragraphs name, in the order of the text."""
    paragraphs = [one for one in page.body if one.language == "en"]
    parts = split_by_paragraph(paragraphs, (*found.countries, *found.cities, *found.dates))
    bodies: list[FoundBody] = []
    loose: list[tuple[Paragraph, Sequence[Token], list[FoundBody]]] = []
    for paragraph, inside in zip(paragraphs, parts, strict=True):
        listed = list(known_in(paragraph.text, paragraph.start))
        tokens = tokens_of(paragraph, [*inside, *listed])
        here = list(_of_phrases(page, tokens, paragraph))
        here += [one for one in listed if not any(_is_told_by(one, other) for other in here)]
        bodies += here
        loose.append((paragraph, tokens, here))
    bodies = with_full_names(bodies)
    told = {body.acronym: body for body in bodies if body.acronym and body.rule != KNOWN}
    quoted = quoted_names(bodies)
    for paragraph, tokens, here in loose:
        bare = list(bare_mentions(paragraph, here, quoted))
        bodies += bare
        bodies += unruled_in(tokens, [*here, *bare], told)
    return tuple(sorted(_with_guesses(bodies), key=lambda body: (body.start, -body.end)))


def _with_guesses(bodies: Sequence[FoundBody]) -> Iterator[FoundBody]:
    guessed = with_guessed_acronyms(bodies)
    for body in bodies:
        full = guessed.get(body.name)
        yield replace(body, name=full.name, kind=full.kind, acronym=body.name) if full else body


def split_by_paragraph(
    paragraphs: Sequence[Paragraph], found: Iterable[Found]
) -> list[list[Found]]:
    """Return for each paragraph the findings that lie within it."""
    parts: list[list[Found]] = []
    left = sorted(found, key=lambda one: one.start)
    at = 0
    for paragraph in paragraphs:
        while at < len(left) and left[at].start < paragraph.start:
            at += 1
        begin = at
        while at < len(left) and left[at].start < paragraph.end:
            at += 1
        parts.append([one for one in left[begin:at] if one.end <= paragraph.end])
    return parts


def _of_phrases(page: Page, tokens: Sequence[Token], paragraph: Paragraph) -> Iterator[FoundBody]:
    for phrase in whole_phrases_in(tokens, heading=paragraph.heading):
        yield from named(phrase, page.text)


def _is_told_by(listed: FoundBody, other: FoundBody) -> bool:
    """Tell whether a phrase has a listed body's name: the same words, or those of a company."""
    same = other.start == listed.start and other.end == listed.end
    return same or (other.rule == COMPANY and other.covers(listed) and other.name != listed.name)
