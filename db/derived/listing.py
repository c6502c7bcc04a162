"""What an entry shows in a list and is sorted by, read from its own tables."""

from dataclasses import dataclass

from sqlalchemy import Connection

from db.terms import EntryKind
from db.text.names import person_sort_name, sort_title, split_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The derived columns of one entry; ``sort_date`` is an ISO day or empty."""

    sort_title: str
    subtype: str = ""
    state: str = ""
    date_text: str = ""
    sort_date: str = ""
    body: str = ""


_DAY = "coalesce({0}_earliest, {0}_latest, '')"

_SIGNED_OR_LATEST = (
    "(SELECT {column} FROM stage s WHERE s.agreement_id = a.id AND s.date IS NOT NULL "
    "ORDER BY s.kind = 'signed' DESC, s.position DESC, s.id DESC LIMIT 1)"
)

_STATEMENTS = {
    EntryKind.SOURCE: "SELECT source_kind, reading_state, coalesce(published, ''), "
    f"{_DAY.format('published')}, publisher FROM source WHERE id = ?",
    EntryKind.AGREEMENT: "SELECT agreement_type, coalesce((SELECT kind FROM stage s "
    "WHERE s.agreement_id = a.id ORDER BY s.position DESC, s.id DESC LIMIT 1), ''), "
    f"coalesce({_SIGNED_OR_LATEST.format(column='date')}, ''), "
    f"coalesce({_SIGNED_OR_LATEST.format(column=_DAY.format('date'))}, ''), number "
    "FROM agreement a WHERE a.id = ?",
    EntryKind.MEETING: "SELECT meeting_kind, standing, coalesce(m.start, ''), "
    f"{_DAY.format('m.start')}, coalesce((SELECT coalesce(o.title, l.named_as) FROM link l "
    "LEFT JOIN entry o ON o.id = l.object_id WHERE l.subject_id = m.id "
    "AND l.kind = 'session_of' ORDER BY l.position, l.id LIMIT 1), '') "
    "FROM meeting m WHERE m.id = ?",
    EntryKind.PERSON: "SELECT '', '', coalesce(born, ''), "
    f"{_DAY.format('born')}, coalesce((SELECT post_as FROM link "
    "WHERE ((subject_id = p.id AND kind = 'holds_post') OR object_id = p.id) AND post_as <> '' "
    "ORDER BY kind = 'holds_post' DESC, coalesce(since_earliest, '') DESC, id DESC LIMIT 1), '') "
    "FROM person p WHERE p.id = ?",
    EntryKind.ORGANISATION: "SELECT organisation_kind, '', '', '', coalesce((SELECT e.title "
    "FROM link l JOIN entry e ON e.id = l.object_id WHERE l.subject_id = o.id "
    "AND l.kind IN ('part_of', 'branch_of') ORDER BY l.id LIMIT 1), '') "
    "FROM organisation o WHERE o.id = ?",
    EntryKind.PLACE: "SELECT place_kind, '', '', '', coalesce((SELECT e.title FROM entry e "
    "WHERE e.id = p.parent_id), '') FROM place p WHERE p.id = ?",
}


def listing_of(connection: Connection, entry: int, kind: EntryKind, title: str) -> Listing:
    """Return what a list shows of an entry."""
    row = connection.exec_driver_sql(_STATEMENTS[kind], (entry,)).first()
    if row is None:
        return Listing(sort_title=sort_title(title))
    subtype, state, date_text, sort_date, body = row
    return Listing(
        sort_title=_sort_title(connection, entry, kind, title),
        subtype=subtype,
        state=state,
        date_text=date_text,
        sort_date=sort_date,
        body=body,
    )


def _sort_title(connection: Connection, entry: int, kind: EntryKind, title: str) -> str:
    if kind != EntryKind.PERSON:
        return sort_title(title)
    names = connection.exec_driver_sql(
        "SELECT family_name, given_names FROM person WHERE id = ?", (entry,)
    ).one()
    if names.family_name:
        return person_sort_name(names.given_names, names.family_name)
    return person_sort_name(*split_name(title))
