"""Guessing from its words whether a name is that of a person, a body or a place."""

import re
from collections.abc import Sequence

from db.terms import EntryKind
from db.text.countries import find_country
from db.text.folding import fold

_BODY = re.compile(
    r"\b(?:ministr(?:y|ies)|council|committee|commission|agency|university|institute|cent(?:re|er)|"
    r"department|board|assembly|secretariat|service|administration|union|fund|compan(?:y|ies)|"
    r"bank|forum|association|organi[sz]ations?|authority|office|cabinet|government|parliament|"
    r"duma|hospital|clinic|academy|commonwealth|inc|ltd|llc|"
    r"министерств|совет\b|комитет|комисси|агентств|университет|институт|центр|департамент|"
    r"ассамбле|секретариат|служб|администраци|союз|фонд|компани|банк\b|форум|ассоциаци|организаци|"
    r"правительств|парламент|больниц|клиник|академи|содружеств|оао\b|ооо\b|зао\b|ао\b)"
)
_LINKING = frozenset(
    ("van", "von", "der", "de", "da", "del", "la", "le", "al", "el", "bin", "ibn", "ben", "oglu",
     "oghlu", "qizi", "kyzy", "оглы", "оглу", "кызы", "улы", "уулу", "аль", "эль", "бен", "ибн")
)  # fmt: skip
_WORDS_OF_A_PERSON = 4


def guess_kind(name: str, kinds: Sequence[EntryKind]) -> EntryKind:
    """Return which of these kinds a name most likely is, by its words alone."""
    likely = _likely(name)
    return likely if likely in kinds else kinds[0]


def by_likelihood(name: str, kinds: Sequence[EntryKind]) -> list[EntryKind]:
    """Return the kinds with the likeliest first."""
    likely = guess_kind(name, kinds)
    return sorted(kinds, key=lambda kind: kind != likely)


def _likely(name: str) -> EntryKind:
    if find_country(name):
        return EntryKind.PLACE
    parts = name.split()
    acronym = len(parts) == 1 and len(name) > 1 and name.isupper()
    if acronym or _BODY.search(fold(name)) or len(parts) > _WORDS_OF_A_PERSON:
        return EntryKind.ORGANISATION
    named = all(part[:1].isupper() or part.casefold() in _LINKING for part in parts)
    return EntryKind.PERSON if named else EntryKind.ORGANISATION
