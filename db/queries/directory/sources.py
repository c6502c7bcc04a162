"""What sources alone have as records, and the texts and files themselves."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.queries.directory.reading import AnyRow, References, grouped, rows_of, time_of
from db.rows.records.entries import PassageRecord
from db.rows.records.reading import DecisionRecord, ReadingRecord
from db.rows.records.stored import StoredFile, StoredText
from db.terms import PassageKind, Verdict

_FILES = """
    SELECT f.sha256, (SELECT s.file_name FROM source s WHERE s.file_sha256 = f.sha256
                      ORDER BY s.file_name = '', s.id LIMIT 1) AS name
    FROM file f ORDER BY f.sha256
"""
_TEXTS = """
    SELECT s.text_sha256, e.reference FROM source s JOIN entry e ON e.id = s.id
    WHERE s.text_sha256 IS NOT NULL ORDER BY length(e.reference), e.reference
"""
_TEXTS_LEFT = """
    SELECT t.sha256, NULL FROM source_text t
    WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.text_sha256 = t.sha256) ORDER BY t.sha256
"""


class SourceParts:
    """The passages and the reviewing of some sources, read together."""

    def __init__(
        self, connection: Connection, sources: Sequence[int], references: References
    ) -> None:
        self._references = references
        decisions = rows_of(connection, "decision", "source_id", sources)
        references.learn(decisions, "entry_id")
        self._decisions = grouped(decisions, "source_id")
        self._passages = grouped(rows_of(connection, "passage", "source_id", sources), "source_id")
        self._readings = grouped(
            rows_of(connection, "source_reading", "source_id", sources), "source_id"
        )

    def of(self, source: int) -> dict[str, Any]:
        """Return the members of a source's record."""
        readings = self._readings.get(source, ())
        return {
            "passages": tuple(map(_passage, self._passages.get(source, ()))),
            "reading": _reading(readings[0]) if readings else None,
            "decisions": tuple(map(self._decision, self._decisions.get(source, ()))),
        }

    def _decision(self, row: AnyRow) -> DecisionRecord:
        return DecisionRecord(
            id=row.id,
            key=row.key,
            line=row.line,
            verdict=Verdict(row.verdict),
            entry=self._references.maybe(row.entry_id),
        )


def stream_files(session: Session) -> Iterator[StoredFile]:
    """Yield all originals, one at a time."""
    connection = session.connection()
    for sha256, name in connection.exec_driver_sql(_FILES).yield_per(500):
        check_interrupted(session)
        content = connection.exec_driver_sql(
            "SELECT content FROM file WHERE sha256 = ?", (sha256,)
        ).scalar_one()
        yield StoredFile(sha256=sha256, name=name or "", content=bytes(content))


def stream_texts(session: Session) -> Iterator[StoredText]:
    """Yield the text of each source, one at a time, then those only the history knows."""
    connection = session.connection()
    for statement in (_TEXTS, _TEXTS_LEFT):
        for sha256, reference in connection.exec_driver_sql(statement).yield_per(500):
            check_interrupted(session)
            text = connection.exec_driver_sql(
                "SELECT text FROM source_text WHERE sha256 = ?", (sha256,)
            ).scalar_one()
            yield StoredText(sha256=sha256, reference=reference, text=text)


def _passage(row: AnyRow) -> PassageRecord:
    return PassageRecord(
        id=row.id,
        first=row.first,
        last=row.last,
        words=row.words,
        language=row.language,
        kind=PassageKind(row.kind),
    )


def _reading(row: AnyRow) -> ReadingRecord:
    return ReadingRecord(
        read_at=time_of(row.read_at),
        version=row.version,
        keys=tuple(json.loads(row.keys)),
        patterns=tuple(json.loads(row.patterns)),
    )
