"""From a finding to the key of the suggestion it belongs to: the other end of a line."""

from dataclasses import replace

from db.rows.evidence import Span
from desktop.reading.findings import Found, FoundBody, FoundCity, FoundCountry, FoundPerson
from desktop.reading.records import Records

COUNTRY = "place:"
"""What the key of a country begins with."""

Participant = FoundPerson | FoundBody | FoundCountry


class Ends:
    """The keys of a release's records, by the places where they are mentioned."""

    def __init__(self, records: Records) -> None:
        self._keys: dict[tuple[type[Found], int, int], str] = {}
        groups = (records.people, records.bodies, records.countries, records.cities)
        for group in groups:
            for record in group:
                for mention in record.mentions:
                    self._keys[type(mention), mention.start, mention.end] = record.key
        self._people = {
            (mention.start, mention.end): record
            for record in records.people
            for mention in record.mentions
        }
        self._bodies = {
            form: record.key for record in records.bodies for form in (record.name, *record.forms)
        }

    def key(self, found: Participant | FoundCity | None) -> str:
        """Return the key of what a finding mentions, empty where it is no record."""
        if found is None:
            return ""
        if isinstance(found, FoundCountry):
            return country_key(found.code)  # also where only a post's country is meant
        key = self._keys.get((type(found), found.start, found.end), "")
        if not key and isinstance(found, FoundBody):
            return self._bodies.get(found.name, "")
        return key

    def told(self, found: FoundPerson) -> FoundPerson:
        """Return a mention with what the release tells of that person elsewhere: post, country."""
        record = self._people.get((found.start, found.end))
        if record is None:
            return found
        return replace(
            found,
            post=found.post or record.post,
            acting=found.acting if found.post else record.acting,
            country=found.country or record.country,
            country_reason=found.country_reason if found.country else record.country_reason,
            body=found.body or record.body,
        )

    def body(self, name: str) -> str:
        """Return the key of a body by any form of its name, empty where there is none."""
        return self._bodies.get(name, "")


def country_key(code: str) -> str:
    """Return the key of a country, empty for an empty code."""
    return COUNTRY + code if code else ""


def span(start: int, end: int) -> tuple[Span, ...]:
    """Return one stretch as the spans of a line; none where it is not told (-1)."""
    return (Span(first=start, last=end),) if 0 <= start < end else ()


def span_of(found: Found) -> tuple[Span, ...]:
    """Return where a finding stands."""
    return span(found.start, found.end)
