"""Why an entry belongs to a country: how strongly, and through whom (design: an entry belongs)."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry
from db.queries.dossier.facts import Facts, LinkFact
from db.queries.dossier.naming import Language, Names, read_names
from db.queries.dossier.reading import read_facts
from db.rows.dossier import DossierBelonging
from db.terms import AGREEMENT_ROLES, MEETING_ROLES, EntryKind, LinkKind, Presence, Strength

_ROLES = (*AGREEMENT_ROLES, *MEETING_ROLES, LinkKind.SESSION_OF)
_ABOVE = (LinkKind.OF_COUNTRY, LinkKind.PART_OF, LinkKind.BRANCH_OF, LinkKind.HOLDS_POST)


def belonging(
    session: Session, code: str, kind: EntryKind, *, language: Language = "en"
) -> dict[str, DossierBelonging]:
    """Return why entries of a kind are of a country (ISO 3166-1): by reference, strongest first."""
    country = code.upper()
    rows = session.execute(
        select(EntryCountry.entry_id, Entry.reference, EntryCountry.strength)
        .join(Entry, Entry.id == EntryCountry.entry_id)
        .where(EntryCountry.code == country, EntryCountry.kind == kind, ~EntryCountry.trashed)
        .order_by(EntryCountry.strength, EntryCountry.sort_date, EntryCountry.entry_id)
    ).all()
    facts = read_facts(session, country, (row[0] for row in rows))
    names = read_names(session, facts, language)
    return {
        reference: why(facts, names, entry, Strength(strength))
        for entry, reference, strength in rows
    }


def why(facts: Facts, names: Names, entry_id: int, strength: Strength) -> DossierBelonging:
    """Return why an entry belongs: parties before others, the country itself as nobody else."""
    through = list(dict.fromkeys(_through(facts, names, entry_id, strength)))
    return DossierBelonging(
        strength=strength.name.lower(), through=() if "" in through else tuple(through)
    )


def _through(facts: Facts, names: Names, entry_id: int, strength: Strength) -> Iterator[str]:
    kind = facts.entries[entry_id].kind
    if strength == Strength.PLACE_ONLY:
        yield from _places(facts, names, entry_id)
    elif strength == Strength.NAMED_ONLY:
        yield from _objects(facts, names, facts.links(entry_id, LinkKind.ABOUT))
    elif kind in {EntryKind.AGREEMENT, EntryKind.MEETING}:
        yield from _roles(facts, names, entry_id, strength)
    else:
        yield from _above(facts, names, entry_id)


def _roles(facts: Facts, names: Names, entry_id: int, strength: Strength) -> Iterator[str]:
    parties = list(_participants(facts, names, facts.links(entry_id, LinkKind.PARTY), strength))
    if parties:
        yield from parties
        return
    yield from _participants(facts, names, facts.links(entry_id, *_ROLES), strength)
    if strength == Strength.PARTY_OR_PARTICIPANT:
        for act in facts.stages.get(entry_id, ()):
            if facts.is_of(act.party_id):
                yield _name(facts, names, act.party_id)


def _participants(
    facts: Facts, names: Names, links: Iterator[LinkFact], strength: Strength
) -> Iterator[str]:
    for link in links:
        if strength == Strength.PARTY_OR_PARTICIPANT and facts.is_of(link.behalf_id):
            yield _name(facts, names, link.object_id) or link.named_as or link.post_as
        elif facts.is_of(link.object_id) and _weighs(facts, link, strength):
            unnamed = link.presence == Presence.UNNAMED
            post = names.post(link.post_id, link.post_as) if unnamed else ""
            yield post or _name(facts, names, link.object_id)


def _weighs(facts: Facts, link: LinkFact, strength: Strength) -> bool:
    """Tell whether a link to somebody of the country gives the entry just this strength."""
    if link.object_kind != EntryKind.PERSON:
        return strength == Strength.PARTY_OR_PARTICIPANT
    acts_for_another = link.behalf_id is not None and bool(facts.codes.get(link.behalf_id))
    return strength == Strength.OF_ITS_PEOPLE and not acts_for_another


def _places(facts: Facts, names: Names, entry_id: int) -> Iterator[str]:
    places = [act.place_id for act in facts.stages.get(entry_id, ())]
    for place in (facts.meeting_places.get(entry_id), *places):
        if facts.is_of(place):
            yield _name(facts, names, place)
    yield from _objects(facts, names, facts.links(entry_id, LinkKind.VENUE))


def _above(facts: Facts, names: Names, entry_id: int) -> Iterator[str]:
    """Yield what puts a person, body or place in the country."""
    place = facts.places.get(entry_id)
    if place is not None:
        yield _name(facts, names, place.parent_id if place.parent_id is not None else entry_id)
        return
    yield from _objects(facts, names, facts.links(entry_id, *_ABOVE))
    for link in facts.links_to.get(entry_id, ()):
        if facts.is_of(link.behalf_id):
            yield _name(facts, names, link.behalf_id)


def _objects(facts: Facts, names: Names, links: Iterator[LinkFact]) -> Iterator[str]:
    for link in links:
        if facts.is_of(link.object_id):
            yield _name(facts, names, link.object_id)


def _name(facts: Facts, names: Names, entry_id: int | None) -> str:
    """Return a name; of the country itself none, since the report is all about it."""
    return "" if facts.is_country(entry_id) else names.title(entry_id)
