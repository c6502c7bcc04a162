"""Puts the participants of a Russian meeting into the case its title asks for."""

import re
from functools import lru_cache

from desktop.reading.findings import FoundPerson
from desktop.reading.meetings.marks import PERSON, Chunk, Line
from desktop.reading.meetings.subjects import Subject
from desktop.reading.morphology import inflect, parses, person_gender
from desktop.reading.morphology.words import inflected, like

_FEMALE = re.compile(r"(?:[оеё]в|[иы]н)а\Z|(?:ск|цк)ая\Z")
_ADJECTIVES, _NOUNS = frozenset({"ADJF", "PRTF"}), frozenset({"NOUN"})


def subject_in(line: Line, subject: Subject, case: str) -> str:
    """Return a subject's words, told in the nominative, in another case."""
    parts = [chunk_in(line, chunk, case) for chunk in subject.chunks]
    if len(parts) == 1 or not all(parts):
        return parts[0] if parts and parts[0] else subject.words
    return f"{', '.join(parts[:-1])} и {parts[-1]}"


def chunk_in(line: Line, chunk: Chunk, case: str) -> str:
    """Return a participant's words in a case; `line` is where it is told."""
    found = chunk.found
    if chunk.mark == PERSON and isinstance(found, FoundPerson) and found.name:
        post = phrase_in(found.post, case) if found.post else ""
        return " ".join(part for part in (post, name_in(found.name, case)) if part)
    inside = chunk.end <= len(line.text) and line.start + chunk.start == found.start
    return phrase_in(line.words(chunk.start, chunk.end), case) if inside else ""


@lru_cache(maxsize=2048)
def phrase_in(phrase: str, case: str) -> str:
    """Return a noun phrase in the nominative with its head, and what agrees with it, in a case."""
    words = phrase.split()
    for at, word in enumerate(words):
        bare = word.strip(",")
        if any(p.pos in _ADJECTIVES and p.case == "nomn" for p in parses(bare)):
            words[at] = _to_case(bare, case, _ADJECTIVES) + word[len(bare) :]
            continue
        if bare.lower() in {"и.о.", "врио", "вице-"} or bare == "и":
            continue
        words[at] = _to_case(bare, case, _NOUNS) + word[len(bare) :]
        break
    return " ".join(words)


def _to_case(word: str, case: str, poses: frozenset[str]) -> str:
    for parse in parses(word):
        if parse.pos in poses and parse.case == "nomn":
            form = inflected(parse, {case, parse.number or "sing"})
            return like(word, form) if form else word
    return word


@lru_cache(maxsize=2048)
def name_in(name: str, case: str) -> str:
    """Return a person's name, in the nominative, in a case; what cannot be read stays."""
    gender = "femn" if _FEMALE.search(name) else person_gender(name) or "masc"
    return " ".join(_name_word(word, case, gender) for word in name.split())


def _name_word(word: str, case: str, gender: str) -> str:
    if "." in word or len(word) < 3:
        return word
    for parse in parses(word):
        if parse.case == "nomn" and parse.name and parse.gender in {gender, "ms-f", "GNdr", ""}:
            form = inflected(parse, {case, "sing"})
            return like(word, form) if form else word
    if gender == "masc" and word[-1].lower() not in "аеёиоуыэюяьй" and word[0].isupper():
        return (
            inflect(word, case=case)
            if case == "gent" and not parses(word)
            else word + {"gent": "а", "ablt": "ом"}.get(case, "")
        )
    return word
