"""Dossiers for the tests of the report: Azerbaijan as five releases tell of it, and variations."""

from dataclasses import replace

from db.rows.dossier import (
    CountryDossier,
    DossierAgreement,
    DossierBelonging,
    DossierChoices,
    DossierEvidence,
    DossierLink,
    DossierPoint,
    DossierStage,
    DossierStatus,
)
from tests.reports.azerbaijan import (
    DISAGREEMENTS,
    GAPS,
    MEETINGS,
    MEMBERSHIPS,
    PARTICIPANTS,
    SOURCES,
)
from tests.reports.azerbaijan_agreements import AGREEMENTS, LONG_RUSSIAN_TITLE, PARTY

NAMES = (
    ("en", "Azerbaijan"),
    ("ru", "Азербайджан"),
    ("az", "Azərbaycan"),
    ("kk", "Әзірбайжан"),
)


def azerbaijan(
    choices: DossierChoices | None = None, *, agreements: tuple[DossierAgreement, ...] | None = None
) -> CountryDossier:
    """Return a dossier with every kind of row."""
    return CountryDossier(
        country="AZ",
        names=NAMES,
        choices=choices or DossierChoices(country="AZ"),
        catalogue_title="Catalogue of international cooperation",
        as_of="2026-11-22",
        agreements=AGREEMENTS if agreements is None else agreements,
        meetings=MEETINGS,
        participants=PARTICIPANTS,
        memberships=MEMBERSHIPS,
        disagreements=DISAGREEMENTS,
        gaps=GAPS,
        sources=SOURCES,
    )


def empty(choices: DossierChoices | None = None) -> CountryDossier:
    """Return the dossier of a country the catalogue has nothing about."""
    return CountryDossier(
        country="AZ",
        names=NAMES,
        choices=choices or DossierChoices(country="AZ"),
        catalogue_title="Catalogue of international cooperation",
        as_of="2026-11-22",
    )


def many_agreements(number: int) -> tuple[DossierAgreement, ...]:
    """Return so many agreements with long Russian titles and two signatories each."""
    return tuple(
        DossierAgreement(
            reference=f"A-{1000 + place}",
            title=f"{LONG_RUSSIAN_TITLE} (редакция {place})",
            language="ru",
            belongs=DossierBelonging(strength=PARTY, through=("Ministry of Health",)),
            status=DossierStatus(latest_stage="signed" if place % 3 else "in_force"),
            stages=(
                DossierStage(
                    kind="signed",
                    date=f"20{place % 24:02}-05-20",
                    place="Баку",
                    links=(
                        DossierLink(role="signatory", name=f"Первый Подписант {place}"),
                        DossierLink(role="signatory", name=f"Second Signatory {place}"),
                    ),
                    citations=(1,),
                ),
            ),
            links=(DossierLink(role="party", name="Ministry of Health", country="AZ"),),
            subjects=("health", "training of specialists"),
        )
        for place in range(number)
    )


def with_titles(text: str) -> CountryDossier:
    """Return the dossier with a text put wherever somebody may have typed one."""
    first = AGREEMENTS[0]
    hostile = replace(
        first,
        title=text,
        summary=text,
        other_titles=(("az", text),),
        links=(DossierLink(role="party", name=text, named_as=text, post=text, note=text),),
        points=(DossierPoint(kind="subject", wording=text, owed_by=text),),
        subjects=(text,),
        evidence=(DossierEvidence(field="date", quoted=(text,), reason=text, citation=1),),
    )
    source = replace(SOURCES[0], title=text, publisher=text, address=text)
    dossier = azerbaijan(agreements=(hostile,))
    return replace(dossier, catalogue_title=text, sources=(source,), country="AZ")
