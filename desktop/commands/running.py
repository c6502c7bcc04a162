"""How commands run: what a user is told goes out in one sentence, and nothing lingers."""

import gc
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

import typer

from db.errors import CatalogueError

INTERNAL_FAULT = 70
"""The exit status of a fault of the program's own: ``EX_SOFTWARE`` of sysexits."""


@contextmanager
def telling() -> Generator[None]:
    """Print what a user is told in one sentence, and end with status 1."""
    try:
        yield
    except CatalogueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


@contextmanager
def guarding() -> Generator[None]:
    """Print what a user is told; write what nobody expected into the log, and end with 70."""
    from desktop.bugs.log import begin_log, log_file, write_down  # noqa: PLC0415 - loads slowly

    begin_log()
    try:
        yield
    except CatalogueError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from None
    except Exception as error:  # noqa: BLE001 - whatever nobody took
        from desktop.bugs.bug import bug_of  # noqa: PLC0415 - seldom needed

        write_down(error)
        typer.echo(
            f"Something went wrong inside Chancery (fault {bug_of(error).code}); nothing was half "
            f"done. Where it happened is written in {log_file()}: please send that to its makers.",
            err=True,
        )
        raise SystemExit(INTERNAL_FAULT) from None


def collect_seldom() -> None:
    """Let Python look for dead circles less often: large work makes many objects, few circles.

    For commands that end by themselves; the window has a collector of its own.
    """
    gc.set_threshold(200_000, 20, 20)


@contextmanager
def told_on_stderr(label: str) -> Generator[Callable[[int, int], None]]:
    """Give what shows how far work is: called with what is done, and of how much (0: unknown)."""
    with typer.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def tell(done: int, total: int) -> None:
            if total:
                bar.length = total
                bar.update(done - bar.pos)

        yield tell
