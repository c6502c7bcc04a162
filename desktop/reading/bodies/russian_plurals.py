"""Several bodies under one noun: «министерства здравоохранения и финансов», «… России и Кубы»."""

from collections.abc import Iterator

from desktop.reading.bodies.russian_heads import HeadAt
from desktop.reading.bodies.russian_phrases import GENITIVE, noun_phrase
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.findings import FoundBody
from desktop.reading.morphology import nominative

_JOINS = frozenset((",", "и"))


def is_plural(scope: Scope, head: HeadAt) -> bool:
    """Tell whether the noun at a body's head stands in the plural here."""
    if head.parse is None or head.form.need == "quoted":
        return False
    numbers = {p.number for p in scope.words[head.head].parses if p.normal == head.parse.normal}
    if numbers == {"plur"}:
        return True
    if "plur" not in numbers or head.form.kind != "ministry" or not head.complement:
        return False
    before = scope.words[head.start - 1] if head.start else None
    if before is None:
        return True
    if before.adjective() and not before.noun():
        return all(p.number == "plur" for p in before.parses if p.pos == "ADJF")
    return before.text == "," or before.verb() or before.lower in {"также", "что"}


def several(scope: Scope, head: HeadAt) -> Iterator[tuple[FoundBody, int]]:
    """Yield each of the bodies, with the place to go on from; none where they are not named."""
    if head.form.kind != "ministry" or not head.complement:
        return
    noun = nominative(scope.text(head.head, head.head + 1), number="plur")
    noun = _singular(noun)
    countries, end = _countries(scope, head.head + 1)
    if countries:
        first = countries[0][0]
        subject = scope.text(head.head + 1, first)
        for at, after, code in countries:
            name = " ".join(filter(None, (noun, subject, scope.text(at, after))))
            yield _found(scope, at, after, name, code), end
        return
    following = scope.words[head.end].lower if head.end < len(scope.words) else ""
    if following in {"двух", "обеих", "наших", "стран", "государств", "трех", "сторон"}:
        return
    for first, last in _subjects(scope, head.head + 1, head.end):
        yield _found(scope, first, last, f"{noun} {scope.text(first, last)}", ""), head.end


def _singular(noun: str) -> str:
    return noun[:-1] + "о" if noun.lower().endswith("министерства") else noun


def _countries(scope: Scope, place: int) -> tuple[list[tuple[int, int, str]], int]:
    first = next((at for at in sorted(scope.countries) if at >= place), -1)
    if first < 0 or first - place > 8 or any(w.text in ".;:" for w in scope.words[place:first]):
        return [], place
    found: list[tuple[int, int, str]] = []
    at = first
    while at in scope.countries:
        after, code = scope.countries[at]
        found.append((at, after, code))
        at = after + 1 if after < len(scope.words) and scope.words[after].lower in _JOINS else -1
    return found, found[-1][1]


def _subjects(scope: Scope, place: int, end: int) -> Iterator[tuple[int, int]]:
    while place < end:
        if scope.words[place].lower in _JOINS:
            place += 1
            continue
        after = noun_phrase(scope, place, GENITIVE) or place + 1
        while after < end and scope.words[after].lower not in _JOINS:
            after += 1
        yield place, min(after, end)
        place = after


def _found(scope: Scope, start: int, end: int, name: str, country: str) -> FoundBody:
    return FoundBody(
        start=scope.offset(start), end=scope.end_offset(end), name=name[:1].upper() + name[1:],
        kind="ministry", country=country, rule="several under one noun", confidence=0.8,
    )  # fmt: skip
