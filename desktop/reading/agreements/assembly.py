"""Puts together what was told of an instrument: title, furthest act, parties, who signed."""

import re
from collections.abc import Mapping, Sequence

from db.terms import AgreementType, LinkKind, StageKind
from desktop.reading.agreements.joining import Instrument, furthest
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.parties import joined, of_signers, with_states
from desktop.reading.findings import (
    FoundAgreement,
    FoundBody,
    FoundCountry,
    FoundPerson,
    Role,
)
from desktop.reading.unnamed import with_the_others

_OF_MANY = re.compile(r"charter|хартия", re.IGNORECASE)
_OF_STATES = re.compile(r"inter-?(?:governmental|state)|межправ|межгосударств", re.IGNORECASE)
_TWO = re.compile(
    r"\btwo (?:nations|countries|states|governments|parties)\b|\bbilateral\b|\bдвум\w\b|"
    r"\bдвусторонн|\bобе\w{1,2} (?:стран|государств)",
    re.IGNORECASE,
)
_AHEAD = frozenset((StageKind.PROPOSED, StageKind.DRAFTED))


def finding_of(
    instrument: Instrument,
    default: tuple[Role, ...],
    people: Sequence[FoundPerson] = (),
    bodies: Mapping[str, FoundBody] | None = None,
) -> FoundAgreement:
    """Return what was told of an instrument; `default` are the two parties of the release.

    `bodies` are those of the release by their names.
    """
    best, told = instrument.best, furthest(instrument.mentions)
    roles = _acting(instrument, told)
    parties = _parties(instrument, roles, default, bodies or {})
    further = [(m.start, m.end) for m in instrument.mentions if m is not best]
    return FoundAgreement(
        start=best.start,
        end=best.end,
        rule=best.rule or "noun with title and verb",
        confidence=0.9 if best.has_content else 0.7,
        title=best.title,
        type=_type(best, parties),
        stage=_stage(instrument, told),
        stage_start=told.stage_start,
        stage_end=told.stage_end,
        date=instrument.date,
        signed=instrument.signed,
        city=instrument.city,
        roles=parties + with_the_others(roles, people),
        mentions=tuple(sorted({*instrument.backs, *further})),
        statement=best.noun.statement,
    )


def _acting(instrument: Instrument, told: Mention) -> tuple[Role, ...]:
    """Return who signed and looked on; nobody has signed what is only planned."""
    roles = instrument.roles
    if instrument.within and not roles and told.stage == StageKind.SIGNED:
        roles = instrument.within.roles
    if told.stage in _AHEAD:
        roles = [role for role in roles if role.kind == LinkKind.WITNESS]
    return _unique(roles)


def _parties(
    instrument: Instrument,
    roles: tuple[Role, ...],
    default: tuple[Role, ...],
    bodies: Mapping[str, FoundBody],
) -> tuple[Role, ...]:
    best = instrument.best
    none: Mapping[str, FoundBody] = {}
    own = none if _OF_STATES.search(best.title) else bodies
    namings = sorted(instrument.mentions, key=lambda m: m.scene.paragraph.heading)
    told = max((mention.roles for mention in namings), key=_weight, default=())
    return (
        with_states(told, default)
        or joined(best.single, roles, default, own)
        or of_signers(roles, bodies=own)
        or (default if _is_of_two(best) else ())
    )


def _stage(instrument: Instrument, told: Mention) -> StageKind | None:
    """Return the furthest act; what something rests on and has a date is taken to be in force."""
    if told.stage == StageKind.DATED and any(one.cited for one in instrument.mentions):
        return StageKind.IN_FORCE
    return told.stage


def _is_of_two(best: Mention) -> bool:
    """Tell whether an instrument without parties told may be between the two of the release."""
    if best.type == AgreementType.CONVENTION and not _TWO.search(best.scene.words):
        return False
    if _OF_MANY.search(best.title):
        return False
    own = best.scene.text[best.start : best.noun_start]
    return not any(city.start >= best.start and city.name in own for city in best.scene.cities)


def _weight(roles: tuple[Role, ...]) -> int:
    return 0 if not roles else 2 if roles[0].rule.startswith("between") else 1


def _type(best: Mention, parties: tuple[Role, ...]) -> AgreementType:
    """Return the noun's type; a Russian договор between bodies is a contract, not a treaty."""
    if (
        best.noun.lemma == "договор"
        and parties
        and all(isinstance(role.who, FoundBody) and not role.on_behalf_of for role in parties)
    ):
        return AgreementType.CONTRACT
    return best.type


def _unique(roles: list[Role]) -> tuple[Role, ...]:
    seen: dict[tuple[LinkKind, str], Role] = {}
    for role in roles:
        key = (role.kind, _key(role))
        if key not in seen or (role.on_behalf_of and not seen[key].on_behalf_of):
            seen[key] = role
    return tuple(seen.values())


def _key(role: Role) -> str:
    who = role.who
    if isinstance(who, FoundPerson):
        return who.name.split()[-1] if who.name else f"{who.post}/{who.country}"
    return who.code if isinstance(who, FoundCountry) else who.name
