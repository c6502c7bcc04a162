"""Releases taken in from files, many at a time."""

from functools import partial
from pathlib import Path

from desktop.bulk_intake import BulkIntake
from tests.faults.operation import CATALOGUE, Attempt, Operation
from tests.faults.operations.ground import begin_with_agreements

_FILES, _AT_ONCE = 12, 4


def _prepare(folder: Path) -> None:
    begin_with_agreements(folder)
    inbox = folder / f"{CATALOGUE}.inbox"
    inbox.mkdir()
    for number in range(_FILES):
        words = f"Release {number}\n\nThe ministers met on {number + 1} May 2024 in Baku.\n" * 3
        (inbox / f"release-{number:02}.txt").write_text(words, encoding="utf-8")


def _take_in(intake: BulkIntake, files: list[Path]) -> None:
    for told in intake.take_in(files):
        if not told.ok:
            raise AssertionError(told.sentence)


def _import(folder: Path, attempt: Attempt) -> None:
    files = sorted((folder / f"{CATALOGUE}.inbox").iterdir())
    with BulkIntake(folder / CATALOGUE) as intake:
        attempt.ready()
        for start in range(0, len(files), _AT_ONCE):
            attempt.step(partial(_take_in, intake, files[start : start + _AT_ONCE]))


IMPORTING = Operation(name="imports", prepare=_prepare, run=_import)
