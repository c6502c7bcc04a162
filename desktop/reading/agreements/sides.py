"""Sides of an agreement that no finder knew by name, or that a word only stands for."""

import re
from collections.abc import Iterator, Sequence

from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.scene import Scene, Span
from desktop.reading.findings import FoundBody, FoundCountry

Party = FoundBody | FoundCountry
_TWO = 2
_ALONE = re.compile(
    r"\bthe (?:(?P<university>university|institute|academy)|(?P<company>company|firm|bank)|"
    r"(?P<agency>agency|authority))\b(?! of\b)",
    re.IGNORECASE,
)
# Behind a whole name: the other side, the verb's end of the clause, an acronym in brackets
_WHOLE = re.compile(
    r"\s*(?:$|\(|,|and\b|и\b|(?:have|has|also|today|yesterday|jointly|recently|will|сегодня|вчера|"
    r"также|накануне)\b)"
)
_STATE = frozenset(("commission", "media", "parliament", "government", "ministry"))
_NEVER = frozenset(("commission", "media", "parliament", "other"))
_JOINT = re.compile(r",| and |&| и ")
_NAME = re.compile(
    r"\s*(?:the |компани\w+ |фирм\w+ |группа |холдинг |концерн )?((?:[A-Z][\w&.’'-]*|«[^»]{2,60}»|"
    r"[А-ЯЁ][а-яё]*[А-ЯЁ]\w*)"
    r"(?: (?:(?:of|for|and|de|the) )?[A-Z][\w&.’'-]*){0,6})"
)


def stood_for(
    scene: Scene, span: Span, found: Sequence[Party], grammar: Grammar, *, unknown: bool
) -> list[Party]:
    """Return the parties of a subject, those included that it only points back to.

    `unknown` says whether capitalised names nobody knew for bodies may be sides too.
    """
    pair = _twins(scene, span, grammar)
    if pair:
        return pair
    meant = [*found, *_meant(scene, span, found)]
    if not unknown or len(meant) > 1 or any(span[0] <= p.start < span[1] for p in scene.people):
        return meant
    clause = _clause(scene, span)
    sides = [
        side
        for side in unknown_sides(scene, clause, meant)
        if _WHOLE.match(scene.text, side.end, clause[1])
    ]
    named = [one for one in meant if one.start >= clause[0]]
    return [*named, *sides] if len(named) + len(sides) == _TWO else meant


def _twins(scene: Scene, span: Span, grammar: Grammar) -> list[Party]:
    """Return the two bodies that "the universities" means: the last two of the kind."""
    word = grammar.twins.search(scene.text, *span)
    if not word or scene.atom_over(word.start()):
        return []
    found: list[Party] = []
    for body in reversed(_before(scene, word.start())):
        fits = body.kind not in _STATE if word.lastgroup == "any" else body.kind == word.lastgroup
        if fits and not any(isinstance(one, FoundBody) and one.name == body.name for one in found):
            found.insert(0, body)
    return found[-_TWO:] if len(found) >= _TWO else []


def _meant(scene: Scene, span: Span, found: Sequence[Party]) -> Iterator[Party]:
    """Yield the body that "the university" means: the last one of its kind."""
    for word in scene.bodies:
        inside = span[0] <= word.start < span[1]
        if not (word.generic and inside) or word.kind in _NEVER:
            continue
        before = [one for one in _before(scene, word.start) if one.kind == word.kind]
        if before and all(
            not isinstance(one, FoundBody) or one.name != before[-1].name for one in found
        ):
            yield before[-1]
            return
    word = _ALONE.search(scene.text, *span)
    kind = word.lastgroup if word and not scene.atom_over(word.start()) else ""
    before = [one for one in scene.earlier if one.kind == kind]
    known = {one.name for one in found if isinstance(one, FoundBody)}
    if before and before[-1].name not in known:
        yield before[-1]


def _before(scene: Scene, offset: int) -> list[FoundBody]:
    own = (b for b in scene.bodies if b.start < offset and not b.generic)
    return [*scene.earlier, *own]


def _clause(scene: Scene, span: Span) -> Span:
    """Return the last clause of a subject: behind its last comma."""
    comma = scene.text.rfind(", ", *span)
    return (comma + 2 if comma >= 0 else span[0], span[1])


def unknown_sides(scene: Scene, span: Span, found: Sequence[Party]) -> list[FoundBody]:
    """Return sides of a "between" that are capitalised names nobody knew for a body."""
    sides: list[FoundBody] = []
    start = span[0]
    for joint in (*_JOINT.finditer(scene.text, *span), None):
        end = joint.start() if joint else span[1]
        if joint and scene.atom_over(joint.start()):
            continue
        name = _NAME.match(scene.text, start, end)
        possessive = name and name[1].endswith(("'s", "’s"))
        if (
            name
            and not possessive
            and len(name[1].rstrip(".")) > 2
            and not _is_known(scene, name, end, found)
        ):
            sides.append(
                FoundBody(
                    start=name.start(1),
                    end=name.end(1),
                    name=_unquoted(name[1].rstrip(". ")),
                    rule="side of a between",
                    confidence=0.5,
                )
            )
        start = joint.end() if joint else end
    return sides


def _unquoted(name: str) -> str:
    """Return a name without the quotes that enclose all of it."""
    whole = name.startswith("«") and name.find("»") == len(name) - 1
    return name[1:-1] if whole else name


def _is_known(scene: Scene, name: re.Match[str], end: int, found: Sequence[Party]) -> bool:
    """Tell whether a side has been found for something already; a company may bear a country."""
    bodies = [one for one in found if isinstance(one, FoundBody)]
    if any(one.meets(name.start(), end) for one in (*bodies, *scene.people)):
        return True
    return any(
        one.meets(name.start(), end)
        and (one.start > name.end() or name.end() <= one.end + 1 or "Republic" in name[1])
        for one in (*scene.countries, *scene.cities)
    )
