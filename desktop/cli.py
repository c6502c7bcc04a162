"""The command line: the commands that need no window, and the one that opens it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typing_extensions import override

from db.errors import AlreadyThere
from db.text.countries import find_country
from db.text.dates import DateError, parse_date
from desktop.commands.add import add
from desktop.commands.backup import backup, backups, recover, restore
from desktop.commands.export import export
from desktop.commands.import_ import import_
from desktop.commands.running import collect_seldom, guarding, telling
from desktop.commands.search import search


class ReportLanguage(StrEnum):
    """The languages a report's apparatus comes in."""

    ENGLISH = "en"
    RUSSIAN = "ru"


class Paper(StrEnum):
    """The sizes a report comes in."""

    A4 = "a4"
    LETTER = "letter"


class _OpensByDefault(TyperGroup):
    """A command line whose first word may be left out: then the window opens."""

    @override
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (not args[0].startswith("-") and args[0] not in self.commands):
            args = ["open", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    name="chancery",
    cls=_OpensByDefault,
    help="Chancery, a catalogue of agreements, meetings and participants for archivists.",
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
)

CataloguePath = Annotated[Path, typer.Argument(help="The catalogue file.", show_default=False)]


def main() -> None:
    """Run the command the user typed; open the window where none was."""
    with guarding():
        app(prog_name="chancery")


def country_code(typed: str) -> str:
    """Return the ISO 3166-1 code of what was typed, or end with a sentence."""
    code = find_country(typed)
    if code is None:
        typer.echo(f"“{typed}” is no country: give its name, or its code such as AZ.", err=True)
        raise typer.Exit(2)
    return code


def stored_date_text(typed: str) -> str:
    """Return the EDTF text of what was typed, or end with a sentence."""
    try:
        return parse_date(typed).text if typed else ""
    except DateError as error:
        typer.echo(f"“{typed}” is no date: {error}", err=True)
        raise typer.Exit(2) from None


@app.command("open")
def open_window(
    catalogue: Annotated[
        Path | None, typer.Argument(help="The catalogue; the last one if left out.")
    ] = None,
) -> None:
    """Open the window, on a catalogue or on the one last used."""
    from desktop.door import open_window as open_it  # noqa: PLC0415 - only this command needs Qt

    raise typer.Exit(open_it(catalogue))


@app.command()
def sample(
    path: CataloguePath,
    *,
    show: Annotated[
        bool, typer.Option("--open", help="Open the window on it; keep it if it is there.")
    ] = False,
) -> None:
    """Write the sample catalogue: what five press releases say."""
    from resources.sample.build import write_sample  # noqa: PLC0415 - a command of its own

    with telling():
        try:
            write_sample(path)
            typer.echo(f"The sample catalogue is in {path}.", err=show)
        except AlreadyThere:
            if not show:
                raise
    if show:
        open_window(path)


@app.command()
def read(
    file: Annotated[
        Path, typer.Argument(help="A release: text, HTML, PDF, DOCX, ODT, RTF or mail.")
    ],
    *,
    catalogue: Annotated[
        Path | None, typer.Option(help="A catalogue whose names are known.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read a release and print what it speaks of; nothing is stored."""
    from desktop.release_reading import read_file  # noqa: PLC0415 - a command of its own

    collect_seldom()
    with telling():
        typer.echo(read_file(file, catalogue, as_json=as_json))


@app.command()
def report(
    catalogue: CataloguePath,
    country: Annotated[str, typer.Argument(help="ISO 3166-1 code, or a name: AZ, Азербайджан.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The PDF to write.")],
    *,
    period_from: Annotated[str, typer.Option("--from", help="First day, month or year.")] = "",
    period_to: Annotated[str, typer.Option("--to", help="Last day, month or year.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="Only what has this tag.")] = None,
    language: Annotated[
        ReportLanguage, typer.Option(help="The language of the apparatus.")
    ] = ReportLanguage.ENGLISH,
    paper: Annotated[Paper, typer.Option(help="The size of the page.")] = Paper.A4,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Only what is new or changed since the last report.")
    ] = False,
) -> None:
    """Print what a catalogue knows of a country, as PDF/A."""
    from db.rows.dossier import DossierChoices  # noqa: PLC0415 - likewise
    from desktop.country_report import ReportFailed, write_report  # noqa: PLC0415 - likewise

    choices = DossierChoices(
        country=country_code(country),
        period_from=stored_date_text(period_from),
        period_to=stored_date_text(period_to),
        tags=tuple(tag or ()),
        language="ru" if language is ReportLanguage.RUSSIAN else "en",
        paper="letter" if paper is Paper.LETTER else "a4",
        only_new=only_new,
    )
    with telling():
        try:
            written = write_report(catalogue, choices, output)
        except ReportFailed as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from None
    first, last = written.files[0], written.files[-1]
    files = f"{first}" if first == last else f"{first} to {last.name}"
    typer.echo(f"{files}: {written.entries} entries.")


@app.command()
def check(
    catalogue: CataloguePath,
    *,
    deep: Annotated[
        bool, typer.Option("--deep", help="Look at texts, quotations, derived values, index too.")
    ] = False,
) -> None:
    """Check that a catalogue is whole; deeply, that what it derives and quotes is right too."""
    from db.check import check as findings  # noqa: PLC0415 - a command of its own

    sound = True
    with telling():
        for finding in findings(catalogue, deep=deep):
            sound = sound and not finding.problems
            typer.echo(
                f"{'ok ' if not finding.problems else 'BAD'}  {finding.part} ({finding.looked_at})"
            )
            for problem in finding.problems:
                typer.echo(f"     {problem}", err=True)
    if not sound:
        typer.echo(
            "The catalogue is not sound: keep this file, and restore a backup or recover it.",
            err=True,
        )
        raise typer.Exit(1)


for command in (add, search, export, backup, backups, restore, recover):
    app.command()(command)
app.command("import")(import_)
