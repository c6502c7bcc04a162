"""The mapped tables, one file per aggregate; importing this package maps them all."""

from db.models.agreement import Agreement, Stage
from db.models.aside import (
    Draft,
    File,
    PrintedReport,
    PrintedReportEntry,
    ReferenceCounter,
    SourceText,
)
from db.models.content import Figure, FigureMember, Point, Quotation
from db.models.derived import EntryCountry, SourceSketch
from db.models.entry import Entry, Name
from db.models.evidence import TARGETS, Evidence, EvidencePassage, Passage
from db.models.history import Revision, RevisionChange, RevisionEntry
from db.models.link import Link, LinkRule
from db.models.meeting import Meeting
from db.models.participant import Organisation, Person, Post
from db.models.place import Place
from db.models.reading import Decision, NoisePattern, SourceReading
from db.models.search import FACET_BLOCK_BITS, EntryFacets, IndexWord, SavedSearch
from db.models.source import Source
from db.models.tag import EntryTag, Tag

__all__ = [
    "FACET_BLOCK_BITS",
    "TARGETS",
    "Agreement",
    "Decision",
    "Draft",
    "Entry",
    "EntryCountry",
    "EntryFacets",
    "EntryTag",
    "Evidence",
    "EvidencePassage",
    "Figure",
    "FigureMember",
    "File",
    "IndexWord",
    "Link",
    "LinkRule",
    "Meeting",
    "Name",
    "NoisePattern",
    "Organisation",
    "Passage",
    "Person",
    "Place",
    "Point",
    "Post",
    "PrintedReport",
    "PrintedReportEntry",
    "Quotation",
    "ReferenceCounter",
    "Revision",
    "RevisionChange",
    "RevisionEntry",
    "SavedSearch",
    "Source",
    "SourceReading",
    "SourceSketch",
    "SourceText",
    "Stage",
    "Tag",
]
