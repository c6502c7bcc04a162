"""Links with what stands at their ends, in words: for tables of them."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.queries.directory.reading import AnyRow

_AT_ONCE = 500
_LINKS = """
    SELECT l.id, s.reference AS subject, s.title AS subject_title, l.kind, l.named_as, l.post_as,
        l.object_kind, o.reference AS object, o.title AS object_title, b.reference AS behalf,
        b.title AS behalf_title, p.label_en, p.label_ru, l.acting, l.presence, l.number, l.mode,
        g.kind AS stage, g.date AS stage_date, l.since, l.until, l.position, l.note,
        (SELECT count(*) FROM evidence e WHERE e.link_id = l.id) AS evidence
    FROM link l
    JOIN entry s ON s.id = l.subject_id
    LEFT JOIN entry o ON o.id = l.object_id
    LEFT JOIN entry b ON b.id = l.on_behalf_of_id
    LEFT JOIN post p ON p.id = l.post_id
    LEFT JOIN stage g ON g.id = l.stage_id
    WHERE l.id > ? ORDER BY l.id LIMIT ?
"""


def stream_links(session: Session) -> Iterator[AnyRow]:
    """Yield all links, those of trashed entries too, in the order in which they were made."""
    last = 0
    while True:
        check_interrupted(session)
        found = session.connection().exec_driver_sql(_LINKS, (last, _AT_ONCE)).all()
        if not found:
            return
        yield from found
        last = found[-1].id
