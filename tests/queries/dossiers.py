"""A country's dossier as the tests of it ask for it."""

from datetime import date
from typing import Literal, TypedDict

from typing_extensions import Unpack

from db.catalogue import Catalogue
from db.commands.reports import keep_report
from db.queries.dossier import country_dossier, references_held
from db.queries.references import versions_of
from db.rows.dossier import CountryDossier, DossierChoices

AS_OF = date(2026, 11, 22)


class Asked(TypedDict, total=False):
    """The choices of a report besides its country."""

    period_from: str
    period_to: str
    tags: tuple[str, ...]
    language: Literal["en", "ru"]
    only_new: bool


def dossier(
    catalogue: Catalogue, country: str = "AZ", *, as_of: date = AS_OF, **asked: Unpack[Asked]
) -> CountryDossier:
    """Return the dossier of a country."""
    with catalogue.read() as session:
        return country_dossier(session, DossierChoices(country=country, **asked), as_of=as_of)


def print_report(catalogue: Catalogue, country: str = "AZ", **asked: Unpack[Asked]) -> int:
    """Keep a dossier as printed, and return the report's id."""
    choices = DossierChoices(country=country, **asked)
    with catalogue.read() as session:
        held = references_held(country_dossier(session, choices, as_of=AS_OF))
        versions = versions_of(session, held)
    return catalogue.keep(
        lambda session: keep_report(session, country=country, choices=choices, versions=versions)
    )


def references(found: CountryDossier) -> set[str]:
    """Return the references of a dossier's agreements and meetings."""
    return {row.reference for row in (*found.agreements, *found.meetings)}
