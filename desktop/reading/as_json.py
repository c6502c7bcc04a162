"""The JSON of ``main.py read``: what a release speaks of, with spans, confidence and rule."""

import re
from typing import Any

from db.terms import AgreementType, LinkKind, StageKind
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

_SIGNED = frozenset({LinkKind.SIGNATORY, LinkKind.INITIALLED_BY})
_CHAIRS = frozenset({LinkKind.CHAIR, LinkKind.CO_CHAIR})


def as_json(records: Records) -> Json:
    """Return what was read as plain values; offsets count code points."""
    names = _Names(records)
    ends = (part for date in records.findings.dates for part in date.edtf.split("/"))
    dates = dict.fromkeys(part for part in ends if _CALENDAR_DATE.fullmatch(part))
    return {
        "language": records.page.language,
        "published": records.published.edtf if records.published else None,
        "people": [_person(one) for one in records.people if not one.byline],
        "organisations": [_body(one) for one in records.bodies],
        "countries": [one.code for one in records.countries],
        "agreements": [_agreement(one, names) for one in records.agreements],
        "meetings": [_meeting(one.found, names) for one in records.meetings],
        "dates": list(dates),
    }


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
        "date": found.date.edtf if found.date else None,
        "place": found.city.name if found.city else None,
        "parties": names.parties(found.roles),
        "signatories": names.by_role(found.roles, _SIGNED),
        **_stands_on(found),
    }


def _type(found: FoundAgreement) -> str:
    """Return the type as the form has it, where initialled drafts and statements stand apart."""
    if found.stage == StageKind.INITIALLED and found.type == AgreementType.AGREEMENT:
        return "draft_initialled"
    return "declaration" if found.statement else found.type.value


def _meeting(found: FoundMeeting, names: _Names) -> Json:
    place = found.city or found.venue
    return {
        "title": found.title,
        "number": str(found.number) if found.number else None,
        "body": names.of(found.body) if found.body else None,
        "date": found.date.edtf if found.date else None,
        "place": place.name if place else (found.place.code if found.place else None),
        "venue": found.venue.name if found.venue else None,
        "standing": found.standing.value,
        "chairs": names.by_role(found.roles, _CHAIRS),
        **_stands_on(found),
    }
