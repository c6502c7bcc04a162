"""Names of persons and entries: their parts, how they sort, and how alike two of them are."""

import re
from functools import lru_cache

from .folding import fold, words
from .ordinals import from_roman
from .scripts import sound_key, transliterate

_HONORIFIC = re.compile(
    r"^(?:(?:h\.\s?e\.|dr|mr|mrs|ms|prof|professor|sir|dame|lord|д-р|проф|г-н|г-жа|господин|госпожа)"
    r"(?:\.|\s)\s*)+",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?-?){1,3}$|^(?:[^\W\d_]\.\s?-?){1,3}")
_PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|ьич|мич|лич|кич|овна|евна|ична|инична|ovich|evich|yevich|ovna|evna|yevna|ichna)",
    re.IGNORECASE,
)
_SON_OF = frozenset(("оглы", "оглу", "кызы", "гызы", "улы", "oglu", "oghlu", "qizi", "kyzy"))
_PARTICLES = frozenset(
    ("van", "von", "der", "den", "de", "da", "del", "della", "di", "du", "la", "le", "el", "al",
     "bin", "ibn", "ben", "ter", "ван", "фон", "де", "ла", "аль", "эль", "бен", "ибн", "дер")
)  # fmt: skip
_FAMILY = re.compile(
    r"\w+(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ой|ая)|енко|[чщшж]ко|чук|юк|ук|ян|дзе|швили|ых|их|ко)",
    re.IGNORECASE,
)
# Given names that end as family names do
_GIVEN = frozenset(
    ("константин", "валентин", "вениамин", "мартин", "августин", "яков", "лев", "марко",
     "данко", "василько", "екатерина", "ирина", "марина", "галина", "полина", "алина",
     "ангелина", "кристина", "нина", "регина", "карина", "валентина", "антонина", "арина",
     "сабина", "дарина", "альбина", "зарина", "амин", "мубин", "ясин", "севастьян", "емельян",
     "демьян", "касьян", "лукьян", "себастьян", "эдвин", "алевтина", "фаина", "дина", "лина",
     "рина", "мадина", "амина", "гевин")
)  # fmt: skip


def split_name(text: str) -> tuple[str, str]:
    """Return a person's given and family name; a patronymic belongs to the given name.

    Read in English order, in Russian order where a patronymic, initials or the endings show it,
    and family name first where a comma or capitals set it apart. A single word is a family name.
    """
    name = " ".join(_HONORIFIC.sub("", text.strip()).split())
    if "," in name:
        family, given = name.split(",", 1)
        return given.strip(), family.strip()
    initials = _INITIALS.search(name)
    if initials and initials.group() != name:
        family = (name[: initials.start()] + name[initials.end() :]).strip()
        if " " not in family:
            return initials.group().strip(), family
    parts = name.split()
    at = _family_at(parts)
    return " ".join(parts[: at.start] + parts[at.stop :]), " ".join(parts[at])


def _family_at(parts: list[str]) -> slice:
    """Say which words of a name are the family name."""
    last = len(parts) - 1
    if last < 1:
        return slice(0, 1)
    capitals = [at for at, part in enumerate(parts) if part.isupper() and len(part.strip(".")) > 1]
    if len(capitals) == 1:
        return slice(capitals[0], capitals[0] + 1)
    son_of = [at for at, part in enumerate(parts) if fold(part) in _SON_OF]
    patronymics = [at for at, part in enumerate(parts) if at and _PATRONYMIC.fullmatch(part)]
    ending = (son_of or patronymics or [-1])[0]
    if ending > 1:
        return slice(0, 1) if ending == last else slice(ending + 1, last + 1)
    if last == 1 and _looks_family(parts[0]) and not _looks_family(parts[1]):
        return slice(0, 1)
    start = last
    while start > 1 and fold(parts[start - 1]) in _PARTICLES:
        start -= 1
    return slice(start, last + 1)


def _looks_family(word: str) -> bool:
    return bool(_FAMILY.fullmatch(word)) and fold(word) not in _GIVEN


def person_sort_name(given: str, family: str) -> str:
    """Return the key that sorts a person by family name, then given name, in binary order."""
    return ", ".join(filter(None, (sort_title(family), sort_title(given))))


_OPENING = re.compile(r"^(?:[\W_]*)(?:(?:the|an|a) (?=\S))?[\W_]*")
_ROMAN_WORD = re.compile(r"\b[IVX]{2,}\b")
_NUMBER = re.compile(r"[0-9]+")
_SIGNS = re.compile(r"[^\w ]+|_+")


def sort_title(text: str) -> str:
    """Return the key that sorts a title in plain binary order, in either script.

    Folded, without quotes, brackets, signs and an English article at the start; numbers, Roman
    ones too, are padded with zeros so that 9 comes before 10.
    """
    arabic = _ROMAN_WORD.sub(lambda found: str(from_roman(found[0]) or found[0]), text)
    opened = _OPENING.sub("", fold(arabic), count=1)
    plain = " ".join(_SIGNS.sub(" ", opened).split())
    return _NUMBER.sub(lambda found: found[0].zfill(8), plain)


def similarity(a: str, b: str) -> float:
    """Return how alike two names are, from 0 to 1, over both scripts and any order of words.

    1 is for the same letters once folded and romanised; names that only sound alike reach 0.95. A
    patronymic is passed over. Names with different numbers stay below 0.8: often nothing else
    tells two sessions of a body apart.
    """
    (latin_a, sound_a), (latin_b, sound_b) = _comparable(a), _comparable(b)
    if not latin_a or not latin_b:
        return 0.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - a compiled library, not needed for a first window

    spelling = fuzz.token_sort_ratio(latin_a, latin_b) / 100
    sound = 0.95 * fuzz.token_sort_ratio(sound_a, sound_b) / 100 if sound_a and sound_b else 0.0
    best = max(spelling, sound)
    return min(best, 0.79) if _numbers(a) != _numbers(b) else best


@lru_cache(maxsize=16384)
def _comparable(name: str) -> tuple[str, str]:
    parts = name.split()
    if len(parts) > 2:
        kept = [part for at, part in enumerate(parts) if not (at and _PATRONYMIC.fullmatch(part))]
        name = " ".join(kept)
    return " ".join(words(transliterate(name))), sound_key(name)


def _numbers(name: str) -> set[int]:
    arabic = {int(found) for found in _NUMBER.findall(name)}
    return arabic | {from_roman(found) or 0 for found in _ROMAN_WORD.findall(name)}
