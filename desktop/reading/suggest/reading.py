"""All suggestions of a release, in the order of its text."""

from collections.abc import Iterator

from db.rows.evidence import Span
from db.rows.suggestions import Reading, SuggestedLine, Suggestion
from db.terms import EntryKind
from desktop.reading.records import Records
from desktop.reading.suggest import participants
from desktop.reading.suggest.agreement import agreement
from desktop.reading.suggest.content import content_lines
from desktop.reading.suggest.ends import COUNTRY, Ends, span_of
from desktop.reading.suggest.lines import date_line, field_line, numbered
from desktop.reading.suggest.meeting import meeting

SOURCE = "source"
"""The key of the suggestion about the source itself."""


def suggest(records: Records, *, version: str = "", partial: str = "") -> Reading:
    """Return what a release suggests; nothing is known of the catalogue yet."""
    ends = Ends(records)
    found = [*_source(records, ends), *_acts(records, ends), *_participants(records, ends)]
    found.extend(_implied(found))
    ordered = sorted(found, key=lambda one: one.spans[0].first if one.spans else 0)
    return Reading(
        suggestions=tuple(ordered),
        noise=tuple(
            (Span(first=paragraph.start, last=paragraph.end), paragraph.noise)
            for paragraph in records.page.paragraphs
            if paragraph.noise
        ),
        version=version,
        partial=partial,
    )


def _acts(records: Records, ends: Ends) -> Iterator[Suggestion]:
    """Yield agreements and meetings, which name each other."""
    keys = {id(record.found): record.key for record in (*records.agreements, *records.meetings)}
    for record in records.agreements:
        yield agreement(record, records, ends, keys)
    for session in records.meetings:
        yield meeting(session, records, ends, keys)


def _participants(records: Records, ends: Ends) -> Iterator[Suggestion]:
    language = records.page.language
    yield from (participants.person(one, ends) for one in records.people if not one.byline)
    yield from (participants.body(one, language) for one in records.bodies)
    yield from (participants.country(one) for one in records.countries)
    yield from (participants.city(one) for one in records.cities)


def _implied(found: list[Suggestion]) -> Iterator[Suggestion]:
    """Yield the countries that no word names, only what is of them: a governor, a ministry."""
    named = {one.key for one in found}
    for one in found:
        for line in one.lines:
            for key in (line.other, line.on_behalf_of):
                if key.startswith(COUNTRY) and key not in named:
                    named.add(key)
                    yield participants.implied_country(key.removeprefix(COUNTRY), line.spans)


def _source(records: Records, ends: Ends) -> Iterator[Suggestion]:
    """Yield what the page says of itself: its date, who wrote it, what belongs to no record."""
    lines: list[SuggestedLine] = []
    if records.published:
        lines.append(date_line("published", records.published))
    for person in records.people:
        if person.byline:
            where = span_of(person.mentions[0])
            lines.append(field_line("byline", person.name, where, rule=person.mentions[0].rule))
    lines.extend(content_lines(None, records, ends))
    if lines:
        first = next((line.spans for line in lines if line.spans), ())
        yield Suggestion(
            key=SOURCE, kind=EntryKind.SOURCE, title="", spans=first, lines=numbered(lines)
        )
