"""The suggestion of a meeting: when, where, whose session, who took part in what role."""

from collections.abc import Iterator

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, LinkKind, MeetingFormat, Standing
from desktop.reading.findings import FoundAgreement
from desktop.reading.records import MeetingRecord, Records
from desktop.reading.suggest.content import content_lines
from desktop.reading.suggest.ends import Ends, span, span_of
from desktop.reading.suggest.lines import date_line, field_line, numbered, role_lines


def meeting(
    record: MeetingRecord, records: Records, ends: Ends, keys: dict[int, str]
) -> Suggestion:
    """Return the suggestion; ``keys`` give the keys of agreements and meetings by identity."""
    found = record.found
    return Suggestion(
        key=record.key,
        kind=EntryKind.MEETING,
        title=found.title[:1].upper() + found.title[1:],
        spans=(*span_of(found), *(one for pair in found.mentions for one in span(*pair))),
        lines=numbered(_lines(record, records, ends, keys)),
        confidence=found.confidence,
        rule=found.rule,
    )


def _lines(
    record: MeetingRecord, records: Records, ends: Ends, keys: dict[int, str]
) -> Iterator[SuggestedLine]:
    found = record.found
    own = span_of(found)
    yield field_line("meeting_kind", found.kind, own, rule=found.rule)
    if found.standing != Standing.HELD:
        yield field_line("standing", found.standing, own, rule=found.rule)
    if found.number:
        yield field_line("ordinal", str(found.number), own, rule=found.rule)
        if not found.number_as.isdigit():
            yield field_line("ordinal_as_written", found.number_as, own, rule=found.rule)
    if found.date:
        start, _slash, end = found.date.edtf.partition("/")
        yield date_line("start", found.date, start)
        if end.strip("."):
            yield date_line("end", found.date, end)
    yield from _where(record, ends)
    if found.video:
        yield field_line("format", MeetingFormat.VIDEO, own, rule=found.rule)
    if found.body and ends.key(found.body):
        yield _link(LinkKind.SESSION_OF, ends.key(found.body), span_of(found.body))
    if found.venue and ends.key(found.venue):
        yield _link(LinkKind.VENUE, ends.key(found.venue), span_of(found.venue))
    yield from role_lines(found.roles, ends)
    yield from _relations(record, records, keys)
    yield from content_lines(found, records, ends)


def _where(record: MeetingRecord, ends: Ends) -> Iterator[SuggestedLine]:
    place = record.found.city or record.found.place
    if place is not None:
        yield field_line("place", "", span_of(place), other=ends.key(place), rule=place.rule)


def _relations(
    record: MeetingRecord, records: Records, keys: dict[int, str]
) -> Iterator[SuggestedLine]:
    for relation in records.findings.relations:
        where = span(relation.start, relation.end)
        if relation.subject is record.found and relation.kind == LinkKind.PART_OF:
            yield _link(LinkKind.PART_OF, keys.get(id(relation.other), ""), where)
        elif relation.other is record.found and isinstance(relation.subject, FoundAgreement):
            line = _link(
                LinkKind.DISCUSSED_AT, keys.get(id(relation.subject), ""), where, out=False
            )
            if relation.kind in {LinkKind.DISCUSSED_AT, LinkKind.APPROVED_AT}:
                yield line


def _link(
    kind: LinkKind, other: str, spans: tuple[Span, ...], *, out: bool = True
) -> SuggestedLine:
    return SuggestedLine(
        key="", kind=LineKind.LINK, name=kind, other=other, outgoing=out, spans=spans
    )
