"""Evidence on paper: what a source says, how, in whose words, and why it is read so."""

import re
from collections.abc import Iterable

from db.rows.dossier import DossierEvidence
from desktop.reports import phrases
from desktop.reports.runs import (
    Line,
    Row,
    citations,
    printable,
    quoted,
    remarked,
    row,
    separated,
)
from desktop.reports.wording import Wording

_DATE_FIELDS = frozenset({
    "covers", "date", "due", "end", "period", "published", "received", "since", "start", "until",
})  # fmt: skip
_LANGUAGE_FIELDS = frozenset({"authentic_languages", "languages"})
_CODED_FIELDS = {
    "agreement_type": "agreement_type",
    "meeting_kind": "meeting_kind",
    "standing": "standing",
    "format": "format",
    "mode": "mode",
    "presence": "presence",
    "state": "figure_state",
    "kind": "stage",
}
"""The vocabularies whose codes stand as values of fields."""
_COUNTED = re.compile(r"\A(\d+(?:\.\d+)?)(?= |\Z)")
_COUNTED_FIELDS = frozenset({"figure", "number", "entry", "bound", "unit"})


def note_rows(wording: Wording, evidence: Iterable[DossierEvidence]) -> list[Row]:
    """Return a quiet row for each claim a reader must weigh; only the first is labelled.

    Claims equal in all but field and value, as of an act's date, place and meeting, are one.
    """
    alike: dict[DossierEvidence, list[DossierEvidence]] = {}
    for item in evidence:
        key = DossierEvidence(
            how=item.how,
            quoted=item.quoted,
            attributed_to=item.attributed_to,
            reason=item.reason,
            citation=item.citation,
        )
        alike.setdefault(key, []).append(item)
    label = wording.word("label", "evidence")
    rows: list[Row] = []
    for items in alike.values():
        rows += row("" if rows else label, [_note(wording, items)], quiet=True)
    return rows


def _note(wording: Wording, items: list[DossierEvidence]) -> Line:
    by_field: dict[str, list[Line]] = {}
    for item in items:
        by_field.setdefault(wording.field(item.field), []).append(_value(wording, item))
    heads = [_headed(field, separated(values)) for field, values in by_field.items()]
    first = items[0]
    line = _told(wording, first, separated(heads, "; "))
    return line + citations([] if first.citation is None else [first.citation])


def _headed(field: str, values: Line) -> Line:
    colon = ": " if values else ""
    return [{"text": f"{field}{colon}", "face": "strong"}, *values]


def said(wording: Wording, item: DossierEvidence) -> Line:
    """Return what one source says: the value, how, in whose words, for which reason."""
    return _told(wording, item, _value(wording, item))


def _told(wording: Wording, item: DossierEvidence, value: Line) -> Line:
    attributed = item.attributed_to
    how = "" if item.how == "stated" else wording.word("how", item.how)
    line = separated(
        [
            value,
            phrases.aside(how),
            phrases.aside(wording.word("phrase", "says", name=attributed) if attributed else ""),
        ]
    )
    return remarked(line, item.reason, _quotations(wording, item.quoted))


def _value(wording: Wording, item: DossierEvidence) -> Line:
    field, value = item.field, item.value
    if _plain(value) in {_plain(passage) for passage in item.quoted}:
        return []
    if field in _DATE_FIELDS:
        return phrases.words(phrases.date_words(wording, value))
    if field in _LANGUAGE_FIELDS:
        return phrases.words(", ".join(wording.language_name(code) for code in value.split()))
    vocabulary = _CODED_FIELDS.get(field, "")
    if vocabulary and wording.has(vocabulary, value):
        return phrases.words(wording.word(vocabulary, value))
    if field in _COUNTED_FIELDS:
        value = _COUNTED.sub(lambda found: wording.number(found[1]), value)
    return phrases.told(value)


def _plain(text: str) -> str:
    return printable(text).casefold().strip(" .")


def _quotations(wording: Wording, passages: Iterable[str]) -> Line:
    """Return quoted passages; an ellipsis stands where their words stand apart."""
    runs = [quoted(passage, wording.language) for passage in passages if passage.strip()]
    return separated([[each] for each in runs], " … ")
