"""Where everything stands in the open directory: which file holds which records.

Paths are those below ``data``, the payload of the bag, with slashes.
"""

from collections.abc import Mapping

from db.rows.records.entries import RECORDS as OF_KINDS
from db.rows.records.entries import EntryRecord
from db.rows.records.history import ActRecord, ChangeRecord, TouchedRecord
from db.rows.records.vocabularies import (
    AboutRecord,
    LinkKindRecord,
    NoiseRecord,
    PostRecord,
    PrintedReportRecord,
    SavedSearchRecord,
    TagRecord,
)
from db.terms import EntryKind

FORMAT = "chancery-directory"
VERSION = 1
"""Raised with every change after which an older Chancery would read a directory wrongly."""

DATA = "data"
README = "README.txt"
SCHEMA = "schema.json"
TEXTS = "texts"
FILES = "files"
LEFT_OVER = "unused"
"""Texts that only the history still speaks of stand here, by their SHA-256."""

ABOUT: tuple[str, type[AboutRecord]] = ("catalogue.json", AboutRecord)

ENTRIES: Mapping[EntryKind, str] = {
    EntryKind.AGREEMENT: "entries/agreements.jsonl",
    EntryKind.MEETING: "entries/meetings.jsonl",
    EntryKind.SOURCE: "entries/sources.jsonl",
    EntryKind.PERSON: "entries/people.jsonl",
    EntryKind.ORGANISATION: "entries/organisations.jsonl",
    EntryKind.PLACE: "entries/places.jsonl",
}

TAGS, POSTS, LINK_KINDS = "tags.jsonl", "posts.jsonl", "link_kinds.jsonl"
NOISE, SEARCHES, REPORTS = "noise.jsonl", "saved_searches.jsonl", "printed_reports.jsonl"
ACTS, CHANGES, TOUCHED = "history/acts.jsonl", "history/changes.jsonl", "history/entries.jsonl"

_OF_ENTRIES: dict[str, type[EntryRecord]] = {
    place: OF_KINDS[kind] for kind, place in ENTRIES.items()
}
LINES: Mapping[str, type] = {
    **_OF_ENTRIES,
    TAGS: TagRecord,
    POSTS: PostRecord,
    LINK_KINDS: LinkKindRecord,
    NOISE: NoiseRecord,
    SEARCHES: SavedSearchRecord,
    REPORTS: PrintedReportRecord,
    ACTS: ActRecord,
    CHANGES: ChangeRecord,
    TOUCHED: TouchedRecord,
}
"""The record on each line of each file."""
