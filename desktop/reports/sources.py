"""The list of sources on paper, in the order of the numbers they are cited by."""

from typing import TypedDict

from db.rows.dossier import DossierSource
from desktop.reports import phrases
from desktop.reports.entries import Title, titled
from desktop.reports.runs import Line, printable, separated, source_label
from desktop.reports.wording import Wording

_SHOWN_DIGITS = 16


class Source(TypedDict):
    """A source as the report's last pages list it."""

    number: str
    anchor: str
    reference: str
    title: Title
    lines: list[Line]
    address: str
    checksum: str


def source(wording: Wording, item: DossierSource) -> Source:
    """Return a source: what it is, who published it when, in which languages, where, its hash."""
    names = ", ".join(wording.language_name(code) for code in item.languages)
    published = phrases.date_words(wording, item.published)
    received = phrases.date_words(wording, item.received)
    described = separated(
        [
            phrases.words(wording.word("source_kind", item.kind)),
            phrases.told(item.publisher),
            phrases.told(item.byline),
            phrases.words(
                wording.word("phrase", "published", day=published)
                if published
                else wording.word("phrase", "undated_source")
            ),
            phrases.words(wording.word("phrase", "received", day=received) if received else ""),
            phrases.words(names),
        ]
    )
    return {
        "number": f"[{item.number}]",
        "anchor": source_label(item.number),
        "reference": printable(item.reference),
        "title": titled(item.title, item.language),
        "lines": [described],
        "address": printable(item.address),
        "checksum": printable(item.sha256)[:_SHOWN_DIGITS],
    }
