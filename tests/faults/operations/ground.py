"""The small catalogues that the operations begin with, each made once and copied for each trial."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from db.catalogue import Catalogue
from db.terms import LinkKind
from tests.factories import make_agreement, make_country, make_link, make_person
from tests.faults.operation import CATALOGUE

AGREEMENTS = 30


@cache
def _room() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="chancery-ground-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def made(make: Callable[[Path], None]) -> Path:
    """Return a catalogue that `make` has made, once for all trials."""
    path = _room() / f"{make.__module__}.{make.__name__}.chancery"
    make(path)
    return path


def some_agreements(path: Path) -> None:
    """Make a catalogue of some agreements of one country."""
    with Catalogue.create(path, who="Tester", program="Chancery test") as catalogue:
        country = make_country(catalogue)
        make_person(catalogue, "Anna Petrova")
        for number in range(AGREEMENTS):
            agreement = make_agreement(catalogue, f"Memorandum {number}")
            make_link(catalogue, LinkKind.PARTY, agreement, country)


def begin_with_agreements(folder: Path) -> None:
    """Put that catalogue into a folder."""
    shutil.copyfile(made(some_agreements), folder / CATALOGUE)
