"""A country's dossier: everything the catalogue knows of it, as frozen rows for its report."""

from datetime import date

from sqlalchemy.orm import Session

from db.queries.dossier.agreements import agreement_rows
from db.queries.dossier.choosing import choose
from db.queries.dossier.evidence import disagreements
from db.queries.dossier.gaps import gap_rows
from db.queries.dossier.material import gather
from db.queries.dossier.meetings import meeting_rows
from db.queries.dossier.memberships import membership_rows
from db.queries.dossier.people import participant_rows
from db.queries.dossier.progress import Tell, tell_nobody
from db.queries.dossier.sources import source_rows
from db.rows.dossier import CountryDossier, DossierChoices


def country_dossier(
    session: Session,
    choices: DossierChoices,
    *,
    as_of: date,
    catalogue_title: str = "",
    tell: Tell = tell_nobody,
) -> CountryDossier:
    """Gather the dossier of a country, within what was asked for.

    Sections are written in the order in which they are printed, which is what numbers the sources.
    The number of statements does not depend on the number of entries. ``as_of`` is the day on which
    "in force" is judged. A country the catalogue knows nothing of has an empty dossier. ``tell`` is
    told now and then how many entries are written, and of how many.

    Raises:
        DateError: the period is not written as dates are.
        Interrupted: the read was cancelled.
    """
    chosen = choose(session, choices)
    material = gather(session, chosen, as_of, tell=tell)
    agreements = agreement_rows(material)
    meetings = meeting_rows(material)
    participants = participant_rows(material)
    memberships = membership_rows(material)
    ids = {material.facts.entries[entry].reference: entry for entry in chosen.ids}
    held = [ids[row.reference] for row in (*agreements, *meetings)]
    return CountryDossier(
        country=chosen.choices.country,
        names=material.names.of_country(material.country_ids),
        choices=chosen.choices,
        catalogue_title=catalogue_title,
        as_of=as_of.isoformat(),
        agreements=agreements,
        meetings=meetings,
        participants=participants,
        memberships=memberships,
        disagreements=disagreements(material, held),
        gaps=gap_rows(session, material, agreements, meetings),
        sources=source_rows(session, material),
    )


def references_held(dossier: CountryDossier) -> frozenset[str]:
    """Return the references of all entries a dossier holds, as ``keep_report`` keeps them.

    Bodies the country belongs to are among them, so that a report of the new alone leaves out
    memberships that were printed before.
    """
    parts = (
        dossier.agreements,
        dossier.meetings,
        dossier.participants,
        dossier.memberships,
        dossier.sources,
    )
    return frozenset(row.reference for part in parts for row in part if row.reference)
