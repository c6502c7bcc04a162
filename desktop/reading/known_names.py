"""Names the catalogue knows, recognised where no rule found them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from db.rows.suggestions import KnownName
from db.terms import EntryKind
from desktop.reading.findings import Found, FoundBody, FoundPerson
from desktop.reading.page import Page

RULE = "known name"


def known_bodies(
    page: Page, found: Sequence[FoundBody], known: Iterable[KnownName]
) -> tuple[FoundBody, ...]:
    """Return the bodies found, with those known by name; a longer known name replaces its parts."""
    ours = [
        FoundBody(
            start=start,
            end=end,
            rule=RULE,
            confidence=0.97,
            name=name.text,
            country=name.country,
        )
        for name, start, end in _places(page, known, EntryKind.ORGANISATION)
        if not _is_covered(start, end, found)
    ]
    rest = (one for one in found if not any(mine.covers(one) for mine in ours))
    return tuple(sorted((*rest, *ours), key=lambda one: one.start))


def known_people(
    page: Page, found: Sequence[FoundPerson], known: Iterable[KnownName], bodies: Sequence[Found]
) -> tuple[FoundPerson, ...]:
    """Return the people found, with those known by name where nothing else stands."""
    ours = [
        FoundPerson(start=start, end=end, rule=RULE, confidence=0.95, name=name.text)
        for name, start, end in _places(page, known, EntryKind.PERSON)
        if not any(one.meets(start, end) for one in (*found, *bodies))
    ]
    return tuple(sorted((*found, *ours), key=lambda one: one.start))


def _places(
    page: Page, known: Iterable[KnownName], kind: EntryKind
) -> Iterator[tuple[KnownName, int, int]]:
    """Yield where known names of a kind stand, the longest where they overlap."""
    names = {_spelling(name.text): name for name in known if name.kind == kind}
    if not names:
        return
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(
        r"(?<!\w)(?:"
        + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        + r")(?!\w)",
        re.IGNORECASE,
    )
    for paragraph in page.body:
        for match in pattern.finditer(paragraph.text):
            name = names.get(_spelling(match[0]))
            # an acronym or a surname must be written as such: "who" is no WHO
            if name and match[0][0].isupper() and (" " in match[0] or match[0] == name.text):
                start = paragraph.start + match.start()
                yield name, start, start + len(match[0])


def _spelling(name: str) -> str:
    return " ".join(name.lower().split())


def _is_covered(start: int, end: int, found: Iterable[Found]) -> bool:
    return any(one.start <= start and end <= one.end for one in found)
