"""Putting a bound tree together: words over one full-text table become one expression.

One walk through the index then answers what would take a walk, or a probe, for each word. Sets
combine the same way inside FTS5 (AND, OR, NOT) and outside, so the meaning stays.
"""

from collections.abc import Iterable, Iterator

from db.search.sql.bound import BoundNode, Either, Every, Matching, Nothing, Without
from db.search.words import Match

EVERYTHING = Every(parts=())


def without(part: BoundNode) -> BoundNode:
    """Return the opposite of a part."""
    match part:
        case Without(part=inner):
            return inner
        case Nothing():
            return EVERYTHING
        case Every(parts=()):
            return Nothing()
        case _:
            return Without(part=part)


def every(parts: Iterable[BoundNode]) -> BoundNode:
    """Return what fulfils all parts."""
    flat = [
        inner for part in parts for inner in (part.parts if isinstance(part, Every) else (part,))
    ]
    if any(isinstance(part, Nothing) for part in flat):
        return Nothing()
    wanted, unwanted, rest = _apart(flat)
    merged: list[BoundNode] = []
    for table in dict.fromkeys((*wanted, *unwanted)):
        both = _joined(" AND ", wanted.get(table, []))
        neither = _joined(" OR ", unwanted.get(table, []))
        if both and neither:
            merged.append(_leaf(table, f"({both}) NOT ({neither})"))
        elif both:
            merged.append(_leaf(table, both))
        else:
            merged.append(Without(part=_leaf(table, neither)))
    return _one_or(Every, [*merged, *rest])


def either(parts: Iterable[BoundNode]) -> BoundNode:
    """Return what fulfils at least one part."""
    flat = [
        inner
        for part in parts
        for inner in (part.parts if isinstance(part, Either) else (part,))
        if not isinstance(inner, Nothing)
    ]
    if EVERYTHING in flat:
        return EVERYTHING
    if not flat:
        return Nothing()
    wanted, unwanted, rest = _apart(flat)
    merged: list[BoundNode] = [
        _leaf(table, _joined(" OR ", texts)) for table, texts in wanted.items()
    ]
    merged.extend(
        Without(part=_leaf(table, _joined(" AND ", texts))) for table, texts in unwanted.items()
    )
    return _one_or(Either, [*rest, *merged])


_Texts = dict[str, list[str]]


def _apart(parts: Iterable[BoundNode]) -> tuple[_Texts, _Texts, list[BoundNode]]:
    """Part the wanted and the unwanted words of each table from everything else."""
    wanted: _Texts = {}
    unwanted: _Texts = {}
    rest: list[BoundNode] = []
    for part in parts:
        match part:
            case Matching(match=match):
                wanted.setdefault(match.table, []).append(match.text)
            case Without(part=Matching(match=match)):
                unwanted.setdefault(match.table, []).append(match.text)
            case _:
                rest.append(part)
    return wanted, unwanted, rest


def _joined(word: str, texts: Iterable[str]) -> str:
    different = list(dict.fromkeys(texts))
    return different[0] if len(different) == 1 else word.join(f"({text})" for text in different)


def _leaf(table: str, text: str) -> Matching:
    return Matching(match=Match(table, text))


def _one_or(whole: type[Every] | type[Either], parts: list[BoundNode]) -> BoundNode:
    return parts[0] if len(parts) == 1 else whole(parts=tuple(parts))


def leaves(tree: BoundNode, *, wanted_only: bool = False) -> Iterator[Match]:
    """Yield the full-text expressions of a tree; those that must not match only on request."""
    match tree:
        case Matching(match=match):
            yield match
        case Without(part=part):
            if not wanted_only:
                yield from leaves(part)
        case Every(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from leaves(part, wanted_only=wanted_only)
        case _:
            return
