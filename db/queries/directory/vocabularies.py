"""What entries share as records: subjects, posts, kinds of link, searches, noise, reports."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from db.queries.directory.reading import AnyRow, References, grouped, time_of
from db.rows.records.vocabularies import (
    LastNumber,
    LinkKindRecord,
    NoiseRecord,
    PostRecord,
    PrintedEntryRecord,
    PrintedReportRecord,
    SavedSearchRecord,
    TagRecord,
)
from db.terms import EntryKind, LinkKind

_BATCH = 50
"""Reports read at once: one may hold thousands of entries."""


def tag_records(session: Session) -> list[TagRecord]:
    """Return all subjects."""
    return [
        TagRecord(
            id=row.id,
            parent=row.parent_id,
            label_en=row.label_en,
            label_ru=row.label_ru,
            colour=row.colour,
            scope_note=row.scope_note,
            position=row.position,
        )
        for row in _all(session, "tag")
    ]


def post_records(session: Session) -> list[PostRecord]:
    """Return all posts."""
    return [
        PostRecord(id=row.id, label_en=row.label_en, label_ru=row.label_ru)
        for row in _all(session, "post")
    ]


def link_kind_records(session: Session) -> list[LinkKindRecord]:
    """Return the kinds of link with what they may join."""
    rules = session.connection().exec_driver_sql(
        "SELECT * FROM link_rule ORDER BY position, kind, subject_kind, object_kind"
    )
    return [
        LinkKindRecord(
            kind=LinkKind(row.kind),
            subject_kind=EntryKind(row.subject_kind),
            object_kind=EntryKind(row.object_kind),
            symmetric=bool(row.symmetric),
            label_en=row.label_en,
            label_ru=row.label_ru,
            inverse_en=row.inverse_en,
            inverse_ru=row.inverse_ru,
        )
        for row in rules
    ]


def search_records(session: Session) -> list[SavedSearchRecord]:
    """Return the saved searches."""
    return [
        SavedSearchRecord(
            id=row.id,
            name=row.name,
            query=row.query,
            kind=EntryKind(row.kind) if row.kind else None,
            sort=row.sort,
            descending=bool(row.descending),
            position=row.position,
        )
        for row in _all(session, "saved_search")
    ]


def noise_records(session: Session) -> list[NoiseRecord]:
    """Return the page furniture that was learnt."""
    rows = list(_all(session, "noise_pattern"))
    references = References(session.connection())
    references.learn(rows, "learnt_from")
    return [
        NoiseRecord(id=row.id, words=row.words, learnt_from=references.maybe(row.learnt_from))
        for row in rows
    ]


def stream_reports(session: Session) -> Iterator[PrintedReportRecord]:
    """Yield the printed reports with what they held."""
    connection = session.connection()
    rows = list(_all(session, "printed_report"))
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        held = connection.exec_driver_sql(
            "SELECT * FROM printed_report_entry WHERE report_id BETWEEN ? AND ? "
            "ORDER BY report_id, reference",
            (batch[0].id, batch[-1].id),
        )
        by_report = grouped(held, "report_id")
        yield from (_report(row, by_report.get(row.id, [])) for row in batch)


def last_references(session: Session) -> tuple[LastNumber, ...]:
    """Return the last number given to each kind of entry."""
    rows = session.connection().exec_driver_sql("SELECT * FROM reference_counter ORDER BY kind")
    return tuple(LastNumber(of=row.kind, last=row.last) for row in rows)


def last_ids(session: Session) -> tuple[LastNumber, ...]:
    """Return the last id given to the rows of each table that never gives one again."""
    rows = session.connection().exec_driver_sql(
        "SELECT name, seq FROM sqlite_sequence WHERE name <> 'index_word' ORDER BY name"
    )
    return tuple(LastNumber(of=row.name, last=row.seq) for row in rows)


def _all(session: Session, table: str) -> Iterator[AnyRow]:
    return iter(session.connection().exec_driver_sql(f"SELECT * FROM {table} ORDER BY id"))


def _report(row: AnyRow, held: list[AnyRow]) -> PrintedReportRecord:
    return PrintedReportRecord(
        id=row.id,
        country=row.country,
        printed_at=time_of(row.printed_at),
        act=row.revision_id,
        choices=row.choices,
        entries=tuple(
            PrintedEntryRecord(reference=entry.reference, version=entry.version) for entry in held
        ),
    )
