"""Tags: subjects by their labels, each with its narrower ones."""

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.search.sql.tables import tag
from db.search.tree import Named
from db.text.folding import fold, words


def tags_labelled(session: Session, asked: Named) -> tuple[int, ...]:
    """Return the tags whose label in either language begins with the words, and those below."""
    # one row a subject, never one an entry: the whole tree is read
    rows = session.execute(select(tag.c.id, tag.c.parent_id, tag.c.label_en, tag.c.label_ru)).all()
    narrower: dict[int, list[int]] = {}
    for row in rows:
        narrower.setdefault(row.parent_id, []).append(row.id)
    found = {
        row.id
        for row in rows
        if any(_labels(label, asked) for label in (row.label_en, row.label_ru))
    }
    return tuple(sorted(_with_narrower(found, narrower)))


def _labels(label: str, asked: Named) -> bool:
    if asked.exact:
        return fold(label) == fold(asked.text)
    wanted, given = words(asked.text), words(label)
    *whole, last = wanted
    if given[: len(whole)] != whole or len(given) < len(wanted):
        return False
    word = given[len(whole)]
    return word.startswith(last) if asked.begins else word == last


def _with_narrower(
    found: Collection[int], narrower: Mapping[int, Collection[int]]
) -> Iterator[int]:
    waiting = list(found)
    seen = set(found)
    while waiting:
        one = waiting.pop()
        yield one
        below = [child for child in narrower.get(one, ()) if child not in seen]
        seen.update(below)
        waiting.extend(below)
