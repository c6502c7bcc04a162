"""What an entry counts under in the facets: one row of tokens, so that one pass counts them all.

The first token holds what an entry has once: ``=kind,type,state,review,year``, parts that are not
there empty. The others begin with a letter: ``g`` a kind of stage, ``c`` a country (ISO 3166-1, of
the strengths a list counts by), ``l`` a language (ISO 639), ``t`` the id of a tag, its broader ones
included, ``b`` the id of an organisation the entry is, or names in a link.
"""

import json
from collections.abc import Collection

from sqlalchemy import Connection

from db.models import FACET_BLOCK_BITS as BLOCK_BITS

_ONCE = (
    "'=' || e.kind || ',' || e.subtype || ',' || e.state || ',' || e.review || ',' "
    "|| substr(e.sort_date, 1, 4)"
)
_MANY = (
    "SELECT 'g' || kind AS token FROM stage WHERE agreement_id = e.id",
    "SELECT 'c' || code FROM entry_country WHERE entry_id = e.id AND strength <= 2",
    "SELECT 'l' || j.value FROM source s, "
    "json_each('[\"' || replace(s.languages, ' ', '\",\"') || '\"]') j "
    "WHERE s.id = e.id AND s.languages <> ''",
    "SELECT 'l' || j.value FROM agreement a, "
    "json_each('[\"' || replace(a.authentic_languages, ' ', '\",\"') || '\"]') j "
    "WHERE a.id = e.id AND a.authentic_languages <> ''",
    "SELECT 't' || id FROM (WITH RECURSIVE above (id) AS ("
    "SELECT tag_id FROM entry_tag WHERE entry_id = e.id "
    "UNION SELECT tag.parent_id FROM tag JOIN above ON tag.id = above.id "
    "WHERE tag.parent_id IS NOT NULL) SELECT id FROM above)",
    "SELECT 'b' || object_id FROM link WHERE subject_id = e.id AND object_kind = 'organisation'",
    "SELECT 'b' || on_behalf_of_id FROM link "
    "WHERE subject_id = e.id AND on_behalf_of_kind = 'organisation'",
    "SELECT 'b' || e.id WHERE e.kind = 'organisation'",
)
_WRITE = (
    "INSERT INTO entry_facets (block, entry_id, words) "
    f"SELECT e.id >> {BLOCK_BITS}, e.id, {_ONCE} || coalesce((SELECT ' ' || "
    f"group_concat(token, ' ' ORDER BY token) FROM ({' UNION '.join(_MANY)})), '') "
    "FROM entry e WHERE e.id IN (SELECT value FROM json_each(?)) "
    "ON CONFLICT DO UPDATE SET words = excluded.words WHERE words <> excluded.words"
)
_TAGGED_BELOW = """
    WITH RECURSIVE below (id) AS (
        SELECT value FROM json_each(?)
        UNION SELECT tag.id FROM tag JOIN below ON tag.parent_id = below.id
    )
    SELECT DISTINCT entry_id FROM entry_tag WHERE tag_id IN (SELECT id FROM below)
"""


def write(connection: Connection, entries: Collection[int]) -> None:
    """Write the tokens of entries whose other derived values are right."""
    if not entries:
        return
    connection.exec_driver_sql(_WRITE, (json.dumps(sorted(entries)),))


def forget(connection: Connection, entries: Collection[int]) -> None:
    """Take out the tokens of entries that are no longer there."""
    if not entries:
        return
    connection.exec_driver_sql(
        "DELETE FROM entry_facets WHERE (block, entry_id) IN "
        f"(SELECT value >> {BLOCK_BITS}, value FROM json_each(?))",
        (json.dumps(sorted(entries)),),
    )


def write_below(connection: Connection, tags: Collection[int]) -> None:
    """Write the tokens of all entries that have one of these tags, or a narrower one."""
    if not tags:
        return
    rows = connection.exec_driver_sql(_TAGGED_BELOW, (json.dumps(sorted(tags)),))
    write(connection, rows.scalars().all())


def rebuild(connection: Connection) -> None:
    """Write the tokens of every entry anew."""
    connection.exec_driver_sql("DELETE FROM entry_facets")
    blocks = connection.exec_driver_sql(f"SELECT DISTINCT id >> {BLOCK_BITS} FROM entry")
    for block in blocks.scalars().all():
        first = block << BLOCK_BITS
        ids = connection.exec_driver_sql(
            "SELECT id FROM entry WHERE id BETWEEN ? AND ?", (first, first + (1 << BLOCK_BITS) - 1)
        )
        write(connection, ids.scalars().all())
