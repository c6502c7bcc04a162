"""Names of people in the nominative, by what the words around them tell."""

import re
from collections.abc import Sequence

from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import Word
from desktop.reading.morphology import inflect, nominative_person, person_gender
from desktop.reading.people.russian_posts import Post

_FEMALE = frozenset(("г-жа", "г-жи", "г-же", "г-жой", "г-жу", "госпожа", "госпожи", "госпожу",
                     "госпожой", "госпоже", "миссис"))  # fmt: skip


def whole_nominative(scope: Scope, place: int, end: int, post: Post | None) -> str:
    """Return a name in the nominative, its case and gender told by the words around it."""
    surface = scope.text(place, end)
    case = post.case if post is not None and post.end <= place else ""
    if case == "nomn":
        return surface
    gender = "femn" if _is_female(scope, place) else person_gender(surface)
    if gender or case:
        name = nominative_person(surface, gender=gender or "masc", case=case)
        if name != surface and case and not _stood_in(scope.words[place:end], name, case):
            return surface
        return _with_last_part(name, gender) if name == surface and case == "ablt" else name
    governed = post is None and _is_governed(scope, place)
    if not governed and all(map(_may_be_nominative, scope.words[place:end])):
        return surface
    return _with_adjective(nominative_person(surface), surface)


def _is_female(scope: Scope, place: int) -> bool:
    """Tell whether the honorific before a name is a woman's."""
    return place > 0 and scope.words[place - 1].lower in _FEMALE


def _stood_in(words: Sequence[Word], name: str, case: str) -> bool:
    """Tell whether the words that were changed may stand in the case the post is in."""
    same = {"gent", "accs"} if case in {"gent", "accs"} else {case}
    changed = [word for word in words if word.text not in name.split() and word.sort == "word"]
    return all(
        any(p.case in same for p in word.parses) or not any(p.known for p in word.parses)
        for word in changed
    )


def _with_last_part(name: str, gender: str) -> str:
    """Mend a name of which only the last part is bent: «Фам Минь Тьинем»."""
    first, _, last = name.rpartition(" ")
    if gender == "femn" or not first or not last.endswith(("ом", "ем")):
        return name
    if last[-3] in "лнрт" and last.endswith("ем"):
        return f"{first} {last[:-2]}ь"
    return f"{first} {nominative_person(last, gender='masc', case='ablt')}"


def _may_be_nominative(word: Word) -> bool:
    return word.sort != "word" or not word.parses or any(p.case == "nomn" for p in word.parses)


def _with_adjective(name: str, surface: str) -> str:
    """Mend a surname that is an adjective in form: «Ростислава Нагорного»."""
    first, _, last = name.rpartition(" ")
    if name == surface or not first or not surface.endswith(last):
        return name
    return f"{first} {inflect(last)}" if re.search(r"(?:[ое]го|[ое]му|ым|им)$", last) else name


def _is_governed(scope: Scope, place: int) -> bool:
    """Tell whether a preposition or noun before a name asks for another case."""
    before = scope.words[place - 1] if place else None
    if before is None or before.sort != "word" or not before.parses:
        return False
    return before.parses[0].pos in {"PREP", "NOUN"}
