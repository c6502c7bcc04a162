"""A backup put in place of today's catalogue, and the one before that put back."""

import shutil
from functools import partial
from pathlib import Path

from db.backups.facts import Reason
from db.backups.listing import backups_of
from db.backups.making import make_backup
from db.backups.restoring import restore, restore_as
from db.catalogue import Catalogue
from tests.factories import make_person
from tests.faults.looking import forget, state_of
from tests.faults.operation import CATALOGUE, Attempt, Operation
from tests.faults.operations.ground import begin_with_agreements, made

_BACKUP = "backup.copy"


def _changed_since(path: Path) -> None:
    """Make a catalogue, a backup of it beside it, and a change after that."""
    begin_with_agreements(path.parent)
    (path.parent / CATALOGUE).rename(path)
    backup = make_backup(path, reason=Reason.BY_HAND).backup
    shutil.copyfile(backup.path, path.with_suffix(".backup"))
    with Catalogue.open(path, who="Tester") as catalogue:
        make_person(catalogue, "Boris Ivanov")


def _prepare(folder: Path) -> None:
    ready = made(_changed_since)
    shutil.copyfile(ready, folder / CATALOGUE)
    shutil.copyfile(ready.with_suffix(".backup"), folder / _BACKUP)


def _restore(folder: Path, attempt: Attempt) -> None:
    attempt.ready()
    attempt.step(partial(restore, folder / CATALOGUE, folder / _BACKUP))


def _look(folder: Path, acknowledged: int) -> list[str]:
    """See that today's catalogue is there: in its place, or in a backup."""
    path, copy = folder / CATALOGUE, folder / "restored.chancery"
    wanted = state_of(made(_changed_since))
    if not acknowledged and state_of(path) == wanted:
        return []
    for backup in backups_of(path):
        restore_as(backup.path, copy)
        found = state_of(copy)
        forget(copy)
        if found == wanted:
            return []
    return ["what was there before the restore is in no backup"]


RESTORING = Operation(name="restores", prepare=_prepare, run=_restore, also=_look)
