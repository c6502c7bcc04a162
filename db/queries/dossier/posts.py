"""The posts somebody of the country held, over time."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from db.queries.dossier.appearances import when_of
from db.queries.dossier.facts import LinkFact
from db.queries.dossier.material import Material
from db.rows.dossier import DossierPost
from db.terms import LinkKind
from db.text.dates import EdtfDate, parse_date, sort_day
from db.text.folding import fold


@dataclass(slots=True, kw_only=True)
class _Seen:
    """A post as the dossier's entries show it held: its dates and links."""

    post: str
    held_in: str
    acting: bool
    dates: list[EdtfDate] = field(default_factory=list[EdtfDate])
    links: list[LinkFact] = field(default_factory=list["LinkFact"])


def post_rows(
    material: Material, person_id: int, appearances: Iterable[LinkFact]
) -> tuple[DossierPost, ...]:
    """Return the posts of a person by their beginning, those without a date last.

    First the posts catalogued as such; then those that entries show the person in, each from the
    first to the last day it is shown, unless the same post is catalogued already.
    """
    held = list(material.facts.links(person_id, LinkKind.HOLDS_POST))
    known = {fold(material.names.post(link.post_id, link.post_as)) for link in held}
    seen = [each for each in _seen(material, appearances) if fold(each.post) not in known]
    rows = [(link.since, _held(material, link)) for link in held]
    rows += [(each.dates[0] if each.dates else None, _shown(material, each)) for each in seen]
    rows.sort(key=lambda row: (not sort_day(row[0]), sort_day(row[0])))
    return tuple(row for _since, row in rows if row.post)


def _held(material: Material, link: LinkFact) -> DossierPost:
    return DossierPost(
        post=material.names.post(link.post_id, link.post_as),
        held_in=material.names.title(link.object_id) or link.named_as,
        since=link.since.text if link.since else "",
        until=link.until.text if link.until else "",
        acting=link.acting,
        citations=material.cite("link", link.id),
    )


def _seen(material: Material, links: Iterable[LinkFact]) -> list[_Seen]:
    found: dict[tuple[str, str, bool], _Seen] = {}
    for link in links:
        post = material.names.post(link.post_id, link.post_as)
        held_in = material.names.title(link.behalf_id)
        seen = found.setdefault(
            (fold(post), held_in, link.acting),
            _Seen(post=post, held_in=held_in, acting=link.acting),
        )
        seen.links.append(link)
        when = when_of(material, link)
        if when and sort_day(parse_date(when)):
            seen.dates.append(parse_date(when))
    for seen in found.values():
        seen.dates.sort(key=sort_day)
    return list(found.values())


def _shown(material: Material, seen: _Seen) -> DossierPost:
    claims = material.claims
    sources = [claim.source_id for link in seen.links for claim in claims.telling("link", link.id)]
    return DossierPost(
        post=seen.post,
        held_in=seen.held_in,
        since=seen.dates[0].text if seen.dates else "",
        until=seen.dates[-1].text if seen.dates else "",
        acting=seen.acting,
        citations=material.numbering.numbers(sources),
    )
