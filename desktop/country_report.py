"""A country's report from choice to paper: gathered, laid out, typeset, written, kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.reports import keep_report
from db.errors import Interrupted
from db.queries.dossier import country_dossier, country_overview, references_held
from db.queries.references import versions_of
from db.rows.dossier import CountryDossier, CountryOverview, DossierChoices, Forms
from db.schema import telling
from desktop.reports.compiling import TypesetError
from desktop.reports.extent import MOST_VOLUMES, pages_of, volumes_of
from desktop.reports.typeset import typeset_in_child, write_volumes, write_whole
from desktop.version import PROGRAM

Tell = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class ReportFailed(Exception):  # noqa: N818 - named for what has happened
    """The report could not be made; the message says why."""


def today() -> date:
    """Return the day that is printed on a report."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToKeep:
    """What the catalogue keeps of a report, so that the next can tell what is new since."""

    choices: DossierChoices
    versions: Mapping[str, int]
    """Of each entry it holds, as it was when gathered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A dossier, and what is kept of its report."""

    dossier: CountryDossier
    to_keep: ToKeep


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A report ready for the typesetter: the dossier itself, which may be large, is let go."""

    names: Forms
    entries: int
    """How many agreements and meetings it holds."""
    to_keep: ToKeep
    volumes: tuple[Path, ...]
    """A file each; one for a report that is not too long for one."""


def gather(
    session: Session,
    choices: DossierChoices,
    title: str,
    tell: Tell = lambda _done, _total: None,
) -> Gathered:
    """Gather a country's dossier from one state of the catalogue, whose title is printed on it.

    Raises:
        Interrupted: the read was cancelled.
        ReportFailed: it would be too long.
    """
    _refuse_too_long(country_overview(session, choices))
    dossier = country_dossier(session, choices, as_of=today(), catalogue_title=title, tell=tell)
    versions = versions_of(session, sorted(references_held(dossier)))
    return Gathered(dossier=dossier, to_keep=ToKeep(choices=dossier.choices, versions=versions))


def _refuse_too_long(overview: CountryOverview) -> None:
    pages = pages_of(
        entries=overview.agreements + overview.meetings, participants=overview.participants
    )
    if volumes_of(pages) > MOST_VOLUMES:
        message = (
            f"The report would have about {round(pages, -2):,} pages in {volumes_of(pages):,} "
            "volumes, which is too much at once: choose fewer years, or some tags."
        )
        raise ReportFailed(message)


def lay_out(
    gathered: Gathered, folder: Path, cancelled: Cancelled = lambda: False
) -> LaidOut | None:
    """Lay a report out in a folder, in volumes where it is long; None where it was cancelled."""

    def check() -> None:
        if cancelled():
            raise Interrupted

    dossier = gathered.dossier
    try:
        volumes = write_volumes(dossier, folder, printed_on=today(), check=check)
    except Interrupted:
        return None
    return LaidOut(
        names=dossier.names,
        entries=len(dossier.agreements) + len(dossier.meetings),
        to_keep=gathered.to_keep,
        volumes=volumes,
    )


def typeset(volume: Path, cancelled: Cancelled = lambda: False) -> Path | None:
    """Typeset a volume in a process of its own, beside it; None where it was cancelled.

    Raises:
        ReportFailed: what the typesetter said.
    """
    pdf = volume.with_suffix(".pdf")
    try:
        return pdf if typeset_in_child(volume, pdf, cancelled=cancelled) else None
    except TypesetError as error:
        message = f"The report could not be typeset ({error}): report this as a fault of Chancery."
        raise ReportFailed(message) from error


def names_of(path: Path, volumes: int) -> list[Path]:
    """Return the names of a report's files: of volumes they are numbered, FILE-01.pdf and on."""
    if volumes == 1:
        return [path]
    digits = len(str(volumes))
    return [
        path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}")
        for number in range(1, volumes + 1)
    ]


def write_files(pdfs: Sequence[Path], path: Path) -> list[Path]:
    """Write the volumes of a report, each whole or not at all; return their names.

    Raises:
        DiskFull, ReadOnlyPlace: why one can't be written.
    """
    names = names_of(path, len(pdfs))
    for pdf, name in zip(pdfs, names, strict=True):
        with telling(name):
            write_whole(name, pdf.read_bytes())
    return names


def keep(session: Session, to_keep: ToKeep) -> int:
    """Keep a report that was printed or saved, so that the next can tell what is new since."""
    choices = to_keep.choices
    return keep_report(session, country=choices.country, choices=choices, versions=to_keep.versions)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReport:
    """A report in files."""

    entries: int
    """How many agreements and meetings it holds."""
    files: Sequence[Path]


def write_report(path: Path, choices: DossierChoices, output: Path) -> WrittenReport:
    """Write a report as PDF, in numbered volumes where it is long, and keep it.

    Raises:
        CatalogueError: the catalogue can't be opened, or the PDF can't be written.
        ReportFailed: what the typesetter said.
    """
    with (
        TemporaryDirectory() as folder,
        Catalogue.open(path, program=PROGRAM) as catalogue,
    ):
        laid_out = _laid_out(catalogue, choices, Path(folder))
        pdfs = [pdf for volume in laid_out.volumes if (pdf := typeset(volume))]
        files = write_files(pdfs, output)
        if catalogue.read_only_because is None:
            catalogue.keep(lambda session: keep(session, laid_out.to_keep))
    return WrittenReport(entries=laid_out.entries, files=files)


def _laid_out(catalogue: Catalogue, choices: DossierChoices, folder: Path) -> LaidOut:
    with catalogue.read() as session:
        gathered = gather(session, choices, catalogue.path.stem)
    laid_out = lay_out(gathered, folder)
    if laid_out is None:
        raise Interrupted
    return laid_out
