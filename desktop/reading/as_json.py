"""The JSON of ``main.py read``: what a release speaks of, with spans, confidence and rule."""

import re
from typing import Any

from db.terms import LinkKind, StageKind
from db.text.countries import country_name
from desktop.reading.findings import (
    Found,
    FoundAgreement,
    FoundBody,
    FoundCountry,
    FoundMeeting,
    FoundPerson,
    Role,
)
from desktop.reading.records import AgreementRecord, BodyRecord, PersonRecord, Records

Json = dict[str, Any]
_CALENDAR_DATE = re.compile(r"[\dX]{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?[?~%]?")
"""Years, months and days; the form has no room for seasons, quarters and halves."""
_FULL_DAY = len("2021-05-20")

_SIGNED = frozenset({LinkKind.SIGNATORY, LinkKind.INITIALLED_BY})
_CHAIRS = frozenset({LinkKind.CHAIR, LinkKind.CO_CHAIR})


def as_json(records: Records) -> Json:
    """Return what was read as plain values; offsets count code points."""
    names = _Names(records)
    dates = dict.fromkeys(part for date in records.findings.dates for part in _calendar(date.edtf))
    return {
        "language": records.page.language,
        "published": records.published.edtf if records.published else None,
        "people": [_person(one) for one in records.people if not one.byline],
        "organisations": [_body(one) for one in records.bodies],
        "countries": [one.code for one in records.countries],
        "agreements": [_agreement(one, names) for one in records.agreements],
        "meetings": [_meeting(one.found, names, records.page.language) for one in records.meetings],
        "dates": list(dates),
    }


def _calendar(edtf: str) -> list[str]:
    """Return the calendar dates of an EDTF text; the form has no room for spans of months."""
    ends = [end for end in edtf.split("/") if _CALENDAR_DATE.fullmatch(end)]
    return ends if "/" not in edtf or all(len(end) >= _FULL_DAY for end in ends) else []


class _Names:
    """The name a release uses best for whom a role speaks of."""

    def __init__(self, records: Records) -> None:
        self._names = {
            (mention.start, mention.end): record.name
            for record in (*records.people, *records.bodies)
            for mention in record.mentions
        }

    def of(self, who: FoundPerson | FoundBody | FoundCountry) -> str:
        if isinstance(who, FoundCountry):
            return who.code
        return self._names.get((who.start, who.end), who.name)

    def parties(self, roles: tuple[Role, ...]) -> list[str]:
        """Return the parties, and the states on whose behalf bodies are parties."""
        own = [role for role in roles if role.kind == LinkKind.PARTY]
        ends = (end for role in own for end in (role.who, role.on_behalf_of) if end is not None)
        return list(dict.fromkeys(name for end in ends if (name := self.of(end))))

    def by_role(self, roles: tuple[Role, ...], kinds: frozenset[LinkKind]) -> list[str]:
        found = (self.of(role.who) for role in roles if role.kind in kinds)
        return list(dict.fromkeys(name for name in found if name))


def _stands_on(found: Found) -> Json:
    return {
        "start": found.start,
        "end": found.end,
        "confidence": round(found.confidence, 2),
        "rule": found.rule,
    }


def _person(record: PersonRecord) -> Json:
    return {
        "name": record.name,
        "role": record.post or None,
        "acting": record.acting,
        "organisation": record.body or None,
        "country": record.country or None,
        "mentions": [[one.start, one.end] for one in record.mentions],
        **_stands_on(record.mentions[0]),
    }


def _body(record: BodyRecord) -> Json:
    return {
        "name": record.name,
        "aliases": list(record.forms),
        "kind": record.kind,
        "country": record.country or None,
        "mentions": [[one.start, one.end] for one in record.mentions],
        **_stands_on(record.mentions[0]),
    }


def _agreement(record: AgreementRecord, names: _Names) -> Json:
    found = record.found
    return {
        "title": found.title,
        "type": _type(found),
        "status": found.stage.value if found.stage else None,
        "date": _date(found),
        "place": found.city.name if found.city else None,
        "parties": names.parties(found.roles),
        "signatories": names.by_role(found.roles, _SIGNED),
        **_stands_on(found),
    }


def _date(found: FoundAgreement) -> str | None:
    """Return when it was signed, else when the furthest act was done that is told of it."""
    date = found.signed or found.date
    return date.edtf if date else None


def _type(found: FoundAgreement) -> str:
    """Return the type as the form has it, where initialled drafts and statements stand apart."""
    if found.stage == StageKind.INITIALLED:
        return "draft_initialled"
    return "declaration" if found.statement else found.type.value


def _place(found: FoundMeeting, language: str) -> str | None:
    """Return the city, else the venue, else the country by its name in the text's language."""
    named = found.city or found.venue
    if named is not None:
        return named.name
    return (
        country_name(found.place.code, "ru" if language == "ru" else "en") if found.place else None
    )


def _meeting(found: FoundMeeting, names: _Names, language: str) -> Json:
    return {
        "title": found.title,
        "number": str(found.number) if found.number else None,
        "body": names.of(found.body) if found.body else None,
        "date": found.date.edtf if found.date else None,
        "place": _place(found, language),
        "venue": found.venue.name if found.venue else None,
        "standing": found.standing.value,
        "chairs": names.by_role(found.roles, _CHAIRS),
        **_stands_on(found),
    }
