"""Bodies told by the noun at their head: «Министерство …», «Комиссия по … между …», «НИИ …»."""

from typing import NamedTuple

from desktop.reading.bodies.russian_extent import right
from desktop.reading.bodies.russian_head_words import Head, head_of
from desktop.reading.bodies.russian_phrases import quoted
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import CASES, Word, opens_quote
from desktop.reading.morphology import Parse, nominative

_OFFICIAL = frozenset(
    ("межправительственный", "межведомственный", "межпарламентский", "федеральный", "верховный",
     "государственный", "национальный", "международный", "центральный", "объединенный", "смешанный",
     "всемирный", "совместный", "региональный", "республиканский", "межгосударственный",
     "евразийский", "координационный", "наблюдательный", "двусторонний", "исполнительный",
     "консультативный", "экспертный", "торгово-промышленный", "деловой", "областной", "городской")
)  # fmt: skip
_NOT_OF_NAMES = frozenset(
    ("данный", "этот", "тот", "свой", "наш", "весь", "другой", "иной", "новый", "ведущий", "самый",
     "крупный", "профильный", "соответствующий", "отечественный", "зарубежный", "иностранный",
     "каждый", "последний", "следующий", "крупнейший", "местный", "многие", "некоторый", "такой",
     "участвующий", "уполномоченный", "заинтересованный", "очередной", "любой", "один", "который",
     "оба", "отдельный", "различный", "действующий", "бывший", "будущий", "собственный", "наш",
     "подведомственный", "головной", "дочерний", "упомянутый", "вышеуказанный", "указанный",
     "названный", "третий", "второй", "сам")
)  # fmt: skip
_GENERAL_QUOTED = frozenset(
    ("компания", "корпорация", "концерн", "холдинг", "фирма", "предприятие", "телеканал", "газета",
     "журнал", "издательство", "группа", "оператор", "радиостанция", "платформа", "клуб", "сеть",
     "авиакомпания", "информагентство", "агентура", "партия", "консорциум", "организация")
)  # fmt: skip


class HeadAt(NamedTuple):
    """A body's head and how far its name goes: places of words."""

    start: int
    head: int
    end: int
    form: Head
    parse: Parse | None
    complement: bool
    owner: int
    """Where a body that owns it begins («… Минздрава России»), or -1."""


def head_at(scope: Scope, place: int) -> HeadAt | None:
    """Read the body whose head noun stands at a place: how far it goes to the left and right."""
    form = head_of(scope.words[place])
    if form is None or any(at <= place < end for at, (end, _) in scope.countries.items()):
        return None
    parse = _parse_of(scope.words[place], form)
    start = _left(scope, place, form, parse)
    end, owner = right(scope, place + 1, form)
    return HeadAt(start, place, end, form, parse, end > place + 1, owner)


def _parse_of(word: Word, form: Head) -> Parse | None:
    found = [p for p in word.parses if p.pos == "NOUN" and p.normal.replace("ё", "е") == form.lemma]
    return found[0] if found else None


def _left(scope: Scope, place: int, form: Head, parse: Parse | None) -> int:
    """Go left over the adjectives of the name: from the first capital, or official ones only."""
    first = place
    while first and _qualifies(scope, first - 1, scope.words[place], parse):
        first -= 1
    capitals = [
        at
        for at in range(first, place)
        if scope.words[at].is_capital and not _is_just_nation(scope, at, place, form)
    ]
    if capitals:
        return capitals[0]
    if scope.words[place].is_capital and not scope.words[place].text.isupper():
        if scope.words[place - 1 if place else 0].lower.count("-") and place > first:
            return _compound(scope, first, place)
        return place
    start = place
    while start > first and (
        scope.words[start - 1].lemmas & _OFFICIAL
        or _is_two_nations(scope.words[start - 1])
        or (form.kind == "commission" and not scope.words[start - 1].lemmas & _NOT_OF_NAMES
            and start - 1 not in scope.nations)
    ):  # fmt: skip
        start -= 1
    return start


def _compound(scope: Scope, first: int, place: int) -> int:
    return place - 1 if place > first and _is_two_nations(scope.words[place - 1]) else place


def _is_two_nations(word: Word) -> bool:
    return word.lower.count("-") >= 1 and any(
        part in word.lower for part in ("ско-", "цко-", "ано-")
    )


def _qualifies(scope: Scope, at: int, head: Word, parse: Parse | None) -> bool:
    word = scope.words[at]
    if word.sort != "word" or word.lemmas & _NOT_OF_NAMES:
        return False
    if parse is None:
        return bool(word.adjective()) and word.is_capital and not word.noun()
    return any(
        adjective.pos in {"ADJF", "PRTF"}
        and adjective.case == noun.case
        and adjective.number == noun.number
        and (noun.number == "plur" or not adjective.gender or adjective.gender == noun.gender)
        for adjective in word.parses
        for noun in head.parses
        if noun.pos == "NOUN" and noun.normal == parse.normal
    )


def _is_just_nation(scope: Scope, at: int, place: int, form: Head) -> bool:
    """Tell whether an adjective is capital only as the sentence's first word, or names an owner."""
    if at not in scope.nations or scope.words[at].lower.count("-"):
        return False
    if form.kind in {"ministry", "government"} or form.need == "quoted":
        return at == place - 1
    following = scope.words[place + 1] if place + 1 < len(scope.words) else None
    return at == 0 and following is not None and opens_quote(following)


def name_of(scope: Scope, found: HeadAt) -> str:
    """Return a body's name in the nominative, singular unless it can only be plural."""
    parse = found.parse
    last = found.head
    if found.end > last + 1 and _is_general(scope.words[last], found.form):
        first = scope.words[last + 1]
        if opens_quote(first) and quoted(scope, last + 1) == found.end:
            return scope.text(last + 2, found.end - 1)
        if (
            found.form.lemma in {"компания", "фирма"}
            and first.is_capital
            and last + 1 not in (scope.countries)
        ):
            return scope.text(last + 1, found.end)
    front = scope.text(found.start, last + 1)
    if parse is not None:
        told = front
        front = nominative(front, case=_case(scope, found), number="sing")
        if "ысочайш" not in told:  # the dictionary takes «высшая» for a superlative
            front = front.replace("ысочайш", "ысш")
    back = scope.text(last + 1, found.end)
    glue = "" if back.startswith((",", ".")) else " "
    return f"{front}{glue}{back}".strip()


def _is_general(word: Word, form: Head) -> bool:
    """Tell whether a noun before quotes only says what kind of thing the name is of."""
    if form.lemma in _GENERAL_QUOTED:
        return True
    return bool(form.lemma) and not word.is_capital and form.kind in {
        "company", "media", "association", "other",
    }  # fmt: skip


def _case(scope: Scope, found: HeadAt) -> str:
    cases = [p.case for p in scope.words[found.head].parses if p.pos == "NOUN" and p.case in CASES]
    before = scope.words[found.start - 1] if found.start else None
    if before is None or before.sort != "word":
        return "nomn" if "nomn" in cases else ""
    return "gent" if before.noun() and "gent" in cases else ""
