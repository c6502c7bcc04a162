"""The bodies the country is a member of, or presides over alone or with others."""

from db.queries.dossier.choosing import news_of
from db.queries.dossier.facts import LinkFact
from db.queries.dossier.material import Material
from db.rows.dossier import DossierMembership
from db.terms import LinkKind
from db.text.dates import overlaps, parse_date

_MEMBERSHIP = (LinkKind.MEMBER_OF, LinkKind.CHAIRS, LinkKind.CO_CHAIRS)
_PRESIDENCY = frozenset({LinkKind.CHAIRS, LinkKind.CO_CHAIRS})


def membership_rows(material: Material) -> tuple[DossierMembership, ...]:
    """Return the memberships and presidencies of the country, by role, then by name.

    A report limited to a period leaves out what ended before or began after it, one limited to
    subjects has none, and one of the new alone has those of bodies new or changed.
    """
    if material.chosen.choices.tags:
        return ()
    links = [
        link
        for country in material.country_ids
        for link in material.facts.links(country, *_MEMBERSHIP)
        if _is_held(material, link)
    ]
    links.sort(key=lambda link: (_MEMBERSHIP.index(link.kind), _body(material, link).casefold()))
    return tuple(_membership(material, link) for link in links)


def _is_held(material: Material, link: LinkFact) -> bool:
    body = material.facts.present(link.object_id)
    if body is None:
        return bool(link.named_as) and not material.chosen.choices.only_new
    is_asked_for = not material.chosen.choices.only_new or bool(
        news_of(material.chosen.printed, body.reference, body.version)
    )
    return is_asked_for and _in_period(material, link)


def _in_period(material: Material, link: LinkFact) -> bool:
    choices = material.chosen.choices
    start = parse_date(choices.period_from).earliest if choices.period_from else None
    end = parse_date(choices.period_to).latest if choices.period_to else None
    since = link.since.earliest if link.since else None
    until = link.until.latest if link.until else None
    return (start is None or until is None or until >= start) and (
        end is None or since is None or since <= end
    )


def _body(material: Material, link: LinkFact) -> str:
    body = material.facts.present(link.object_id)
    return material.names.title(body.id) if body else link.named_as


def _membership(material: Material, link: LinkFact) -> DossierMembership:
    body = material.facts.present(link.object_id)
    return DossierMembership(
        role=link.kind,
        body=_body(material, link),
        reference=body.reference if body else "",
        since=link.since.text if link.since else "",
        until=link.until.text if link.until else "",
        together_with=_together_with(material, link),
        citations=material.cite("link", link.id),
    )


def _together_with(material: Material, link: LinkFact) -> tuple[str, ...]:
    """Return who else presides over the body at the same time, as far as the dates tell."""
    if link.kind not in _PRESIDENCY or link.object_id is None:
        return ()
    others = [
        other.subject_id
        for other in material.facts.links_to.get(link.object_id, ())
        if other.kind in _PRESIDENCY
        and other.subject_id != link.subject_id
        and material.facts.present(other.subject_id)
        and _meet(link, other)
    ]
    return tuple(dict.fromkeys(material.names.title(other) for other in others))


def _meet(one: LinkFact, other: LinkFact) -> bool:
    """Tell whether two spans of time may have a day in common; a missing end is open."""
    return all(
        first.since is None
        or second.until is None
        or first.since.earliest is None
        or overlaps(second.until, first.since.earliest, None)
        for first, second in ((one, other), (other, one))
    )
