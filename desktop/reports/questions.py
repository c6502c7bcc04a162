"""What stays open on paper: where sources disagree, and what the catalogue lacks."""

from collections.abc import Iterable
from typing import TypedDict

from db.rows.dossier import DossierDisagreement, DossierGap
from desktop.reports import phrases
from desktop.reports.entries import Title, titled
from desktop.reports.runs import Line, Row, citations, printable, reference, row, separated
from desktop.reports.wording import Wording


class Disagreement(TypedDict):
    """A field of an entry, what each source says of it, and the ruling."""

    reference: str
    title: Title
    field: str
    rows: list[Row]


def disagreement(wording: Wording, item: DossierDisagreement) -> Disagreement:
    """Return what sources say of one field: a row for each, then the catalogue's ruling."""
    rows: list[Row] = []
    for claim in item.claims:
        numbers = [] if claim.citation is None else [claim.citation]
        label = "".join(each["text"] for each in citations(numbers, alone=True))
        rows += row(label, [phrases.said(wording, claim)])
    ruling = phrases.told(item.ruling)
    return {
        "reference": printable(item.reference),
        "title": titled(item.title),
        "field": wording.field(item.field),
        "rows": rows + row(wording.word("label", "ruling"), [ruling], quiet=True),
    }


def gap_rows(wording: Wording, gaps: Iterable[DossierGap]) -> list[Row]:
    """Return a row for each kind of gap with the entries that have it."""
    by_kind: dict[str, list[Line]] = {}
    for gap in gaps:
        by_kind.setdefault(gap.kind, []).append(_gap(wording, gap))
    return [
        each for kind, lines in by_kind.items() for each in row(wording.word("gap", kind), lines)
    ]


def _gap(wording: Wording, gap: DossierGap) -> Line:
    detail = phrases.told(gap.detail)
    if gap.kind == "series" and gap.detail.isdecimal():
        detail = phrases.words(wording.word("phrase", "ordinal", number=gap.detail))
    mark: Line = [reference(gap.reference)] if gap.reference else []
    line = separated([mark, phrases.told(gap.title)], "\u2002")
    tally: Line = []
    if gap.found is not None and gap.total is not None:
        found, total = wording.number(str(gap.found)), wording.number(str(gap.total))
        tally = phrases.words(wording.word("phrase", "found", found=found, total=total))
    return separated([line, separated([detail, tally], ": ")])
