"""Parts: which derived values a change can touch, known by its table, its columns and its end.

A new note leaves the countries of an entry as they are, and a new link the title of a country. What
is not named here may touch everything.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection

from db.history import Image, RowChange
from db.owners import Owned
from db.rows.fields import FIELDS
from db.terms import EntryKind

LISTING = 1
"""What it shows in a list and is sorted by."""
TITLE = 2
"""What others show of its title."""
COUNTRIES = 4
TALLY = 8
"""Its claims, gaps and conflicts."""
FACETS = 16
"""Its tokens; they are written too where a listing or countries turn out otherwise."""
TRASHED = 32
"""Whether its countries count."""
ALL = LISTING | COUNTRIES | TALLY | FACETS
WHOLE = ALL | TITLE | TRASHED

_LISTED = {
    "source": "source_kind reading_state published published_earliest published_latest publisher",
    "agreement": "agreement_type number",
    "meeting": "meeting_kind standing start start_earliest start_latest",
    "person": "family_name given_names born born_earliest born_latest",
    "organisation": "organisation_kind",
    "place": "place_kind parent_id",
}
_PLACED = {"meeting": "place_id", "place": "place_kind code parent_id"}
_COUNTED = {"source": "languages", "agreement": "authentic_languages"}
_SHARED = {
    "title": LISTING | TITLE | TALLY,
    "summary": TALLY,
    "note": TALLY,
    "review": TALLY | FACETS,
    "trashed": TRASHED,
}


def _of_kind(kind: EntryKind) -> dict[str, int]:
    found = {field.attribute: TALLY for field in FIELDS[kind]}
    for columns, part in ((_LISTED, LISTING), (_PLACED, COUNTRIES), (_COUNTED, FACETS)):
        for column in columns.get(kind, "").split():
            found[column] = found.get(column, 0) | part
    return found


_BY_COLUMN: Mapping[str, Mapping[str, int]] = {
    "entry": _SHARED,
    **{kind.value: _of_kind(kind) for kind in EntryKind},
}
"""By the changed columns of an entry's own rows; the others touch nothing."""

_BY_END: Mapping[str, Mapping[str, int]] = {
    "decision": {"source_id": 0},
    "entry_tag": {"entry_id": FACETS},
    "evidence": {
        "source_id": 0,
        **{f"{thing}_id": TALLY for thing in ("entry", "name", "link", "stage", "point", "figure")},
        "quotation_id": TALLY,
    },
    "evidence_passage": {"evidence_id": 0},
    "figure": {"entry_id": TALLY, "point_id": TALLY},
    "figure_member": {"entry_id": 0, "figure_id": 0},
    "name": {"entry_id": TALLY},
    "passage": {"source_id": 0},
    "point": {"entry_id": TALLY},
    "quotation": {"entry_id": TALLY},
    "stage": {"agreement_id": ALL, "meeting_id": 0},
}
"""By the column that says whose the row is."""

_SHOWN_OF_LINKS = frozenset(
    {"position", "named_as", "post_as", "since", "since_earliest", "since_latest"}
)
_ASIDE_IN_LINKS = frozenset(
    {"note", "number", "mode", "acting", "presence", "post_id", "stage_id"}
    | {"until", "until_earliest", "until_latest"}
)
_SHOW_LINKS = frozenset({EntryKind.MEETING, EntryKind.PERSON, EntryKind.ORGANISATION})

_ACTING_ANEW = """
    SELECT p.value ->> 0 FROM json_each(?1) p WHERE NOT EXISTS (
        SELECT 1 FROM link WHERE object_id = p.value ->> 0 AND +on_behalf_of_id = p.value ->> 1
        AND id NOT IN (SELECT value FROM json_each(?2))
    )
"""


def parts_of(connection: Connection, owned: Sequence[Owned]) -> dict[int, int]:
    """Return the entries changes belong to, each with the parts (flags) they may have touched."""
    found: dict[int, int] = {}
    for one in owned:
        for end, entry in zip(one.ends, one.entries, strict=True):
            found[entry] = found.get(entry, 0) | _parts(one.change, end)
    for person in _acting_anew(connection, owned):
        found[person] |= COUNTRIES
    return found


def _acting_anew(connection: Connection, owned: Iterable[Owned]) -> Iterable[int]:
    """Return people who act for somebody for whom no other link lets them act."""
    rows = [
        (json.loads(one.change.key)[0], row["object_id"], row["on_behalf_of_id"])
        for one in owned
        if one.change.table == "link"
        for row in [_whole(one.change)]
        if row is not None
        and row["object_kind"] == EntryKind.PERSON
        and row["object_id"] is not None
        and row["on_behalf_of_id"] is not None
    ]
    if not rows:
        return ()
    links, pairs = json.dumps([row[0] for row in rows]), json.dumps([row[1:] for row in rows])
    return connection.exec_driver_sql(_ACTING_ANEW, (pairs, links)).scalars()


def _whole(change: RowChange) -> Image | None:
    """Return the row that was made or removed."""
    if change.before is not None and change.after is not None:
        return None
    return change.after or change.before


def _parts(change: RowChange, end: str) -> int:
    if change.table == "link":
        return _of_link(change, end)
    if change.table in _BY_COLUMN:
        return _of_columns(_BY_COLUMN[change.table], change)
    return _BY_END.get(change.table, {}).get(end, ALL)


def _of_columns(by_column: Mapping[str, int], change: RowChange) -> int:
    if _whole(change) is not None:
        return ALL
    found = 0
    for column in change.after or ():
        found |= by_column.get(column, 0)
    return found


def _of_link(change: RowChange, end: str) -> int:
    row = _whole(change)
    if row is None:
        return _of_changed_link(change.after or {}, end)
    if end == "subject_id":
        listing = LISTING if row["subject_kind"] in _SHOW_LINKS else 0
        bodies = EntryKind.ORGANISATION in {row["object_kind"], row["on_behalf_of_kind"]}
        return COUNTRIES | TALLY | listing | (FACETS if bodies else 0)
    if end == "object_id" and row["object_kind"] == EntryKind.PERSON:
        return TALLY | LISTING
    return TALLY  # of the claims about links that come in, the newest count


def _of_changed_link(changed: Collection[str], end: str) -> int:
    if _ASIDE_IN_LINKS.issuperset(changed):
        return 0
    if (_ASIDE_IN_LINKS | _SHOWN_OF_LINKS).issuperset(changed):
        return 0 if end == "on_behalf_of_id" else LISTING
    return ALL
