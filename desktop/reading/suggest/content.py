"""What a record says: its points, figures, quotations and subjects, as lines."""

from collections.abc import Iterator

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
    for tag, start, end in found.topics:
        yield SuggestedLine(
            key="", kind=LineKind.TAG, name="tag", value=str(tag), spans=span(start, end)
        )


def home(records: Records) -> FoundAgreement | FoundMeeting | None:
    """Return the record that a release's figures, quotations and subjects belong to.

    The meeting with most about it, else the first agreement, else the source itself (None).
    """
    meetings = [record.found for record in records.meetings]
    if meetings:
        return max(meetings, key=lambda one: (len(one.roles) + len(one.mentions), -one.start))
    return records.agreements[0].found if records.agreements else None
