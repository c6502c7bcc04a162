"""Sources like those about to come in: the same file, or nearly the same text."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Source, SourceText
from db.queries.among import among
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.rows.fingerprints import Fingerprint, fingerprint_of
from db.text.likeness import likeness

NEARLY_THE_SAME = 0.6
_LOOKED_AT = 20
"""Sources that share hashes with a text and are compared with it, those that share most first."""

_SAME_FILE = text(
    """
    SELECT j.key, s.id FROM json_each(:files) j JOIN source s ON s.file_sha256 = j.value
    JOIN entry e ON e.id = s.id AND NOT e.trashed ORDER BY j.key, s.id
    """
)
_SHARING_HASHES = text(
    """
    SELECT at, source_id FROM (
        SELECT at, source_id, row_number() OVER (PARTITION BY at ORDER BY shared DESC) AS place
        FROM (
            SELECT j.value ->> 0 AS at, k.source_id, count(*) AS shared FROM json_each(:hashes) j
            JOIN source_sketch k ON k.hash = j.value ->> 1
            JOIN entry e ON e.id = k.source_id AND NOT e.trashed GROUP BY 1, 2
        )
    ) WHERE place <= :most ORDER BY at, place
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeSource:
    """A source already there that is the same, or nearly the same, as one about to come in."""

    ref: EntryRef
    likeness: float
    same_file: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeEarlier:
    """That something about to come in is like something earlier in the same line."""

    place: int
    """The place of that one."""
    likeness: float
    same_file: bool


def like_sources(
    session: Session, *, sha256: str, text: str, limit: int = 3
) -> tuple[LikeSource, ...]:
    """Return sources with the same file or nearly the same text, most like first."""
    wanted = fingerprint_of(file_sha256=sha256, text=text)
    return sources_like(session, [wanted])[0][:limit]


def sources_like(session: Session, wanted: Sequence[Fingerprint]) -> list[tuple[LikeSource, ...]]:
    """Return for each of many releases the sources like it, most like first.

    In a fixed number of queries, however many they are.
    """
    found = _candidates(session, wanted)
    ids = {source for sources in found.values() for source in sources}
    if not ids:
        return [()] * len(wanted)
    refs = entry_refs(session, ids)
    there = {
        row.id: (row.file_sha256, row.text)
        for row in session.execute(
            select(Source.id, Source.file_sha256, SourceText.text)
            .join(SourceText, SourceText.sha256 == Source.text_sha256)
            .where(Source.id.in_(among(ids)))
        )
    }
    return [
        _alike(one, {refs[source]: there[source] for source in found[at] if source in there})
        for at, one in enumerate(wanted)
    ]


def _candidates(session: Session, wanted: Sequence[Fingerprint]) -> Mapping[int, dict[int, None]]:
    files = json.dumps([one.file_sha256 for one in wanted])
    hashes = json.dumps([(at, value) for at, one in enumerate(wanted) for value in one.hashes])
    found: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for at, source in session.execute(_SAME_FILE, {"files": files}):
        found[at][source] = None
    for at, source in session.execute(_SHARING_HASHES, {"hashes": hashes, "most": _LOOKED_AT}):
        found[at][source] = None
    return found


def _alike(
    wanted: Fingerprint, there: Mapping[EntryRef, tuple[str, str]]
) -> tuple[LikeSource, ...]:
    found = (
        LikeSource(
            ref=ref,
            likeness=likeness(wanted.text, text),
            same_file=file_sha256 == wanted.file_sha256,
        )
        for ref, (file_sha256, text) in there.items()
    )
    alike = [one for one in found if one.same_file or one.likeness >= NEARLY_THE_SAME]
    return tuple(sorted(alike, key=lambda one: -one.likeness))


def like_earlier(line: Mapping[int, Fingerprint]) -> dict[int, LikeEarlier]:
    """Return those of several releases that are like one before them, by their places.

    They stay out, so that no later one is like them.
    """
    found: dict[int, LikeEarlier] = {}
    kept: dict[int, Fingerprint] = {}
    files: dict[str, int] = {}
    sharing: defaultdict[int, list[int]] = defaultdict(list)
    for place, one in line.items():
        shared = Counter(earlier for value in one.hashes for earlier in sharing[value])
        places = [earlier for earlier, _count in shared.most_common(_LOOKED_AT)]
        if one.file_sha256 in files:
            places.append(files[one.file_sha256])
        like = _most_alike(one, {earlier: kept[earlier] for earlier in places})
        if like is not None:
            found[place] = like
            continue
        kept[place], files[one.file_sha256] = one, place
        for value in one.hashes:
            sharing[value].append(place)
    return found


def _most_alike(wanted: Fingerprint, kept: Mapping[int, Fingerprint]) -> LikeEarlier | None:
    found = (
        LikeEarlier(
            place=place,
            likeness=likeness(wanted.text, one.text),
            same_file=one.file_sha256 == wanted.file_sha256,
        )
        for place, one in kept.items()
    )
    alike = [one for one in found if one.same_file or one.likeness >= NEARLY_THE_SAME]
    return max(alike, key=lambda one: one.likeness, default=None)
