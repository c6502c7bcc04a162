"""The way in: straight to the window, or to the command line where a command is given."""

import sys
from importlib import import_module
from pathlib import Path

from desktop.plain_imports import restore_import


def main() -> None:
    """Open the window on what the user named, or run the command that was typed."""
    words = sys.argv[1:]
    if opens_window(words):
        sys.exit(open_window(Path(words[0]) if words else None))
    from desktop.cli import main as run_command  # noqa: PLC0415 - the window needs no commands

    run_command()


def opens_window(words: list[str]) -> bool:
    """Tell whether nothing or one file was named; no command has a full stop in its name.

    A file without one is told from a command by the command line itself.
    """
    return not words or (
        len(words) == 1 and not words[0].startswith("-") and bool(Path(words[0]).suffix)
    )


def open_window(catalogue: Path | None) -> int:
    """Open the window, on a catalogue or on the one last used; return the exit status."""
    from desktop.display import why_no_window  # noqa: PLC0415 - only this way leads to Qt

    reason = why_no_window()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    import_module("PySide6.QtWidgets")
    restore_import()
    from desktop.app import run  # noqa: PLC0415 - likewise

    return run(catalogue)
