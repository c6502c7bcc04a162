"""What a record says: its points, figures, quotations and subjects, as lines."""

from collections.abc import Iterable, Iterator

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine
from desktop.reading.findings import FoundAgreement, FoundMeeting
from desktop.reading.records import Records
from desktop.reading.suggest.ends import Ends, span
from desktop.reading.suggest.lines import figure_line, point_line, quotation_line


def content_lines(
    owner: FoundAgreement | FoundMeeting | None, records: Records, ends: Ends
) -> Iterator[SuggestedLine]:
    """Yield the content of a record; of the source itself (None) what belongs to no record."""
    found = records.findings
    for point in found.points:
        if point.owner is owner:
            yield point_line(point)
    if owner is not home(records):
        return
    for figure in found.figures:
        line = figure_line(figure, ends)
        if line.value:  # "scores of" is no number that could be kept
            yield line
    for quotation in found.quotations:
        yield quotation_line(quotation, ends)
    yield from _tags(found.topics)


def _tags(topics: Iterable[tuple[int, int, int]]) -> Iterator[SuggestedLine]:
    """Yield one line for each tag, standing on all the words that call for it."""
    spans: dict[int, list[Span]] = {}
    for tag, start, end in topics:
        spans.setdefault(tag, []).extend(span(start, end))
    for tag, words in spans.items():
        yield SuggestedLine(
            key="", kind=LineKind.TAG, name="tag", value=str(tag), spans=tuple(words)
        )


def home(records: Records) -> FoundAgreement | FoundMeeting | None:
    """Return the record that a release's figures, quotations and subjects belong to.

    The meeting with most about it, else the first agreement, else the source itself (None).
    """
    meetings = [record.found for record in records.meetings]
    if meetings:
        return max(meetings, key=lambda one: (len(one.roles) + len(one.mentions), -one.start))
    return records.agreements[0].found if records.agreements else None
