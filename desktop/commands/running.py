"""How commands run: what a user is told goes out in one sentence, and nothing lingers."""

import gc
from collections.abc import Generator
from contextlib import contextmanager

import typer

from db.errors import CatalogueError


@contextmanager
def telling() -> Generator[None]:
    """Print what a user is told in one sentence, and end with status 1."""
    try:
        yield
    except CatalogueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def collect_seldom() -> None:
    """Let Python look for dead circles less often: large work makes many objects, few circles.

    For commands that end by themselves; the window has a collector of its own.
    """
    gc.set_threshold(200_000, 20, 20)
