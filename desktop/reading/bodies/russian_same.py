"""One name for each body of a page: short names, acronyms and cut names take the full one told."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.text.countries import find_country
from desktop.reading.bodies.russian_head_words import FORMS
from desktop.reading.bodies.russian_known import ministry_subjects, same_names
from desktop.reading.findings import FoundBody

_SMALL = frozenset(("и", "по", "в", "на", "при", "имени", "им.", "о", "с"))
_MINISTRY = "министерство "
_SHORT = re.compile(r"мин(\w+)")
_IN_QUOTES = re.compile("[«“]([^«»“”]{4,})[»”]$")
_ABBREVIATED = {"мид": ("иностранных дел",), "мвд": ("внутренних дел",)}
_OFFICES = re.compile(r"(?:мид|мвд|мин\w+|министерство)\b")


def one_name_each(bodies: Sequence[FoundBody]) -> tuple[FoundBody, ...]:
    """Return the bodies of a page with the fullest name that the page has for each."""
    named = [body for body in bodies if not body.generic]
    for find in (_ministries, _countries, _acronyms, _cut_names, _quoted, _parliaments):
        renamed = find(named)
        bodies = [_renamed(body, renamed) for body in bodies]
        named = [body for body in bodies if not body.generic]
    return tuple(bodies)


_Key = tuple[str, str]
_Names = dict[_Key, FoundBody]


def _key(body: FoundBody) -> _Key:
    return body.name.lower(), body.country


def _renamed(body: FoundBody, names: _Names) -> FoundBody:
    full = None if body.generic else names.get(_key(body))
    if full is None or full.name == body.name:
        return body
    acronym = body.acronym or (body.name if body.name.isupper() else "")
    return replace(
        body, name=full.name, kind=full.kind, country=full.country or body.country, acronym=acronym
    )


def _ministries(bodies: Iterable[FoundBody]) -> _Names:
    """Tell short and full names of one ministry: «Минздрав РК», «Министерство здравоохранения»."""
    every = {_key(body): body for body in bodies if body.kind == "ministry"}
    groups: dict[tuple[str, str], list[FoundBody]] = {}
    for body in every.values():
        for subject in _subjects(body):
            groups.setdefault((subject, body.country), []).append(body)
    found: _Names = {}
    for (subject, country), group in groups.items():
        owners = [other for (named, code), others in groups.items() if named == subject and code
                  for other in others]  # fmt: skip
        alone = not country and len({other.country for other in owners}) == 1
        best = max(
            [*group, *(owners if alone else ())],
            key=lambda one: (one.name.lower().startswith(_MINISTRY), len(one.name)),
        )
        found.update({_key(body): best for body in group})
    return found


def _subjects(body: FoundBody) -> tuple[str, ...]:
    """Return what a ministry is of, without its country."""
    name = body.name.lower().replace("ё", "е")
    if name.startswith(_MINISTRY):
        return (_without_country(name.removeprefix(_MINISTRY)),)
    first = name.split(" ")[0]
    short = _SHORT.fullmatch(first)
    return ministry_subjects().get(short[1], ()) if short else _ABBREVIATED.get(first, ())


def _without_country(words: str) -> str:
    parts = words.split(" ")
    for length in range(min(5, len(parts) - 1), 0, -1):
        if find_country(" ".join(parts[-length:])):
            return " ".join(parts[:-length])
    return words


def _countries(bodies: Sequence[FoundBody]) -> _Names:
    """Tell names that differ by how their country is named: «… ЛНДР», «… Лаосской …»."""
    groups: dict[_Key, list[FoundBody]] = {}
    for body in {_key(body): body for body in bodies if body.country}.values():
        bare = _without_country(body.name.lower())
        last = body.name.rsplit(" ", 1)
        if len(last) > 1 and last[1].isupper() and 1 < len(last[1]) < 6:
            bare = last[0].lower()  # «прокуратура ЛНДР»
        if bare != body.name.lower():
            groups.setdefault((bare, body.country), []).append(body)
    longest = {key: max(group, key=lambda one: len(one.name)) for key, group in groups.items()}
    return {_key(body): longest[key] for key, group in groups.items() for body in group}


def _quoted(bodies: Sequence[FoundBody]) -> _Names:
    """Tell names in quotes that stand elsewhere by themselves: «Госкорпорация «Роскосмос»»."""
    inner: dict[str, list[FoundBody]] = {}
    for body in {_key(body): body for body in bodies}.values():
        found = _IN_QUOTES.search(body.name)
        if found:
            inner.setdefault(found[1].lower(), []).append(body)
    return {
        _key(body): inner[body.name.lower()][0]
        for body in bodies
        if len(inner.get(body.name.lower(), ())) == 1
    }


def _parliaments(bodies: Sequence[FoundBody]) -> _Names:
    """Tell a parliament named by its last word alone: «Меджлис» for «Милли Меджлис»."""
    named = {_key(body): body for body in bodies if body.kind == "parliament"}
    found: _Names = {}
    for key in named:
        longer = [one for one in named.values() if one.name.lower().endswith(f" {key[0]}")]
        if " " not in key[0] and len(longer) == 1:
            found[key] = longer[0]
    return found


def _acronyms(bodies: Sequence[FoundBody]) -> _Names:
    """Tell acronyms of bodies that the page names in full, or that are known."""
    full: dict[str, list[FoundBody]] = {}
    by_name: dict[str, FoundBody] = {body.name.lower(): body for body in bodies}
    for body in {_key(body): body for body in bodies if " " in body.name}.values():
        for acronym in {body.acronym, *_initials(body.name)} - {""}:
            full.setdefault(acronym.lower(), []).append(body)
    found: _Names = {}
    for body in bodies:
        names = same_names().get(body.name.lower(), ())
        others = [by_name[name] for name in names if name in by_name]
        if not others and body.name.isupper():
            others = full.get(body.name.lower(), [])
        if others and len({other.name for other in others} - {body.name}) <= 1:
            found[_key(body)] = max(others, key=lambda one: len(one.name))
    return found


def _initials(name: str) -> set[str]:
    words = re.split(r"\s+(?:имени|им\.|между)\s", re.sub(r"[«»\"()]", "", name))[0].split()
    kept = [word for word in words if word.lower() not in _SMALL and word not in FORMS]
    parts = [part for word in kept for part in word.split("-")]
    whole = "".join(word[0] for word in kept)
    wider = "".join(part[0] for part in parts if part)
    return {whole, whole[:-1], wider, wider[:-1]} if len(kept) > 2 else set()


def _cut_names(bodies: Sequence[FoundBody]) -> _Names:
    """Tell names of two words or more that begin just one longer name of the page."""
    names = {_key(body): body for body in bodies}
    starts: dict[str, list[FoundBody]] = {}
    for body in names.values():
        starts.setdefault(_start(body.name), []).append(body)
    found: _Names = {}
    for key, body in names.items():
        longer = [
            other
            for other in starts[_start(body.name)]
            if other.name.lower().startswith(key[0] + " ") and _may_be(body, other)
        ]
        if key[0].count(" ") and len({other.country for other in longer}) == 1:
            found[key] = max(longer, key=lambda one: len(one.name))
    return found


def _may_be(body: FoundBody, other: FoundBody) -> bool:
    if body.country and other.country and body.country != other.country:
        return False
    return body.kind != "ministry" or bool(_OFFICES.match(body.name.lower()))


def _start(name: str) -> str:
    return " ".join(name.lower().split()[:2])
