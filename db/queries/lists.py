"""Lists of entries: the ids in order first, then lines by page."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, and_, func, or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import Entry, EntryCountry, EntryTag, Tag
from db.rows.entries import EntryLine
from db.search.words import match_text, parts_of
from db.terms import EntryKind, ReadingState, Strength

SORTS: dict[str, InstrumentedAttribute[str]] = {
    "title": Entry.sort_title,
    "date": Entry.sort_date,
    "reference": Entry.reference,
    "state": Entry.state,
    "type": Entry.subtype,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """What a list shows: the kind, what it is narrowed by, and its order.

    Years are those of the date a list shows (published, signed, held); ``tags`` are any-of and
    bring their narrower tags along; ``countries`` are any-of, at the strengths party and people.
    """

    kind: EntryKind | None = None
    typed: str = ""
    countries: tuple[str, ...] = ()
    tags: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    inbox: bool = False
    trashed: bool = False
    conflicts: bool = False
    gaps: bool = False
    sort: str = "title"
    descending: bool = False


def list_ids(session: Session, spec: ListSpec) -> "array[int]":
    """Return the ids of all lines in order, 8 bytes a line; undated ones come last by date."""
    conditions = [_conditions(session, spec)]
    if spec.sort == "date" and not spec.descending:
        # the empty text of an undated entry would sort first
        conditions = [
            conditions[0] & (Entry.sort_date != ""),
            conditions[0] & (Entry.sort_date == ""),
        ]
    found = array("q")
    for condition in conditions:
        found.extend(_ids_in_order(session, spec, condition))
    return found


def _ids_in_order(
    session: Session, spec: ListSpec, condition: ColumnElement[bool]
) -> Iterator[int]:
    """Read the ids as one text, which is three times as fast as row by row."""
    key = SORTS[spec.sort]
    order = (key.desc(), Entry.id.desc()) if spec.descending else (key, Entry.id)
    ordered = select(Entry.id).where(condition).order_by(*order).subquery()
    text = session.execute(select(func.group_concat(ordered.c.id, " "))).scalar()
    return map(int, (text or "").split())


def list_count(session: Session, spec: ListSpec) -> int:
    """Return how many lines a list has."""
    return session.execute(
        select(func.count(Entry.id)).where(_conditions(session, spec))
    ).scalar_one()


def _conditions(session: Session, spec: ListSpec) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [Entry.trashed.is_(spec.trashed)]
    if spec.kind is not None:
        conditions.append(Entry.kind == spec.kind)
    if spec.inbox:
        conditions.append(Entry.state == ReadingState.INBOX)
    if spec.types:
        conditions.append(Entry.subtype.in_(spec.types))
    if spec.states:
        conditions.append(Entry.state.in_(spec.states))
    if spec.conflicts:
        conditions.append(Entry.conflict_count > 0)
    if spec.gaps:
        conditions.append(Entry.gap_count > 0)
    conditions.extend(_by_country(spec))
    conditions.extend(_by_tag(session, spec))
    conditions.extend(_by_year(spec))
    conditions.extend(_by_words(spec))
    return and_(*conditions)


def _by_country(spec: ListSpec) -> list[ColumnElement[bool]]:
    if not spec.countries:
        return []
    return [
        Entry.id.in_(
            select(EntryCountry.entry_id).where(
                EntryCountry.code.in_(spec.countries),
                EntryCountry.strength <= Strength.OF_ITS_PEOPLE,
            )
        )
    ]


def _by_tag(session: Session, spec: ListSpec) -> list[ColumnElement[bool]]:
    if not spec.tags:
        return []
    tags = with_narrower(session, spec.tags)
    return [Entry.id.in_(select(EntryTag.entry_id).where(EntryTag.tag_id.in_(tags)))]


def with_narrower(session: Session, tags: Sequence[int]) -> set[int]:
    """Return tags with all tags below them."""
    below = select(Tag.id).where(Tag.id.in_(tags)).cte("below", recursive=True)
    below = below.union(select(Tag.id).where(Tag.parent_id == below.c.id))
    return set(session.execute(select(below.c.id)).scalars())


def _by_year(spec: ListSpec) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if spec.year_from is not None:
        conditions.append(Entry.sort_date >= f"{spec.year_from:04}")
    if spec.year_to is not None:
        conditions.extend((Entry.sort_date < f"{spec.year_to + 1:04}", Entry.sort_date != ""))
    return conditions


def _by_words(spec: ListSpec) -> list[ColumnElement[bool]]:
    match = match_text(parts_of(spec.typed))
    if not match:
        return []
    found = text("entry.id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH :match)")
    return [or_(found.bindparams(match=match))]


def list_lines(session: Session, ids: Sequence[int]) -> list[EntryLine]:
    """Return the lines of a page, in the order of the ids; ids no longer there are left out."""
    rows = session.execute(
        select(
            Entry.id,
            Entry.kind,
            Entry.reference,
            Entry.title,
            Entry.subtype,
            Entry.state,
            Entry.date_text,
            Entry.body,
            Entry.country_codes,
            Entry.review,
            Entry.evidence_count,
            Entry.gap_count,
            Entry.conflict_count,
        ).where(Entry.id.in_(ids))
    )
    found = {row["id"]: EntryLine(**row) for row in rows.mappings()}
    for entry, colours in _tag_colours(session, ids).items():
        found[entry] = replace(found[entry], tag_colours=colours)
    return [found[entry] for entry in ids if entry in found]


def _tag_colours(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    rows = session.execute(
        select(EntryTag.entry_id, Tag.colour)
        .join(Tag, Tag.id == EntryTag.tag_id)
        .where(EntryTag.entry_id.in_(ids), Tag.colour != "")
        .order_by(EntryTag.entry_id, Tag.position, Tag.id)
    )
    colours: dict[int, tuple[str, ...]] = {}
    for entry, colour in rows:
        colours[entry] = (*colours.get(entry, ()), colour)
    return colours


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the sidebar counts."""

    kinds: dict[EntryKind, int]
    inbox: int
    trash: int
    conflicts: int
    gaps: int


def sidebar_counts(session: Session) -> Counts:
    """Count the entries of each kind, the inbox, the trash and the two boards."""
    kinds = session.execute(
        select(Entry.kind, func.count().label("number")).where(~Entry.trashed).group_by(Entry.kind)
    ).all()
    return Counts(
        kinds=dict.fromkeys(EntryKind, 0) | {row.kind: row.number for row in kinds},
        inbox=list_count(session, ListSpec(kind=EntryKind.SOURCE, inbox=True)),
        trash=list_count(session, ListSpec(trashed=True)),
        conflicts=list_count(session, ListSpec(conflicts=True)),
        gaps=list_count(session, ListSpec(gaps=True)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterValues:
    """What a list can be narrowed by, each with how many entries it leaves."""

    countries: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def filter_values(session: Session, kind: EntryKind) -> FilterValues:
    """Return the countries, types, states and years that entries of a kind have."""
    return FilterValues(
        countries=tuple(
            (row.code, row.number)
            for row in session.execute(
                select(EntryCountry.code, func.count().label("number"))
                .where(
                    EntryCountry.kind == kind,
                    ~EntryCountry.trashed,
                    EntryCountry.strength <= Strength.OF_ITS_PEOPLE,
                )
                .group_by(EntryCountry.code)
                .order_by(func.count().desc(), EntryCountry.code)
            )
        ),
        types=_values(session, kind, Entry.subtype),
        states=_values(session, kind, Entry.state),
        years=_values(session, kind, func.substr(Entry.sort_date, 1, 4)),
    )


def _values(
    session: Session, kind: EntryKind, key: ColumnElement[str] | InstrumentedAttribute[str]
) -> tuple[tuple[str, int], ...]:
    rows = session.execute(
        select(key, func.count())
        .where(Entry.kind == kind, ~Entry.trashed, key != "")
        .group_by(key)
        .order_by(key)
    )
    return tuple((value, count) for value, count in rows)
