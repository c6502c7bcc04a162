"""What a claim is about, as a reader is told it: the field and the value."""

from db.queries.dossier.claims import Claim
from db.queries.dossier.material import Material
from db.rows.fields import FieldType, field_of


def claimed_field(material: Material, claim: Claim) -> str:
    """Return the name of the field or the kind of thing claimed; empty for the entry itself."""
    target, facts = claim.target, material.facts
    match target.thing:
        case "stage":
            act = facts.stage[target.id]
            return target.field or ("date" if act.date else act.kind)
        case "link":
            return target.field or facts.link[target.id].kind
        case "point":
            return target.field or material.content.point[target.id].kind
        case "name":
            return target.field or "title"
        case "figure" | "quotation" as thing:
            return target.field or thing
        case _:
            return target.field


def value_claimed(material: Material, claim: Claim) -> str:
    """Return what a source says the value is, as it is read: a place by its title, a code as such.

    A figure stands in the source's own words, which have its bound and unit. Where no value is
    claimed but the thing itself, it is who, when, where, what or how many.
    """
    if claim.target.thing == "figure" and claim.as_stated:
        return claim.as_stated
    return _as_read(material, claim, claim.value or claim.as_stated) or _thing(material, claim)


def value_held(material: Material, claim: Claim, value: str) -> str:
    """Return what the catalogue holds where the claim is made, as it is read."""
    return _as_read(material, claim, value) or _thing(material, claim)


def _as_read(material: Material, claim: Claim, value: str) -> str:
    entry = material.facts.entries.get(claim.target.id) if claim.target.thing == "entry" else None
    field = field_of(entry.kind, claim.target.field) if entry else None
    if field is not None and field.type == FieldType.PLACE and value.isdecimal():
        return material.names.title(int(value)) or value
    return value


def _thing(material: Material, claim: Claim) -> str:
    target, facts, content = claim.target, material.facts, material.content
    if target.thing == "stage":
        return _of_stage(material, claim)
    if target.thing == "link":
        link = facts.link[target.id]
        return material.names.title(link.object_id) or link.named_as
    if target.thing == "point":
        return content.point[target.id].wording
    if target.thing == "figure":
        figure = content.figure[target.id]
        return f"{figure.number} {figure.unit}".strip()
    return ""


def _of_stage(material: Material, claim: Claim) -> str:
    act = material.facts.stage[claim.target.id]
    ends = {"place": act.place_id, "meeting": act.meeting_id, "party": act.party_id}
    if claim.target.field in ends:
        return material.names.title(ends[claim.target.field])
    return act.date.text if act.date and claim.target.field in {"", "date"} else ""
