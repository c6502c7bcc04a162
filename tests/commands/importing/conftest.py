"""Directories of the sample, and how they are taken in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.exchange.directory.reading import Directory, open_directory
from db.rows.incoming import ForThoseHere, ImportOutcome
from desktop.catalogue_export import export_catalogue
from desktop.catalogue_import import import_act

TakeIn = Callable[..., ImportOutcome]
WriteOut = Callable[[Catalogue], Directory]


@pytest.fixture
def write_out(tmp_path: Path) -> Iterator[WriteOut]:
    """Write a catalogue out, and open what was written."""
    opened: list[Directory] = []

    def write_out(catalogue: Catalogue) -> Directory:
        folder = tmp_path / f"out{len(opened)}"
        with catalogue.read() as session:
            export_catalogue(session, folder)
        opened.append(open_directory(folder))
        return opened[-1]

    yield write_out
    for directory in opened:
        directory.close()


@pytest.fixture
def take_in(catalogue: Catalogue) -> TakeIn:
    """Take a directory into a catalogue that is empty at first."""

    def take_in(
        directory: Directory,
        wanted: ForThoseHere = ForThoseHere.ADD,
        *,
        rehearsal: bool = False,
        into: Catalogue = catalogue,
    ) -> ImportOutcome:
        act = import_act(directory, for_those_here=wanted, about="out")
        return into.rehearse(act) if rehearsal else into.write(act).value

    return take_in
