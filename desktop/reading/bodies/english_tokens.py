"""English text in tokens: words, signs, and what is already found as one token each.

A country, city, date or known body of several words is one token, so that the grammars of bodies
and people see "the Russian Federation" as a single noun.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from desktop.reading.findings import Found, FoundBody, FoundCity, FoundCountry, FoundDate
from desktop.reading.page import Paragraph

_ABBREVIATION = (
    "Dr|Drs|Mr|Mrs|Ms|Messrs|Prof|Assoc|Asst|St|Ste|Gen|Col|Lt|Maj|Capt|Cdr|Sgt|Brig|Adm|Hon|Rt|"
    "Amb|Eng|Ing|Lic|Sen|Rep|Gov|Rev|Fr|Pres|Smt|Co|Ltd|Inc|Corp|Jr|Sr|No|Nos|Pvt|Pte|Pty|Dept|"
    "Univ|Min|Dra|Sra|Mme|Mlle|Ar|Ir|Drg|Dipl|Sh|Secy|Bros"
)
_TOKEN = re.compile(
    rf"""(?P<abbreviation>\b(?:{_ABBREVIATION})\.(?!\w))
    |(?P<initial>\b(?:[^\W\d_a-z]|[KSCZGDT]h|Ts|Y[aueo]|Dj|Dzh)\.(?:\s?-?[^\W\d_a-z]\.)*(?!\s*$))
    |(?P<owner>['’ʼ]s\b)
    |(?P<word>[^\W_](?:[^\W_]|['’ʼʻ‘`‑-](?!s\b)(?=[^\W_])|(?<=[^\W\d_])–(?=[^\W\d_]))*)
    |(?P<sign>\S)""",
    re.VERBOSE,
)  # fmt: skip
_ELECTRONIC = re.compile(r"[ei]-?[A-Z]")
_ENDS = frozenset(".!?…:;•●▪|")
_OPENING = frozenset("\"“«„‘'(")


@lru_cache(maxsize=16384)
def _lower(text: str) -> str:
    return text.casefold().replace("’", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a sign, or something already found, with its place in the whole text."""

    start: int
    end: int
    text: str
    kind: str
    """``word``, ``abbreviation``, ``initial``, ``owner`` ('s), ``sign``, ``number``; or, already
    found: ``country``, ``city``, ``date``, ``body``."""
    first: bool = False
    """Whether a sentence begins with it."""
    code: str = ""
    """ISO 3166-1 alpha-2 of a country, city or body."""
    adjective: bool = False
    """Whether a country is named by its adjective."""
    found: Found | None = None

    @property
    def lower(self) -> str:
        """Give the word for look-ups: case folded, with a plain apostrophe."""
        return _lower(self.text)

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter, as e-Governance does too."""
        return self.text[:1].isupper() or bool(_ELECTRONIC.match(self.text))

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word of letters that is nothing found before."""
        return self.kind == "word"


def tokens_of(paragraph: Paragraph, found: Sequence[Found]) -> list[Token]:
    """Return a paragraph's tokens; `found` are findings within it, the outermost first taken."""
    plain = _plain(paragraph)
    return list(_merged(plain, _outermost(found)))


def _plain(paragraph: Paragraph) -> list[Token]:
    tokens: list[Token] = []
    first = True
    for match in _TOKEN.finditer(paragraph.text):
        kind = match.lastgroup or "sign"
        text = match[0]
        if kind == "word" and text[0].isdigit():
            kind = "number"
        start = paragraph.start + match.start()
        tokens.append(Token(start=start, end=start + len(text), text=text, kind=kind, first=first))
        first = text in _ENDS or (first and text in _OPENING)
    return tokens


def _outermost(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _merged(tokens: Sequence[Token], found: Sequence[Found]) -> Iterable[Token]:
    at = 0
    for one in found:
        while at < len(tokens) and tokens[at].end <= one.start:
            yield tokens[at]
            at += 1
        inside = at
        while inside < len(tokens) and tokens[inside].start < one.end:
            inside += 1
        if inside == at:
            continue
        partly = tokens[at].start < one.start or tokens[inside - 1].end > one.end
        if partly:
            # "Russian-Azerbaijani": a country within a word
            yield from (_hinted(token, one) for token in tokens[at:inside])
        else:
            yield _as_token(tokens[at:inside], one)
        at = inside
    yield from tokens[at:]


def _hinted(token: Token, found: Found) -> Token:
    code = found.code if isinstance(found, FoundCountry) else ""
    return replace(token, adjective=bool(code), code=code)


def _as_token(tokens: Sequence[Token], found: Found) -> Token:
    text = tokens[0].text
    for before, after in pairwise(tokens):
        text += (" " if after.start > before.end else "") + after.text
    return Token(
        start=tokens[0].start,
        end=tokens[-1].end,
        text=text,
        kind=_kind(found),
        first=tokens[0].first,
        code=_code(found),
        adjective=isinstance(found, FoundCountry) and found.form in {"adjective", "people"},
        found=found,
    )


def _kind(found: Found) -> str:
    kinds: dict[type[Found], str] = {
        FoundCountry: "country",
        FoundCity: "city",
        FoundDate: "date",
        FoundBody: "body",
    }
    return kinds[type(found)]


def _code(found: Found) -> str:
    if isinstance(found, FoundCountry | FoundCity):
        return found.code
    return found.country if isinstance(found, FoundBody) else ""
