"""What entries share, taken in: subjects, posts, saved searches, learnt noise."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.commands.importing.cited import Shared
from db.commands.importing.numbering import Ids
from db.models import NoisePattern, Post, SavedSearch, Tag
from db.rows.incoming import ImportOutcome, Incoming, Located
from db.rows.records.vocabularies import NoiseRecord, PostRecord, SavedSearchRecord, TagRecord
from db.text.folding import fold

T = TypeVar("T")

MOST = 200_000
"""Subjects, and posts: they are held in memory together."""


def take_tags(
    session: Session, incoming: Incoming, ids: Ids, shared: Shared, outcome: ImportOutcome
) -> None:
    """Take in the subjects that are not here under the same broader one by either label.

    Raises:
        Unimportable: ``cites_outside`` for a broader one that is none, or stands below itself.
    """
    known = _known_tags(session)
    for located in _broader_first(_few(incoming.records(TagRecord))):
        tag = located.record
        parent = None if tag.parent is None else shared.tags[tag.parent]
        labels = [fold(label) for label in (tag.label_en, tag.label_ru) if label]
        if not labels:
            raise located.refusal("member_missing", member="label_en or label_ru")
        here = next((known[parent, one] for one in labels if (parent, one) in known), None)
        if here is None or ids.kept:
            here = ids.give("tag", tag.id)
            session.execute(
                insert(Tag).values(
                    id=here,
                    parent_id=parent,
                    label_en=tag.label_en,
                    label_ru=tag.label_ru,
                    colour=tag.colour,
                    scope_note=tag.scope_note,
                    position=tag.position,
                )
            )
            known.update({(parent, one): here for one in labels})
            outcome.tags += 1
        shared.tags[tag.id] = here


def take_posts(
    session: Session, incoming: Incoming, ids: Ids, shared: Shared, outcome: ImportOutcome
) -> None:
    """Take in the posts that are not here by either label."""
    known: dict[str, int] = {}
    for post in session.scalars(select(Post)):
        known.update({fold(one): post.id for one in (post.label_en, post.label_ru) if one})
    for located in _few(incoming.records(PostRecord)):
        post = located.record
        labels = [fold(label) for label in (post.label_en, post.label_ru) if label]
        here = next((known[one] for one in labels if one in known), None)
        if here is None or ids.kept:
            here = ids.give("post", post.id)
            session.execute(
                insert(Post).values(id=here, label_en=post.label_en, label_ru=post.label_ru)
            )
            known.update(dict.fromkeys(labels, here))
            outcome.posts += 1
        shared.posts[post.id] = here


def take_searches(session: Session, incoming: Incoming, ids: Ids, outcome: ImportOutcome) -> None:
    """Take in the saved searches whose names are not here."""
    known = {fold(name) for name in session.scalars(select(SavedSearch.name))}
    for located in _few(incoming.records(SavedSearchRecord)):
        search = located.record
        if fold(search.name) not in known or ids.kept:
            session.execute(
                insert(SavedSearch).values(
                    id=ids.give("saved_search", search.id),
                    name=search.name,
                    query=search.query,
                    kind=search.kind,
                    sort=search.sort,
                    descending=search.descending,
                    position=search.position,
                )
            )
            outcome.searches += 1


def take_noise(
    session: Session, incoming: Incoming, ids: Ids, entry: Callable[[str], int | None]
) -> None:
    """Take in the page furniture that has not been learnt here; ``entry`` knows the sources."""
    known = set(session.scalars(select(NoisePattern.words)))
    for located in _few(incoming.records(NoiseRecord)):
        noise = located.record
        if noise.words not in known:
            known.add(noise.words)
            source = None if noise.learnt_from is None else entry(noise.learnt_from)
            session.execute(
                insert(NoisePattern).values(
                    id=ids.give("noise_pattern", noise.id), words=noise.words, learnt_from=source
                )
            )


def _known_tags(session: Session) -> dict[tuple[int | None, str], int]:
    return {
        (tag.parent_id, fold(label)): tag.id
        for tag in session.scalars(select(Tag))
        for label in (tag.label_en, tag.label_ru)
        if label
    }


def _broader_first(tags: Iterable[Located[TagRecord]]) -> list[Located[TagRecord]]:
    waiting = {located.record.id: located for located in tags}
    ordered: list[Located[TagRecord]] = []
    placed: set[int | None] = {None}
    while waiting:
        ready = [one for one in waiting.values() if one.record.parent in placed]
        if not ready:
            stuck = next(iter(waiting.values()))
            raise stuck.refusal("cites_outside", value=stuck.record.parent, what="tags")
        for located in ready:
            placed.add(located.record.id)
            del waiting[located.record.id]
        ordered.extend(ready)
    return ordered


def _few(located: Iterable[Located[T]]) -> list[Located[T]]:
    found: list[Located[T]] = []
    for one in located:
        if len(found) == MOST:
            raise one.refusal("too_many", member=one.file, limit=MOST)
        found.append(one)
    return found
