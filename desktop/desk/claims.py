"""What stands behind a value: the claims of the sources, and what the catalogue says itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from db.commands.stages import StageSpec
from db.queries.evidence import evidence_for
from db.queries.faces import face_of
from db.queries.references import entry_refs
from db.queries.sheets import entry_sheet
from db.rows.entries import EntryRef, EntrySheet, StageRow
from db.rows.evidence import EvidenceRow
from db.rows.faces import Target
from db.rows.fields import Field, FieldType, field_of
from db.terms import Face
from desktop.desk.targets import shown_value

_STAGE_DATE = Field(name="date", type=FieldType.DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims about one target, and the value they are about, where it has one."""

    target: Target
    claims: tuple[EvidenceRow, ...]
    sheet: EntrySheet | None
    references: Mapping[int, EntryRef]

    @property
    def field(self) -> Field | None:
        """The field the claims are about; None where they are about the thing itself."""
        if self.target.thing == "stage" and self.target.field == "date":
            return _STAGE_DATE
        if self.target.thing != "entry" or not self.target.field or self.sheet is None:
            return None
        return field_of(self.sheet.kind, self.target.field)

    @property
    def current(self) -> str | None:
        """What the catalogue says, as text; None where that is not known here."""
        if self.sheet is None or self.field is None:
            return None
        if self.target.thing == "entry":
            return self.sheet.values.get(self.target.field, "")
        stage = self.stage
        return stage.date if stage else None

    @property
    def stage(self) -> StageRow | None:
        """The stage the claims are about, where they are about one."""
        stages = self.sheet.stages if self.sheet and self.target.thing == "stage" else ()
        return next((stage for stage in stages if stage.id == self.target.id), None)

    @property
    def in_conflict(self) -> bool:
        """Whether the sources disagree with each other or with the catalogue."""
        said = [(claim.how.value, claim.value) for claim in self.claims]
        return face_of(said, self.current or "") == Face.CONFLICT

    def shown(self, value: str, language: str) -> str:
        """Return a value of the field as people read it."""
        field = self.field
        return shown_value(field, value, self.references, language) if field else value

    def can_take(self, claim: EvidenceRow) -> bool:
        """Tell whether the catalogue could say what a claim says, and does not."""
        return self.current is not None and bool(claim.value) and claim.value != self.current


def claims_query(target: Target, entry_id: int | None) -> Callable[[Any], Claims]:
    """Make the query for what stands behind a target of an entry."""

    def query(session: Any) -> Claims:  # noqa: ANN401 - a session, which the desktop may not name
        claims = evidence_for(session, target)
        sheet = entry_sheet(session, entry_id) if entry_id is not None else None
        named = {int(claim.value) for claim in claims if claim.value.isdecimal()}
        known = {ref.id for ref in sheet.references.values()} if sheet else set[int]()
        return Claims(
            target=target,
            claims=claims,
            sheet=sheet,
            references=entry_refs(session, named | known),
        )

    return query


def with_date(stage: StageRow, date: str) -> StageSpec:
    """Return a stage as it is, with another date."""
    return StageSpec(
        kind=stage.kind,
        date=date,
        place_id=stage.place.id if stage.place else None,
        meeting_id=stage.meeting.id if stage.meeting else None,
        party_id=stage.party.id if stage.party else None,
        note=stage.note,
    )
