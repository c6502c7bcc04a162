"""The countries a report can be of: all of ISO 3166-1, those in the catalogue first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.queries.facets import country_codes_in
from db.terms import EntryKind
from db.text.countries import country_codes, country_name, find_country
from db.text.folding import fold

LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country (ISO 3166-1 alpha-2), its names, and how many entries belong to it."""

    code: str
    english: str
    russian: str
    agreements: int = 0
    meetings: int = 0

    @property
    def is_catalogued(self) -> bool:
        """Whether the catalogue has an agreement or a meeting of it."""
        return bool(self.agreements or self.meetings)


def countries(session: Session) -> tuple[Country, ...]:
    """Return all countries, those with most entries first, then by their English names."""
    agreements = country_codes_in(session, EntryKind.AGREEMENT)
    meetings = country_codes_in(session, EntryKind.MEETING)
    known = [
        Country(
            code=code,
            english=country_name(code, "en"),
            russian=country_name(code, "ru"),
            agreements=agreements.get(code, 0),
            meetings=meetings.get(code, 0),
        )
        for code in country_codes()
    ]
    return tuple(sorted(known, key=lambda c: (-c.agreements - c.meetings, fold(c.english))))


def matching(known: Sequence[Country], typed: str) -> list[Country]:
    """Return the countries that may be meant, the surest first; for nothing those catalogued."""
    wanted = fold(typed)
    if not wanted:
        return [country for country in known if country.is_catalogued]
    named = find_country(typed)
    surest = [country for country in known if country.code == named]
    begins = [country for country in known if country not in surest and _begins(country, wanted)]
    return [*surest, *begins][:LONGEST]


def _begins(country: Country, wanted: str) -> bool:
    names = (fold(country.english), fold(country.russian))
    return any(f" {wanted}" in f" {name}" for name in names)
