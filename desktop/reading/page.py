"""The page a reading works on: a text in paragraphs and sentences, with what is noise.

All offsets count code points of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its sentences; it may span several lines where a page was wrapped."""

    start: int
    end: int
    text: str
    language: str
    """``en`` or ``ru``: which grammar reads it (by its script)."""
    noise: str = ""
    """Why it is passed over ("picture name", "subscribe line"), empty where it is read."""
    heading: bool = False
    bullet: bool = False
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Page:
    """A whole text, laid out."""

    text: str
    language: str
    """The language most of the text is in: ``en`` or ``ru``."""
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Give the paragraphs that are read: all but noise."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.noise)

    def sentences(self, language: str = "") -> Iterator[tuple[Paragraph, Sentence]]:
        """Yield each sentence that is read with its paragraph; of one language if asked."""
        for paragraph in self.body:
            if not language or paragraph.language == language:
                for sentence in paragraph.sentences:
                    yield paragraph, sentence

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds an offset, or None between paragraphs."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)
