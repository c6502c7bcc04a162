"""Case forms of place names and of adjectives in «-ский», by rule: quick, and not only known ones.

More forms than the language has do no harm here: they are looked up, never shown.
"""

import re

_VOWEL = "аеёиоуыэюя"
_ADJECTIVE = re.compile(r"(.*)(ый|ий|ой|ая|яя|ое|ее|ые|ие)")
_HARD = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ыми")
_SOFT = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими")
_BACK = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими")
_ENDINGS = (
    ("иа", ("иа",)),
    ("ство", ("ство", "ства", "ству", "ством", "стве")),
    ("ия", ("ия", "ии", "ию", "ией")),
    ("ья", ("ья", "ьи", "ье", "ью", "ьей")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ей", "ою")),
    ("я", ("я", "и", "е", "ю", "ей")),
    ("ий", ("ий", "ия", "ию", "ием", "ии")),
    ("й", ("й", "я", "ю", "ем", "е")),
    ("ы", ("ы", "", "ам", "ами", "ах", "ов")),
    ("ь", ("ь", "я", "ю", "ем", "е", "и", "ью")),
)
_CONSONANT = ("", "а", "у", "ом", "ем", "е")
_FLEETING = re.compile(r"(.*[^аеёиоуыэюяь])[еёо](ц|к|л|т)")
# Plurals and halves that never change as the endings say
_FIXED_PARTS = frozenset(("сан", "санта", "сент", "нью", "эль", "аль", "порт", "буэнос", "порто",
                          "лос", "лас", "коста", "пуэрто", "шри", "буркина", "кот"))  # fmt: skip


def adjective_forms(word: str) -> frozenset[str]:
    """Return an adjective in all cases, genders and numbers, and its form in compounds in «-о»."""
    found = _ADJECTIVE.fullmatch(word)
    if not found:
        return frozenset((word,))
    stem, ending = found.groups()
    if ending in {"яя", "ее"} or (ending == "ий" and stem[-1:] in "нжшщч" and stem[-1:] != "к"):
        return frozenset(stem + form for form in _SOFT)
    endings = _BACK if stem[-1:] in "кгхжшщч" else _HARD
    return frozenset((*(stem + form for form in endings), stem + "о", stem + "ой"))


def declined(name: str) -> tuple[frozenset[str], ...]:
    """Return the words of a place name, in small letters, each with all its case forms.

    Words are parted at spaces and hyphens; words after a genitive («Берег Слоновой Кости») may be
    written with more forms than they have.
    """
    parts = [part for part in re.split(r"[\s\-‑–—]+", name.lower()) if part]
    return tuple(
        _word_forms(part, last=at == len(parts) - 1, alone=len(parts) == 1)
        for at, part in enumerate(parts)
    )


def _word_forms(word: str, *, last: bool, alone: bool) -> frozenset[str]:
    if len(word) < 3 or (word in _FIXED_PARTS and not alone):
        return frozenset((word,))
    if _ADJECTIVE.fullmatch(word) and not alone and (not last or word.endswith("ая")):
        return adjective_forms(word)
    fleeting = _FLEETING.fullmatch(word)
    forms = {word}
    if fleeting:
        soft = "ь" if fleeting[2] == "ц" and fleeting[1][-1:] == "л" else ""
        forms |= {fleeting[1] + soft + fleeting[2] + end for end in ("а", "у", "ом", "ем", "е")}
    for ending, endings in _ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return frozenset(forms | {stem + form for form in endings if stem + form})
    if word[-1] in _VOWEL:
        return frozenset(forms)
    return frozenset(forms | {word + form for form in _CONSONANT})
