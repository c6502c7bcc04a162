"""What a release speaks of, each once: the findings merged, every mention kept."""

from dataclasses import dataclass

from desktop.reading.findings import (
    Findings,
    FoundAgreement,
    FoundBody,
    FoundCity,
    FoundCountry,
    FoundDate,
    FoundMeeting,
    FoundPerson,
)
from desktop.reading.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """One person of a release, with every mention; the post is the fullest told."""

    key: str
    name: str
    mentions: tuple[FoundPerson, ...]
    post: str = ""
    acting: bool = False
    country: str = ""
    country_reason: str = ""
    """Where the country is inferred: what from; empty where the text tells it."""
    body: str = ""
    byline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRecord:
    """One corporate body of a release, with every mention and every form of its name."""

    key: str
    name: str
    mentions: tuple[FoundBody, ...]
    forms: tuple[str, ...] = ()
    """Further forms of the name, acronyms among them."""
    kind: str = "other"
    country: str = ""
    acronym: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRecord:
    """One country of a release, by ISO 3166-1 alpha-2."""

    key: str
    code: str
    mentions: tuple[FoundCountry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CityRecord:
    """One city of a release."""

    key: str
    name: str
    code: str
    mentions: tuple[FoundCity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecord:
    """One agreement of a release."""

    key: str
    found: FoundAgreement


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    """One meeting of a release."""

    key: str
    found: FoundMeeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that a release speaks of, in the order of its text."""

    page: Page
    findings: Findings
    people: tuple[PersonRecord, ...]
    bodies: tuple[BodyRecord, ...]
    countries: tuple[CountryRecord, ...]
    cities: tuple[CityRecord, ...]
    agreements: tuple[AgreementRecord, ...]
    meetings: tuple[MeetingRecord, ...]
    published: FoundDate | None = None
