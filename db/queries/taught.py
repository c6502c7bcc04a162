"""The names that reviewing has taught: forms under which sources speak of entries."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Entry, Evidence, Name
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.terms import NameKind

_TAUGHT = (NameKind.VARIANT, NameKind.TRANSLITERATION, NameKind.TRANSLATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaughtName:
    """A further form of an entry's name, and how many sources use it."""

    id: int
    text: str
    kind: NameKind
    entry: EntryRef
    sources: int


def taught_names(session: Session, limit: int = 2000) -> tuple[TaughtName, ...]:
    """Return the names that stand on the words of a source, those learnt last first."""
    rows = session.execute(
        select(
            Name.id, Name.text, Name.kind, Name.entry_id, func.count(Evidence.source_id.distinct())
        )
        .join(Evidence, Evidence.name_id == Name.id)
        .join(Entry, Entry.id == Name.entry_id)
        .where(Name.kind.in_(_TAUGHT), ~Entry.trashed)
        .group_by(Name.id)
        .order_by(Name.id.desc())
        .limit(limit)
    ).all()
    refs = entry_refs(session, {entry for _id, _text, _kind, entry, _count in rows})
    return tuple(
        TaughtName(id=id_, text=text, kind=kind, entry=refs[entry], sources=count)
        for id_, text, kind, entry, count in rows
    )
