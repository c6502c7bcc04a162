"""All acts, the newest first, in pages: among a million, none counts or skips those before it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.models import Entry, Revision, RevisionEntry
from db.queries.among import among
from db.queries.references import entry_refs
from db.rows.acts import HORIZON, ActRow, ActsPage, ActsWanted
from db.rows.entries import EntryRef
from db.terms import RevisionState
from db.text.folding import fold

PAGE = 200
_LOOKED_AT_ONCE = 2_000


def acts_page(
    session: Session, wanted: ActsWanted, *, below: int | None = None, size: int = PAGE
) -> ActsPage:
    """Return the newest of the acts that are wanted and older than `below`."""
    ids = list(_ids(session, wanted, below, size))
    return ActsPage(
        rows=acts_of(session, ids),
        below=ids[-1] if len(ids) == size else None,
        horizon=horizon(session),
    )


def acts_of(session: Session, ids: Collection[int]) -> tuple[ActRow, ...]:
    """Return acts by their ids, the newest first."""
    found = session.scalars(
        select(Revision).where(Revision.id.in_(among(list(ids)))).order_by(Revision.id.desc())
    )
    return with_standing(session, [act_row(revision) for revision in found])


def act_row(revision: Revision) -> ActRow:
    """Return an act as a row, without what was done to it later."""
    return ActRow(
        revision=revision.id,
        at=revision.at,
        who=revision.who,
        act=revision.act,
        about=revision.about,
        state=revision.state,
        program=revision.program,
        steps=revision.steps_id,
    )


def with_standing(session: Session, rows: Sequence[ActRow]) -> tuple[ActRow, ...]:
    """Return acts with whether they were taken back."""
    gone = _taken_back(session, [row.revision for row in rows])
    return tuple(replace(row, is_taken_back=row.revision in gone) for row in rows)


def horizon(session: Session) -> int:
    """Return the last act that can't be undone any more; 0 where all can."""
    line = (
        select(Revision.id)
        .where(Revision.state == RevisionState.STEP, Revision.act == HORIZON)
        .order_by(Revision.id.desc())
        .limit(1)
    )
    return session.execute(line).scalar() or 0


def entry_of_act(session: Session, revision: int) -> EntryRef | None:
    """Return the entry an act was done to: of several, the one that it is named after."""
    about = select(Revision.about).where(Revision.id == revision).scalar_subquery()
    found = session.execute(
        select(Entry.id)
        .join(RevisionEntry, RevisionEntry.entry_id == Entry.id)
        .where(RevisionEntry.revision_id == revision)
        .order_by((Entry.title == about).desc(), Entry.id)
        .limit(1)
    ).scalar()
    return None if found is None else entry_refs(session, [found]).get(found)


def _ids(session: Session, wanted: ActsWanted, below: int | None, size: int) -> Iterator[int]:
    query = select(Revision.id).where(*_conditions(wanted, below)).order_by(Revision.id.desc())
    words = fold(wanted.words).split()
    if not words:
        yield from session.scalars(query.limit(size))
        return
    # what people type is folded in all scripts, which SQLite does not do: so it is looked at here
    rows = session.execute(
        query.add_columns(Revision.about, Revision.who),
        execution_options={"yield_per": _LOOKED_AT_ONCE},
    )
    found = 0
    for revision, about, who in rows:
        check_interrupted(session)
        if _holds(f"{about} {who}", words):
            yield revision
            found += 1
            if found == size:
                break
    rows.close()


def _conditions(wanted: ActsWanted, below: int | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if below is not None:
        conditions.append(Revision.id < below)
    if wanted.key:
        conditions.append(Revision.act == wanted.key)
    if wanted.since is not None:
        conditions.append(Revision.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(Revision.at < wanted.until)
    return conditions


def _holds(text: str, words: Sequence[str]) -> bool:
    there = fold(text)
    return all(word in there for word in words)


def _taken_back(session: Session, ids: Collection[int]) -> set[int]:
    """Return those of some acts that a later act took back which itself stands."""
    if not ids:
        return set()
    rows = session.execute(
        select(Revision.id, Revision.steps_id, Revision.state).where(
            Revision.steps_id.in_(among(list(ids)))  # of the state SQLite would make too much
        )
    )
    takers = [(row.id, row.steps_id) for row in rows if row.state == RevisionState.DONE]
    again = _taken_back(session, [taker for taker, _taken in takers])
    return {taken for taker, taken in takers if taken is not None and taker not in again}
