"""Where the review of a source stands, which noise was learnt, and which names are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models import Decision, NoisePattern, Source, SourceText
from db.queries import plain
from db.queries.plain import Progress
from db.rows.suggestions import Decision as DecisionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseRow:
    """A learnt line of page furniture, and in how many sources it was met."""

    id: int
    words: str
    learnt_from: int | None
    met: int


def decisions_of(session: Session, source_id: int) -> tuple[DecisionRow, ...]:
    """Return what was decided on the suggestions of a source."""
    rows = session.scalars(
        select(Decision).where(Decision.source_id == source_id).order_by(Decision.id)
    )
    return tuple(
        DecisionRow(key=row.key, line=row.line, verdict=row.verdict, entry_id=row.entry_id)
        for row in rows
    )


def progress_of(session: Session, source_ids: Iterable[int]) -> Mapping[int, Progress]:
    """Return how far each source that has been read is reviewed."""
    return plain.progress_of(plain.of_session(session), source_ids)


def text_of(session: Session, source_id: int) -> str:
    """Return the text of a source, empty where it has none."""
    return (
        session.execute(
            select(SourceText.text)
            .join(Source, Source.text_sha256 == SourceText.sha256)
            .where(Source.id == source_id)
        ).scalar()
        or ""
    )


def noise_patterns(session: Session) -> frozenset[str]:
    """Return the patterns of all learnt lines."""
    return frozenset(session.scalars(select(NoisePattern.words)))


def learnt_noise(session: Session) -> tuple[NoiseRow, ...]:
    """Return the learnt lines in alphabetical order, with how often each was met."""
    rows = session.execute(
        text(
            "WITH met AS (SELECT p.value AS words, count(*) AS times FROM source_reading r, "
            "json_each(r.patterns) p GROUP BY p.value) "
            "SELECT n.id, n.words, n.learnt_from, coalesce(m.times, 0) AS met "
            "FROM noise_pattern n LEFT JOIN met m ON m.words = n.words ORDER BY n.words"
        )
    )
    return tuple(
        NoiseRow(id=row.id, words=row.words, learnt_from=row.learnt_from, met=row.met)
        for row in rows
    )
