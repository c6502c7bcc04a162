"""Bodies known by name in Russian: international ones, short names of ministries, acronyms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import Word, words_of
from desktop.reading.gazetteers import lines_of


class Known(NamedTuple):
    """A body by name: its words, its name in the nominative, kind, country and acronym."""

    words: tuple[Word, ...]
    name: str
    kind: str
    country: str


class Match(NamedTuple):
    """A known body at a place of a sentence."""

    end: int
    name: str
    kind: str
    country: str
    rule: str
    acronym: bool


_CASE_ENDING = re.compile(r"(?:ами|ями|ах|ях|ам|ям|ом|ем|ой|ей|ью|ю|[аеиоуыэяь])?")
_UNIVERSITY = re.compile(
    r"[А-Я][А-Яа-я]{0,6}(?:ГУ|ГМУ|ГТУ|ГПУ|ГАУ|ГЮУ|ГЭУ|НИУ|ФУ|ТУ|МУ|НУ|ГМИ|ГИК|МА|МГА|ПГУ)"
)
_NOT_UNIVERSITIES = frozenset(("ГУ", "ТУ", "МУ", "НУ", "МА"))


def known_at(scope: Scope, place: int) -> Match | None:
    """Return the longest body known by name whose words begin at a place, or None."""
    word = scope.words[place]
    if word.sort != "word" or not word.is_capital:
        return None
    best: Match | None = None
    for known in _candidates(word):
        end = place + len(known.words)
        if (best is None or end > best.end) and _stands(scope, place, known):
            acronym = len(known.words) == 1 and known.name.isupper()
            best = Match(end, known.name, known.kind, known.country, "known name", acronym)
    return best or _ministry(word, place) or _university(word, place)


def _ministry(word: Word, place: int) -> Match | None:
    if not word.lower.startswith("мин") or len(word.text) < 6 or word.text.isupper():
        return None
    rest = word.lower[3:]
    for stem in _ministry_stems():
        if rest.startswith(stem) and _CASE_ENDING.fullmatch(rest[len(stem) :]):
            name = word.text[:3] + stem
            return Match(place + 1, name, "ministry", "", "short name of a ministry", False)
    return None


@lru_cache(maxsize=1)
def _ministry_stems() -> tuple[str, ...]:
    return tuple(sorted(ministry_subjects(), key=len, reverse=True))


@lru_cache(maxsize=1)
def ministry_subjects() -> dict[str, tuple[str, ...]]:
    """Return what each short name of a ministry may stand for: «здрав» → «здравоохранения»."""
    rows = (line.replace("ё", "е").split(":") for line in lines_of("ru_ministry_stems"))
    return {
        stem.strip().lower(): tuple(filter(None, map(str.strip, subjects.split("|"))))
        for stem, subjects in rows
    }


@lru_cache(maxsize=1)
def same_names() -> dict[str, tuple[str, ...]]:
    """Return for each name of a known body all its names, in small letters."""
    rows = (line.split(";")[0].split("|") for line in lines_of("ru_bodies"))
    groups = (tuple(name.strip().lower() for name in row) for row in rows)
    return {name: group for group in groups for name in group if len(group) > 1}


def _university(word: Word, place: int) -> Match | None:
    if not _UNIVERSITY.fullmatch(word.text) or word.text in _NOT_UNIVERSITIES:
        return None
    return Match(place + 1, word.text, "university", "", "acronym of a university", True)


def _candidates(word: Word) -> Iterator[Known]:
    index = _index()
    for lemma in word.lemmas:
        yield from index.get(lemma, ())


def _stands(scope: Scope, place: int, known: Known) -> bool:
    words = scope.words[place : place + len(known.words)]
    return len(words) == len(known.words) and all(map(_same, words, known.words))


def _same(word: Word, known: Word) -> bool:
    if known.text.isupper() and len(known.text) > 1:
        return _bare(word.text) == known.text
    return bool(word.lemmas & known.lemmas) or (
        known.is_capital
        and word.is_capital
        and word.lower.startswith(known.lower)
        and bool(_CASE_ENDING.fullmatch(word.lower[len(known.lower) :]))
    )


def _bare(text: str) -> str:
    """Return an acronym without a case ending behind it: «МИДа», «МИД'ом»."""
    return re.sub(r"(?<=[А-ЯЁA-Z]{2})[-’']?(?:[аеуы]|ом|ой)$", "", text)


@lru_cache(maxsize=1)
def _index() -> dict[str, list[Known]]:
    index: dict[str, list[Known]] = {}
    for line in lines_of("ru_bodies"):
        names, kind, country = (part.strip() for part in line.split(";"))
        for name in names.split("|"):
            words = words_of(name.strip().replace(".", ""))
            known = Known(words, name.strip(), kind, country)
            keys = {words[0].lower} if name.strip().isupper() else words[0].lemmas
            for key in keys:
                index.setdefault(key, []).append(known)
    return index
