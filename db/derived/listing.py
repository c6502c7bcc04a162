"""What an entry shows in a list and is sorted by, read from its own tables."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from db.derived.stored import Columns
from db.queries.faces import INCOMING
from db.terms import EntryKind
from db.text.names import person_sort_name, sort_title, split_name

_DAY = "coalesce({0}_earliest, {0}_latest, '')"

_SIGNED_OR_LATEST = (
    "(SELECT {column} FROM stage s WHERE s.agreement_id = t.id AND s.date IS NOT NULL "
    "ORDER BY s.kind = 'signed' DESC, s.position DESC, s.id DESC LIMIT 1)"
)

_POST = (
    "(SELECT post_as FROM ("
    "SELECT id, kind, post_as, since_earliest FROM link "
    "WHERE subject_id = t.id AND kind = 'holds_post' "
    "UNION ALL SELECT * FROM (SELECT id, kind, post_as, since_earliest FROM link "
    f"WHERE object_id = t.id ORDER BY id DESC LIMIT {INCOMING})"
    ") WHERE post_as <> '' "
    "ORDER BY kind = 'holds_post' DESC, coalesce(since_earliest, '') DESC, id DESC LIMIT 1)"
)

_COLUMNS = ("subtype", "state", "date_text", "sort_date", "body")
_STATEMENTS = {
    EntryKind.SOURCE: "SELECT t.id, source_kind, reading_state, coalesce(published, ''), "
    f"{_DAY.format('published')}, publisher FROM source t",
    EntryKind.AGREEMENT: "SELECT t.id, agreement_type, coalesce((SELECT kind FROM stage s "
    "WHERE s.agreement_id = t.id ORDER BY s.position DESC, s.id DESC LIMIT 1), ''), "
    f"coalesce({_SIGNED_OR_LATEST.format(column='date')}, ''), "
    f"coalesce({_SIGNED_OR_LATEST.format(column=_DAY.format('date'))}, ''), number "
    "FROM agreement t",
    EntryKind.MEETING: "SELECT t.id, meeting_kind, standing, coalesce(t.start, ''), "
    f"{_DAY.format('t.start')}, coalesce((SELECT coalesce(o.title, l.named_as) FROM link l "
    "LEFT JOIN entry o ON o.id = l.object_id WHERE l.subject_id = t.id "
    "AND l.kind = 'session_of' ORDER BY l.position, l.id LIMIT 1), '') FROM meeting t",
    EntryKind.PERSON: "SELECT t.id, '', '', coalesce(born, ''), "
    f"{_DAY.format('born')}, coalesce({_POST}, '') FROM person t",
    EntryKind.ORGANISATION: "SELECT t.id, organisation_kind, '', '', '', coalesce((SELECT e.title "
    "FROM link l JOIN entry e ON e.id = l.object_id WHERE l.subject_id = t.id "
    "AND l.kind IN ('part_of', 'branch_of') ORDER BY l.id LIMIT 1), '') FROM organisation t",
    EntryKind.PLACE: "SELECT t.id, place_kind, '', '', '', coalesce((SELECT e.title FROM entry e "
    "WHERE e.id = t.parent_id), '') FROM place t",
}


def listings(
    connection: Connection, kinds: Mapping[int, EntryKind], titles: Mapping[int, str]
) -> dict[int, Columns]:
    """Return what a list shows of entries, one query a kind; ``sort_date`` is a day or empty."""
    found: dict[int, Columns] = {}
    for kind in sorted(set(kinds.values())):
        these = json.dumps([entry for entry, its in kinds.items() if its == kind])
        names = _person_names(connection, these) if kind == EntryKind.PERSON else {}
        rows = connection.exec_driver_sql(
            f"{_STATEMENTS[kind]} WHERE t.id IN (SELECT value FROM json_each(?))", (these,)
        )
        for entry, *shown in rows:
            columns = dict(zip(_COLUMNS, shown, strict=True))
            sort_as = names.get(entry) or _sort_title(kind, titles[entry])
            found[entry] = {"sort_title": sort_as, **columns}
    return found


def _sort_title(kind: EntryKind, title: str) -> str:
    return person_sort_name(*split_name(title)) if kind == EntryKind.PERSON else sort_title(title)


def _person_names(connection: Connection, these: str) -> dict[int, str]:
    rows = connection.exec_driver_sql(
        "SELECT id, given_names, family_name FROM person WHERE family_name <> '' "
        "AND id IN (SELECT value FROM json_each(?))",
        (these,),
    )
    return {person: person_sort_name(given, family) for person, given, family in rows}
