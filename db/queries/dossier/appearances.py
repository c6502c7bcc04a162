"""Where somebody appears in the agreements and meetings of a dossier, and when."""

from db.queries.dossier.choosing import APPEARANCES
from db.queries.dossier.facts import LinkFact
from db.queries.dossier.material import Material


def appearing(material: Material, entry_id: int) -> list[LinkFact]:
    """Return the links by which somebody appears in the dossier's agreements and meetings.

    A body appears as well where somebody acts on its behalf, unless it stands there itself.
    """
    held = material.held
    own = [
        link
        for link in material.facts.links_to.get(entry_id, ())
        if link.subject_id in held and link.kind in APPEARANCES
    ]
    there = {link.subject_id for link in own}
    behalf = [
        link
        for link in material.facts.links_for.get(entry_id, ())
        if link.subject_id in held and link.subject_id not in there
    ]
    return sorted((*own, *behalf), key=lambda link: _order(material, link))


def _order(material: Material, link: LinkFact) -> tuple[bool, str, str]:
    day = when_of(material, link)
    entry = material.facts.entries[link.subject_id]
    return not day, entry.sort_date, entry.reference


def when_of(material: Material, link: LinkFact) -> str:
    """Return the date (EDTF) of the act or entry that a link stands on."""
    act = material.facts.stage.get(link.stage_id or 0)
    if act is not None:
        return act.date.text if act.date else ""
    return material.facts.entries[link.subject_id].date_text
