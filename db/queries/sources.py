"""A source's page: its text, its marks, and what was made from it."""

from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Passage, Source, SourceText
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.rows.evidence import PassageRow, Span

_MADE_FROM = text(
    """
    WITH claims AS (SELECT * FROM evidence WHERE source_id = :source),
    made AS (
        SELECT entry_id AS entry FROM claims WHERE entry_id IS NOT NULL
        UNION ALL SELECT n.entry_id FROM claims c JOIN name n ON n.id = c.name_id
        UNION ALL SELECT s.agreement_id FROM claims c JOIN stage s ON s.id = c.stage_id
        UNION ALL SELECT l.subject_id FROM claims c JOIN link l ON l.id = c.link_id
        UNION ALL SELECT l.object_id FROM claims c JOIN link l ON l.id = c.link_id
        UNION ALL SELECT l.on_behalf_of_id FROM claims c JOIN link l ON l.id = c.link_id
        UNION ALL SELECT p.entry_id FROM claims c JOIN point p ON p.id = c.point_id
        UNION ALL SELECT f.entry_id FROM claims c JOIN figure f ON f.id = c.figure_id
        UNION ALL SELECT p.entry_id FROM claims c JOIN figure f ON f.id = c.figure_id
            JOIN point p ON p.id = f.point_id
        UNION ALL SELECT q.entry_id FROM claims c JOIN quotation q ON q.id = c.quotation_id
        UNION ALL SELECT l.object_id FROM link l WHERE l.subject_id = :source
    )
    SELECT m.entry, count(*) FROM made m JOIN entry e ON e.id = m.entry
    WHERE m.entry <> :source AND e.trashed = 0 GROUP BY m.entry ORDER BY e.kind, e.sort_title
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The text of a source with its marks; offsets count code points of ``text``."""

    ref: EntryRef
    text: str
    passages: tuple[PassageRow, ...]
    made_from: tuple[tuple[EntryRef, int], ...]
    """Each entry that stands on this source, with how many claims it has from it."""
    file_name: str
    format: str
    encoding: str
    reader: str
    reader_version: str
    sha256: str


def source_page(session: Session, source_id: int) -> SourcePage | None:
    """Return the page of a source, or None where there is none."""
    row = session.execute(
        select(
            Source.file_name,
            Source.format,
            Source.encoding,
            Source.reader,
            Source.reader_version,
            Source.file_sha256,
            SourceText.text,
        )
        .outerjoin(SourceText, SourceText.sha256 == Source.text_sha256)
        .where(Source.id == source_id)
    ).first()
    if row is None:
        return None
    made = session.execute(_MADE_FROM, {"source": source_id}).all()
    refs = entry_refs(session, [source_id, *(entry for entry, _count in made)])
    return SourcePage(
        ref=refs[source_id],
        text=row.text or "",
        passages=passages_of(session, source_id),
        made_from=tuple((refs[entry], count) for entry, count in made),
        file_name=row.file_name,
        format=row.format,
        encoding=row.encoding,
        reader=row.reader,
        reader_version=row.reader_version,
        sha256=row.file_sha256 or "",
    )


def passages_of(session: Session, source_id: int) -> tuple[PassageRow, ...]:
    """Return the marked passages of a source, in the order of its text."""
    rows = session.scalars(
        select(Passage)
        .where(Passage.source_id == source_id)
        .order_by(Passage.first, Passage.last, Passage.id)
    )
    return tuple(
        PassageRow(
            id=row.id,
            source_id=row.source_id,
            span=Span(first=row.first, last=row.last),
            words=row.words,
            kind=row.kind,
        )
        for row in rows
    )


def original(session: Session, source_id: int) -> bytes | None:
    """Return the bytes a source came as."""
    return session.execute(
        text(
            "SELECT f.content FROM source s JOIN file f ON f.sha256 = s.file_sha256 "
            "WHERE s.id = :source"
        ),
        {"source": source_id},
    ).scalar()
