"""The meetings of a dossier, in the order they are printed."""

from db.queries.dossier.entries import closing, opening, relation
from db.queries.dossier.material import Material
from db.queries.dossier.roles import is_named, role_rows
from db.rows.dossier import DossierMeeting
from db.terms import MEETING_ROLES, EntryKind, LinkKind
from db.text.dates import parse_date


def meeting_rows(material: Material) -> tuple[DossierMeeting, ...]:
    """Return the meetings by date, undated ones last."""

    def order(entry_id: int) -> tuple[bool, str, str]:
        entry = material.facts.entries[entry_id]
        return not entry.sort_date, entry.sort_date, entry.reference

    chosen = sorted(material.chosen.of(EntryKind.MEETING), key=order)
    return tuple(_meeting(material, entry) for entry in material.progress.along(chosen))


def _meeting(material: Material, entry_id: int) -> DossierMeeting:
    details = material.details[entry_id]
    sessions = material.facts.links(entry_id, LinkKind.SESSION_OF)
    bodies = tuple(relation(material, link) for link in sessions if is_named(material, link))
    when = parse_date(details["start"]) if details["start"] else None
    links = role_rows(material, material.facts.links(entry_id, *MEETING_ROLES), when)
    return DossierMeeting(
        **opening(material, entry_id),
        kind=details["meeting_kind"],
        ordinal=int(details["ordinal"]) if details["ordinal"] else None,
        ordinal_as_written=details["ordinal_as_written"],
        bodies=bodies,
        start=details["start"],
        end=details["end"],
        place=_place(material, entry_id),
        venue="; ".join(_venues(material, entry_id)),
        format=details["format"],
        standing=details["standing"],
        links=links,
        **closing(material, entry_id),
    )


def _place(material: Material, entry_id: int) -> str:
    place = material.facts.present(material.facts.meeting_places.get(entry_id))
    as_stated = material.details[entry_id]["place_as_stated"]
    return material.names.title(place.id) if place else as_stated


def _venues(material: Material, entry_id: int) -> list[str]:
    return [
        material.names.title(link.object_id) or link.named_as
        for link in material.facts.links(entry_id, LinkKind.VENUE)
        if is_named(material, link)
    ]
