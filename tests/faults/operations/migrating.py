"""A catalogue of an earlier version, brought up to date by opening it."""

import gzip
from functools import cache, partial
from pathlib import Path

from db import schema
from db.catalogue import Catalogue
from tests.faults.operation import CATALOGUE, Attempt, Operation

_KEPT = Path(__file__).parents[2] / "migrations" / "kept"


@cache
def _oldest() -> bytes:
    return gzip.decompress((_KEPT / f"{schema.EARLIER[0]}.chancery.gz").read_bytes())


def _prepare(folder: Path) -> None:
    (folder / CATALOGUE).write_bytes(_oldest())


def _open(path: Path) -> None:
    with Catalogue.open(path, who="Tester"):
        pass


def _migrate(folder: Path, attempt: Attempt) -> None:
    attempt.ready()
    attempt.step(partial(_open, folder / CATALOGUE))


MIGRATING = Operation(name="migrations", prepare=_prepare, run=_migrate)
