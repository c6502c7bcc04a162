"""The fields of each kind of entry as data: commands, forms, evidence and labels read one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.terms import (
    AgreementType,
    EntryKind,
    MeetingFormat,
    MeetingKind,
    OrganisationKind,
    PlaceKind,
    ReadingState,
    ReviewState,
    SourceKind,
    Standing,
)


class FieldType(StrEnum):
    """How a field's value is written as text, and so which editor it takes."""

    LINE = "line"
    BLOCK = "block"
    DATE = "date"
    CHOICE = "choice"
    INTEGER = "integer"
    LANGUAGES = "languages"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field; its value crosses the border as text: EDTF, a code, digits, an entry's id."""

    name: str
    type: FieldType = FieldType.LINE
    choices: tuple[str, ...] = ()
    column: str = ""
    """The mapped attribute; the field's own name where empty."""
    evidenced: bool = True
    """Whether a value without evidence counts as a gap."""
    required: bool = False

    @property
    def attribute(self) -> str:
        """The mapped attribute that holds the value."""
        return self.column or self.name


def _choice(name: str, terms: type[StrEnum], *, evidenced: bool = False) -> Field:
    return Field(
        name=name, type=FieldType.CHOICE, choices=tuple(terms), evidenced=evidenced, required=True
    )


def _date(name: str, *, evidenced: bool = True) -> Field:
    return Field(name=name, type=FieldType.DATE, evidenced=evidenced)


def _own(name: str, field_type: FieldType = FieldType.LINE) -> Field:
    return Field(name=name, type=field_type, evidenced=False)


TITLE = Field(name="title", evidenced=False, required=True)
_SHARED = (
    _own("summary", FieldType.BLOCK),
    _own("note", FieldType.BLOCK),
    _choice("review", ReviewState),
)

FIELDS: Mapping[EntryKind, tuple[Field, ...]] = {
    EntryKind.SOURCE: (
        TITLE,
        _choice("source_kind", SourceKind),
        _choice("reading_state", ReadingState),
        _own("publisher"),
        _own("byline"),
        _date("published"),
        _date("received", evidenced=False),
        _own("languages", FieldType.LANGUAGES),
        _own("address"),
        *_SHARED,
    ),
    EntryKind.AGREEMENT: (
        TITLE,
        _choice("agreement_type", AgreementType),
        Field(name="number"),
        _date("covers"),
        Field(name="authentic_languages", type=FieldType.LANGUAGES),
        *_SHARED,
    ),
    EntryKind.MEETING: (
        TITLE,
        _choice("meeting_kind", MeetingKind),
        _choice("standing", Standing),
        Field(name="ordinal", type=FieldType.INTEGER),
        _own("ordinal_as_written"),
        _date("start"),
        _date("end"),
        Field(name="place", type=FieldType.PLACE, column="place_id"),
        _own("place_as_stated"),
        _choice("format", MeetingFormat),
        *_SHARED,
    ),
    EntryKind.PERSON: (
        TITLE,
        _own("family_name"),
        _own("given_names"),
        _date("born"),
        _date("died"),
        *_SHARED,
    ),
    EntryKind.ORGANISATION: (TITLE, _choice("organisation_kind", OrganisationKind), *_SHARED),
    EntryKind.PLACE: (
        TITLE,
        _choice("place_kind", PlaceKind),
        Field(name="parent", type=FieldType.PLACE, column="parent_id", evidenced=False),
        _own("code"),
        *_SHARED,
    ),
}


def field_of(kind: EntryKind, name: str) -> Field | None:
    """Return the field of that name, or None."""
    return next((field for field in FIELDS[kind] if field.name == name), None)
