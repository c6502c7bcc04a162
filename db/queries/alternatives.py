"""Facets of which an entry has one value: counted as if the query asked for none of theirs.

Who has chosen agreements still sees how many meetings there would be, and may choose these too.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.models import Agreement, Entry, Source
from db.queries.asking import ask
from db.queries.facets import STATED, ranked
from db.queries.lists import list_count
from db.rows.facets import FACETS, Facets
from db.rows.lists import ListSpec
from db.search.editing import choices_in, without_choice
from db.search.fields import FIELDS
from db.search.sql import Form

_COLUMNS: Mapping[str, ColumnElement[str]] = {
    "kind": Entry.__table__.c.kind,
    "type": Entry.__table__.c.subtype,
    "state": Entry.__table__.c.state,
    "review": Entry.__table__.c.review,
    "year": func.substr(Entry.__table__.c.sort_date, 1, 4),
}
_LANGUAGES = (
    (Source.__table__, Source.__table__.c.languages),
    (Agreement.__table__, Agreement.__table__.c.authentic_languages),
)


def with_alternatives(session: Session, spec: ListSpec, facets: Facets) -> Facets:
    """Return the counts of a list with those of the values that could be asked for instead.

    Raises:
        Interrupted: nobody waits for the counts any more.
    """
    values, totals = dict(facets.values), dict(facets.totals)
    for name in FACETS:
        asked = choices_in(spec.query, name) if FIELDS[name].collects else {}
        if asked:
            check_interrupted(session)
            wider = _without(spec, name, asked)
            counts = _languages(session, wider) if name == "lang" else _counts(session, wider, name)
            values[name] = ranked(name, counts)
            totals[name] = list_count(session, wider)
    return replace(facets, values=values, totals=totals)


def _without(spec: ListSpec, name: str, keys: Mapping[str, bool]) -> ListSpec:
    query = spec.query
    for key in keys:
        query = without_choice(query, name, key)
    if query.split()[-1:] != spec.query.split()[-1:]:
        query += " "  # a word that now stands last was finished, and does not go on
    return replace(spec, query=query)


def _counts(session: Session, spec: ListSpec, name: str) -> Counter[str]:
    column = _COLUMNS[name]
    stated = Entry.kind.in_(STATED) if name == "state" else true()
    rows = session.execute(
        select(column, func.count()).where(_listed(session, spec), stated).group_by(column)
    )
    return Counter({str(key): count for key, count in rows if key})


def _languages(session: Session, spec: ListSpec) -> Counter[str]:
    found = Counter[str]()
    for table, column in _LANGUAGES:
        rows = session.execute(
            select(column, func.count())
            .select_from(Entry)
            .join(table, table.c.id == Entry.id)
            .where(_listed(session, spec))
            .group_by(column)
        )
        for languages, count in rows:
            found.update(dict.fromkeys(languages.split(), count))
    return found


def _listed(session: Session, spec: ListSpec) -> ColumnElement[bool]:
    """Return whether a list shows an entry, so that an index may bring the entries."""
    home = Entry.trashed.is_(spec.trashed)
    kind = Entry.kind == spec.kind if spec.kind is not None else true()
    return and_(home, kind, ask(session, spec).condition(Form.SET))
