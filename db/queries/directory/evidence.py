"""Evidence as records, by the thing it is about."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from db.queries.directory.reading import AnyRow, Grouped, References, grouped, rows_of
from db.rows.records.things import EvidenceRecord, SpanRecord
from db.terms import How, PassageKind

_SPANS = """
    SELECT ep.evidence_id, ep.position, p.first, p.last, p.words, p.kind
    FROM json_each(?) wanted
    CROSS JOIN evidence_passage ep ON ep.evidence_id = wanted.value
    CROSS JOIN passage p ON p.id = ep.passage_id
    ORDER BY ep.evidence_id, ep.position, p.first, p.id
"""


class Claims:
    """The evidence for some things, read together; ``things`` are their ids by ``TARGETS``."""

    def __init__(
        self, connection: Connection, things: Mapping[str, Iterable[int]], references: References
    ) -> None:
        self._references = references
        rows = {
            target: rows_of(connection, "evidence", f"{target}_id", ids)
            for target, ids in things.items()
        }
        self._by_target = {target: grouped(found, f"{target}_id") for target, found in rows.items()}
        everything = [row for found in rows.values() for row in found]
        references.learn(everything, "source_id", "attributed_to_id")
        self._spans = _spans(connection, everything)

    def of(self, target: str, id_: int) -> tuple[EvidenceRecord, ...]:
        """Return the evidence for a thing."""
        return tuple(self._record(row) for row in self._by_target[target].get(id_, ()))

    def _record(self, row: AnyRow) -> EvidenceRecord:
        return EvidenceRecord(
            id=row.id,
            source=self._references.of(row.source_id),
            field=row.field,
            value=row.value,
            as_stated=row.as_stated,
            how=How(row.how),
            attributed_as=row.attributed_as,
            attributed_to=self._references.maybe(row.attributed_to_id),
            reason=row.reason,
            passages=tuple(map(_span, self._spans.get(row.id, ()))),
        )


def _spans(connection: Connection, claims: Sequence[AnyRow]) -> Grouped:
    ids = json.dumps([row.id for row in claims])
    return grouped(connection.exec_driver_sql(_SPANS, (ids,)), "evidence_id")


def _span(row: AnyRow) -> SpanRecord:
    return SpanRecord(
        first=row.first,
        last=row.last,
        words=row.words,
        kind=PassageKind(row.kind),
        position=row.position,
    )
