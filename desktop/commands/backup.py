"""``backup``, ``backups``, ``restore``, ``recover``: what keeps a catalogue from being lost."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.progress import watched
from desktop.commands.running import collect_seldom, telling
from desktop.commands.search import CataloguePath

if TYPE_CHECKING:
    from db.backups.facts import Backup, Facts
    from db.recovery.recovering import Recovered

Folder = Annotated[
    Path | None,
    typer.Option(help="The folder of all backups; beside the catalogue if left out."),
]
BackupPath = Annotated[Path, typer.Argument(help="The backup: a .zst file.", show_default=False)]


def backup(
    catalogue: CataloguePath,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write.")
    ] = None,
    *,
    folder: Folder = None,
) -> None:
    """Make a backup of a catalogue, also while it is open elsewhere.

    Made without -o, it lies with the other backups and is listed with them.
    """
    from db.backups.facts import Reason  # noqa: PLC0415 - a command of its own
    from db.backups.making import make_backup, write_backup  # noqa: PLC0415 - likewise
    from db.catalogue import Catalogue  # noqa: PLC0415 - likewise
    from desktop.version import PROGRAM  # noqa: PLC0415 - likewise

    with (
        telling(),
        watched() as watch,
        Catalogue.open(catalogue, program=PROGRAM, backups=folder) as opened,
    ):
        immutable = opened.is_immutable
        if output is not None:
            made = write_backup(
                catalogue, output, program=PROGRAM, immutable=immutable, watch=watch
            )
        else:
            made = make_backup(
                catalogue,
                reason=Reason.BY_HAND,
                program=PROGRAM,
                chosen=folder,
                immutable=immutable,
                watch=watch,
            ).backup
    typer.echo(f"{made.path}: {_told(made)}.")


def backups(catalogue: CataloguePath, *, folder: Folder = None) -> None:
    """List the backups of a catalogue, the newest first."""
    from db.backups.listing import backups_of  # noqa: PLC0415 - a command of its own

    with telling():
        found = backups_of(catalogue, folder)
    for one in found:
        typer.echo(f"{_when(one.facts)}  {_told(one)}\n    {one.path}")
    if not found:
        typer.echo(f"There are no backups of {catalogue.name} yet.")


def restore(
    catalogue: CataloguePath,
    backup: BackupPath,
    *,
    target: Annotated[
        Path | None,
        typer.Option("--as", help="Unpack it into this new file instead.", show_default=False),
    ] = None,
    folder: Folder = None,
) -> None:
    """Put the catalogue in a backup in place of the one there is.

    The one there is becomes a backup first. Nobody may have it open.
    """
    from db.backups import restoring  # noqa: PLC0415 - a command of its own
    from desktop.version import PROGRAM  # noqa: PLC0415 - likewise

    with telling(), watched() as watch:
        if target is not None:
            restoring.restore_as(backup, target, watch=watch)
            typer.echo(f"{target} is the catalogue as it was in {backup.name}.")
            return
        kept = restoring.restore(catalogue, backup, program=PROGRAM, chosen=folder, watch=watch)
    typer.echo(f"{catalogue} is as it was in {backup.name}.")
    if kept.backup is not None:
        typer.echo(f"What it was before is in {kept.backup.path}.")
    if kept.copy is not None:
        typer.echo(f"What it was before is damaged, and lies in {kept.copy}.")


def recover(
    catalogue: CataloguePath,
    new: Annotated[Path, typer.Argument(help="The new file to write.", show_default=False)],
) -> None:
    """Write all that can be read of a damaged catalogue into a new one.

    The damaged one stays as it is. The status is 1 where something is lost.
    """
    from db.recovery.recovering import recover as write_recovered  # noqa: PLC0415 - likewise

    collect_seldom()
    with telling(), watched() as watch:
        recovered = write_recovered(catalogue, new, watch=watch)
    typer.echo(f"{new} holds what could be read of {catalogue.name}:")
    for line in recovered_lines(recovered):
        typer.echo(f"    {line}")
    if not recovered.is_whole:
        raise typer.Exit(1)


_COUNTED = (
    ("entry", "entries"),
    ("link", "links"),
    ("evidence", "pieces of evidence"),
    ("source_text", "texts"),
    ("file", "files"),
    ("revision", "acts of the history"),
)


def recovered_lines(recovered: "Recovered") -> list[str]:
    """Return what was found and lost, a line for each sort, the other rows together last."""
    named = {table for table, _words in _COUNTED}
    other = [table for table in recovered.found if table not in named]
    counts = [(words, recovered.found[table], recovered.lost[table]) for table, words in _COUNTED]
    found, lost = (
        sum(part[table] for table in other) for part in (recovered.found, recovered.lost)
    )
    counts.append(("other rows", found, lost))
    return [
        f"{found} {words}" + (f", {lost} lost" if lost else "") for words, found, lost in counts
    ]


def _when(facts: "Facts") -> str:
    return f"{facts.made_at.astimezone():%Y-%m-%d %H:%M}"


def _told(backup: "Backup") -> str:
    facts = backup.facts
    size = backup.packed_size / 1_000_000
    return f"{facts.entry_count} entries, {size:.1f} MB, {facts.reason.replace('_', ' ')}"
