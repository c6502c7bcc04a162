"""``import``: take what was written elsewhere into a catalogue."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from db.rows.incoming import ForThoseHere
from db.terms import EntryKind
from desktop.commands.import_table import TableChoices, take_table
from desktop.commands.running import collect_seldom, telling, told_on_stderr
from desktop.commands.search import CataloguePath

if TYPE_CHECKING:
    from db.exchange.directory.reading import Directory
    from db.rows.incoming import ImportOutcome

_SHOWN = 10
"""So many entries of a sort are named."""


def import_(
    catalogue: CataloguePath,
    source: Annotated[
        Path,
        typer.Argument(
            help="A folder that “export” has written, or a table of entries: .csv or .xlsx.",
            show_default=False,
        ),
    ],
    *,
    new: Annotated[
        bool, typer.Option("--new", help="Make the catalogue; it must not be there yet.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be done.")
    ] = False,
    those_here: Annotated[
        ForThoseHere,
        typer.Option(help="What to do with entries of a folder that are here and differ."),
    ] = ForThoseHere.ADD,
    kind: Annotated[
        EntryKind | None,
        typer.Option(help="What the rows of a table are; left out: as its column says."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="HEADING=FIELD of a table, where its heading is not understood."),
    ] = None,
    doubles: Annotated[
        bool, typer.Option("--doubles", help="Also rows whose title is in the catalogue.")
    ] = False,
) -> None:
    """Take a whole catalogue, or a table of entries, into a catalogue: one act, one undo.

    Everything is checked first. Where something is wrong it is said in which file and line, and
    nothing is written. Ctrl+C stops it and leaves the catalogue as it was.
    """
    from db.exchange.directory.reading import open_directory  # noqa: PLC0415 - likewise
    from db.exchange.tabular.incoming import SUFFIXES  # noqa: PLC0415 - likewise

    collect_seldom()
    if source.suffix.lower() in SUFFIXES and not source.is_dir():
        with telling(), _stopping():
            chosen = TableChoices(kind=kind, columns=tuple(column or ()), doubles=doubles)
            take_table(catalogue, source, chosen, new=new, dry_run=dry_run)
        return
    with (
        telling(),
        _stopping(),
        told_on_stderr("Checking") as tell,
        open_directory(source, tell) as directory,
    ):
        if new and not dry_run:
            _found(catalogue, directory)
        elif new:
            _say_found(directory, "would be in", catalogue)
        else:
            _import(catalogue, directory, those_here, dry_run=dry_run)


def _found(path: Path, directory: "Directory") -> None:
    from desktop.catalogue_import import found_catalogue  # noqa: PLC0415 - a command of its own

    with told_on_stderr("Taking in") as tell:
        found_catalogue(path, directory, tell)
    _say_found(directory, "are in", path)


def _say_found(directory: "Directory", verb: str, path: Path) -> None:
    from desktop.import_words import counts_by_kind  # noqa: PLC0415 - likewise

    counts = directory.counts()
    typer.echo(f"{sum(counts.values())} entries {verb} {path}: {counts_by_kind(counts)}.")


def _import(path: Path, directory: "Directory", those_here: ForThoseHere, *, dry_run: bool) -> None:
    from db.backups.facts import Reason  # noqa: PLC0415 - a command of its own
    from db.catalogue import Catalogue  # noqa: PLC0415 - likewise
    from desktop.backup_before import back_up_before  # noqa: PLC0415 - likewise
    from desktop.catalogue_import import import_act  # noqa: PLC0415 - likewise
    from desktop.version import PROGRAM  # noqa: PLC0415 - likewise

    with Catalogue.open(path, program=PROGRAM) as catalogue:
        if not dry_run:
            back_up_before(Reason.IMPORT, catalogue)
        with told_on_stderr("Comparing" if dry_run else "Taking in") as tell:
            act = import_act(
                directory,
                for_those_here=those_here,
                about=directory.folder.name,
                tell=tell,
            )
            outcome = catalogue.rehearse(act) if dry_run else catalogue.write(act).value
    _say(outcome, those_here, dry_run=dry_run)


def _say(outcome: "ImportOutcome", those_here: ForThoseHere, *, dry_run: bool) -> None:
    from desktop.import_words import sections, summary  # noqa: PLC0415 - likewise

    for section in sections(outcome, those_here):
        typer.echo(f"{section.heading}: {section.count}")
        for line in section.lines[:_SHOWN]:
            typer.echo(f"    {line}")
        if section.count > _SHOWN and section.lines:
            typer.echo(f"    … and {section.count - _SHOWN} more")
    if dry_run:
        typer.echo(f"Nothing was changed. It would be: {summary(outcome)}.")
    else:
        typer.echo(f"Taken in: {summary(outcome)}. “Undo” takes all of it back.")


@contextmanager
def _stopping() -> Generator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("\nStopped: nothing was changed.", err=True)
        raise typer.Exit(130) from None
