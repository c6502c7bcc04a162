"""``import`` of a table: which column is which, what would come in, and taking it in."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from db.terms import EntryKind
from desktop.commands.running import told_on_stderr

if TYPE_CHECKING:
    from db.rows.incoming_table import IncomingTable, TableOutcome, TableWishes

_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoices:
    """What was said of a table on the command line."""

    kind: EntryKind | None
    columns: tuple[str, ...]
    doubles: bool


def take_table(path: Path, file: Path, choices: TableChoices, *, new: bool, dry_run: bool) -> None:
    """Take a table into a catalogue, and print what became of its rows."""
    from db.backups.facts import Reason  # noqa: PLC0415 - a command of its own
    from db.catalogue import Catalogue  # noqa: PLC0415 - likewise
    from db.exchange.tabular.incoming import read_table  # noqa: PLC0415 - likewise
    from desktop.backup_before import back_up_before  # noqa: PLC0415 - likewise
    from desktop.table_import import table_act  # noqa: PLC0415 - likewise
    from desktop.version import PROGRAM  # noqa: PLC0415 - likewise

    table = read_table(file)
    wishes = _wishes(table, choices)
    if new and dry_run:
        typer.echo("A table is rehearsed on a catalogue: leave out --new or --dry-run.", err=True)
        raise typer.Exit(2)
    opened = Catalogue.create if new else Catalogue.open
    with opened(path, program=PROGRAM) as catalogue:
        if not dry_run and not new:
            back_up_before(Reason.IMPORT, catalogue)
        with told_on_stderr(file.name) as tell:
            act = table_act(table, wishes, tell=tell)
            outcome = catalogue.rehearse(act) if dry_run else catalogue.write(act).value
    _say(outcome, dry_run=dry_run)


def _wishes(table: "IncomingTable", choices: TableChoices) -> "TableWishes":
    from db.rows.incoming_table import TableWishes, guess_columns  # noqa: PLC0415 - likewise
    from db.rows.table_columns import columns_of  # noqa: PLC0415 - likewise
    from desktop.table_import import words_of_choices  # noqa: PLC0415 - likewise

    columns = list(guess_columns(table.headings, choices.kind))
    known = [one.key for one in columns_of(choices.kind)]
    for said in choices.columns:
        heading, _sign, key = said.rpartition("=")
        if heading not in table.headings or key not in {"", *known}:
            typer.echo(
                f"“{said}” is not understood: give HEADING=FIELD, with one of the headings "
                f"{', '.join(table.headings)} and one of the fields {', '.join(known)}.",
                err=True,
            )
            raise typer.Exit(2)
        columns[table.headings.index(heading)] = key
    if choices.kind is None and "kind" not in columns:
        typer.echo("Say with --kind what the rows of this table are.", err=True)
        raise typer.Exit(2)
    for heading, key in zip(table.headings, columns, strict=True):
        typer.echo(f"{heading or '(no heading)'} → {key or 'left out'}")
    return TableWishes(
        kind=choices.kind,
        columns=tuple(columns),
        words=words_of_choices(),
        also_doubles=choices.doubles,
    )


def _say(outcome: "TableOutcome", *, dry_run: bool) -> None:
    from desktop.table_import import problem_lines, table_summary  # noqa: PLC0415 - likewise

    for line in list(problem_lines(outcome))[:_SHOWN]:
        typer.echo(line, err=True)
    if outcome.left_out > _SHOWN:
        typer.echo(f"… and {outcome.left_out - _SHOWN} more", err=True)
    for told in outcome.here.first[:_SHOWN]:
        typer.echo(f"already here: {told.here}  {told.title}")
    if dry_run:
        typer.echo(f"Nothing was changed. It would be: {table_summary(outcome)}.")
    else:
        typer.echo(f"Taken in: {table_summary(outcome)}. “Undo” takes all of it back.")
    if outcome.left_out:
        raise typer.Exit(1)
