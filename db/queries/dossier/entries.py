"""What agreements and meetings have in common in a dossier."""

from collections.abc import Iterator
from typing import Any

from db.queries.dossier.belonging import why
from db.queries.dossier.content_rows import figure_rows, point_rows
from db.queries.dossier.evidence import not_stated, notes, sources_of
from db.queries.dossier.facts import LinkFact, StageFact
from db.queries.dossier.material import Material
from db.rows.dossier import DossierRelation
from db.terms import LinkKind
from db.text.scripts import language_of

_RELATIONS = (
    LinkKind.IMPLEMENTS,
    LinkKind.BASED_ON,
    LinkKind.AMENDS,
    LinkKind.UPDATES,
    LinkKind.REPLACES,
    LinkKind.ANNEX_OF,
    LinkKind.MENTIONS,
    LinkKind.RELATED_TO,
    LinkKind.DISCUSSED_AT,
    LinkKind.APPROVED_AT,
    LinkKind.GOVERNED_BY,
    LinkKind.PART_OF,
    LinkKind.TEXT_OF,
)


def opening(material: Material, entry_id: int) -> dict[str, Any]:
    """Return what stands before the links of an entry."""
    entry = material.facts.entries[entry_id]
    title = material.names.title(entry_id)
    return {
        "reference": entry.reference,
        "title": title,
        "language": language_of(title),
        "other_titles": material.names.others(entry_id),
        "summary": entry.summary,
        "review": entry.review.value,
        "news": material.chosen.news.get(entry_id, ""),
        "belongs": why(
            material.facts, material.names, entry_id, material.chosen.strength(entry_id)
        ),
    }


def closing(material: Material, entry_id: int) -> dict[str, Any]:
    """Return what stands after the links of an entry, cited in the order it is printed."""
    tags = material.content.tags.get(entry_id, ())
    russian = material.names.language == "ru"
    return {
        "relations": relation_rows(material, entry_id),
        "points": point_rows(material, entry_id),
        "figures": figure_rows(material, entry_id),
        "subjects": tuple(
            (tag.label_ru or tag.label_en) if russian else (tag.label_en or tag.label_ru)
            for tag in tags
        ),
        "not_stated": not_stated(material, entry_id),
        "evidence": notes(material, entry_id),
        "citations": sources_of(material, entry_id),
    }


def relation_rows(material: Material, entry_id: int) -> tuple[DossierRelation, ...]:
    """Return what an entry stands to, in both directions, and the acts done at it."""
    acts = material.stages_at.get(entry_id, ())
    done_here = (
        _act_done(material, act) for act in acts if material.facts.present(act.agreement_id)
    )
    return (*done_here, *_relations(material, entry_id))


def _relations(material: Material, entry_id: int) -> Iterator[DossierRelation]:
    outgoing = list(material.facts.links(entry_id, *_RELATIONS))
    incoming = [
        link for link in material.facts.links_to.get(entry_id, ()) if link.kind in _RELATIONS
    ]
    for kind in _RELATIONS:
        for link in outgoing:
            if link.kind == kind and (material.facts.present(link.object_id) or link.named_as):
                yield relation(material, link)
        for link in incoming:
            if link.kind == kind and material.facts.present(link.subject_id):
                yield relation(material, link, inverse=True)


def relation(material: Material, link: LinkFact, *, inverse: bool = False) -> DossierRelation:
    """Return a link to another entry, seen from its subject or, inverse, from its object."""
    other = material.facts.present(link.subject_id if inverse else link.object_id)
    from_source = inverse and link.kind == LinkKind.TEXT_OF
    return DossierRelation(
        kind=link.kind,
        inverse=inverse,
        reference=other.reference if other else "",
        title=material.names.title(other.id) if other else link.named_as,
        date=other.date_text if other else "",
        doubtful=material.claims.is_inferred("link", link.id),
        citations=material.numbering.numbers([link.subject_id])
        if from_source
        else material.cite("link", link.id),
    )


def _act_done(material: Material, act: StageFact) -> DossierRelation:
    return DossierRelation(
        kind=act.kind,
        inverse=True,
        reference=material.facts.entries[act.agreement_id].reference,
        title=material.names.title(act.agreement_id),
        date=act.date.text if act.date else "",
        doubtful=material.claims.is_inferred("stage", act.id, "meeting"),
        citations=material.cite("stage", act.id),
    )
