"""What belongs to entries as records: names, stages, links, points, figures, quotations."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from db.queries.directory.evidence import Claims
from db.queries.directory.reading import AnyRow, References, grouped, rows_of
from db.rows.records.things import (
    EvidenceRecord,
    FigureRecord,
    LinkRecord,
    NameRecord,
    PointRecord,
    QuotationRecord,
    StageRecord,
)
from db.terms import (
    Bound,
    EntryKind,
    FigureState,
    LinkKind,
    Mode,
    NameKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)

T = TypeVar("T")

_OWNED = {
    "name": "entry_id",
    "stage": "agreement_id",
    "link": "subject_id",
    "point": "entry_id",
    "quotation": "entry_id",
}
_CITING = {
    "stage": ("place_id", "meeting_id", "party_id"),
    "link": ("object_id", "on_behalf_of_id"),
    "point": ("owed_by_id", "owed_to_id"),
    "figure": ("speaker_id",),
    "quotation": ("speaker_id",),
}


class Things:
    """All that belongs to some entries, read together in a fixed number of queries."""

    def __init__(
        self, connection: Connection, entries: Sequence[int], references: References
    ) -> None:
        self._references = references
        rows = {
            table: rows_of(connection, table, column, entries) for table, column in _OWNED.items()
        }
        of_points = rows_of(connection, "figure", "point_id", _ids(rows["point"]))
        of_entries = rows_of(connection, "figure", "entry_id", entries)
        rows["figure"] = [*of_entries, *of_points]
        for table, columns in _CITING.items():
            references.learn(rows[table], *columns)
        members = rows_of(connection, "figure_member", "figure_id", _ids(rows["figure"]))
        references.learn(members, "entry_id")
        self._members = grouped(members, "figure_id")
        self._rows = {
            table: grouped(found, _OWNED[table]) for table, found in rows.items() if table in _OWNED
        }
        self._figures = grouped(of_entries, "entry_id")
        self._figures_of_points = grouped(of_points, "point_id")
        targets = {"entry": entries, **{table: _ids(found) for table, found in rows.items()}}
        self._claims = Claims(connection, targets, references)

    def evidence(self, entry: int) -> tuple[EvidenceRecord, ...]:
        """Return the evidence for an entry and its fields."""
        return self._claims.of("entry", entry)

    def names(self, entry: int) -> tuple[NameRecord, ...]:
        """Return the further names of an entry."""
        return self._all("name", entry, self._name)

    def stages(self, entry: int) -> tuple[StageRecord, ...]:
        """Return the stages of an agreement."""
        return self._all("stage", entry, self._stage)

    def links(self, entry: int) -> tuple[LinkRecord, ...]:
        """Return the links an entry is the subject of."""
        return self._all("link", entry, self._link)

    def points(self, entry: int) -> tuple[PointRecord, ...]:
        """Return the points of an entry, with their figures."""
        return self._all("point", entry, self._point)

    def figures(self, entry: int) -> tuple[FigureRecord, ...]:
        """Return the figures of an entry that are of no point."""
        return tuple(map(self._figure, self._figures.get(entry, ())))

    def quotations(self, entry: int) -> tuple[QuotationRecord, ...]:
        """Return the quotations of an entry."""
        return self._all("quotation", entry, self._quotation)

    def _all(self, table: str, entry: int, made: Callable[[AnyRow], T]) -> tuple[T, ...]:
        return tuple(map(made, self._rows[table].get(entry, ())))

    def _name(self, row: AnyRow) -> NameRecord:
        return NameRecord(
            id=row.id,
            text=row.text,
            language=row.language,
            script=row.script,
            kind=NameKind(row.kind),
            evidence=self._claims.of("name", row.id),
        )

    def _stage(self, row: AnyRow) -> StageRecord:
        maybe = self._references.maybe
        return StageRecord(
            id=row.id,
            kind=StageKind(row.kind),
            date=row.date or "",
            place=maybe(row.place_id),
            meeting=maybe(row.meeting_id),
            party=maybe(row.party_id),
            position=row.position,
            note=row.note,
            evidence=self._claims.of("stage", row.id),
        )

    def _link(self, row: AnyRow) -> LinkRecord:
        maybe = self._references.maybe
        return LinkRecord(
            id=row.id,
            kind=LinkKind(row.kind),
            object=maybe(row.object_id),
            object_kind=EntryKind(row.object_kind),
            on_behalf_of=maybe(row.on_behalf_of_id),
            stage=row.stage_id,
            named_as=row.named_as,
            post_as=row.post_as,
            post=row.post_id,
            acting=bool(row.acting),
            presence=Presence(row.presence),
            number=row.number,
            mode=Mode(row.mode),
            since=row.since or "",
            until=row.until or "",
            position=row.position,
            note=row.note,
            evidence=self._claims.of("link", row.id),
        )

    def _point(self, row: AnyRow) -> PointRecord:
        maybe = self._references.maybe
        return PointRecord(
            id=row.id,
            kind=PointKind(row.kind),
            wording=row.wording,
            owed_by=maybe(row.owed_by_id),
            owed_to=maybe(row.owed_to_id),
            due=row.due or "",
            position=row.position,
            figures=tuple(map(self._figure, self._figures_of_points.get(row.id, ()))),
            evidence=self._claims.of("point", row.id),
        )

    def _figure(self, row: AnyRow) -> FigureRecord:
        members = self._members.get(row.id, ())
        return FigureRecord(
            id=row.id,
            number=row.number,
            unit=row.unit,
            bound=Bound(row.bound),
            period=row.period or "",
            state=FigureState(row.state),
            speaker=self._references.maybe(row.speaker_id),
            is_count=bool(row.is_count),
            position=row.position,
            members=tuple(self._references.of(member.entry_id) for member in members),
            evidence=self._claims.of("figure", row.id),
        )

    def _quotation(self, row: AnyRow) -> QuotationRecord:
        return QuotationRecord(
            id=row.id,
            speaker=self._references.maybe(row.speaker_id),
            speaker_as=row.speaker_as,
            words=row.words,
            mode=QuotationMode(row.mode),
            position=row.position,
            evidence=self._claims.of("quotation", row.id),
        )


def _ids(rows: Iterable[AnyRow]) -> list[int]:
    return [row.id for row in rows]
