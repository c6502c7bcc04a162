"""An entry as it stood on a day: what was done to its rows since is reversed, in a copy of them.

The copy is a catalogue in memory that holds the entry's rows and those they name, so that the
queries of today tell of the past too. Titles of other entries are those of that day; tags and posts
bear the labels of today.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import create_engine, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from db.base import Base
from db.engine import dbapi2
from db.errors import Refused
from db.models import LinkRule, Revision, RevisionEntry
from db.queries.acts import horizon
from db.queries.evidence import evidence_of_entry
from db.queries.sheets import entry_sheet
from db.rewinding import Rewound, entries_named, rewind, rewind_named
from db.rows.entries import EntrySheet
from db.rows.evidence import EvidenceRow
from db.rows.fields import FIELDS
from db.rows.standing import Standing
from db.terms import EntryKind


def last_act_before(session: Session, *, entry_id: int, moment: datetime) -> int:
    """Return the last act on an entry before an aware time; 0 where there is none."""
    found = session.execute(
        select(Revision.id)
        .join(RevisionEntry, RevisionEntry.revision_id == Revision.id)
        .where(RevisionEntry.entry_id == entry_id, Revision.at < moment)
        .order_by(Revision.id.desc())
        .limit(1)
    ).scalar()
    return found or 0


def as_it_stood(session: Session, *, entry_id: int, revision: int) -> Standing:
    """Return an entry as it stood once an act was done, be it in the catalogue today or not.

    Raises:
        Refused: ``act_before_horizon``.
    """
    line = horizon(session)
    if revision < line and _touched_before(session, entry_id, line) > revision:
        raise Refused("act_before_horizon")
    connection = session.connection()
    rewound = rewind(connection, entry_id, revision)
    rewind_named(connection, rewound, entries_named(rewound), revision)
    with _copy(session, rewound) as then:
        sheet = entry_sheet(then, entry_id)
        evidence = evidence_of_entry(then, entry_id) if sheet is not None else ()
    at = session.execute(select(Revision.at).where(Revision.id == revision)).scalar()
    return Standing(
        revision=revision,
        at=at,
        sheet=_counted(sheet, evidence) if sheet is not None else None,
        evidence=evidence,
    )


def _touched_before(session: Session, entry_id: int, line: int) -> int:
    """Return the last act on an entry up to the horizon; 0 where there is none."""
    acts = (
        select(RevisionEntry.revision_id)
        .where(RevisionEntry.entry_id == entry_id, RevisionEntry.revision_id <= line)
        .order_by(RevisionEntry.revision_id.desc())
        .limit(1)
    )
    return session.execute(acts).scalar() or 0


@contextmanager
def _copy(session: Session, rewound: Rewound) -> Generator[Session]:
    """Give a catalogue in memory that holds some rows, and the rules of links."""
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    try:
        with Session(engine) as then:
            connection = then.connection()
            Base.metadata.create_all(connection)
            rules = session.execute(select(LinkRule.__table__)).mappings().all()
            if rules:
                connection.execute(insert(LinkRule), [dict(rule) for rule in rules])
            for (table, _key), row in rewound.items():
                if row is not None:
                    names = ", ".join(f'"{name}"' for name in row)
                    marks = ", ".join("?" * len(row))
                    connection.exec_driver_sql(
                        f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})",
                        tuple(row.values()),
                    )
            yield then
    finally:
        engine.dispose()


def _counted(sheet: EntrySheet, evidence: tuple[EvidenceRow, ...]) -> EntrySheet:
    """Fill in what the write path derives, which no history keeps."""
    values = sheet.values
    first = next((field for field in FIELDS[sheet.kind] if field.choices), None)
    states = {EntryKind.MEETING: "standing", EntryKind.SOURCE: "reading_state"}
    return replace(
        sheet,
        subtype=values.get(first.name, "") if first and first.name != "review" else "",
        state=values.get(states.get(sheet.kind, ""), ""),
        evidence_count=len(evidence),
    )
