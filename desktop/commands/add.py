"""``add``: take releases into a catalogue, and read them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.running import collect_seldom, telling
from desktop.commands.search import CataloguePath

if TYPE_CHECKING:
    from desktop.bulk_intake import BulkIntake, Told


def add(
    catalogue: CataloguePath,
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Releases (text, HTML, PDF, DOCX, ODT, RTF, mail), or folders of them."
        ),
    ],
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Also take in what is there already.")
    ] = False,
    unread: Annotated[
        bool, typer.Option("--unread", help="Take in only: the window reads what it opens.")
    ] = False,
) -> None:
    """Take releases into a catalogue, made if it is missing, and read them, ready for review.

    Ctrl+C stops it; what has come in stays.
    """
    from desktop.bulk_intake import BulkIntake, Told  # noqa: PLC0415 - a command of its own
    from desktop.release_files import releases_in  # noqa: PLC0415 - likewise

    collect_seldom()
    found = releases_in(files)
    told: list[Told] = []
    stopped = False
    with telling(), BulkIntake(catalogue, again=again) as intake:
        try:
            with typer.progressbar(length=len(found), label="Taking in", file=sys.stderr) as bar:
                for one in intake.take_in(found):
                    told.append(one)
                    bar.update(1)
            if not unread:
                _read(intake, told)
        except KeyboardInterrupt:
            stopped = True
    for one in told:
        typer.echo(f"{one.file}: {one.sentence} {one.remarks}".rstrip(), err=not one.ok)
    if stopped:
        typer.echo(f"Stopped: {len(told)} of {len(found)} files were looked at.", err=True)
        raise typer.Exit(130)
    if not found:
        typer.echo("There is no release here: name texts, web pages, documents or mails.", err=True)
    if not found or not all(one.ok for one in told):
        raise typer.Exit(1)


def _read(intake: "BulkIntake", told: "list[Told]") -> None:
    """Read what has come in; put what there is to decide on in place of what was told."""
    taken = [place for place, one in enumerate(told) if one.source_id is not None]
    with typer.progressbar(length=len(taken), label="Reading", file=sys.stderr) as bar:
        for place in taken:
            told[place] = intake.read(told[place])
            bar.update(1)
