"""The people, bodies and regions of the country, with their posts and where they appear."""

from collections.abc import Iterable, Iterator
from typing import Literal

from db.queries.dossier.appearances import appearing, when_of
from db.queries.dossier.facts import EntryFact, LinkFact
from db.queries.dossier.material import Material
from db.queries.dossier.posts import post_rows
from db.rows.dossier import DossierAppearance, DossierParticipant
from db.terms import EntryKind, PlaceKind
from db.text.scripts import language_of

_KINDS: dict[EntryKind, Literal["person", "organisation", "place"]] = {
    EntryKind.PERSON: "person",
    EntryKind.ORGANISATION: "organisation",
    EntryKind.PLACE: "place",
}


def participant_rows(material: Material) -> tuple[DossierParticipant, ...]:
    """Return people, then bodies, then regions, each by name.

    The country itself is what the dossier is of, and a city is only where; neither is among them.
    """
    return tuple(
        _participant(material, entry, appearing(material, entry.id))
        for entry in material.progress.along(_in_order(material))
    )


def _in_order(material: Material) -> Iterator[EntryFact]:
    for kind in _KINDS:
        entries = [material.facts.entries[entry] for entry in material.chosen.of(kind)]
        entries.sort(key=lambda each: (each.sort_title, each.reference))
        yield from (entry for entry in entries if _is_participant(material, entry))


def _is_participant(material: Material, entry: EntryFact) -> bool:
    place = material.facts.places.get(entry.id)
    return place is None or place.kind == PlaceKind.REGION


def _participant(
    material: Material, entry: EntryFact, links: Iterable[LinkFact]
) -> DossierParticipant:
    name = material.names.title(entry.id)
    own = [link for link in links if link.object_id == entry.id]
    return DossierParticipant(
        reference=entry.reference,
        kind=_KINDS[entry.kind],
        name=name,
        language=language_of(name),
        other_names=material.names.others(entry.id),
        organisation_kind=entry.subtype if entry.kind == EntryKind.ORGANISATION else "",
        posts=post_rows(material, entry.id, own) if entry.kind == EntryKind.PERSON else (),
        appearances=tuple(dict.fromkeys(_appearance(material, entry.id, link) for link in links)),
        news=material.chosen.news.get(entry.id, ""),
    )


def _appearance(material: Material, entry_id: int, link: LinkFact) -> DossierAppearance:
    behalf = link.behalf_id if link.behalf_id != entry_id else None
    return DossierAppearance(
        role=link.kind,
        reference=material.facts.entries[link.subject_id].reference,
        title=material.names.title(link.subject_id),
        date=when_of(material, link),
        on_behalf_of=material.names.title(behalf),
    )
