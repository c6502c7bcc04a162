"""How far a Russian noun phrase goes: chains of genitives, "and", tails such as «имени …»."""

from collections.abc import Callable

from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import Word, closing_quote, opens_quote

GENITIVE = frozenset(("gent",))
DATIVE = frozenset(("datv",))
LOCATIVE = frozenset(("loct",))
INSTRUMENTAL = frozenset(("ablt",))
_FIELD = frozenset(("сфере", "области", "отрасли", "секторе", "направлении"))
_RANKS = frozenset(
    ("академика", "профессора", "святого", "святой", "героя", "маршала", "генерала", "адмирала",
     "доктора", "императора", "императрицы", "князя", "царя", "президента", "первого", "акад",
     "проф")
)  # fmt: skip
_NOT_IN_NAMES = frozenset(
    ("который", "этот", "тот", "свой", "весь", "другой", "иной", "ряд", "сторона", "страна",
     "делегация", "год", "месяц", "день", "обе", "оба", "данный", "его", "ее", "их", "наш",
     "два", "три", "четыре", "пять", "встреча", "заседание", "визит", "лицо", "рамка", "имя",
     "эгида", "участие")
)  # fmt: skip

_NONE: frozenset[str] = frozenset()
_AIMED = {
    "с": frozenset(("борьба", "связь", "работа", "взаимодействие", "сотрудничество")),
    "за": frozenset(("контроль", "надзор", "наблюдение")),
    "над": frozenset(("контроль", "надзор", "опека")),
}
"""Prepositions that go on with what a body is for, by the nouns they belong to."""

Stops = Callable[[Scope, int], bool]


def never(_scope: Scope, _place: int) -> bool:
    """Stop at no word."""
    return False


def noun_phrase(
    scope: Scope, place: int, cases: frozenset[str], stops: Stops = never, depth: int = 0
) -> int | None:
    """Return the place after adjectives and their noun, all in one of some cases, or None."""
    if place >= len(scope.words) or depth > 8:
        return None
    word = scope.words[place]
    if place in scope.countries:
        return scope.countries[place][0]
    if word.sort != "word" or place in scope.names or word.lemmas & _NOT_IN_NAMES:
        return None
    if stops(scope, place):
        return None
    rest = _after_adjective(scope, place, cases, stops, depth) if word.adjective(cases) else None
    if rest is None and (word.noun(cases) or _is_acronym(word)):
        return place + 1
    return rest


def _after_adjective(
    scope: Scope, place: int, cases: frozenset[str], stops: Stops, depth: int
) -> int | None:
    following = place + 1
    if following < len(scope.words) and scope.words[following].lower in {"и", ",", "или"}:
        further = following + 1
        if further < len(scope.words) and scope.words[further].lower == "и":
            further += 1
        if further < len(scope.words) and scope.words[further].adjective(cases):
            rest = noun_phrase(scope, further, cases, stops, depth + 1)
            if rest is not None and rest > further + 1:
                return rest
    return noun_phrase(scope, following, cases, stops, depth + 1)


def _is_acronym(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def chain(
    scope: Scope,
    place: int,
    cases: frozenset[str] = GENITIVE,
    stops: Stops = never,
) -> int:
    """Return the place after a noun phrase and the genitives and coordinated ones that follow it.

    It is the given place where no phrase of the cases begins there. A country's name ends it.
    """
    end = noun_phrase(scope, place, cases, stops)
    if end is None:
        return place
    while end < len(scope.words):
        if _ends_with_country(scope, place, end):
            return _more_countries(scope, end, cases)
        following = _next(scope, end, cases, stops)
        if following is None:
            return end
        end = following
    return end


def _next(scope: Scope, end: int, cases: frozenset[str], stops: Stops) -> int | None:
    lower = scope.words[end].lower
    if lower in {"и", "или"}:
        joins, joined = scope.words[end], scope.words[end + 1 : end + 2]
        if joins.text.islower() and joined and _is_acronym(joined[0]):
            return None
        return noun_phrase(scope, end + 1, cases | GENITIVE, stops)
    if lower == "," and _is_acronym(scope.words[end - 1]):
        return None
    if lower == ",":
        return _listed(scope, end, cases | GENITIVE, stops)
    return noun_phrase(scope, end, GENITIVE, stops)


def _listed(scope: Scope, comma: int, cases: frozenset[str], stops: Stops) -> int | None:
    """Take a comma for one of a list only where "and" closes that list within a few phrases."""
    if comma + 1 < len(scope.words) and scope.words[comma + 1].lower == "а":
        return None
    end, first = comma, None
    for _turn in range(5):
        if end >= len(scope.words):
            return None
        if scope.words[end].lower == "и":
            return first if noun_phrase(scope, end + 1, cases, stops) else None
        if scope.words[end].text == ",":
            end += 1
        reached = noun_phrase(scope, end, cases, stops)
        if reached is None:
            return None
        end = reached
        first = first or reached
    return None


def _ends_with_country(scope: Scope, start: int, end: int) -> bool:
    return any(start <= at < end and scope.countries[at][0] == end for at in scope.countries)


def _more_countries(scope: Scope, end: int, cases: frozenset[str]) -> int:
    """Go on over «и Узбекистаном» after a country where two are expected («между …»)."""
    if cases != INSTRUMENTAL:
        return end
    if end + 1 < len(scope.words) and scope.words[end].lower == "и":
        return noun_phrase(scope, end + 1, cases) or end
    return end


def between(scope: Scope, place: int) -> int:
    """Return the place after «между … и …», or the place itself where no such words stand."""
    if place >= len(scope.words) or scope.words[place].lower != "между":
        return place
    first = chain(scope, place + 1, INSTRUMENTAL)
    if first == place + 1:
        return place
    if first < len(scope.words) and scope.words[first].lower == "и":
        return chain(scope, first + 1, INSTRUMENTAL)
    return first


def about(scope: Scope, place: int, stops: Stops = never) -> int:
    """Return the place after «по делам …», «по надзору в сфере …», or the place itself."""
    if place >= len(scope.words) or scope.words[place].lower != "по":
        return place
    end = chain(scope, place + 1, DATIVE, stops)
    if end == place + 1:
        return place
    return in_field(scope, _aimed(scope, end), stops)


def _aimed(scope: Scope, place: int) -> int:
    """Return the place after «с наркотиками», «за оборотом …» behind «борьбе», «контролю»."""
    words = scope.words
    if place >= len(words) or not words[place - 1].lemmas & _AIMED.get(words[place].lower, _NONE):
        return place
    end = chain(scope, place + 1, INSTRUMENTAL)
    return end if end > place + 1 else place


def in_field(scope: Scope, place: int, stops: Stops = never) -> int:
    """Return the place after «в сфере …», «в области …», or the place itself."""
    words = scope.words
    if place + 2 < len(words) and words[place].lower == "в" and words[place + 1].lower in _FIELD:
        end = chain(scope, place + 2, GENITIVE, stops)
        return end if end > place + 2 else place
    return place


def named_after(scope: Scope, place: int) -> int:
    """Return the place after «имени И. И. Иванова», or the place itself."""
    words = scope.words
    if place >= len(words) or words[place].lower not in {"имени", "им", "им."}:
        return place
    end = place + 1
    while end < len(words) and end < place + 5 and _is_rank(words[end]):
        end += 1
    first = end
    while (
        end < len(words)
        and end - first < 8
        and (words[end].sort == "initial" or (end > first and words[end].text in {".", "-"}))
    ):
        end += 1
    if first < end < len(words):
        return end + 1 if words[end].is_capital else place
    while end < len(words) and end - first < 5 and _is_of_name(words[end]):
        end += 1
    if end == first and end < len(words) and opens_quote(words[end]):
        return quoted(scope, end)
    return end if end > first else place


def _is_rank(word: Word) -> bool:
    if word.lower.strip(".") in _RANKS or word.text == ".":
        return True
    return not word.is_capital and word.adjective(GENITIVE) is not None


def _is_of_name(word: Word) -> bool:
    if word.sort != "word":
        return False
    if not word.is_capital:
        return word.lower in {"ибн", "бин", "аль", "де", "фон", "ван", "и"}
    known = [parse for parse in word.parses if parse.known]
    return not known or any(parse.case == "gent" for parse in known)


def quoted(scope: Scope, place: int) -> int:
    """Return the place after words in quotes, or the place itself where none open there."""
    if place < len(scope.words) and opens_quote(scope.words[place]):
        close = closing_quote(scope.words, place)
        return place if close is None else close + 1
    return place
