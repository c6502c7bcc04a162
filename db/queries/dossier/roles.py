"""Who takes part in an entry: in which role, post and manner, and on whose behalf."""

from collections.abc import Iterable

from db.queries.dossier.facts import LinkFact
from db.queries.dossier.material import Material
from db.rows.dossier import DossierLink
from db.terms import EntryKind, LinkKind
from db.text.dates import EdtfDate, overlaps
from db.text.folding import fold


def role_rows(
    material: Material, links: Iterable[LinkFact], when: EdtfDate | None
) -> tuple[DossierLink, ...]:
    """Return participants with the posts they held on a day, in the order of the links.

    Somebody whose own entry is in the trash is named by the words of the source, or left out.
    """
    return tuple(_role(material, link, when) for link in links if is_named(material, link))


def is_named(material: Material, link: LinkFact) -> bool:
    """Tell whether there is somebody to name: an entry that is not in the trash, or words."""
    return bool(material.facts.present(link.object_id) or link.named_as)


def _role(material: Material, link: LinkFact, when: EdtfDate | None) -> DossierLink:
    entry = material.facts.present(link.object_id)
    name = material.names.title(entry.id) if entry else link.named_as
    post, acting = post_that_day(material, link, when)
    behalf = material.facts.present(link.behalf_id)
    behalf_name = material.names.title(behalf.id) if behalf else ""
    return DossierLink(
        role=link.kind,
        name=name,
        reference=entry.reference if entry else "",
        country=_country(material, link, name, behalf_name),
        named_as=link.named_as if fold(link.named_as) != fold(name) else "",
        post="" if fold(post) == fold(name) else post,
        acting=acting,
        on_behalf_of=behalf_name,
        presence=link.presence,
        number=link.number,
        mode=link.mode,
        note=link.note,
        doubtful=material.claims.is_inferred("link", link.id),
        citations=material.cite("link", link.id),
    )


def _country(material: Material, link: LinkFact, name: str, behalf: str) -> str:
    """Return the country to print: of whom they act for, else their own, where no name says it."""
    acting_for = material.facts.present(link.behalf_id)
    entry = acting_for or material.facts.present(link.object_id)
    if entry is None:
        return ""
    codes = material.facts.codes.get(entry.id, frozenset())
    place = material.facts.places.get(entry.id)
    is_country = place is not None and place.code in codes
    if len(codes) != 1 or is_country:
        return ""
    code = next(iter(codes))
    said = behalf if acting_for else name
    return "" if material.names.says_country(said, code) else code


def post_that_day(material: Material, link: LinkFact, when: EdtfDate | None) -> tuple[str, bool]:
    """Return the post the link gives, else one held then, and whether as acting holder."""
    post = material.names.post(link.post_id, link.post_as)
    if post or link.object_kind != EntryKind.PERSON or link.object_id is None:
        return post, link.acting
    held = list(material.facts.links(link.object_id, LinkKind.HOLDS_POST))
    then = [each for each in held if _held_on(each, when, alone=len(held) == 1)]
    labels = [material.names.post(each.post_id, each.post_as) for each in then]
    acting = link.acting or (bool(then) and all(each.acting for each in then))
    return "; ".join(dict.fromkeys(label for label in labels if label)), acting


def _held_on(post: LinkFact, when: EdtfDate | None, *, alone: bool) -> bool:
    """Tell whether a post was held on a day; one without dates only if there is no other."""
    if when is None or not (when.earliest or when.latest):
        return alone and post.until is None
    if post.since is None and post.until is None:
        return alone
    since = post.since.earliest if post.since else None
    return overlaps(when, since, post.until.latest if post.until else None)
