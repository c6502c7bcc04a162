"""Lighting found words: where in the original the words of a query stand.

The full-text index stores stems, not the text, so the words are found again here, by the same
tokens and spellings as the index is asked for.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .folding import fold_map
from .spellings import Sought, beginnings, spellings
from .tokens import Token, tokens, tokens_of

_Stretch = tuple[int, int]
_Accepts = Callable[[Token], "list[_Stretch]"]
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit:
    """Words of a query to light; without marks each of them alone, in every form and script."""

    words: tuple[str, ...]
    """As typed: capitals tell Roman numbers from words."""
    phrase: bool = False
    """Only where all of them stand in this order."""
    exact: bool = False
    """Only in these forms, and in this order."""
    begins: bool = False
    """The last word may go on."""
    inside: bool = False
    """Only the letters themselves, anywhere in a word."""


def found_spans(text: str, wanted: Sequence[Lit]) -> list[_Stretch]:
    """Return the spans of words to light, in code points of the original, in order, apart."""
    if not text or not wanted:
        return []
    sought = _sought(tuple(wanted))
    found: set[_Stretch] = set()
    run: list[tuple[Token, int]] = []
    for token, start, _ in tokens(text):
        found.update((start + first, start + last) for first, last in sought.alone(token))
        if sought.rows:
            run.append((token, start))
    for row in sought.rows:
        found.update(_standing_in_a_row(run, row))
    return _apart(found)


def _apart(found: Iterable[_Stretch]) -> list[_Stretch]:
    """Put spans in order, those that overlap made one."""
    spans: list[_Stretch] = []
    for start, end in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


_Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Row:
    """Words that must follow one another, each put to its own test."""

    tests: tuple[_Test, ...]
    exact: bool = False
    """Whether the words are tested as they stand, and not their stems."""


class _Alone:
    """Finds what is lit of one token by itself, and remembers it."""

    def __init__(self, ways: Sequence[_Accepts]) -> None:
        self._ways = ways
        self._known: dict[int, tuple[Token, tuple[_Stretch, ...]]] = {}

    def __call__(self, token: Token) -> tuple[_Stretch, ...]:
        known = self._known.get(id(token))
        if known is not None:
            return known[1]
        found = tuple({span for way in self._ways for span in way(token)})
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[id(token)] = token, found  # held, so that its id is not given again
        return found


@dataclass(frozen=True, slots=True)
class _Wanted:
    alone: _Alone
    rows: tuple[_Row, ...]


@lru_cache(maxsize=64)
def _sought(wanted: tuple[Lit, ...]) -> _Wanted:
    ways: list[_Accepts] = []
    rows: list[_Row] = []
    for lit in wanted:
        for words in _asked(lit):
            _compile(lit, [token for token in tokens_of(words) if token.words], ways, rows)
    return _Wanted(_Alone(ways), tuple(rows))


def _asked(lit: Lit) -> Iterable[str]:
    return (" ".join(lit.words),) if lit.phrase or lit.exact else lit.words


def _compile(lit: Lit, asked: Sequence[Token], ways: list[_Accepts], rows: list[_Row]) -> None:
    if not asked:
        return
    if lit.inside:
        ways.extend(_inside(word) for token in asked for word, _, _ in token.words)
        return
    if lit.exact:
        words = [word for token in asked for word, _, _ in token.words]
        tests = [*map(_is, words[:-1]), (_starts if lit.begins else _is)(words[-1])]
        rows.append(_Row(tuple(tests), exact=True))
        return
    spelt = spellings(asked)
    for way in spelt:
        _one_or_row([_is(one.stem) for one in way], ways, rows)
    if all(one.sound or one.stem.isdigit() for one in spelt[0]):
        _one_or_row([_sounds(one) for one in spelt[0]], ways, rows)
    for way, beginning in beginnings(asked) if lit.begins else ():
        head = [_is(one.stem) for one in way]
        _one_or_row([*head, _starts(beginning)], ways, rows)
        if not head:
            ways.append(_begun(beginning))


def _one_or_row(tests: list[_Test], ways: list[_Accepts], rows: list[_Row]) -> None:
    if len(tests) == 1:
        ways.append(_by_stem(tests[0]))
    else:
        rows.append(_Row(tuple(tests)))


def _is(wanted: str) -> _Test:
    return wanted.__eq__


def _starts(wanted: str) -> _Test:
    return lambda word: word.startswith(wanted)


def _sounds(wanted: Sought) -> _Test:
    return _is(wanted.stem) if wanted.stem.isdigit() else wanted.sounds_like


def _by_stem(test: _Test) -> _Accepts:
    def accept(token: Token) -> list[_Stretch]:
        pieces = (*token.stems, *token.further)
        return [(start, end) for stem, start, end in pieces if test(stem)]

    return accept


def _begun(beginning: str) -> _Accepts:
    """Accept words that begin so although their stem breaks off before."""

    def accept(token: Token) -> list[_Stretch]:
        # co-operation is one word: what stands behind its hyphen begins nothing
        words = token.words if len(token.stems) >= len(token.words) else ()
        found = [(start, end) for word, start, end in words if word.startswith(beginning)]
        if token.joined.startswith(beginning):
            found.append((token.words[0][1], token.words[-1][2]))
        return found

    return accept


def _inside(part: str) -> _Accepts:
    def accept(token: Token) -> list[_Stretch]:
        return [
            (start + first, start + last)
            for word, start, end in token.words
            if part in word
            for first, last in _places(token.run[start:end], part)
        ]

    return accept


def _places(original: str, part: str) -> Iterable[_Stretch]:
    """Yield where letters stand in a word as it is written."""
    folded, offsets = fold_map(original)
    kept = [(letter, at) for letter, at in zip(folded, offsets, strict=True) if letter.isalnum()]
    letters = "".join(letter for letter, _ in kept)
    at = letters.find(part)
    while at >= 0:
        yield kept[at][1], kept[at + len(part) - 1][1] + 1
        at = letters.find(part, at + len(part))


def _standing_in_a_row(run: Sequence[tuple[Token, int]], row: _Row) -> Iterable[_Stretch]:
    pieces = [
        (text, offset + start, offset + end)
        for token, offset in run
        for text, start, end in (token.words if row.exact else token.stems)
    ]
    size = len(row.tests)
    first, *others = row.tests
    passes = {text for text in {text for text, _, _ in pieces} if first(text)}
    for at in range(len(pieces) - size + 1):
        if pieces[at][0] in passes and all(
            test(pieces[at + step][0]) for step, test in enumerate(others, 1)
        ):
            for _, start, end in pieces[at : at + size]:
                yield start, end
