"""Russian noun phrases in the nominative: the head and what agrees with it, nothing else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from desktop.reading.morphology.words import Parse, inflected, like, parses

_WORD = re.compile(r"\d+[-‑–][а-яё]{1,3}\b|[^\W\d_]+(?:[-‑’'][^\W\d_]+)*\.?")
_APART = re.compile(r"[,;]\s*|\s+[-–—]\s+")
_QUOTED = re.compile(r"«[^»]*»?|\"[^\"]*\"?|“[^”]*”?|\([^)]*\)?")
_ORDINAL = re.compile(r"(\d+)[-‑–][а-яё]{1,3}")
_ORDINAL_ENDINGS = {"masc": "й", "femn": "я", "neut": "е", "": "е"}
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_TENS = re.compile(r"(?:двадцат|тридцат|пятьдесят|шестьдесят|семьдесят|восемьдесят)ь?|сорок|сто")
_LONGEST_RUN = 8
# Participles that are posts: what follows is what they head, not a noun they agree with
_POST_PARTICIPLE = re.compile("заведующ|управляющ|исполняющ|командующ|уполномоченн", re.IGNORECASE)


class _Agreement(NamedTuple):
    case: str
    number: str
    gender: str


@lru_cache(maxsize=4096)
def nominative(phrase: str, *, case: str = "", number: str = "") -> str:
    """Return a noun phrase in the nominative, in the number and with the capitals it has.

    The head noun changes and the adjectives, participles and ordinals before it that agree with
    it; words after the head, in quotes or brackets, acronyms and Latin words stay. A further
    post after a comma, dash or «и» changes too when it is a person's in the same case.

    `case` (``gent`` …) and `number` (``sing plur``) decide where the forms leave it open. A
    phrase that cannot be read comes back as it is.
    """
    if phrase.isupper() and " " in phrase:
        return nominative(phrase.lower(), case=case, number=number).upper()
    masked = _QUOTED.sub(lambda quoted: "\u2060" * len(quoted[0]), phrase)
    edits: list[tuple[int, int, str]] = []
    first: Parse | None = None
    for start, end in _parts(masked):
        words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(masked, start, end)]
        if first is None:
            first = _change(words, case, number, edits)
            if first is None:
                break
            _coordinate(words, first, edits)
        elif first.animate:
            _apposition(words, first, edits)
    for start, end, form in sorted(edits, reverse=True):
        phrase = phrase[:start] + form + phrase[end:]
    return phrase


def _parts(masked: str) -> list[tuple[int, int]]:
    cuts = [(0, 0), *((m.start(), m.end()) for m in _APART.finditer(masked)), (len(masked),) * 2]
    return [(after, before) for (_, after), (before, _) in pairwise(cuts)]


_Word = tuple[str, int, int]
_Edits = list[tuple[int, int, str]]


def _change(words: Sequence[_Word], case: str, number: str, edits: _Edits) -> Parse | None:
    """Add the changes of one noun phrase; return the parse of its head, or None without one."""
    if words and words[0][0].lower() in {"врио", "ио"}:
        return None
    run = _run(words)
    for head in range(min(run, len(words) - 1), -1, -1):
        agreement, parse = _agreement([word for word, _, _ in words[: head + 1]], case, number)
        if parse:
            edits.extend(_edits(words[:head], agreement))
            edits.extend(_head_edit(words[head], parse, agreement))
            return parse
    return None


def _run(words: Sequence[_Word]) -> int:
    """Count the words at the start that may agree with a head after them."""
    for at, (word, _, _) in enumerate(words[:_LONGEST_RUN]):
        if at and _POST_PARTICIPLE.match(words[at - 1][0]):
            return at - 1
        if not (_is_adjective(word) or (at and word == "и") or _TENS.fullmatch(word.lower())):
            return at
    return min(len(words), _LONGEST_RUN)


def _is_adjective(word: str) -> bool:
    return bool(_ORDINAL.fullmatch(word)) or any(p.pos in _ADJECTIVES for p in parses(word))


def _agreement(words: list[str], case: str, number: str) -> tuple[_Agreement, Parse | None]:
    """Find the likeliest case, number and gender that all adjectives and the head can share."""
    *before, head = words
    nouns = _head_parses(head, alone=not before)
    best, chosen, top = _Agreement("", "", ""), None, 0.0
    for parse in nouns:
        now = _Agreement(parse.case, parse.number, parse.gender)
        score = parse.score + 0.5 * (now.case == "nomn" and parse.score >= 0.2)
        score -= 0.6 * (now.case == "nomn" and _could_be_one(nouns, parse))
        score += 2.0 * (now.case == case) + 2.0 * (now.number == number)
        if score > top and all(_agrees(word, now) for word in before):
            best, chosen, top = now, parse, score
    return best, chosen


def _could_be_one(nouns: list[Parse], parse: Parse) -> bool:
    """Tell whether a plural may as well be one person in the genitive: «директора»."""
    return parse.number == "plur" and any(
        other.number == "sing" and other.case == "gent" and other.animate for other in nouns
    )


def _head_parses(word: str, *, alone: bool) -> list[Parse]:
    if not re.search("[а-яё]", word) or _ORDINAL.fullmatch(word):
        return []
    found = [p for p in parses(word) if p.pos == "NOUN" and p.case]
    return found or [
        p for p in parses(word) if p.pos in _ADJECTIVES and p.case and (alone or p.gender)
    ]


def _agrees(word: str, now: _Agreement) -> bool:
    if word == "и" or _ORDINAL.fullmatch(word) or _TENS.fullmatch(word.lower()):
        return True
    return _adjective(word, now) is not None


def _adjective(word: str, now: _Agreement) -> Parse | None:
    return next(
        (
            p
            for p in parses(word)
            if p.pos in _ADJECTIVES
            and (p.case, p.number) == (now.case, now.number)
            and (p.number == "plur" or not now.gender or p.gender == now.gender)
        ),
        None,
    )


def _edits(words: Sequence[_Word], now: _Agreement) -> _Edits:
    return [(start, end, _agreeing(word, now)) for word, start, end in words]


def _agreeing(word: str, now: _Agreement) -> str:
    ordinal, gender = _ORDINAL.fullmatch(word), now.gender if now.number == "sing" else ""
    if ordinal:
        return f"{ordinal[1]}-{_ORDINAL_ENDINGS[gender]}"
    parse = _adjective(word, now)
    form = parse and inflected(parse, {"nomn", now.number, gender} - {""})
    return like(word, form) if form else word


def _head_edit(word: _Word, parse: Parse, now: _Agreement) -> _Edits:
    text, start, end = word
    gender = now.gender if parse.pos in _ADJECTIVES and now.number == "sing" else ""
    form = inflected(parse, {"nomn", now.number, gender} - {""})
    return [(start, end, like(text, form))] if form and not parse.fixed else []


def _coordinate(words: Sequence[_Word], first: Parse, edits: _Edits) -> None:
    """Change a second post behind «и», as in «сопредседателя комиссии и министра»."""
    changed = max(end for _, end, _ in edits) if edits else 0
    for at, (word, start, _) in enumerate(words):
        if word == "и" and start > changed and first.animate:
            _apposition(words[at + 1 :], first, edits)


def _apposition(words: Sequence[_Word], first: Parse, edits: _Edits) -> None:
    more: _Edits = []
    second = _change(words, first.case, first.number, more)
    if second and second.animate and (second.case, second.number) == (first.case, first.number):
        edits.extend(more)
