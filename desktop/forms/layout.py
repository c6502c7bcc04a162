"""Where the fields of each kind of entry stand on its form, and what a new one begins with."""

from collections.abc import Mapping

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

Lines = tuple[tuple[str, ...], ...]
"""Lines of a form; fields that belong together share one."""

LINES: Mapping[EntryKind, Lines] = {
    EntryKind.SOURCE: (
        ("source_kind", "reading_state"),
        ("publisher", "byline"),
        ("published", "received"),
        ("languages",),
        ("address",),
    ),
    EntryKind.AGREEMENT: (
        ("agreement_type", "covers"),
        ("number", "authentic_languages"),
    ),
    EntryKind.MEETING: (
        ("meeting_kind", "standing"),
        ("start", "end"),
        ("place", "place_as_stated"),
        ("ordinal", "ordinal_as_written"),
        ("format",),
    ),
    EntryKind.PERSON: (("given_names", "family_name"), ("born", "died")),
    EntryKind.ORGANISATION: (("organisation_kind",),),
    EntryKind.PLACE: (("place_kind", "code"), ("parent",)),
}
"""The fields above the sections, title aside."""

LAST_LINES: Lines = (("summary",), ("note",), ("review",))
"""The fields beneath the sections, the same for all kinds."""

STARTING: Mapping[EntryKind, Mapping[str, str]] = {
    EntryKind.SOURCE: {
        "source_kind": SourceKind.PRESS_RELEASE,
        "reading_state": ReadingState.INBOX,
    },
    EntryKind.AGREEMENT: {"agreement_type": AgreementType.AGREEMENT},
    EntryKind.MEETING: {
        "meeting_kind": MeetingKind.TALKS,
        "standing": Standing.HELD,
        "format": MeetingFormat.NOT_STATED,
    },
    EntryKind.PERSON: {},
    EntryKind.ORGANISATION: {"organisation_kind": OrganisationKind.OTHER},
    EntryKind.PLACE: {"place_kind": PlaceKind.CITY},
}


def starting_values(kind: EntryKind) -> dict[str, str]:
    """Return what a new form of a kind shows before anything is typed."""
    return {**{name: str(code) for name, code in STARTING[kind].items()}, "review": _DRAFT}


_DRAFT = str(ReviewState.DRAFT)
