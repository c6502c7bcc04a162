"""Documents: all the words of entries, as the full-text index takes them in."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from db.terms import EntryKind

_THESE = "(SELECT value FROM json_each(?1))"
_ENTRIES = (
    f"SELECT id, kind, reference, title, summary, note FROM entry WHERE id IN {_THESE} ORDER BY id"
)
_NAMES = f"SELECT entry_id, text FROM name WHERE entry_id IN {_THESE} ORDER BY entry_id, id"
_OWN_WORDS = f"""
    SELECT entry_id, wording FROM point WHERE entry_id IN {_THESE}
    UNION ALL SELECT entry_id, words FROM quotation WHERE entry_id IN {_THESE}
    UNION ALL SELECT entry_id, unit FROM figure WHERE entry_id IN {_THESE}
    UNION ALL SELECT subject_id, named_as FROM link WHERE subject_id IN {_THESE}
    UNION ALL SELECT subject_id, post_as FROM link WHERE subject_id IN {_THESE}
"""
_SOURCES = f"""
    SELECT s.id, t.text, s.publisher, s.byline FROM source s
    LEFT JOIN source_text t ON t.sha256 = s.text_sha256 WHERE s.id IN {_THESE}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The words of one entry; no phrase runs over from one string into the next."""

    id: int
    kind: EntryKind
    reference: str
    title: str
    names: tuple[str, ...]
    body: tuple[str, ...]
    text: str
    """The text of a source; it stands in ``body`` too."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """The title and all further names."""
        return (self.title, *self.names)


def documents(connection: Connection, ids: Iterable[int]) -> list[Document]:
    """Return the words of entries, in a fixed number of queries; those not there are left out."""
    these = (json.dumps(list(ids)),)
    entries = connection.exec_driver_sql(_ENTRIES, these).all()
    names: defaultdict[int, list[str]] = defaultdict(list)
    body: defaultdict[int, list[str]] = defaultdict(list)
    texts: dict[int, str] = {}
    for entry, text in connection.exec_driver_sql(_NAMES, these):
        names[entry].append(text)
    for entry, text in connection.exec_driver_sql(_OWN_WORDS, these):
        if text:
            body[entry].append(text)
    for entry, text, publisher, byline in connection.exec_driver_sql(_SOURCES, these):
        texts[entry] = text or ""
        body[entry].extend(part for part in (text, publisher, byline) if part)
    return [
        Document(
            id=row.id,
            kind=EntryKind(row.kind),
            reference=row.reference,
            title=row.title,
            names=tuple(names[row.id]),
            body=tuple(filter(None, (row.summary, row.note, *body[row.id]))),
            text=texts.get(row.id, ""),
        )
        for row in entries
    ]
