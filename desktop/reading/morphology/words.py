"""Single Russian words: what they may be, and their other forms."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Any

_SAME_CASE = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs"}
_NAMES = (
    ("Name", "given"),
    ("Patr", "patronymic"),
    ("Surn", "surname"),
    ("Geox", "place"),
    ("Orgn", "organisation"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """One thing a word may be, in the grammemes of OpenCorpora."""

    normal: str
    """The dictionary form, in small letters: «министра» → «министр»."""
    pos: str
    """``NOUN``, ``ADJF``, ``PRTF``, ``VERB``, ``PREP`` …; ``UNKN`` where nothing is known."""
    case: str
    """``nomn gent datv accs ablt loct``, or empty."""
    gender: str
    """``masc femn neut``, or empty: plurals of adjectives, names of either gender."""
    number: str
    """``sing plur``, or empty."""
    animate: bool
    name: str
    """``given patronymic surname place organisation``, or empty."""
    known: bool
    """Whether the word is in the dictionary, not guessed by its ending."""
    fixed: bool
    """Whether it has the same form in all cases."""
    score: float
    raw: Any = field(repr=False, compare=False)


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    try:
        return import_module("pymorphy3").MorphAnalyzer()
    except (ImportError, OSError, ValueError, AttributeError):
        return None


def is_ready() -> bool:
    """Tell whether the dictionary is there; loads it on the first call."""
    return _analyzer() is not None


@lru_cache(maxsize=20000)
def parses(word: str) -> tuple[Parse, ...]:
    """Return what a word may be, the likeliest first; nothing where the dictionary is missing."""
    analyzer = _analyzer()
    return tuple(map(_parse, analyzer.parse(word))) if analyzer else ()


def _parse(raw: Any) -> Parse:  # noqa: ANN401 - pymorphy3 has no types
    tag = raw.tag
    case = str(tag.case or "")
    return Parse(
        normal=raw.normal_form,
        pos=str(tag.POS or "UNKN"),
        case=_SAME_CASE.get(case, case),
        gender=str(tag.gender or ""),
        number=str(tag.number or ""),
        animate=tag.animacy == "anim",
        name=next((ours for theirs, ours in _NAMES if theirs in tag), ""),
        known=bool(raw.is_known),
        fixed="Fixd" in tag,
        score=float(raw.score),
        raw=raw,
    )


def normal_form(word: str) -> str:
    """Return the dictionary form of a word, in small letters: «российской» → «российский»."""
    found = parses(word)
    return found[0].normal if found else word


def can_be(word: str, *, pos: Collection[str] = (), case: str = "", animate: bool = False) -> bool:
    """Tell whether some parse of a word has all that is asked for."""
    return any(
        (not pos or parse.pos in pos)
        and (not case or parse.case == case)
        and (parse.animate or not animate)
        for parse in parses(word)
    )


def inflect(word: str, *, case: str = "nomn", number: str = "", gender: str = "") -> str:
    """Return a word in another case, and number and gender if asked, in its own capitals.

    The likeliest parse that has such a form is taken; the word itself where none has.
    """
    wanted = {grammeme for grammeme in (case, number, gender) if grammeme}
    for parse in parses(word):
        form = inflected(parse, wanted)
        if form:
            return like(word, form)
    return word


def inflected(parse: Parse, grammemes: set[str]) -> str:
    """Return the form of a parsed word with these grammemes, in small letters, or empty."""
    form = parse.raw.inflect(grammemes)
    return str(form.word) if form else ""


def like(word: str, form: str) -> str:
    """Return a form with the capitals of the word it comes from, and ё only where that has it."""
    if "ё" not in word.lower():
        form = form.replace("ё", "е")
    if len(word) > 1 and word.isupper():
        return form.upper()
    ours, theirs = word.split("-"), form.split("-")
    if len(ours) != len(theirs):
        ours, theirs = [word], [form]
    return "-".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for model, part in zip(ours, theirs, strict=True)
    )
