"""The whole report as data: what the template sets, in order, worded in one language.

The template decides nothing: which sections there are, their numbers, what leads where and
whether an entry may break stands here.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypedDict, TypeVar

from db.rows.dossier import CountryDossier
from desktop.reports import agreements, meetings, people, phrases, questions, sources
from desktop.reports.chronology import chronology
from desktop.reports.cover import Cover, cover, is_empty, title_of_country
from desktop.reports.entries import Entry, shortened
from desktop.reports.wording import Wording

T = TypeVar("T")
Check = Callable[[], None]

_CONTENTS_LETTERS = 84
_CONTENTS_LINES = 54
"""Lines of the contents that the smaller paper has room for beside the sections' own."""


class Group(TypedDict):
    """Entries under a heading of their own; no heading where the section has one group only."""

    heading: str
    entries: list[Entry]


class Section(TypedDict):
    """A numbered section; ``kind`` tells the template how ``items`` are laid out."""

    kind: str
    number: int
    heading: str
    passed: int
    """How many of its groups stand in the volumes before."""
    items: list[Any]


class Report(TypedDict):
    """Everything the template is handed."""

    language: str
    paper: str
    title: str
    country: str
    volume: str
    """Which of how many it is; empty for a report in one piece."""
    holds: list[str]
    """The sections of this volume, and where to look for the others."""
    foot: str
    day: list[int]
    page: str
    contents: str
    entry_count: int
    cover: Cover
    sections: list[Section]
    anchors: dict[str, bool]


def report(dossier: CountryDossier, printed_on: date, check: Check = lambda: None) -> Report:
    """Return the report of a dossier as the template takes it: strings, lists and numbers only.

    ``check`` is called again and again, to raise where nobody waits for the report any more.
    """
    wording = Wording(dossier.choices.language)
    country = title_of_country(wording, dossier)
    sections = [] if is_empty(dossier) else _sections(wording, dossier, check)
    anchors = _unique_anchors(sections)
    list_what_fits(sections)
    paper = {"a4": "a4", "letter": "us-letter"}[dossier.choices.paper]
    return {
        "language": wording.language,
        "paper": paper,
        "title": wording.word("cover", "title", country=country),
        "country": country,
        "volume": "",
        "holds": [],
        "foot": _foot(wording, dossier),
        "day": [printed_on.year, printed_on.month, printed_on.day],
        "page": wording.word("cover", "page", page="{page}", pages="{pages}"),
        "contents": wording.word("cover", "contents"),
        "entry_count": sum(len(group) for group in (dossier.agreements, dossier.meetings)),
        "cover": cover(wording, dossier),
        "sections": sections,
        "anchors": anchors,
    }


def _foot(wording: Wording, dossier: CountryDossier) -> str:
    """Return what tells a loose page's origin: the catalogue, and the day of its state."""
    day = phrases.date_words(wording, dossier.as_of)
    title = shortened(dossier.catalogue_title)["text"] if dossier.catalogue_title.strip() else ""
    state = wording.word("cover", "state", day=day)
    return " · ".join(part for part in (title, state) if part)


def _sections(wording: Wording, dossier: CountryDossier, check: Check) -> list[Section]:
    order = [item.reference for item in (*dossier.agreements, *dossier.meetings)]
    claims = (questions.disagreement(wording, item) for item in dossier.disagreements)
    cited = (sources.source(wording, item) for item in dossier.sources)
    parts: list[tuple[str, str, list[Any]]] = [
        ("chronology", "years", list(chronology(wording, dossier))),
        ("agreements", "groups", _agreement_groups(wording, dossier, check)),
        ("meetings", "groups", _meeting_groups(wording, dossier, check)),
        ("participants", "groups", _participant_groups(wording, dossier, check)),
        ("memberships", "rows", list(people.membership_rows(wording, dossier.memberships))),
        ("disagreements", "claims", list(_checked(claims, check))),
        ("gaps", "gaps", list(questions.gaps(wording, dossier.gaps, order))),
        ("sources", "sources", list(_checked(cited, check))),
    ]
    filled = [(code, kind, items) for code, kind, items in parts if items]
    return [
        {
            "kind": kind,
            "number": number,
            "heading": wording.word("section", code),
            "passed": 0,
            "items": items,
        }
        for number, (code, kind, items) in enumerate(filled, start=1)
    ]


def _checked(rows: Iterable[T], check: Check) -> Iterator[T]:
    for row in rows:
        check()
        yield row


def list_what_fits(sections: Iterable[Section]) -> None:
    """Leave participants, who stand by the alphabet, out of contents too long for a page."""
    groups = [group for part in sections if part["kind"] == "groups" for group in part["items"]]
    entries = [each for group in groups for each in group["entries"]]
    lines = sum(1 + len(each["short"]["text"]) // _CONTENTS_LETTERS for each in entries)
    fits = lines + 2 * len(groups) <= _CONTENTS_LINES
    for each in entries:
        each["listed"] = fits or not each["participant"]


def _agreement_groups(wording: Wording, dossier: CountryDossier, check: Check) -> list[Group]:
    return [
        {
            "heading": wording.word("group", stage),
            "entries": [
                agreements.agreement_entry(wording, item, dossier.as_of)
                for item in _checked(items, check)
            ],
        }
        for stage, items in agreements.grouped(dossier.agreements)
    ]


def _meeting_groups(wording: Wording, dossier: CountryDossier, check: Check) -> list[Group]:
    entries = [meetings.meeting_entry(wording, item) for item in _checked(dossier.meetings, check)]
    return [{"heading": "", "entries": entries}] if entries else []


def _participant_groups(wording: Wording, dossier: CountryDossier, check: Check) -> list[Group]:
    groups: list[Group] = []
    for kind in ("person", "organisation", "place"):
        chosen = (item for item in dossier.participants if item.kind == kind)
        entries = [people.participant_entry(wording, item) for item in _checked(chosen, check)]
        if entries:
            groups.append({"heading": wording.word("group", kind), "entries": entries})
    return groups


def _unique_anchors(sections: Iterable[Section]) -> dict[str, bool]:
    """Give each label to the first that bears it: a label met twice leads nowhere in Typst."""
    anchors: dict[str, bool] = {}
    for holder in _anchored(sections):
        if holder["anchor"] in anchors:
            holder["anchor"] = ""
        elif holder["anchor"]:
            anchors[holder["anchor"]] = True
    return anchors


def anchors_of(sections: Iterable[Section]) -> dict[str, bool]:
    """Return the labels that entries and sources of some sections bear."""
    return {holder["anchor"]: True for holder in _anchored(sections) if holder["anchor"]}


def _anchored(sections: Iterable[Section]) -> Iterable[Any]:
    for section in sections:
        if section["kind"] == "groups":
            for group in section["items"]:
                yield from group["entries"]
        elif section["kind"] == "sources":
            yield from section["items"]
