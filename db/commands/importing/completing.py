"""The second round of an import: what belongs to the entries, now that all of them are there."""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import bindparam, select, update

from db.commands.importing.cited import FromCatalogue, FromImport, evidence_in, passages_of
from db.commands.importing.filing import Filing
from db.commands.importing.merging import Merging
from db.commands.importing.things import Things
from db.commands.importing.work import Batch, Work, placed, told
from db.models import Entry, Source, SourceText
from db.queries.directory.entries import records_of
from db.rows.incoming import ForThoseHere, Located
from db.rows.records.entries import EntryRecord, PlaceRecord, SourceRecord
from db.terms import EntryKind

Known = Sequence[tuple[int, Located[EntryRecord]]]
"""Records with the ids their entries have here."""


def complete(work: Work, kind: EntryKind, batch: Batch) -> None:
    """Give the new entries of a batch what belongs to them, and compare the others.

    Raises:
        Unimportable: what can't be taken in, by file and line.
    """
    cited = work.cited(batch)
    known = [(cited.entry(located.record.reference), located) for located in batch]
    new = [one for one in known if one[0] > work.last_before]
    rest = [one for one in known if one[0] <= work.last_before]
    filing = work.filing()
    if kind == EntryKind.SOURCE and work.wishes.for_those_here != ForThoseHere.KEEP:
        _add_passages(work, rest, filing)
    things = Things(filing, cited, _passages(work, batch, cited))
    for id_, located in new:
        with placed(located):
            things.all_of(id_, kind, located.record)
            _decide(id_, located.record, cited, filing)
    _merge(work, kind, rest, cited, things)
    filing.write()
    _set_parents(work, new, cited)


def _passages(work: Work, batch: Batch, cited: FromImport) -> dict[tuple[int, str, int, int], int]:
    sources: set[int] = set()
    for located in batch:
        with placed(located):
            sources.update(cited.entry(claim.source) for claim in evidence_in(located.record))
    return passages_of(work.session.connection(), sources)


def _decide(id_: int, entry: EntryRecord, cited: FromImport, filing: Filing) -> None:
    for decision in entry.decisions if isinstance(entry, SourceRecord) else ():
        filing.put_new(
            "decision",
            decision.id,
            source_id=id_,
            key=decision.key,
            line=decision.line,
            verdict=decision.verdict,
            entry_id=None if decision.entry is None else cited.entry(decision.entry),
        )


def _set_parents(work: Work, new: Known, cited: FromImport) -> None:
    values = [
        {"of": id_, "parent": cited.entry(located.record.parent)}
        for id_, located in new
        if isinstance(located.record, PlaceRecord) and located.record.parent is not None
    ]
    if values:
        table = Entry.metadata.tables["place"]
        statement = update(table).where(table.c.id == bindparam("of"))
        work.session.execute(statement.values(parent_id=bindparam("parent")), values)


def _merge(work: Work, kind: EntryKind, rest: Known, cited: FromImport, things: Things) -> None:
    if not rest:
        return
    ids = [id_ for id_, _located in rest]
    there = {record.id: record for record in records_of(work.session, kind, ids)}
    here = FromCatalogue(work.session.connection(), there.values())
    merging = Merging(work.session, things, cited, here, work.wishes.for_those_here)
    for id_, located in rest:
        with placed(located):
            differs = merging.merge(kind, located.record, there[id_])
        about = ", ".join(f"{name} {count}" for name, count in sorted(differs.items()))
        tally = (work.outcome.different if differs else work.outcome.same)[kind]
        tally.add(told(kind, located.record, there[id_].reference, about))


def _add_passages(work: Work, rest: Known, filing: Filing) -> None:
    """Add the passages that are not marked here, where the text is the same."""
    known = passages_of(work.session.connection(), [id_ for id_, _located in rest])
    for id_, located in rest:
        source = cast("SourceRecord", located.record)
        row = work.session.execute(
            select(SourceText.sha256, SourceText.text)
            .join(Source, Source.text_sha256 == SourceText.sha256)
            .where(Source.id == id_)
        ).first()
        if (row.sha256 if row else None) != source.text_sha256:
            raise located.refusal("other_text", value=source.reference)
        missing = [
            one
            for one in source.passages
            if (id_, one.kind.value, one.first, one.last) not in known
        ]
        with placed(located):
            filing.passages(id_, missing, row.text if row else "")
    filing.write()
