"""Puts letters together to segments: words that stand on one line with no wide gap between."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from db.exchange.decoding import paired
from db.exchange.pdf.pages import HYPHEN, Letter

_WIDE_GAP = 0.8
"""How many ems apart two letters stand that belong to two cells, where no blank is between."""
_NARROW_GAP = 0.45
"""The same in files that otherwise have all their blanks."""
_WIDEST_BLANK = 3.0
"""The same where the file itself has a blank there, which justifying may have stretched."""
_OVERLAP = 0.35
_JUDGED = 8
"""How many letters tell the size of a line."""
_SIZE_OF_BOX = 0.85
"""The size of a font as part of the height of its letters' boxes: what files say may be scaled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Hold a piece of a line, with its box and the width of its `first_word` in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float
    first_word: float
    is_bold: bool

    @property
    def ends_in_hyphen(self) -> bool:
        """Whether its last word may go on in the next line."""
        return self.text.endswith(HYPHEN)


def segments(letters: Iterable[Letter]) -> Iterator[Segment]:
    """Yield the segments in the order their letters are drawn."""
    letters = tuple(letters)
    gap = _WIDE_GAP if _lacks_blanks(letters) else _NARROW_GAP
    run = _Run()
    for letter in letters:
        if letter.sign.isspace():
            run.add_blank(letter)
            continue
        if run.letters and not run.takes(letter, gap):
            yield run.segment()
            run = _Run()
        run.add(letter)
    if run.letters:
        yield run.segment()


def _lacks_blanks(letters: Sequence[Letter]) -> bool:
    """Tell whether a page leaves blanks out, so that PDFium had to make them."""
    made = Counter(letter.is_made for letter in letters if letter.sign == " ")
    return made[True] >= made[False]


@dataclass(slots=True)
class _Run:
    letters: list[Letter] = field(default_factory=list[Letter])
    pieces: list[str] = field(default_factory=list[str])
    blank: str = ""
    is_made: bool = True
    size: float = 1.0
    word_ends: float | None = None

    def add_blank(self, letter: Letter) -> None:
        if self.letters:
            self.blank = self.blank or ("\u00a0" if letter.sign == "\u00a0" else " ")
            self.is_made = self.is_made and letter.is_made

    def takes(self, letter: Letter, widest: float) -> bool:
        """Tell whether a letter goes on in this line; `widest` is what no cells' gap is below."""
        last, size = self.letters[-1], max(self.size, _size_of(letter))
        low, high = max(last.bottom, letter.bottom), min(last.top, letter.top)
        least = min(last.top - last.bottom, letter.top - letter.bottom)
        gap = letter.left - last.right
        if high - low < least * _OVERLAP or letter.left < last.left - size / 2:
            return False
        is_stretched = bool(self.blank) and not self.is_made
        return gap <= size * (_WIDEST_BLANK if is_stretched else widest)

    def add(self, letter: Letter) -> None:
        if self.blank and self.letters:
            self.pieces.append(self.blank)
            self.word_ends = self.letters[-1].right if self.word_ends is None else self.word_ends
        self.blank, self.is_made = "", True
        if len(self.letters) < _JUDGED:
            self.size = max(self.size, _size_of(letter))
        self.letters.append(letter)
        self.pieces.append(_spelt(letter.sign))

    def segment(self) -> Segment:
        first, last = self.letters[0], self.letters[-1]
        return Segment(
            text=_hyphened("".join(self.pieces)),
            left=first.left,
            right=last.right,
            bottom=min(letter.bottom for letter in self.letters),
            top=max(letter.top for letter in self.letters),
            base=first.base,
            size=self.size,
            first_word=(last.right if self.word_ends is None else self.word_ends) - first.left,
            is_bold=first.is_bold and last.is_bold,
        )


def _size_of(letter: Letter) -> float:
    return max((letter.top - letter.bottom) * _SIZE_OF_BOX, 1.0)


def _hyphened(text: str) -> str:
    """Mark a hyphen at the end of a line; PDFium does not know them all."""
    text = paired(text)
    is_hyphen = text[-1:] in {"-", "\u2010"} and text[-2:-1].isalpha()
    return f"{text[:-1]}{HYPHEN}" if is_hyphen else text


def _spelt(sign: str) -> str:
    """Take ligatures apart; they are a matter of looks."""
    return unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign
