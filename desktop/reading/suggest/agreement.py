"""The suggestion of an agreement: its type, its stage, who stands in it, what it rests on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, How, LinkKind, StageKind
from desktop.reading.findings import FoundBody, FoundDate, FoundMeeting, Relation
from desktop.reading.records import AgreementRecord, Records
from desktop.reading.suggest.content import content_lines
from desktop.reading.suggest.ends import Ends, span, span_of
from desktop.reading.suggest.lines import field_line, numbered, role_lines

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)\d\d)\b")
_STAGE = "stage"
_INTO_FORCE = re.compile(r"force|сил[уеы]", re.IGNORECASE)
_ACTED_ON = "The source cites it as what is acted on."


def agreement(
    record: AgreementRecord, records: Records, ends: Ends, keys: dict[int, str]
) -> Suggestion:
    """Return the suggestion; ``keys`` give the keys of agreements and meetings by identity."""
    found = record.found
    lines = numbered(_lines(record, records, ends, keys))
    stage = next((line.key for line in lines if line.kind == LineKind.STAGE), "")
    return Suggestion(
        key=record.key,
        kind=EntryKind.AGREEMENT,
        title=found.title[:1].upper() + found.title[1:],
        spans=(*span_of(found), *(one for pair in found.mentions for one in span(*pair))),
        lines=tuple(_on_stage(line, stage) for line in lines),
        confidence=found.confidence,
        rule=found.rule,
    )


def _on_stage(line: SuggestedLine, stage: str) -> SuggestedLine:
    return replace(line, stage=stage) if line.stage else line


def _lines(
    record: AgreementRecord, records: Records, ends: Ends, keys: dict[int, str]
) -> Iterator[SuggestedLine]:
    found = record.found
    yield field_line("agreement_type", found.type, span_of(found), rule=found.rule)
    years = _YEARS.search(records.page.text, found.start, found.end)
    if years:
        where = span(years.start(), years.end())
        yield field_line("covers", f"{years[1]}/{years[2]}", where, rule="years in title")
    yield from _stages(record, records, ends, keys)
    yield from role_lines(found.roles, ends, stage=_STAGE if found.stage else "")
    for relation in records.findings.relations:
        if relation.subject is found and relation.kind != LinkKind.APPROVED_AT:
            yield from _relation(relation, ends, keys)
    yield from content_lines(found, records, ends)


def _stages(
    record: AgreementRecord, records: Records, ends: Ends, keys: dict[int, str]
) -> Iterator[SuggestedLine]:
    """Yield the acts told; of one cited as binding, its date, and that it is acted on."""
    found = record.found
    if found.stage is None:
        return
    signed = found.signed if found.stage != StageKind.SIGNED else None
    date = found.date if found.stage != StageKind.SIGNED else found.signed or found.date
    words = records.page.text[max(found.stage_start, 0) : max(found.stage_end, 0)]
    cited = found.stage == StageKind.IN_FORCE and not _INTO_FORCE.search(words)
    line = _stage(record, ends, None if cited or (signed and date == signed) else date)
    if signed:
        yield _stage(record, ends, signed, StageKind.SIGNED)
    elif cited and date:
        yield _stage(record, ends, date, StageKind.DATED)
    if cited:
        yield replace(
            line, how=How.INFERRED, reason=_ACTED_ON, place="", meeting="", confidence=0.6
        )
    else:
        yield replace(line, meeting=_meeting(record, records, keys))


def _stage(
    record: AgreementRecord, ends: Ends, date: FoundDate | None, kind: StageKind | None = None
) -> SuggestedLine:
    found = record.found
    told = span(found.stage_start, found.stage_end) or span_of(found)
    spans = tuple(dict.fromkeys((*told, *(span_of(date) if date else ()))))
    return SuggestedLine(
        key="",
        kind=LineKind.STAGE,
        name=kind or found.stage or StageKind.DATED,
        value=date.edtf if date else "",
        how=date.how if date else How.STATED,
        reason=date.reason if date else "",
        place=ends.key(found.city),
        spans=tuple(sorted(spans, key=lambda one: one.first)),
        confidence=found.confidence,
        rule=found.rule,
    )


def _meeting(record: AgreementRecord, records: Records, keys: dict[int, str]) -> str:
    """Return the key of the meeting at which the act was done."""
    found = (
        keys.get(id(one.other), "")
        for one in records.findings.relations
        if one.subject is record.found and isinstance(one.other, FoundMeeting)
    )
    return next(found, "")


def _relation(relation: Relation, ends: Ends, keys: dict[int, str]) -> Iterator[SuggestedLine]:
    other = relation.other
    if isinstance(other, FoundMeeting):
        return
    key = ends.key(other) if isinstance(other, FoundBody) else keys.get(id(other), "")
    if key:
        yield SuggestedLine(
            key="",
            kind=LineKind.LINK,
            name=relation.kind,
            other=key,
            spans=span(relation.start, relation.end),
            rule=relation.rule,
        )
