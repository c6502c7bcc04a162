"""Evidence in a dossier: what is inferred, reported, disputed or not stated, with the words."""

from collections.abc import Iterable

from db.queries.dossier.claimed import claimed_field, value_claimed, value_held
from db.queries.dossier.claims import Claim
from db.queries.dossier.material import Material
from db.queries.faces import face_of
from db.rows.dossier import DossierDisagreement, DossierEvidence
from db.rows.faces import Target
from db.terms import Face, How, LinkKind

_QUOTED = frozenset({How.INFERRED, How.REPORTED})


def notes(material: Material, entry_id: int) -> tuple[DossierEvidence, ...]:
    """Return the claims that a reader must weigh: inferred, reported, or not agreed upon."""
    disputed = {claim.id for group in _disputed(material, entry_id) for claim in group}
    claims = material.claims.of_entry.get(entry_id, ())
    rows = (
        _row(material, claim) for claim in claims if claim.how in _QUOTED or claim.id in disputed
    )
    return tuple(dict.fromkeys(rows))


def not_stated(material: Material, entry_id: int) -> tuple[str, ...]:
    """Return the fields that sources were read for and none tells."""
    groups = _by_target(material.claims.of_entry.get(entry_id, ()))
    return tuple(
        dict.fromkeys(
            claimed_field(material, claims[0])
            for target, claims in groups.items()
            if target.thing in {"entry", "stage"}
            and all(claim.how == How.NOT_STATED for claim in claims)
        )
    )


def sources_of(material: Material, entry_id: int) -> tuple[int, ...]:
    """Return the numbers of the sources that tell of an entry or of any part of it."""
    telling = [
        claim.source_id
        for claim in material.claims.of_entry.get(entry_id, ())
        if claim.how != How.NOT_STATED
    ]
    telling += [
        link.subject_id
        for link in material.facts.links_to.get(entry_id, ())
        if link.kind in {LinkKind.ABOUT, LinkKind.TEXT_OF}
        and material.facts.present(link.subject_id)
    ]
    return material.numbering.numbers(telling)


def disagreements(material: Material, entry_ids: Iterable[int]) -> tuple[DossierDisagreement, ...]:
    """Return the fields on which the sources of entries, or they and the catalogue, differ."""
    return tuple(
        DossierDisagreement(
            reference=material.facts.entries[entry_id].reference,
            title=material.names.title(entry_id),
            field=claimed_field(material, claims[0]),
            claims=tuple(_row(material, claim) for claim in claims),
            ruling=value_held(material, claims[0], _current(material, claims[0].target)),
        )
        for entry_id in entry_ids
        for claims in _disputed(material, entry_id)
    )


def _disputed(material: Material, entry_id: int) -> list[tuple[Claim, ...]]:
    groups = _by_target(material.claims.of_entry.get(entry_id, ()))
    return [
        tuple(claims)
        for target, claims in groups.items()
        if face_of([(claim.how, claim.value) for claim in claims], _current(material, target))
        == Face.CONFLICT
    ]


def _by_target(claims: Iterable[Claim]) -> dict[Target, list[Claim]]:
    groups: dict[Target, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.target, []).append(claim)
    return groups


def _current(material: Material, target: Target) -> str:
    """Return what the catalogue holds for a field, as its claims are compared with it."""
    if target.thing == "entry":
        return material.details.get(target.id, {}).get(target.field, "")
    if (target.thing, target.field) == ("stage", "date"):
        when = material.facts.stage[target.id].date
        return when.text if when else ""
    return ""


def _row(material: Material, claim: Claim) -> DossierEvidence:
    attributed = material.names.title(claim.attributed_to_id)
    return DossierEvidence(
        field=claimed_field(material, claim),
        how=claim.how,
        value=value_claimed(material, claim),
        quoted=material.claims.words.get(claim.id, ()),
        attributed_to=attributed or claim.attributed_as,
        reason=claim.reason,
        citation=material.numbering.numbers([claim.source_id])[0],
    )
