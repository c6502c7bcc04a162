"""``export``: write a list of a catalogue into a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop.commands.running import collect_seldom, telling
from desktop.commands.search import (
    CataloguePath,
    Descending,
    Kind,
    Sort,
    refuse_unknown,
    tell_problems,
)


def export(
    catalogue: CataloguePath,
    output: Annotated[
        Path, typer.Argument(help="The file to write: .csv or .xlsx.", show_default=False)
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
) -> None:
    """Write a list into a table, CSV or XLSX, at any size.

    Ctrl+C stops it and leaves no file.
    """
    from db.exchange.tabular.formats import CSV_FOR_EXCEL, table_format_of  # noqa: PLC0415 - a command of its own
    from desktop import catalogue_search as found  # noqa: PLC0415 - likewise
    from desktop.list_export import ListExport, write_list  # noqa: PLC0415 - likewise
    from desktop.models.columns import COLUMNS, first_columns  # noqa: PLC0415 - likewise

    collect_seldom()
    table_format = table_format_of(output)
    if table_format is None:
        typer.echo(f"{output} has to end in .csv or .xlsx: the name chooses the format.", err=True)
        raise typer.Exit(2)
    if bom and table_format.suffix == CSV_FOR_EXCEL.suffix:
        table_format = CSV_FOR_EXCEL
    refuse_unknown(sort, found.ORDERS, "order")
    shown = tuple(columns.split(",")) if columns else first_columns(kind)
    for column in shown:
        refuse_unknown(column, tuple(known.key for known in COLUMNS), "column")
    wanted = ListExport(
        spec=found.spec_of(query, kind, sort, descending=descending),
        columns=shown,
        title=catalogue.stem,
    )
    with telling(), found.looking(catalogue) as session:
        tell_problems(session, query)
        with typer.progressbar(length=1, label=output.name, file=sys.stderr) as bar:

            def tell(done: int, total: int) -> None:
                bar.length = total
                bar.update(done - bar.pos)

            try:
                entries = write_list(session, wanted, output, table_format, tell)
            except KeyboardInterrupt:
                typer.echo("\nStopped: nothing was written.", err=True)
                raise typer.Exit(130) from None
    typer.echo(f"{output}: {entries} {'entry' if entries == 1 else 'entries'}.")
