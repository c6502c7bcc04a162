"""``search``: print what a query finds."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from db.terms import EntryKind
from desktop.commands.running import collect_seldom, telling

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CataloguePath = Annotated[Path, typer.Argument(help="The catalogue file.", show_default=False)]
Kind = Annotated[
    EntryKind | None, typer.Option(help="Only entries of this kind.", show_default=False)
]
Sort = Annotated[
    str,
    typer.Option(
        help="best, title, date, reference, state, type, body, countries, review, evidence, gaps, "
        "changed or added; best is newest first where the query has no words."
    ),
]
Descending = Annotated[bool, typer.Option("--descending", help="From the last to the first.")]


def search(
    catalogue: CataloguePath,
    query: Annotated[
        str,
        typer.Argument(
            help="As in the search box: health country:AZ signed:2021..", show_default=False
        ),
    ],
    *,
    kind: Kind = None,
    sort: Sort = "best",
    descending: Descending = False,
    limit: Annotated[int, typer.Option(min=0, help="At most so many; 0 for all.")] = 0,
    count: Annotated[bool, typer.Option("--count", help="Print only how many there are.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON object a line (JSON Lines, UTF-8).")
    ] = False,
) -> None:
    """Print the entries that a query finds: reference, date, type, countries and title.

    What is wrong in the query is told on the standard error, under its place; the status is 2 where
    nothing is left to search for.
    """
    from db.queries.lists import list_count  # noqa: PLC0415 - a command of its own
    from desktop import catalogue_search as found  # noqa: PLC0415 - likewise

    collect_seldom()
    refuse_unknown(sort, found.ORDERS, "order")
    spec = found.spec_of(query, kind, sort, descending=descending)
    with telling(), found.looking(catalogue) as session:
        tell_problems(session, query)
        if count:
            typer.echo(list_count(session, spec))
            return
        _write_what_comes(as_json=as_json)
        words = found.as_json if as_json else found.as_text
        for line in found.found_lines(session, spec, limit):
            typer.echo(words(line))


def refuse_unknown(typed: str, known: tuple[str, ...], what: str) -> None:
    """End with status 2 where something is none of the words there are."""
    if typed not in known:
        typer.echo(f"There is no {what} “{typed}”: choose one of {', '.join(known)}.", err=True)
        raise typer.Exit(2)


def tell_problems(session: "Session", query: str) -> None:
    """Tell what is wrong in a query; end with status 2 where nothing else is left of it."""
    from desktop.catalogue_search import problems_of  # noqa: PLC0415 - with the commands it serves

    wrong = problems_of(session, query)
    for told in wrong.told:
        typer.echo(told, err=True)
    if wrong.are_all:
        raise typer.Exit(2)


def _write_what_comes(*, as_json: bool) -> None:
    """Let no console that lacks a letter cost the answer; JSON is UTF-8 (RFC 8259)."""
    output: object = sys.stdout
    if isinstance(output, TextIOWrapper):
        output.reconfigure(encoding="utf-8" if as_json else None, errors="replace")
