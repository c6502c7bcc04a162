"""What stays open on paper: where sources disagree, and what the catalogue lacks."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from db.rows.dossier import DossierDisagreement, DossierGap
from desktop.reports import phrases
from desktop.reports.entries import Title, titled
from desktop.reports.evidence import said
from desktop.reports.runs import Line, Row, citations, printable, row, separated
from desktop.reports.wording import Wording


class Disagreement(TypedDict):
    """A field of an entry, what each source says of it, and the ruling."""

    reference: str
    title: Title
    field: str
    rows: list[Row]


class Missing(TypedDict):
    """An entry and what is missing of it."""

    reference: str
    title: Title
    missing: Line


def disagreement(wording: Wording, item: DossierDisagreement) -> Disagreement:
    """Return what sources say of one field: a row for each, then the catalogue's ruling."""
    rows: list[Row] = []
    for claim in item.claims:
        numbers = [] if claim.citation is None else [claim.citation]
        label = "".join(each["text"] for each in citations(numbers, alone=True))
        rows += row(label, [said(wording, claim)])
    ruling = phrases.told(item.ruling)
    return {
        "reference": printable(item.reference),
        "title": titled(item.title),
        "field": wording.field(item.field),
        "rows": rows + row(wording.word("label", "ruling"), [ruling], quiet=True),
    }


def gaps(wording: Wording, found: Iterable[DossierGap], order: Sequence[str]) -> list[Missing]:
    """Return what each entry lacks, entries in the order of their references in the report."""
    by_entry: dict[tuple[str, str], list[DossierGap]] = {}
    for gap in found:
        by_entry.setdefault((gap.reference, gap.title), []).append(gap)
    places = {reference: place for place, reference in enumerate(order)}
    return [
        {
            "reference": printable(reference),
            "title": titled(title),
            "missing": separated(_missing(wording, missing), "; "),
        }
        for (reference, title), missing in sorted(
            by_entry.items(), key=lambda item: places.get(item[0][0], len(places))
        )
    ]


def _missing(wording: Wording, gaps: Iterable[DossierGap]) -> list[Line]:
    by_kind: dict[str, list[Line]] = {}
    for gap in gaps:
        by_kind.setdefault(gap.kind, []).append(_detail(wording, gap))
    return [
        separated([phrases.words(wording.word("gap", kind)), separated(details)], ": ")
        for kind, details in by_kind.items()
    ]


def _detail(wording: Wording, gap: DossierGap) -> Line:
    if gap.kind == "series" and gap.detail.isdecimal():
        return phrases.words(wording.word("phrase", "ordinal", number=gap.detail))
    if gap.kind == "evidence" and gap.detail.isdecimal():
        return phrases.words(wording.counted("values", int(gap.detail)))
    detail = phrases.told(gap.detail)
    if gap.found is None or gap.total is None:
        return detail
    found, total = wording.number(str(gap.found)), wording.number(str(gap.total))
    tally = wording.word("phrase", "found", found=found, total=total)
    return separated([detail, phrases.words(tally)], " – ")
