"""A country's report from choice to paper: gathered, typeset, written, kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.reports import keep_report
from db.queries.dossier import country_dossier, references_held
from db.queries.references import versions_of
from db.rows.dossier import CountryDossier, DossierChoices
from db.schema import telling
from desktop.reports.typeset import TypesetError, typeset_in_child, write_whole
from desktop.version import PROGRAM


class ReportFailed(Exception):  # noqa: N818 - named for what has happened
    """The typesetter could not make the report; the message says why."""


def today() -> date:
    """Return the day that is printed on a report."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A dossier, and the version of each entry it holds as it was when gathered."""

    dossier: CountryDossier
    versions: Mapping[str, int]


def gather(session: Session, choices: DossierChoices, title: str) -> Gathered:
    """Gather a country's dossier from one state of the catalogue, whose title is printed on it."""
    dossier = country_dossier(session, choices, as_of=today(), catalogue_title=title)
    return Gathered(
        dossier=dossier, versions=versions_of(session, sorted(references_held(dossier)))
    )


def typeset(dossier: CountryDossier, cancelled: Callable[[], bool] = lambda: False) -> bytes | None:
    """Typeset a report in a process of its own; None where it was cancelled.

    Raises:
        ReportFailed: what the typesetter said.
    """
    try:
        return typeset_in_child(dossier, printed_on=today(), cancelled=cancelled)
    except TypesetError as error:
        message = f"The report could not be typeset ({error}): report this as a fault of Chancery."
        raise ReportFailed(message) from error


def keep(session: Session, gathered: Gathered) -> int:
    """Keep a report that was printed or saved, so that the next can tell what is new since."""
    dossier = gathered.dossier
    return keep_report(
        session, country=dossier.country, choices=dossier.choices, versions=gathered.versions
    )


def write_report(path: Path, choices: DossierChoices, output: Path) -> int:
    """Write a report as PDF and keep it; return how many agreements and meetings it holds.

    Raises:
        CatalogueError: the catalogue can't be opened, or the PDF can't be written.
        ReportFailed: what the typesetter said.
    """
    with Catalogue.open(path, program=PROGRAM) as catalogue:
        with catalogue.read() as session:
            gathered = gather(session, choices, path.stem)
        content = typeset(gathered.dossier)
        with telling(output):
            write_whole(output, content or b"")
        if catalogue.read_only_because is None:
            catalogue.keep(lambda session: keep(session, gathered))
    return len(gathered.dossier.agreements) + len(gathered.dossier.meetings)
