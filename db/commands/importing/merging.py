"""Entries that are here already: what the import says otherwise, and what is done about it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db.commands.importing.cited import Cited, FromCatalogue, FromImport
from db.commands.importing.rows import (
    OWN_VALUES,
    Values,
    claim_values,
    entry_values,
    figure_values,
    link_values,
    maybe,
    name_values,
    point_values,
    quotation_values,
    stage_values,
)
from db.commands.importing.things import Things
from db.models import (
    Entry,
    EntryTag,
    Evidence,
    Figure,
    FigureMember,
    Link,
    Name,
    Point,
    Quotation,
    Stage,
)
from db.queries.among import among
from db.rows.incoming import ForThoseHere
from db.rows.records.entries import EntryRecord, PlaceRecord
from db.rows.records.things import EvidenceRecord, FigureRecord, LinkRecord
from db.terms import EntryKind

_MODELS: Mapping[str, Any] = {
    "name": Name,
    "stage": Stage,
    "link": Link,
    "point": Point,
    "figure": Figure,
    "quotation": Quotation,
    "evidence": Evidence,
}
Key = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sort:
    """One sort of thing: its table, where records have it, its columns, and how one is added."""

    table: str
    member: str
    values: Callable[[Any, Cited], Values]
    add: Callable[[Things, int, EntryKind, Any], None]


_SORTS = (
    _Sort(
        table="stage",
        member="stages",
        values=stage_values,
        add=lambda things, entry, _kind, one: things.stage(entry, one),
    ),
    _Sort(
        table="name",
        member="names",
        values=name_values,
        add=lambda things, entry, _kind, one: things.name(entry, one),
    ),
    _Sort(
        table="link",
        member="links",
        values=link_values,
        add=lambda things, entry, kind, one: things.link(entry, kind, one),
    ),
    _Sort(
        table="point",
        member="points",
        values=point_values,
        add=lambda things, entry, _kind, one: things.point(entry, one),
    ),
    _Sort(
        table="figure",
        member="figures",
        values=figure_values,
        add=lambda things, entry, _kind, one: things.figure(one, entry_id=entry, point_id=None),
    ),
    _Sort(
        table="quotation",
        member="quotations",
        values=quotation_values,
        add=lambda things, entry, _kind, one: things.quotation(entry, one),
    ),
)
_OF_POINT = _Sort(
    table="figure",
    member="figures",
    values=figure_values,
    add=lambda things, point, _kind, one: things.figure(one, entry_id=None, point_id=point),
)


class Merging:
    """Compares an entry of the import with the one that is here, and makes it as is wanted."""

    def __init__(
        self,
        session: Session,
        things: Things,
        cited: FromImport,
        here: FromCatalogue,
        wanted: ForThoseHere,
    ) -> None:
        self._session, self._things, self._cited = session, things, cited
        self._here, self._wanted = here, wanted
        self._differs: Counter[str] = Counter()

    def merge(self, kind: EntryKind, given: EntryRecord, here: EntryRecord) -> dict[str, int]:
        """Return what differs: fields, and things with how many of them; nothing for the same."""
        self._differs = Counter()
        self._cited.stages.clear()
        self._merge_fields(kind, given, here)
        for sort in _SORTS:
            if hasattr(given, sort.member):
                self._merge_things(sort, here.id, kind, given, here)
        self._merge_tags(given, here)
        self._merge_claims("entry", here.id, given.evidence, here.evidence)
        return dict(self._differs)

    def _merge_fields(self, kind: EntryKind, given: EntryRecord, here: EntryRecord) -> None:
        for table, theirs, ours in (
            ("entry", entry_values(given), entry_values(here)),
            (kind.value, self._own(kind, given, self._cited), self._own(kind, here, self._here)),
        ):
            differing = {name: value for name, value in theirs.items() if value != ours[name]}
            for name in differing:
                if not name.endswith(("_earliest", "_latest")):
                    self._differs[name.removesuffix("_text").removesuffix("_id")] += 1
            wanted = {
                name: value
                for name, value in differing.items()
                if self._wanted == ForThoseHere.REPLACE or ours[name] in {None, ""}
            }
            if wanted and self._wanted != ForThoseHere.KEEP:
                columns = Entry.metadata.tables[table]
                self._session.execute(update(columns).where(columns.c.id == here.id).values(wanted))

    def _own(self, kind: EntryKind, entry: EntryRecord, cited: Cited) -> Values:
        own = OWN_VALUES[kind](entry, cited)
        if isinstance(entry, PlaceRecord):
            own["parent_id"] = maybe(cited, entry.parent)
        return own

    def _merge_things(
        self, sort: _Sort, owner: int, kind: EntryKind, given: object, here: object
    ) -> None:
        ours = {_key(sort.values(one, self._here)): one for one in getattr(here, sort.member)}
        theirs: set[Key] = set()
        for one in getattr(given, sort.member):
            key = _key(sort.values(one, self._cited))
            theirs.add(key)
            if key in ours:
                self._merge_parts(sort, kind, one, ours[key])
            elif not (isinstance(one, LinkRecord) and self._is_the_other_way(owner, one)):
                self._differs[sort.member] += 1
                if self._wanted != ForThoseHere.KEEP:
                    sort.add(self._things, owner, kind, one)
        self._remove(sort, [one.id for key, one in ours.items() if key not in theirs])

    def _merge_parts(self, sort: _Sort, kind: EntryKind, given: Any, here: Any) -> None:  # noqa: ANN401 - things of one sort
        if sort.table == "stage":
            self._cited.stages[given.id] = here.id
        if sort.table == "point":
            self._merge_things(_OF_POINT, here.id, kind, given, here)
        if sort.table == "figure":
            self._merge_members(given, here)
        self._merge_claims(sort.table, here.id, given.evidence, here.evidence)

    def _remove(self, sort: _Sort, ids: Sequence[int]) -> None:
        self._differs[sort.member] += len(ids)
        if ids and self._wanted == ForThoseHere.REPLACE:
            model = _MODELS[sort.table]
            self._session.execute(delete(model).where(model.id.in_(among(ids))))
        if not self._differs[sort.member]:
            del self._differs[sort.member]

    def _merge_members(self, given: FigureRecord, here: FigureRecord) -> None:
        theirs = {self._cited.entry(member) for member in given.members}
        ours = {self._here.entry(member) for member in here.members}
        if theirs == ours:
            return
        self._differs["members"] += len(theirs ^ ours)
        if self._wanted == ForThoseHere.KEEP:
            return
        self._things.members(here.id, theirs - ours)
        if self._wanted == ForThoseHere.REPLACE:
            self._session.execute(
                delete(FigureMember).where(
                    FigureMember.figure_id == here.id, FigureMember.entry_id.in_(ours - theirs)
                )
            )

    def _merge_tags(self, given: EntryRecord, here: EntryRecord) -> None:
        theirs, ours = {self._cited.tag(tag): tag for tag in given.tags}, set(here.tags)
        if theirs.keys() == ours:
            return
        self._differs["tags"] += len(theirs.keys() ^ ours)
        if self._wanted == ForThoseHere.KEEP:
            return
        for tag in theirs.keys() - ours:
            self._things.tag(here.id, theirs[tag])
        if self._wanted == ForThoseHere.REPLACE:
            self._session.execute(
                delete(EntryTag).where(
                    EntryTag.entry_id == here.id, EntryTag.tag_id.in_(ours - theirs.keys())
                )
            )

    def _merge_claims(
        self,
        target: str,
        id_: int,
        given: Sequence[EvidenceRecord],
        here: Sequence[EvidenceRecord],
    ) -> None:
        ours = {_claim_key(one, self._here): one.id for one in here}
        theirs = {_claim_key(one, self._cited): one for one in given}
        missing = [one for key, one in theirs.items() if key not in ours]
        extra = [id_ for key, id_ in ours.items() if key not in theirs]
        if missing or extra:
            self._differs["evidence"] += len(missing) + len(extra)
        if self._wanted != ForThoseHere.KEEP:
            self._things.claims(target, id_, missing)
        if extra and self._wanted == ForThoseHere.REPLACE:
            self._session.execute(delete(Evidence).where(Evidence.id.in_(extra)))

    def _is_the_other_way(self, owner: int, link: LinkRecord) -> bool:
        """Tell whether a symmetric link is here, begun at its other end."""
        if not self._things.is_symmetric(link):
            return False
        other = self._cited.entry(link.object or "")
        found = select(Link.id).where(
            Link.kind == link.kind.value, Link.subject_id == other, Link.object_id == owner
        )
        return self._session.scalars(found).first() is not None


def _key(values: Values) -> Key:
    return tuple(_without_place(values))


def _without_place(values: Values) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if name != "position":
            yield name, value


def _claim_key(claim: EvidenceRecord, cited: Cited) -> Key:
    spans = tuple((one.first, one.last, one.kind) for one in claim.passages)
    return (*claim_values(claim, cited).items(), ("passages", spans))
