"""How far long work is, on the standard error of a terminal; Ctrl+C stops it."""

import sys
from collections.abc import Generator
from contextlib import contextmanager

import typer

from db.backups.watching import Step, Watch

_WORDS = {
    Step.COPY: "Copying",
    Step.CHECK: "Checking",
    Step.PACK: "Packing",
    Step.UNPACK: "Unpacking",
    Step.COMPARE: "Comparing",
    Step.RECOVER: "Recovering",
    Step.REBUILD: "Rebuilding the index",
}


@contextmanager
def watched() -> Generator[Watch]:
    """Show on a terminal how far work is, on one line; end with status 130 on Ctrl+C."""
    shows = sys.stderr.isatty()
    last = ""

    def tell(step: Step, done: int, total: int) -> None:
        nonlocal last
        words = f"{_WORDS[step]}… {done * 100 // total} %" if total else f"{_WORDS[step]}…"
        if shows and words != last:
            last = words
            typer.echo(f"\r{words:<40}", err=True, nl=False)

    try:
        yield Watch(tell=tell)
    except KeyboardInterrupt:
        typer.echo("\nStopped: nothing was written.", err=True)
        raise typer.Exit(130) from None
    finally:
        if last:
            typer.echo(f"\r{'':<40}\r", err=True, nl=False)
