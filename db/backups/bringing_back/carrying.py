"""Carrying rows of a backup into today's catalogue, each to its place.

A row keeps its id where that is free or is still its own; one like it that is there is taken for
it. Where a row rests on something that is there no more, it does without if it can, else it stays
behind and is counted.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from db.backups.bringing_back.gathering import (
    ORDER,
    OldCatalogue,
    Row,
    columns_of,
    old_catalogue,
)
from db.backups.bringing_back.today import Today
from db.needs import TOGETHER, is_needed, parents_of

_KINDS = frozenset({"agreement", "meeting", "organisation", "person", "place", "source"})
_STORED = (("file", "file_sha256"), ("source_text", "text_sha256"))
_OWNERS: Mapping[str, tuple[str, ...]] = {
    "name": ("entry_id",),
    "stage": ("agreement_id",),
    "link": ("subject_id",),
    "passage": ("source_id",),
    "point": ("entry_id",),
    "figure": ("entry_id", "point_id"),
    "quotation": ("entry_id",),
    "evidence": ("source_id", "entry_id"),
    "decision": ("source_id",),
    "tag": ("label_en", "label_ru"),
    "post": ("label_en", "label_ru"),
}
"""What is the same in a row of the backup and in the row of today that has become of it."""
_ALIKE: Mapping[str, tuple[str, ...]] = {
    "name": ("entry_id", "text", "kind"),
    "link": (
        "kind",
        "subject_id",
        "object_id",
        "on_behalf_of_id",
        "stage_id",
        "post_as",
        "since",
        "named_as",
    ),
    "passage": ("source_id", "first", "last", "kind"),
    "decision": ("source_id", "key", "line"),
    "tag": ("parent_id", "label_en", "label_ru"),
    "post": ("label_en", "label_ru"),
}
"""What two rows of a table can't both have, or need not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """What has come back, and what could not."""

    entries: tuple[int, ...]
    """Their ids today."""
    made: int
    """Rows that were written anew."""
    changed: int
    """Rows that have their old values again."""
    left_behind: Mapping[str, int]
    """How many rows of a table could not come, as what they rest on is gone."""
    loosened: Mapping[str, int]
    """How many rows of a table came without something they named that is gone."""
    renumbered: Mapping[str, str]
    """References of the backup that meanwhile are others', with those given instead."""


def bring_back(session: Session, *, backup: Path, entry_ids: Collection[int]) -> BroughtBack:
    """Bring entries of an unpacked backup back as they were; what was added to them since stays.

    Entries are named by their ids in the backup, which is of today's schema.
    """
    with old_catalogue(backup) as old:
        return _Carrying(old, Today(session.connection()), entry_ids).carry()


class _Carrying:
    """One act of bringing back: where each row of the backup has its place today."""

    def __init__(self, old: OldCatalogue, today: Today, entry_ids: Collection[int]) -> None:
        self._old, self._today = old, today
        uids = old.uids(entry_ids)
        self._there = today.ids_of(uids.values())
        old.gather(uids, [entry for entry, uid in uids.items() if uid not in self._there])
        self._places: dict[tuple[str, int], int | None] = {}
        self._made = self._changed = 0
        self._left: Counter[str] = Counter()
        self._loosened: Counter[str] = Counter()
        self._renumbered: dict[str, str] = {}

    def carry(self) -> BroughtBack:
        """Carry all that was gathered, table by table."""
        entries = tuple(self._carry_entries())
        for table in ORDER[1:]:
            for row in self._old.rows(table):
                self._carry_row(table, row)
        for table, column in _naming_entries():
            for row in self._old.rows_naming_gone(table, column):
                self._name_again(table, column, row)
        return BroughtBack(
            entries=entries,
            made=self._made,
            changed=self._changed,
            left_behind=dict(self._left),
            loosened=dict(self._loosened),
            renumbered=self._renumbered,
        )

    def _carry_entries(self) -> Iterator[int]:
        for row in self._old.rows("entry"):
            old, there = row["id"], self._there.get(row["uid"])
            if there is None:
                given = self._today.free_reference(row["kind"], row["reference"])
                if given != row["reference"]:
                    self._renumbered[row["reference"]] = given
                there = self._insert("entry", {**row, "reference": given})
            else:
                kept = self._today.find("entry", {"id": there}) or {}
                own = {name: kept[name] for name in ("id", "uid", "reference", "kind")}
                self._rewrite("entry", {**row, **own}, kept)
            self._places["entry", old] = there
            if there is not None:
                yield there

    def _carry_row(self, table: str, row: Row) -> None:
        fitted = self._fitted(table, row)
        if fitted is None:
            self._left[table] += 1
            return
        if table == "source":
            self._store(row)
        there = self._counterpart(table, fitted)
        if there is None:
            place = self._insert(table, fitted)
        else:
            place = there.get("id")
            self._rewrite(table, {**fitted, **_key(table, there)}, there)
        if "id" in row:
            self._places[table, row["id"]] = place

    def _name_again(self, table: str, column: str, row: Row) -> None:
        """Have a row of another entry name what it did, where it names nobody since that went."""
        fitted = self._fitted(table, row)
        there = None if fitted is None else self._counterpart(table, fitted)
        if fitted is None or there is None or there[column] is not None:
            return
        named = {column: fitted[column]}
        if (table, column) in TOGETHER:
            kind = TOGETHER[table, column]
            named[kind] = fitted[kind]
        self._rewrite(table, {**there, **named}, there)

    def _fitted(self, table: str, row: Row) -> Row | None:
        """Return a row with the ids of today; None where it can't be without what is gone."""
        fitted = dict(row)
        for column, parent in parents_of(table):
            if row[column] is None:
                continue
            fitted[column] = self._place(parent, row[column])
            if fitted[column] is None:
                if is_needed(table, column):
                    return None
                self._loosened[table] += 1
                if (table, column) in TOGETHER:
                    fitted[TOGETHER[table, column]] = None
        return fitted

    def _place(self, table: str, old: int) -> int | None:
        """Return the id today of a row of the backup; None where it is there no more."""
        known = "entry" if table in _KINDS else table
        if (known, old) not in self._places:
            self._places[known, old] = self._found(known, old)
        return self._places[known, old]

    def _found(self, table: str, old: int) -> int | None:
        if table == "entry":
            uid = self._old.uids([old]).get(old)
            return None if uid is None else self._today.ids_of([uid]).get(uid)
        row = self._old.row(table, old)
        fitted = None if row is None else self._fitted(table, row)
        if fitted is None:
            return None
        there = self._counterpart(table, fitted)
        if there is not None:
            return int(there["id"])
        is_on_its_own = table in {"tag", "post", "passage"}  # nobody's, or a source's that is there
        return self._insert(table, fitted) if is_on_its_own else None

    def _counterpart(self, table: str, fitted: Row) -> Row | None:
        """Return the row of today that has become of a row, or is as good."""
        if table not in _OWNERS:
            return self._today.find(table, _key(table, fitted))
        same = self._today.find(table, {"id": fitted["id"]})
        if same is not None and all(same[name] == fitted[name] for name in _OWNERS[table]):
            return same
        if table in _ALIKE:
            return self._today.find(table, {name: fitted[name] for name in _ALIKE[table]})
        return None

    def _insert(self, table: str, row: Row) -> int | None:
        """Write a row under its own id, or where that is another's, under the next one."""
        if "id" in row and table not in _KINDS and self._today.find(table, {"id": row["id"]}):
            row = {name: value for name, value in row.items() if name != "id"}
        place = self._today.insert(table, row)
        if place is None:
            self._left[table] += 1
        else:
            self._made += 1
        return place

    def _rewrite(self, table: str, row: Row, kept: Row) -> None:
        changed = {name: value for name, value in row.items() if kept[name] != value}
        if not changed:
            return
        if self._today.update(table, _key(table, kept), changed):
            self._changed += 1
        else:
            self._left[table] += 1

    def _store(self, row: Row) -> None:
        """Bring the bytes and the text of a source along, which lie outside history."""
        for table, column in _STORED:
            stored = row[column] and self._old.row(table, row[column], "sha256")
            if stored:
                self._today.store(table, stored)


def _naming_entries() -> Iterator[tuple[str, str]]:
    """Return the columns by which rows may name an entry whose part they are not."""
    for table in ORDER:
        for column, parent in parents_of(table):
            if not is_needed(table, column) and parent in {*_KINDS, "entry"}:
                yield table, column


def _key(table: str, row: Row) -> Row:
    if "id" in row:
        return {"id": row["id"]}
    return {name: row[name] for name in columns_of(table) if name.endswith("_id")}
