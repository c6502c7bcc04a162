"""Reading a file from the command line, with or without a catalogue whose names are known."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from db.catalogue import Catalogue
from db.queries.known import with_known
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, LinkKind
from desktop.intake_warnings import warning_sentences
from desktop.reading.as_json import Json
from desktop.reading.as_json import as_json as json_of
from desktop.reading.records import Records
from desktop.release_files import read_file as take_file
from desktop.source_reading import read_text, taught_for
from desktop.version import PROGRAM


def read_file(path: Path, catalogue: Path | None, *, as_json: bool) -> str:
    """Return what a release speaks of, as JSON or as lines to look at.

    With a catalogue, the lines it has learnt to pass over are, and its entries are recognised.

    Raises:
        CatalogueError: why the file or the catalogue can't be read.
    """
    release = take_file(path)
    if catalogue is None:
        records, reading = read_text(release.text)
        suggestions = reading.suggestions
    else:
        records, suggestions = _read_with(catalogue, release.text)
    if as_json:
        told = _with_references(json_of(records), records, suggestions)
        told |= {"warnings": list(release.warnings), "left_out": list(release.left_out)}
        return json.dumps(told, ensure_ascii=False, indent=2)
    remarks = warning_sentences(release.warnings, release.left_out)
    return "\n".join([*([remarks] if remarks else []), *_lines(suggestions)])


def _read_with(path: Path, text: str) -> tuple[Records, tuple[Suggestion, ...]]:
    with Catalogue.open(path, program=PROGRAM) as catalogue:
        with catalogue.read() as session:
            taught = taught_for(session, text)
        records, reading = read_text(text, taught)
        with catalogue.read() as session:
            return records, with_known(session, reading.suggestions)


def _with_references(told: Json, records: Records, suggestions: Sequence[Suggestion]) -> Json:
    """Add to each record the reference of the entry the catalogue knows it by."""
    known = {one.key: one.entry_reference for one in suggestions if one.entry_reference}
    groups = {
        "people": [one for one in records.people if not one.byline],
        "organisations": records.bodies,
        "agreements": records.agreements,
        "meetings": records.meetings,
    }
    for name, group in groups.items():
        for row, record in zip(told[name], group, strict=True):
            if record.key in known:
                row["known"] = known[record.key]
    return told


def _lines(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    titles = {one.key: one.title for one in suggestions}
    for one in suggestions:
        is_city = one.kind == EntryKind.PLACE and not one.code
        if not is_city:
            yield _line(one, titles)


def _line(one: Suggestion, titles: Mapping[str, str]) -> str:
    known = f" = {one.entry_reference} {one.entry_title}" if one.entry_reference else ""
    said = (_said(line, titles) for line in one.lines)
    head = f"{one.kind}: {one.title}{known}" if one.title else f"{one.kind}"
    return "; ".join((head, *filter(None, said)))


def _said(line: SuggestedLine, titles: Mapping[str, str]) -> str:
    """Return a line of a record in a few words; empty where it says nothing beyond its record."""
    other = titles.get(line.other or line.on_behalf_of, "")
    match line.kind:
        case LineKind.FIELD:
            return f"{_plain(line.name)} {other or line.value}"
        case LineKind.STAGE:
            return f"{_plain(line.name)} {line.value}".strip()
        case LineKind.LINK if line.name != LinkKind.ABOUT:
            post = f" ({line.post_as})" if line.post_as else ""
            return f"{_plain(line.name)} {other}{post}"
        case LineKind.NAME | LineKind.POINT | LineKind.QUOTATION:
            return f"{line.kind}: {' '.join(line.value.split())}"
        case LineKind.FIGURE:
            return f"{line.value} {line.unit}".strip()
        case _:
            return ""


def _plain(term: str) -> str:
    return term.replace("_", " ")
