"""Stretches of English text that may be the name of a person: capitals, particles, initials."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.reading.bodies.english_lexicon import sounds_korean
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.people.english_lexicon import (
    HONORIFICS,
    NOT_AFTER_A_NAME,
    PARTICLES,
    POST_HEADS,
    POST_NOMINALS,
    STYLES,
    is_given,
    is_plain,
)

Tokens = Sequence[Token]
_LONGEST = 8
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’ʼʻ‘`-][^\W\d_]+)*")
_EXCELLENCY = frozenset(("excellency", "majesty", "highness", "excellencies", "honour", "holiness"))
_UNSURE_HONORIFICS = word_set("he u ko min sh ar ir tan sri seri h. e.")
_BREAKING = word_set("mr mrs ms dr shri smt prof hon honourable datuk professor")
_HON = frozenset(("honourable", "honorable", "hon", "hon.", "rt", "right", "late"))
_SON_OF = frozenset(("bin", "ibn", "bint", "binti", "binte", "ould", "mint"))
_THINGS = NOT_AFTER_A_NAME - word_set(
    "park hall field fields church day law bank banks house post garden gardens lake street "
    "river port fund cross cape tower report case cup king center"
)
"""What bears a person's name and is nobody's family name: dams, airports, prizes."""
_ROMAN = re.compile(r"[IVX]{2,}")
_TITLES_TOO = frozenset(("king", "prince", "pope", "major"))
_ORDINALS = frozenset(("II", "III", "IV"))
_BRACKETED_TITLES = word_set(
    "dr prof eng retd rtd ret mr mrs ms miss smt dr. prof. eng. mr. mrs. ms."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A possible name: tokens from `first` to before `end`; honorifics stand from `opening`."""

    opening: int
    first: int
    end: int
    honoured: bool
    given: bool
    """Whether one of its words is a given name known from the list."""

    @property
    def length(self) -> int:
        """Count the tokens of the name."""
        return self.end - self.first


def names_in(tokens: Tokens, taken: Sequence[bool]) -> Iterator[NameSpan]:
    """Yield the possible names, in order; `taken` tokens belong to posts."""
    at = 0
    while at < len(tokens):
        span = None if taken[at] else _span(tokens, at, taken)
        if span:
            if not _names_a_thing(span, tokens[span.end - 1].lower):
                yield span
            at = span.end
        else:
            at += 1


def _names_a_thing(span: NameSpan, last: str) -> bool:
    """Tell "Juan Soto Park" and "Sheikh Zayed Dam" from the names of people."""
    return span.length > 1 and last in (NOT_AFTER_A_NAME if span.length > 2 else _THINGS)


def _span(tokens: Tokens, at: int, taken: Sequence[bool]) -> NameSpan | None:
    first = after_honorifics(tokens, at)
    end = _end(tokens, first, taken)
    while first < end and tokens[end - 1].lower in PARTICLES and tokens[end - 1].text.islower():
        end -= 1
    while end - first > 2 and tokens[end - 1].text in POST_NOMINALS:
        end -= 1
    if end <= first or not _is_possible(tokens, first, end):
        return None
    given = any(is_given(token.lower) for token in tokens[first:end])
    return NameSpan(opening=at, first=first, end=end, honoured=first > at, given=given)


def after_honorifics(tokens: Tokens, at: int) -> int:
    """Return the index after honorifics: "H.E. Dr", "His Royal Highness", "Dato' Seri"."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        following = tokens[end + 1].lower if end + 1 < len(tokens) else ""
        third = tokens[end + 2].lower if end + 2 < len(tokens) else ""
        if (
            (token.lower in STYLES and ({following, third} & (_EXCELLENCY | _HON)))
            or (token.lower in HONORIFICS and token.capital and _is_honorific(tokens, end, at))
            or (end > at and token.text in {"'", "’", "."} and tokens[end + 1 : end + 2])
        ):
            end += 1
        elif end > at and token.text == "(" and following in _BRACKETED_TITLES:
            end += 3 if third == ")" else 0
            if third != ")":
                break
        else:
            break
    return end


def _is_honorific(tokens: Tokens, at: int, start: int) -> bool:
    """Tell "HE" and "U" from the words they may be elsewhere."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not (following.capital or following.text in {"'", "’", ".", "("}):
        return False
    if token.lower not in _UNSURE_HONORIFICS:
        return True
    later = token.lower in {"ko", "sri", "seri"} and at > start
    tan_sri = token.text == "Tan" and following.lower == "sri"
    return token.text in {"U", "H.", "E.", "HE"} or later or tan_sri


def _end(tokens: Tokens, first: int, taken: Sequence[bool]) -> int:
    at = first
    while at < len(tokens) and at - first < _LONGEST and not taken[at]:
        if not _is_name_word(tokens, at, first) and not _is_hyphen(tokens, at, first):
            break
        at += 1
    return at


def _is_hyphen(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a hyphen with a stray space stands within a name: "Yong- Bae"."""
    return (
        first < at < len(tokens) - 1
        and tokens[at].text == "-"
        and tokens[at].start == tokens[at - 1].end
        and tokens[at + 1].capital
    )


def _is_name_word(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a token may be a word of the name that begins at `first`."""
    token = tokens[at]
    if token.kind == "word" and _NAME_WORD.fullmatch(token.text):
        return _is_proper_word(tokens, at, first)
    if token.kind == "abbreviation":
        return at > first and token.lower in {"jr.", "sr.", "st."}
    if token.kind in {"country", "city"}:
        return _name_though_place(tokens, at, first)
    return token.kind == "initial"


def _is_proper_word(tokens: Tokens, at: int, first: int) -> bool:
    token = tokens[at]
    lower = token.lower
    if at > first and lower in _BREAKING:
        return False
    if token.capital and _is_told_name(tokens, at, first):
        return True
    if lower in PARTICLES and (at > first or token.capital):
        return any(one.capital for one in tokens[at + 1 : at + 3])
    if not token.capital and not _al(token):
        return False
    if _ROMAN.fullmatch(token.text) or lower in POST_HEADS:
        return at > first and (token.text in _ORDINALS or lower in _TITLES_TOO)
    also_name = is_given(lower) and not token.text.isupper()
    return not is_plain(lower) or (also_name and (at > first or _opens(tokens, at)))


def _is_told_name(tokens: Tokens, at: int, first: int) -> bool:
    """Tell by its neighbours that a word is a name: "Said bin Khalifa", "Choi So-won"."""
    if is_son_of(tokens, at + 1) or (at > first and is_son_of(tokens, at - 1)):
        return True
    behind_name = at == first + 1 and is_given(tokens[first].lower)
    return behind_name and sounds_korean(tokens[at].lower)


def is_son_of(tokens: Tokens, at: int) -> bool:
    """Tell whether "bin" or the like stands at an index: given names are on either side of it."""
    return 0 <= at < len(tokens) and tokens[at].text in _SON_OF


def _opens(tokens: Tokens, at: int) -> bool:
    """Tell "Park Jong-ho" and "Grace Ayensu" from a common word at the start of something."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return (
        following.kind == "word"
        and following.capital
        and not is_plain(following.lower)
        and following.lower not in POST_HEADS
        and not (tokens[at].first and not is_given(following.lower))
    )


def _al(token: Token) -> bool:
    """Tell "al-Wazir" and "el-Saeed" from other words in lower case."""
    head, _, tail = token.text.partition("-")
    return (
        head in {"al", "el", "as", "ar", "an", "at", "ash", "az", "ad", "es", "ould"}
        and tail[:1].isupper()
    )


def _name_though_place(tokens: Tokens, at: int, first: int) -> bool:
    """Take "Jordan" behind a given name, "Georgia" before a family name."""
    if tokens[at].adjective or " " in tokens[at].text:
        return False
    before = tokens[at - 1]
    if at == first or before.kind != "word":
        return False
    if is_given(before.lower):
        return True
    return tokens[at].kind == "city" and any(
        word.kind == "word" and word.capital and not is_plain(word.lower)
        for word in tokens[at + 1 : at + 2]
    )


def _is_possible(tokens: Tokens, first: int, end: int) -> bool:
    words = [token for token in tokens[first:end] if token.kind == "word"]
    if not any(word.capital and len(word.text) > 1 for word in words):
        return False
    following = tokens[end] if end < len(tokens) else None
    if following and following.capital and following.lower in NOT_AFTER_A_NAME:
        return False
    before = tokens[first - 1].lower if first else ""
    eponym = before in {"after", "for"} and first > 1 and tokens[first - 2].lower == "named"
    return not eponym
