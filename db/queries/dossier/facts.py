"""The facts a dossier is written from, as the tables hold them, by the entries they are of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from db.terms import (
    EntryKind,
    LinkKind,
    Mode,
    PlaceKind,
    Presence,
    ReviewState,
    StageKind,
)
from db.text.dates import EdtfDate


class EntryFact(NamedTuple):
    """What all entries have; dates and versions as of the one state that is read."""

    id: int
    kind: EntryKind
    reference: str
    title: str
    summary: str
    review: ReviewState
    trashed: bool
    version: int
    changed_at: str
    """ISO 8601, in UTC."""
    sort_title: str
    sort_date: str
    date_text: str
    subtype: str
    gap_count: int


class LinkFact(NamedTuple):
    """A link."""

    id: int
    kind: LinkKind
    subject_id: int
    object_id: int | None
    object_kind: EntryKind
    behalf_id: int | None
    stage_id: int | None
    named_as: str
    post_as: str
    post_id: int | None
    acting: bool
    presence: Presence
    number: int | None
    mode: Mode
    since: EdtfDate | None
    until: EdtfDate | None
    note: str


class StageFact(NamedTuple):
    """A stage of an agreement."""

    id: int
    agreement_id: int
    kind: StageKind
    date: EdtfDate | None
    place_id: int | None
    meeting_id: int | None
    party_id: int | None
    position: int
    note: str


class PlaceFact(NamedTuple):
    """A place; ``code`` is ISO 3166."""

    id: int
    kind: PlaceKind
    code: str
    parent_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is known of some entries, read in a fixed number of statements."""

    country: str
    entries: Mapping[int, EntryFact]
    """The entries asked for, and all that they speak of."""
    codes: Mapping[int, frozenset[str]]
    """The countries (ISO 3166-1) that people, bodies and places are of."""
    places: Mapping[int, PlaceFact]
    meeting_places: Mapping[int, int]
    links_from: Mapping[int, tuple[LinkFact, ...]]
    """By subject, in the order they are shown."""
    links_to: Mapping[int, tuple[LinkFact, ...]]
    """By object."""
    links_for: Mapping[int, tuple[LinkFact, ...]]
    """By whom they are on behalf of."""
    stages: Mapping[int, tuple[StageFact, ...]]
    """By agreement, in the order of its life."""

    link: Mapping[int, LinkFact]
    """By id."""
    stage: Mapping[int, StageFact]
    """By id."""

    def present(self, entry_id: int | None) -> EntryFact | None:
        """Return an entry that is not in the trash, or None."""
        entry = self.entries.get(entry_id) if entry_id is not None else None
        return None if entry is None or entry.trashed else entry

    def is_of(self, entry_id: int | None) -> bool:
        """Tell whether a person, body or place is of the country, or the country itself."""
        return entry_id is not None and self.country in self.codes.get(entry_id, ())

    def is_country(self, entry_id: int | None) -> bool:
        """Tell whether an entry is the country itself."""
        place = self.places.get(entry_id) if entry_id is not None else None
        return place is not None and (place.kind, place.code) == (PlaceKind.COUNTRY, self.country)

    def links(self, entry_id: int, *kinds: LinkKind) -> Iterator[LinkFact]:
        """Yield the links of some kinds from an entry."""
        return (link for link in self.links_from.get(entry_id, ()) if link.kind in kinds)


def people_and_bodies(links: Iterable[LinkFact]) -> set[int]:
    """Return everybody whom links name."""
    ends = (end for link in links for end in (link.object_id, link.behalf_id))
    return {end for end in ends if end is not None}
