"""Records as rows of their tables: all columns but ids and whose row it is."""

from collections.abc import Callable, Mapping
from typing import Any

from db.commands.importing.cited import Cited
from db.rows.records.entries import (
    AgreementRecord,
    EntryRecord,
    MeetingRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
    SourceRecord,
)
from db.rows.records.things import (
    EvidenceRecord,
    FigureRecord,
    LinkRecord,
    NameRecord,
    PointRecord,
    QuotationRecord,
    StageRecord,
)
from db.terms import EntryKind
from db.text.dates import parse_date

Values = dict[str, Any]


def dated(name: str, edtf: str) -> Values:
    """Return the three columns of a date."""
    date = parse_date(edtf) if edtf else None
    return {
        f"{name}_text": date.text if date else None,
        f"{name}_earliest": date.earliest if date else None,
        f"{name}_latest": date.latest if date else None,
    }


def maybe(cited: Cited, reference: str | None) -> int | None:
    """Return the id of an entry, None for none."""
    return None if reference is None else cited.entry(reference)


def entry_values(entry: EntryRecord) -> Values:
    """Return what all entries have and people may edit."""
    return {
        "title": entry.title,
        "summary": entry.summary,
        "note": entry.note,
        "review": entry.review,
        "trashed": entry.trashed,
    }


def name_values(name: NameRecord, _cited: Cited) -> Values:
    """Return the columns of a name."""
    return {
        "text": name.text,
        "language": name.language,
        "script": name.script,
        "kind": name.kind,
    }


def stage_values(stage: StageRecord, cited: Cited) -> Values:
    """Return the columns of a stage."""
    return {
        "kind": stage.kind,
        **dated("date", stage.date),
        "place_id": maybe(cited, stage.place),
        "meeting_id": maybe(cited, stage.meeting),
        "party_id": maybe(cited, stage.party),
        "position": stage.position,
        "note": stage.note,
    }


def link_values(link: LinkRecord, cited: Cited) -> Values:
    """Return the columns of a link, but for the kinds of its ends."""
    return {
        "kind": link.kind.value,
        "object_id": maybe(cited, link.object),
        "object_kind": link.object_kind.value,
        "on_behalf_of_id": maybe(cited, link.on_behalf_of),
        "stage_id": None if link.stage is None else cited.stage(link.stage),
        "named_as": link.named_as,
        "post_as": link.post_as,
        "post_id": None if link.post is None else cited.post(link.post),
        "acting": link.acting,
        "presence": link.presence,
        "number": link.number,
        "mode": link.mode,
        **dated("since", link.since),
        **dated("until", link.until),
        "position": link.position,
        "note": link.note,
    }


def point_values(point: PointRecord, cited: Cited) -> Values:
    """Return the columns of a point."""
    return {
        "kind": point.kind,
        "wording": point.wording,
        "owed_by_id": maybe(cited, point.owed_by),
        "owed_to_id": maybe(cited, point.owed_to),
        **dated("due", point.due),
        "position": point.position,
    }


def figure_values(figure: FigureRecord, cited: Cited) -> Values:
    """Return the columns of a figure."""
    return {
        "number": figure.number,
        "unit": figure.unit,
        "bound": figure.bound,
        **dated("period", figure.period),
        "state": figure.state,
        "speaker_id": maybe(cited, figure.speaker),
        "is_count": figure.is_count,
        "position": figure.position,
    }


def quotation_values(quotation: QuotationRecord, cited: Cited) -> Values:
    """Return the columns of a quotation."""
    return {
        "speaker_id": maybe(cited, quotation.speaker),
        "speaker_as": quotation.speaker_as,
        "words": quotation.words,
        "mode": quotation.mode,
        "position": quotation.position,
    }


def claim_values(claim: EvidenceRecord, cited: Cited) -> Values:
    """Return the columns of a piece of evidence."""
    return {
        "source_id": cited.entry(claim.source),
        "field": claim.field,
        "value": claim.value,
        "as_stated": claim.as_stated,
        "how": claim.how,
        "attributed_as": claim.attributed_as,
        "attributed_to_id": maybe(cited, claim.attributed_to),
        "reason": claim.reason,
    }


def _of_source(entry: EntryRecord, _cited: Cited) -> Values:
    assert isinstance(entry, SourceRecord)
    return {
        "source_kind": entry.source_kind,
        "publisher": entry.publisher,
        "byline": entry.byline,
        **dated("published", entry.published),
        **dated("received", entry.received),
        "languages": entry.languages,
        "address": entry.address,
        "reading_state": entry.reading_state,
    }


def stored_values(source: SourceRecord) -> Values:
    """Return what is written once with a source."""
    return {
        "file_sha256": source.file_sha256,
        "file_name": source.file_name,
        "format": source.format,
        "encoding": source.encoding,
        "reader": source.reader,
        "reader_version": source.reader_version,
        "text_sha256": source.text_sha256,
    }


def _of_agreement(entry: EntryRecord, _cited: Cited) -> Values:
    assert isinstance(entry, AgreementRecord)
    return {
        "agreement_type": entry.agreement_type,
        "number": entry.number,
        **dated("covers", entry.covers),
        "authentic_languages": entry.authentic_languages,
    }


def _of_meeting(entry: EntryRecord, cited: Cited) -> Values:
    assert isinstance(entry, MeetingRecord)
    return {
        "meeting_kind": entry.meeting_kind,
        "ordinal": entry.ordinal,
        "ordinal_as_written": entry.ordinal_as_written,
        **dated("start", entry.start),
        **dated("end", entry.end),
        "place_id": maybe(cited, entry.place),
        "place_as_stated": entry.place_as_stated,
        "format": entry.format,
        "standing": entry.standing,
    }


def _of_person(entry: EntryRecord, _cited: Cited) -> Values:
    assert isinstance(entry, PersonRecord)
    return {
        "family_name": entry.family_name,
        "given_names": entry.given_names,
        **dated("born", entry.born),
        **dated("died", entry.died),
    }


def _of_organisation(entry: EntryRecord, _cited: Cited) -> Values:
    assert isinstance(entry, OrganisationRecord)
    return {"organisation_kind": entry.organisation_kind}


def _of_place(entry: EntryRecord, _cited: Cited) -> Values:
    assert isinstance(entry, PlaceRecord)
    return {"place_kind": entry.place_kind, "code": entry.code}


OWN_VALUES: Mapping[EntryKind, Callable[[EntryRecord, Cited], Values]] = {
    EntryKind.SOURCE: _of_source,
    EntryKind.AGREEMENT: _of_agreement,
    EntryKind.MEETING: _of_meeting,
    EntryKind.PERSON: _of_person,
    EntryKind.ORGANISATION: _of_organisation,
    EntryKind.PLACE: _of_place,
}
"""The columns of a kind's own table; the parent of a place is set when all places are there."""
