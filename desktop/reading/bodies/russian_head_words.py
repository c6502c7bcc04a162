"""The words that head the names of bodies in Russian: nouns, legal forms, acronyms such as НИИ."""

import re
from functools import lru_cache
from typing import NamedTuple

from desktop.reading.bodies.russian_words import Word
from desktop.reading.gazetteers import lines_of, words_of


class Head(NamedTuple):
    """A noun that heads bodies' names."""

    lemma: str
    kind: str
    need: str
    """``complement alone capital quoted country``: see the list."""


# Legal forms and acronyms that head a name in quotes or a genitive
FORMS = {
    **dict.fromkeys(
        ("ООО", "АО", "ПАО", "ОАО", "ЗАО", "ТОО", "НАО", "ГК", "УК", "СП", "УП", "РУП", "ГП", "КФХ",
         "ФГУП", "ГУП", "МУП", "АООТ", "ИП", "МКК", "РГП", "НАК", "НК", "ОсОО",
         "СООО", "ИООО", "ЧУП"),
        Head("", "company", "quoted"),
    ),
    **dict.fromkeys(("ФГБУ", "ГБУЗ", "ФГАУ", "ГБУ", "ГАУ", "ГАУЗ", "АНО", "НКО", "ГУ", "ГУО", "РОО",
                     "МОО", "ОО", "ФГБНУ", "ФКУ", "КГП", "ГКУ", "УЗ", "УО", "ГНУ"),
                    Head("", "other", "quoted")),
    **dict.fromkeys(("ФГБОУ", "ФГАОУ", "ГБОУ", "ЧОУ"), Head("", "university", "quoted")),
    **dict.fromkeys(("НИИ", "ЦНИИ", "НИЦ", "ГНЦ", "НЦ", "НИКИ"), Head("", "other", "complement")),
    **dict.fromkeys(("НМИЦ", "РНПЦ", "ФНКЦ", "НМХЦ", "ЦГБ", "ГКБ", "ЦРБ", "РКБ", "ОКБ", "НМЦ"),
                    Head("", "hospital", "complement")),
}  # fmt: skip


_BANK = re.compile(r"\w{2,}банк")


@lru_cache(maxsize=1)
def _heads() -> dict[str, Head]:
    rows = (line.split() for line in lines_of("ru_body_heads"))
    return {lemma: Head(lemma, kind, need) for lemma, kind, need in rows}


@lru_cache(maxsize=8192)
def _head_form(text: str, lemmas: tuple[str, ...]) -> Head | None:
    if text in FORMS:
        return FORMS[text]
    heads = _heads()
    known = next((heads[lemma] for lemma in lemmas if lemma in heads), None)
    if known is None and text[:1].isupper() and not text.isupper():
        bank = next((lemma for lemma in lemmas if _BANK.fullmatch(lemma)), "")
        return Head(bank, "company", "alone") if bank else None
    return known


def is_bank(form: Head) -> bool:
    """Tell whether a head is a bank by its compound name: «Эксимбанк», «Агробанк»."""
    return bool(_BANK.fullmatch(form.lemma))


def head_of(word: Word) -> Head | None:
    """Return what head of a body's name a word may be, or None."""
    if word.sort != "word" or len(word.text) < 2:
        return None
    form = _head_form(word.text, tuple(p.normal.replace("ё", "е") for p in word.parses))
    if form is None or not form.lemma:
        return form
    return form if word.noun() else None


def heads_another(word: Word) -> bool:
    """Tell whether a word heads another body, not only tells what kind («глав правительств»)."""
    form = head_of(word)
    if form is None:
        return False
    numbers = {p.number for p in word.parses if p.normal.replace("ё", "е") == form.lemma}
    return word.is_capital or numbers != {"plur"}


def is_given(word: Word) -> bool:
    """Tell whether a word is a given name, by the dictionary or the list."""
    return word.lower in words_of("ru_given_names") or any(
        parse.name == "given" and parse.known for parse in word.parses
    )
