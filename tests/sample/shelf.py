"""Reading the sample back through the queries the screen uses."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from db.queries.evidence import evidence_for, evidence_of_entry
from db.queries.lists import list_ids, list_lines
from db.queries.sheets import entry_sheet
from db.queries.sources import SourcePage, source_page
from db.rows.entries import EntrySheet, FigureRow, LinkRow, PointRow, StageRow
from db.rows.evidence import EvidenceRow
from db.rows.faces import Target
from db.rows.lists import ListSpec
from db.terms import EntryKind, Face, How, LinkKind, PassageKind, StageKind


class Shelf:
    """The sample, asked by title."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def titles(self, kind: EntryKind) -> list[str]:
        ids = list_ids(self.session, ListSpec(kind=kind, sort="reference"))
        return [line.title for line in list_lines(self.session, ids)]

    def sheet(self, kind: EntryKind, title: str) -> EntrySheet:
        """Return the one sheet whose title holds the words."""
        ids = list_ids(self.session, ListSpec(kind=kind, sort="reference"))
        found = [line for line in list_lines(self.session, ids) if title in line.title]
        assert len(found) == 1, [line.title for line in found]
        sheet = entry_sheet(self.session, found[0].id)
        assert sheet is not None
        return sheet

    def agreement(self, title: str) -> EntrySheet:
        return self.sheet(EntryKind.AGREEMENT, title)

    def meeting(self, title: str) -> EntrySheet:
        return self.sheet(EntryKind.MEETING, title)

    def person(self, title: str) -> EntrySheet:
        return self.sheet(EntryKind.PERSON, title)

    def body(self, title: str) -> EntrySheet:
        return self.sheet(EntryKind.ORGANISATION, title)

    def place(self, title: str) -> EntrySheet:
        return self.sheet(EntryKind.PLACE, title)

    def source(self, title: str) -> EntrySheet:
        return self.sheet(EntryKind.SOURCE, title)

    def page(self, title: str) -> SourcePage:
        page = source_page(self.session, self.source(title).id)
        assert page is not None
        return page

    def claims(self, thing: str, thing_id: int, field: str = "") -> tuple[EvidenceRow, ...]:
        """Return the claims about exactly this field, or about the thing itself."""
        rows = evidence_for(self.session, Target(thing, thing_id, field))
        return tuple(row for row in rows if row.target.field == field)

    def claim(self, thing: str, thing_id: int, field: str = "") -> EvidenceRow:
        rows = self.claims(thing, thing_id, field)
        assert len(rows) == 1, rows
        return rows[0]

    def all_claims(self, sheet: EntrySheet) -> tuple[EvidenceRow, ...]:
        return evidence_of_entry(self.session, sheet.id)

    def says_nothing_of(self, thing: str, thing_id: int, field: str) -> bool:
        """Tell whether a source was read for a field and does not tell it."""
        return How.NOT_STATED in {row.how for row in self.claims(thing, thing_id, field)}


def outgoing(sheet: EntrySheet, kind: LinkKind) -> list[LinkRow]:
    return [link for link in sheet.links if link.kind == kind and link.outgoing]


def incoming(sheet: EntrySheet, kind: LinkKind) -> list[LinkRow]:
    return [link for link in sheet.links if link.kind == kind and not link.outgoing]


def others(links: Sequence[LinkRow]) -> list[str]:
    """Return the titles at the far ends, or the words of the source."""
    return [link.other.title if link.other else link.named_as for link in links]


def only(links: Sequence[LinkRow]) -> LinkRow:
    assert len(links) == 1, links
    return links[0]


def stage(sheet: EntrySheet, kind: StageKind) -> StageRow:
    found = [row for row in sheet.stages if row.kind == kind]
    assert len(found) == 1, sheet.stages
    return found[0]


def point(sheet: EntrySheet, wording: str) -> PointRow:
    found = [row for row in sheet.points if wording in row.wording]
    assert len(found) == 1, sheet.points
    return found[0]


def figure(sheet: EntrySheet, number: str, unit: str = "") -> FigureRow:
    found = [row for row in sheet.figures if row.number == number and unit in row.unit]
    assert len(found) == 1, sheet.figures
    return found[0]


def face(sheet: EntrySheet, thing: str, thing_id: int, field: str = "") -> Face:
    row = sheet.faces.get(Target(thing, thing_id, field))
    return Face.NONE if row is None else row.face


def words(claim: EvidenceRow) -> list[str]:
    return [passage.words for passage in claim.passages]


def passages(page: SourcePage, kind: PassageKind) -> list[str]:
    return [passage.words for passage in page.passages if passage.kind == kind]


def tags(sheet: EntrySheet) -> set[str]:
    return {tag.label_en for tag in sheet.tags}
