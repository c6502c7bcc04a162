"""Names of people in the nominative: Russian ones by the dictionary, foreign ones by rules too."""

import re
from functools import lru_cache

from desktop.reading.morphology.words import Parse, inflected, is_ready, like, parses

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PARTICLES = frozenset(
    (
        "оглы", "оглу", "кызы", "гызы", "углы", "заде", "бин", "ибн", "бинт", "бен", "абу", "аль",
        "эль", "ад", "ас", "аш", "ан", "ар", "ат", "аз", "ван", "вон", "фон", "дер", "ден", "де",
        "ди", "да", "ду", "дос", "дель", "делла", "ла", "ле", "ли", "о", "мак", "сен", "сан",
        "ибни",
    )
)  # fmt: skip
_PATRONYMICS = (
    ("masc", re.compile(r".*(?:[оеё]вич|[иь]ич|мич|кич)(?:а|у|ем|е)?")),
    ("femn", re.compile(r".*(?:[оеё]вн|ичн|иничн)(?:а|ы|е|у|ой|ою)")),
)
_FEMALE_SURNAME = re.compile(r".*(?:[оеё]в|[иы]н|ск|цк)(?:ой|ою)|.*(?:ск|цк)(?:ая|ую)")
_ENDINGS = {
    ("masc", "gent"): (("а", ""), ("я", "й"), ("ы", "а")),
    ("masc", "accs"): (("а", ""), ("я", "й")),
    ("masc", "datv"): (("у", ""), ("ю", "й")),
    ("masc", "ablt"): (("ом", ""), ("ем", "й"), ("ой", "а")),
    ("masc", "loct"): (("е", ""),),
    ("femn", "gent"): (("ы", "а"), ("ии", "ия"), ("и", "а")),
    ("femn", "datv"): (("ии", "ия"), ("е", "а")),
    ("femn", "accs"): (("у", "а"), ("ю", "я")),
    ("femn", "ablt"): (("ой", "а"), ("ией", "ия"), ("ей", "я")),
    ("femn", "loct"): (("ии", "ия"), ("е", "а")),
}
_OBLIQUE = ("gent", "ablt", "datv", "accs", "loct")
_LIKE_ABLATIVE = re.compile("(?:[бвгдзклмнпрстфх][ое]м|[бвгдзклмнпрстфх]ой)$")
_HUSHED = "бвгджзклмнпрстфхцчшщ"


@lru_cache(maxsize=8192)
def person_gender(name: str) -> str:
    """Return ``masc`` or ``femn`` by patronymic, given name or surname, in any case; else empty."""
    words = [word.lower() for word in _WORD.findall(name)]
    for word in words:
        for gender, pattern in _PATRONYMICS:
            if len(word) > 6 and pattern.fullmatch(word):
                return gender
    if "оглы" in words or "бин" in words:
        return "masc"
    if "кызы" in words or "бинт" in words:
        return "femn"
    given = _given_gender(words)
    if given:
        return given
    return "femn" if any(_FEMALE_SURNAME.fullmatch(word) for word in words) else ""


def _given_gender(words: list[str]) -> str:
    for word in words:
        genders = {p.gender for p in parses(word) if p.name == "given" and p.known and p.gender}
        if len(genders) == 1:
            return genders.pop()
    return ""


@lru_cache(maxsize=8192)
def nominative_person(name: str, *, gender: str = "", case: str = "") -> str:
    """Return a person's name in the nominative: «Михаилом Мурашко» → «Михаил Мурашко».

    `gender` (``masc femn``) is decided by the name itself where not told; `case` is what the
    words around it ask for («министра» before the name: ``gent``), and decides for foreign names
    that no dictionary knows. Initials, particles and what cannot be read stay.
    """
    if not is_ready():
        return name
    words = [
        (m[0], m.start(), m.end())
        for m in _WORD.finditer(name)
        if len(m[0]) > 1 and m[0].lower() not in _PARTICLES and not m[0].isascii()
    ]
    gender = gender or person_gender(name)
    genders = (gender,) if gender else ("masc", "femn")
    tried = [(g, _case([word for word, _, _ in words], g, case)) for g in genders]
    gender, found = next(((g, c) for g, c in tried if c), ("", ""))
    if found in {"", "nomn"}:
        return name
    for word, start, end in reversed(words):
        name = name[:start] + _nominative_word(word, gender, found) + name[end:]
    return name


def _case(words: list[str], gender: str, hint: str) -> str:
    """Return the case all words of a name can stand in; empty where they share none."""
    options = [cases for cases in (_cases(word, gender) for word in words) if cases]
    if not options:
        return hint or ("ablt" if any(map(_LIKE_ABLATIVE.search, words)) else "")
    shared = options[0].intersection(*options[1:])
    if hint in shared or (hint and not shared):
        return hint
    if "nomn" in shared:
        return "nomn"
    return next((case for case in _OBLIQUE if case in shared), "")


def _cases(word: str, gender: str) -> set[str]:
    return {p.case for p in _name_parses(word, gender) if p.case}


def _name_parses(word: str, gender: str) -> list[Parse]:
    """Return the parses of a word as a name; guesses by the ending only where it is a surname's."""
    found = [p for p in parses(word) if p.name and p.number == "sing"]
    found = [p for p in found if not p.gender or p.gender in {gender, "ms-f", "GNdr"}]
    return [p for p in found if p.known or p.name == "surname"]


def _nominative_word(word: str, gender: str, case: str) -> str:
    known = next((p for p in _name_parses(word, gender) if p.case == case), None)
    if known:
        form = "" if known.fixed else inflected(known, {"nomn", "sing"})
        return like(word, form) if form else word
    if _cases(word, gender):
        return word
    return _by_rule(word, gender, case)


def _by_rule(word: str, gender: str, case: str) -> str:
    lower = word.lower()
    for ending, bare in _ENDINGS.get((gender, case), ()):
        stem = lower[: -len(ending)]
        if not lower.endswith(ending) or len(stem) < 2:
            continue
        if (bare == "й") == (stem[-1] in "аеиоуыэюя") and (bare == "й" or stem[-1] in _HUSHED):
            return like(word, stem + bare)
        if gender == "femn" and stem[-1] in _HUSHED + "и":
            return like(word, stem + bare)
    return word
