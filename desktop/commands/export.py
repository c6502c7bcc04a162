"""``export``: write a list of a catalogue into a file, or the whole catalogue into a folder."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.running import collect_seldom, telling, told_on_stderr
from desktop.commands.search import (
    CataloguePath,
    Descending,
    Kind,
    Sort,
    refuse_unknown,
    tell_problems,
)

if TYPE_CHECKING:
    from db.exchange.tabular.formats import TableFormat
    from desktop.list_export import ListExport


def export(
    catalogue: CataloguePath,
    output: Annotated[
        Path,
        typer.Argument(
            help="A folder for the whole catalogue, or a file for a list: .csv or .xlsx.",
            show_default=False,
        ),
    ],
    query: Annotated[
        str, typer.Argument(help="As in the search box; all of the list if left out.")
    ] = "",
    *,
    kind: Kind = None,
    sort: Sort = "best",
    descending: Descending = False,
    columns: Annotated[
        str, typer.Option(help="title,date,… in their order; those a list shows if left out.")
    ] = "",
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel knows UTF-8.")
    ] = False,
    links: Annotated[
        bool,
        typer.Option(
            "--links",
            help="All entries with all fields, and all links: two sheets, or two files of CSV.",
        ),
    ] = False,
) -> None:
    """Write the whole catalogue into a folder, or a list into a table, at any size.

    The folder is made: plain files that are read without this program, and taken in by “import”.
    A name that ends in .csv or .xlsx gets the list that a query finds. Ctrl+C stops it and leaves
    nothing behind.
    """
    if not output.suffix or output.is_dir():
        _refuse_with(query=query, columns=columns, links=links)
        _export_whole(catalogue, output)
        return
    table_format = _format_of(output, bom=bom)
    if links:
        _refuse_with(query=query, columns=columns)
        _export_tables(catalogue, output, table_format)
        return
    collect_seldom()
    wanted = _wanted(catalogue, query, columns, kind, sort, descending=descending)
    _export_list(catalogue, output, table_format, wanted)


def _format_of(output: Path, *, bom: bool) -> "TableFormat":
    from db.exchange.tabular.formats import CSV_FOR_EXCEL, table_format_of  # noqa: PLC0415 - a command of its own

    table_format = table_format_of(output)
    if table_format is None:
        typer.echo(
            f"{output} has to end in .csv or .xlsx, or be a folder: the name chooses the format.",
            err=True,
        )
        raise typer.Exit(2)
    return CSV_FOR_EXCEL if bom and table_format.suffix == CSV_FOR_EXCEL.suffix else table_format


def _wanted(
    catalogue: Path, query: str, columns: str, kind: Kind, sort: str, *, descending: bool
) -> "ListExport":
    from desktop import catalogue_search as found  # noqa: PLC0415 - likewise
    from desktop.list_export import ListExport  # noqa: PLC0415 - likewise
    from desktop.models.columns import COLUMNS, first_columns  # noqa: PLC0415 - likewise

    refuse_unknown(sort, found.ORDERS, "order")
    shown = tuple(columns.split(",")) if columns else first_columns(kind)
    for column in shown:
        refuse_unknown(column, tuple(known.key for known in COLUMNS), "column")
    return ListExport(
        spec=found.spec_of(query, kind, sort, descending=descending),
        columns=shown,
        title=catalogue.stem,
    )


def _export_list(
    catalogue: Path, output: Path, table_format: "TableFormat", wanted: "ListExport"
) -> None:
    from desktop.catalogue_search import looking  # noqa: PLC0415 - likewise
    from desktop.list_export import write_list  # noqa: PLC0415 - likewise

    with telling(), looking(catalogue) as session:
        tell_problems(session, wanted.spec.query.removesuffix(" "))
        with _stopping(), told_on_stderr(output.name) as tell:
            entries = write_list(session, wanted, output, table_format, tell)
    typer.echo(f"{output}: {entries} {'entry' if entries == 1 else 'entries'}.")


def _refuse_with(**options: str | bool) -> None:
    """Refuse what narrows a list where everything goes out."""
    given = [name for name, value in options.items() if value]
    if given:
        typer.echo(f"Everything goes out here: leave out the {' and the '.join(given)}.", err=True)
        raise typer.Exit(2)


def _export_whole(catalogue: Path, folder: Path) -> None:
    from desktop.catalogue_export import export_catalogue  # noqa: PLC0415 - a command of its own
    from desktop.catalogue_search import looking  # noqa: PLC0415 - likewise
    from desktop.import_words import counts_by_kind  # noqa: PLC0415 - likewise

    collect_seldom()
    with (
        telling(),
        looking(catalogue) as session,
        _stopping(),
        told_on_stderr(folder.name) as tell,
    ):
        found = export_catalogue(session, folder, tell)
    entries = sum(found.entries.values())
    typer.echo(f"{folder}: {entries} {'entry' if entries == 1 else 'entries'}.")
    typer.echo(counts_by_kind(found.entries))


def _export_tables(catalogue: Path, output: Path, table_format: "TableFormat") -> None:
    from desktop.catalogue_search import looking  # noqa: PLC0415 - likewise
    from desktop.table_export import export_tables, links_path  # noqa: PLC0415 - likewise

    collect_seldom()
    with (
        telling(),
        looking(catalogue) as session,
        _stopping(),
        told_on_stderr(output.name) as tell,
    ):
        entries = export_tables(session, output, table_format, tell)
    beside = "" if table_format.key == "xlsx" else f", their links in {links_path(output)}"
    typer.echo(f"{output}: {entries} {'entry' if entries == 1 else 'entries'}{beside}.")


@contextmanager
def _stopping() -> Generator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("\nStopped: nothing was written.", err=True)
        raise typer.Exit(130) from None
