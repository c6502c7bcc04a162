"""The nouns that head posts in Russian: министр, вице-президент, заведующий."""

import re
from functools import lru_cache

from desktop.reading.bodies.russian_words import Word
from desktop.reading.gazetteers import lines_of
from desktop.reading.morphology import Parse

_RULING = re.compile(r"(?:заведующ|управляющ|командующ)\w+")
_COMPOUND = ("вице", "экс", "премьер", "статс", "пресс", "со", "генерал", "спец", "топ", "шеф")


@lru_cache(maxsize=1)
def _heads() -> dict[str, bool]:
    rows = (line.split() for line in lines_of("ru_posts"))
    return {lemma.replace("ё", "е"): need == "alone" for lemma, need in rows}


def post_head(word: Word) -> tuple[Parse, bool] | None:
    """Return how a word is read as the noun of a post and whether that may stand alone, or None."""
    if word.sort != "word" or len(word.text) < 3:
        return None
    return _post_head(word.text, word.parses)


def rules_instrumental(word: Word) -> bool:
    """Tell whether a post rules the instrumental: «заведующий кафедрой», «управляющий портом»."""
    return bool(_RULING.fullmatch(word.lower))


@lru_cache(maxsize=8192)
def _post_head(text: str, read: tuple[Parse, ...]) -> tuple[Parse, bool] | None:
    heads = _heads()
    noun = any(p.pos == "NOUN" for p in read)
    if text.lower() in heads and not text.isupper() and (noun or not _RULING.match(text.lower())):
        found = next((p for p in read if p.pos == "NOUN"), None)
        return (found, heads[text.lower()]) if found else None
    if _RULING.match(text.lower()) and read:
        return next((p for p in read if p.case), read[0]), heads["заведующий"]
    for parse in read:
        normal = parse.normal.replace("ё", "е")
        key = normal if normal in heads else _without_prefix(normal)
        if key in heads and (parse.pos == "NOUN" or normal == "уполномоченный"):
            return parse, heads[key]
    return None


def _without_prefix(lemma: str) -> str:
    first, _, rest = lemma.partition("-")
    return rest if rest and first in _COMPOUND else first
