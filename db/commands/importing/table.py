"""Entries out of a table: each row one, by a mapping of columns to fields."""

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.commands.entries import create_entry
from db.commands.parsing import stored_value
from db.errors import Refused
from db.models import Entry, Name, Place
from db.rows.fields import Field, FieldType, field_of
from db.rows.incoming import Told
from db.rows.incoming_table import IncomingTable, RowProblem, TableOutcome, TableWishes
from db.terms import EntryKind
from db.text.cleaning import clean_line
from db.text.folding import fold

Tell = Callable[[int], None]
_OFTEN = 50
_NOT_FIELDS = frozenset({"", "kind", "uid", "reference"})
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def import_table(
    session: Session,
    *,
    table: IncomingTable,
    wishes: TableWishes,
    tell: Tell = lambda _done: None,
) -> TableOutcome:
    """Make an entry of each row, and return what became of them; a row with a problem is left out.

    ``tell`` is told how many rows were looked at; what it raises ends the import.
    """
    taking = _Taking(session, table, wishes)
    rows = sorted(zip(table.lines, table.rows, strict=True), key=taking.is_no_place)
    for done, (line, row) in enumerate(rows, 1):
        taking.take(line, row)
        if done % _OFTEN == 0:
            session.flush()
            session.expunge_all()
            tell(done)
    return taking.outcome


class _Problem(Exception):  # noqa: N818 - what is wrong with a row
    def __init__(self, key: str, value: str, reason: str) -> None:
        super().__init__(key)
        self.key, self.value, self.reason = key, value, reason


@dataclass(slots=True)
class _Known:
    """What is here already, by folded title and by uid."""

    titles: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    uids: dict[str, str] = field(default_factory=dict[str, str])
    places: dict[str, int] = field(default_factory=dict[str, int])


class _Taking:
    def __init__(self, session: Session, table: IncomingTable, wishes: TableWishes) -> None:
        self._session, self._table, self._wishes = session, table, wishes
        self._known = _known(session, wishes)
        self.outcome = TableOutcome()

    def is_no_place(self, numbered: tuple[int, tuple[str, ...]]) -> bool:
        """Tell whether a row can wait: places come first, since others are in them."""
        try:
            return self._kind(self._given(numbered[1])) != EntryKind.PLACE
        except _Problem:
            return True

    def take(self, line: int, row: tuple[str, ...]) -> None:
        """Make an entry of a row, or say why not."""
        given = self._given(row)
        try:
            kind = self._kind(given)
            values = self._values(kind, given)
            self._make(kind, values, given.get("uid", ""))
        except _Problem as problem:
            self.outcome.refuse(
                RowProblem(
                    line=line,
                    heading=self._heading(problem.key),
                    value=problem.value,
                    reason=problem.reason,
                )
            )

    def _make(self, kind: EntryKind, values: Mapping[str, str], uid: str) -> None:
        title = clean_line(values["title"])
        place = (kind.value, fold(title))
        here = self._known.uids.get(uid)
        if here is None and not self._wishes.also_doubles:
            here = self._known.titles.get(place)
        told = Told(kind=kind, reference="", here=here or "", title=title)
        if here is not None:
            self.outcome.here.add(told)
            return
        id_ = create_entry(self._session, kind=kind, values=values)
        entry = self._session.get_one(Entry, id_)
        if _UUID.fullmatch(uid):
            entry.uid = str(uuid.UUID(uid))
            self._known.uids[uid] = entry.reference
        self._known.titles.setdefault(place, entry.reference)
        if kind == EntryKind.PLACE:
            self._known.places.setdefault(fold(title), id_)
        told = Told(kind=kind, reference="", here=entry.reference, title=title)
        self.outcome.new.add(told)

    def _given(self, row: tuple[str, ...]) -> dict[str, str]:
        cells = zip(self._wishes.columns, row, strict=True)
        return {key: cell for key, cell in cells if key and cell.strip()}

    def _kind(self, given: Mapping[str, str]) -> EntryKind:
        if self._wishes.kind is not None:
            return self._wishes.kind
        word = given.get("kind", "")
        try:
            return EntryKind(self._wishes.words.get("kind", {}).get(fold(word), word))
        except ValueError:
            raise _Problem("kind", word, "not_a_choice") from None

    def _values(self, kind: EntryKind, given: Mapping[str, str]) -> dict[str, str]:
        values: dict[str, str] = {}
        for key, cell in given.items():
            known = None if key in _NOT_FIELDS else field_of(kind, key)
            if known is not None:
                values[key] = self._value(known, cell)
        if kind == EntryKind.PERSON and "title" not in values:
            names = (values.get("given_names", ""), values.get("family_name", ""))
            values["title"] = " ".join(filter(None, names))
        if not clean_line(values.get("title", "")):
            raise _Problem("title", "", "title_empty")
        return values

    def _value(self, known: Field, cell: str) -> str:
        if known.type == FieldType.CHOICE and cell not in known.choices:
            cell = self._wishes.words.get(known.name, {}).get(fold(cell), cell)
        try:
            if known.type == FieldType.PLACE:
                return self._place(cell)
            stored_value(self._session, known, cell)
        except Refused as error:
            raise _Problem(known.name, cell, error.reason) from None
        return cell

    def _place(self, cell: str) -> str:
        found = self._known.places.get(fold(cell))
        if found is None:
            raise Refused("place_unknown", value=cell)
        return str(found)

    def _heading(self, key: str) -> str:
        columns = self._wishes.columns
        return self._table.headings[columns.index(key)] if key in columns else key


def _known(session: Session, wishes: TableWishes) -> _Known:
    known = _Known()
    rows = select(Entry.kind, Entry.title, Entry.reference, Entry.uid)
    if wishes.kind is not None:
        rows = rows.where(Entry.kind == wishes.kind)
    for row in session.execute(rows.order_by(Entry.id).execution_options(yield_per=1_000)):
        known.titles.setdefault((row.kind, fold(row.title)), row.reference)
        known.uids[row.uid] = row.reference
    names = select(Name.text, Place.id).join(Place, Place.id == Name.entry_id)
    titles = select(Place.title, Place.id).order_by(Place.trashed, Place.id)
    references = select(Place.reference, Place.id)
    for statement in (titles, names, references):
        for text, id_ in session.execute(statement):
            known.places.setdefault(fold(text), id_)
    return known
