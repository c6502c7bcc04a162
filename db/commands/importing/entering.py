"""The first round of an import: the entries themselves, and what is stored of sources."""

import json
from dataclasses import dataclass

from sqlalchemy import select

from db.commands.importing.cited import FromImport
from db.commands.importing.filing import Filing
from db.commands.importing.numbering import Numbers
from db.commands.importing.rows import OWN_VALUES, Values, entry_values, stored_values
from db.commands.importing.storing import store_file, store_text, tell_of_double
from db.commands.importing.work import Batch, Work, placed, told, uids_of
from db.models import Place
from db.rows.incoming import Located
from db.rows.records.entries import EntryRecord, PlaceRecord, SourceRecord
from db.terms import EntryKind, PlaceKind
from db.text.cleaning import clean_block


@dataclass(frozen=True, slots=True)
class _Here:
    """An entry of the catalogue that one of the import is."""

    id: int
    kind: str
    reference: str


def enter(work: Work, kind: EntryKind, numbers: Numbers, batch: Batch) -> None:
    """Make the entries of a batch that are not here.

    Raises:
        Unimportable: ``duplicate`` where the uid is that of another kind of entry here.
    """
    here = {} if work.wishes.keep_ids else _find(work, batch)
    cited = work.cited(batch if kind == EntryKind.MEETING else ())
    filing = work.filing()
    for located in batch:
        found = here.get(located.record.uid)
        if found is not None and found.kind != kind:
            raise located.refusal("duplicate", what=f"the uid {located.record.uid}")
        if found is None:
            with placed(located):
                _make(work, numbers, located, cited, filing)
    filing.write()


def _find(work: Work, batch: Batch) -> dict[str, _Here]:
    rows = work.session.connection().exec_driver_sql(
        "SELECT uid, id, kind, reference FROM entry WHERE uid IN (SELECT value FROM json_each(?))",
        (uids_of(batch),),
    )
    found = {row.uid: _Here(row.id, row.kind, row.reference) for row in rows}
    for located in batch:
        entry = located.record
        if isinstance(entry, PlaceRecord) and entry.code and entry.uid not in found:
            same = _same_place(work, entry)
            if same is not None:
                found[entry.uid] = same
                work.matched[entry.uid] = same.id
                work.outcome.matched.add(told(EntryKind.PLACE, entry, same.reference))
    return found


def _same_place(work: Work, place: PlaceRecord) -> _Here | None:
    """Return the country or region of the same code: every catalogue made its own of it."""
    if place.place_kind == PlaceKind.CITY:
        return None
    row = work.session.execute(
        select(Place.id, Place.kind, Place.reference)
        .where(Place.code == place.code, Place.place_kind == place.place_kind)
        .where(Place.id <= work.last_before)
        .order_by(Place.trashed, Place.id)
    ).first()
    return None if row is None else _Here(row.id, row.kind, row.reference)


def _make(
    work: Work,
    numbers: Numbers,
    located: Located[EntryRecord],
    cited: FromImport,
    filing: Filing,
) -> None:
    entry, kind = located.record, numbers.kind
    if not entry.title:
        raise located.refusal("member_missing", member="title")
    keep = work.wishes.keep_ids
    reference = entry.reference if keep else numbers.give(entry.reference)
    values = entry_values(entry) | {"created_at": entry.created_at}
    if keep:
        values |= {"version": entry.version, "changed_at": entry.changed_at}
    if reference != entry.reference:
        old = work.wishes.note.format(reference=entry.reference)
        values["note"] = clean_block(f"{entry.note}\n{old}")
        work.outcome.renumbered.add(told(kind, entry, reference))
    id_ = filing.put_new("entry", entry.id, uid=entry.uid, kind=kind, reference=reference, **values)
    own = OWN_VALUES[kind](entry, cited)
    if isinstance(entry, SourceRecord):
        own |= _take_source(work, id_, located, entry, filing)
    filing.put(kind.value, id=id_, **own)
    work.outcome.new[kind].add(told(kind, entry, reference))


def _take_source(
    work: Work, id_: int, located: Located[EntryRecord], source: SourceRecord, filing: Filing
) -> Values:
    text = ""
    if not work.wishes.keep_ids:
        tell_of_double(work, source)
    if source.file_sha256 is not None:
        store_file(work, located, source.file_sha256)
    if source.text_sha256 is not None:
        text = store_text(work, located, source.text_sha256)
    filing.passages(id_, source.passages, text)
    if source.reading is not None:
        filing.put(
            "source_reading",
            source_id=id_,
            read_at=source.reading.read_at,
            version=source.reading.version,
            keys=json.dumps(source.reading.keys, ensure_ascii=False),
            patterns=json.dumps(source.reading.patterns, ensure_ascii=False),
        )
    return stored_values(source)
