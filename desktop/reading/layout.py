"""Lays a text out: paragraphs, sentences, language by script, headings, bullets, noise.

A paragraph's text is that of the page and may hold line breaks; the text of its sentences is what
finders read: of the same length, with a plain space for every line break and no-break space.
"""

import re
from collections.abc import Collection

from db.text.sentences import sentence_spans
from desktop.reading.bullets import listed
from desktop.reading.noise import NoisePatterns, noise_pattern, noise_reasons
from desktop.reading.page import Page, Paragraph, Sentence
from desktop.reading.segments import BREAKS, segments

_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_LONGEST_HEADING = 240
_SPACED = str.maketrans(dict.fromkeys(f"{BREAKS}\t\xa0\u2007\u202f", " "))
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


def lay_out(text: str, patterns: NoisePatterns = (), keep: Collection[str] = ()) -> Page:
    """Return the text as a page; `patterns` are noise the catalogue has learnt.

    Lines whose pattern is in `keep` are read, whatever speaks against them.
    """
    spans = segments(text)
    words = [text[start:end] for start, end in spans]
    whole = language_by_script(text)
    reasons = noise_reasons(words, whole, patterns)
    if keep:
        reasons = [
            "" if reason and noise_pattern(line) in keep else reason
            for line, reason in zip(words, reasons, strict=True)
        ]
    bullets = listed(words)
    paragraphs = tuple(
        _paragraph(text, span, whole, noise=reason, bullet=bullet)
        for span, reason, bullet in zip(spans, reasons, bullets, strict=True)
    )
    return Page(text=text, language=whole, paragraphs=paragraphs)


def language_by_script(text: str, otherwise: str = "en") -> str:
    """Return ``ru`` where Cyrillic letters outnumber Latin ones, ``en`` where it is the reverse."""
    cyrillic = len(_CYRILLIC.findall(text))
    latin = len(_LATIN.findall(text))
    return otherwise if cyrillic == latin else "ru" if cyrillic > latin else "en"


def _paragraph(
    text: str, span: tuple[int, int], whole: str, *, noise: str, bullet: bool
) -> Paragraph:
    start, end = span
    words = text[start:end]
    return Paragraph(
        start=start,
        end=end,
        text=words,
        language=language_by_script(words, whole),
        noise=noise,
        heading=not bullet and _is_heading(words),
        bullet=bullet,
        sentences=_sentences(words, start),
    )


def _is_heading(words: str) -> bool:
    if len(words) > _LONGEST_HEADING or _ENDS.search(words):
        return False
    first = next((letter for letter in words if letter.isalnum()), "")
    return any(map(str.isalpha, words)) and not first.islower()


def _sentences(words: str, start: int) -> tuple[Sentence, ...]:
    spaced = words.translate(_SPACED)
    return tuple(
        Sentence(start + first, start + last, spaced[first:last])
        for first, last in sentence_spans(spaced)
    )
