"""The meaning of choices, dates, numbers and citing, row by row in Python."""

import re
from collections.abc import Iterator

from db.search.tree import Choice, Cites, Dates, Numbers
from tests.search.naive_tables import LINK_ENDS, Row, Tables

Bounds = tuple[str | None, str | None]


def chosen(choice: Choice, tables: Tables, entry: Row) -> bool:
    if choice.field == "has":
        return any(_has(key, tables, entry) for key in choice.keys)
    return not _values(choice.field, tables, entry).isdisjoint(choice.keys)


def _values(field: str, tables: Tables, entry: Row) -> set[str]:
    """Return all values an entry has in a field."""
    own, stages = entry["id"], tables.of("stage", entry["id"], "agreement_id")
    sources, agreements = tables.of("source", own, "id"), tables.of("agreement", own, "id")
    found = {
        "kind": [entry["kind"]],
        "review": [entry["review"]],
        "type": [entry["subtype"]],
        "stage": [row["kind"] for row in stages],
        "country": _countries(tables, entry),
        "role": [row["kind"] for row in tables.of("link", own, *LINK_ENDS)],
        "state": [row["reading_state"] for row in sources]
        + [row["standing"] for row in tables.of("meeting", own, "id")],
        "lang": " ".join(
            [row["languages"] for row in sources]
            + [row["authentic_languages"] for row in agreements]
        ).split(),
    }
    return set(found[field])


def _countries(tables: Tables, entry: Row) -> list[str]:
    rows = tables.of("entry_country", entry["id"], "entry_id")
    return [row["code"] for row in rows if row["strength"] <= 2]


def _has(key: str, tables: Tables, entry: Row) -> bool:
    if key == "no-evidence":
        return entry["evidence_count"] == 0 and entry["kind"] != "source"
    if key.startswith("no-"):
        return not _has(key[3:], tables, entry)
    own = entry["id"]
    if key in {"tag", "quotation", "point", "name"}:
        table = "entry_tag" if key == "tag" else key
        return bool(tables.of(table, own, "entry_id"))
    found = {
        "evidence": entry["evidence_count"],
        "gap": entry["gap_count"],
        "conflict": entry["conflict_count"],
        "date": entry["sort_date"],
        "note": entry["note"],
        "country": _countries(tables, entry),
        "text": [row for row in tables.of("source", own, "id") if row["text_sha256"] is not None],
        "link": tables.of("link", own, *LINK_ENDS),
        "figure": [row for row in tables["figure"] if own in _owner(row, "figure", tables)],
    }
    return bool(found[key])


def overlapping(dates: Dates, tables: Tables, entry: Row) -> bool:
    return any(_overlaps(dates, bounds) for bounds in _bounds(dates.field, tables, entry))


def _overlaps(dates: Dates, bounds: Bounds) -> bool:
    earliest, latest = bounds
    if earliest is None and latest is None:
        return False
    begins_in_time = None in (earliest, dates.latest) or str(earliest) <= str(dates.latest)
    ends_in_time = None in (latest, dates.earliest) or str(latest) >= str(dates.earliest)
    return begins_in_time and ends_in_time


def _bounds(field: str, tables: Tables, entry: Row) -> Iterator[Bounds]:
    if field == "date":
        for each in ("published", "held", "born", "any stage"):
            yield from _bounds(each, tables, entry)
    elif field in {"added", "changed"}:
        day = entry[{"added": "created_at", "changed": "changed_at"}[field]][:10]
        yield day, day
    elif field == "held":
        for row in tables.of("meeting", entry["id"], "id"):
            sides = [_pair(row, side) for side in ("start", "end")]
            known = [side for side in sides if side != (None, None)]
            if known:
                yield known[0][0], known[-1][1]
    elif field in {"published", "received", "born", "covers"}:
        table = {"born": "person", "covers": "agreement"}.get(field, "source")
        yield from (_pair(row, field) for row in tables.of(table, entry["id"], "id"))
    else:
        stages = tables.of("stage", entry["id"], "agreement_id")
        yield from (_pair(row, "date") for row in stages if field in {row["kind"], "any stage"})


def _pair(row: Row, date: str) -> Bounds:
    return row[f"{date}_earliest"], row[f"{date}_latest"]


def numbered(numbers: Numbers, tables: Tables, entry: Row) -> bool:
    found: list[int] = []
    if numbers.field == "year":
        found = [int(entry["sort_date"][:4])] if entry["sort_date"] else []
    else:
        for row in tables.of("meeting", entry["id"], "id"):
            found += [] if row["ordinal"] is None else [row["ordinal"]]
        for row in tables.of("agreement", entry["id"], "id"):
            found += map(int, re.findall("[0-9]+", row["number"]))
    low = -(10**99) if numbers.low is None else numbers.low
    high = 10**99 if numbers.high is None else numbers.high
    return any(low <= number <= high for number in found)


def cited(cites: Cites, tables: Tables, entry: Row) -> bool:
    cited_one = [row["id"] for row in tables["entry"] if row["reference"] == cites.reference]
    if not cited_one or cited_one[0] == entry["id"]:
        return False
    both = {cited_one[0], entry["id"]}
    if any(both <= {row[end] for end in LINK_ENDS} for row in tables["link"]):
        return True
    told = tables.of("evidence", entry["id"], "source_id")
    return any(cited_one[0] in _about(row, tables) for row in told)


def _about(evidence: Row, tables: Tables) -> set[int]:
    """Return whose a thing is that evidence is about."""
    if evidence["entry_id"] is not None:
        return {evidence["entry_id"]}
    for table in ("name", "link", "stage", "point", "figure", "quotation"):
        thing = evidence[f"{table}_id"]
        if thing is not None:
            (row,) = tables.of(table, thing, "id")
            return _owner(row, table, tables)
    return set()


def _owner(row: Row, table: str, tables: Tables) -> set[int]:
    if table == "figure" and row["point_id"] is not None:
        (row,) = tables.of("point", row["point_id"], "id")
    owners = {"link": LINK_ENDS, "stage": ("agreement_id",)}.get(table, ("entry_id",))
    return {row[owner] for owner in owners}
