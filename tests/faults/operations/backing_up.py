"""Backups of a catalogue that is open, one after another."""

from functools import partial
from pathlib import Path

from db.backups.facts import Reason
from db.backups.listing import backups_of
from db.backups.making import make_backup
from db.backups.restoring import restore_as
from db.catalogue import Catalogue
from tests.faults.looking import forget, left_over, state_of
from tests.faults.operation import CATALOGUE, Attempt, Operation
from tests.faults.operations.ground import begin_with_agreements

_BACKUPS = 3


def _back_up(folder: Path, attempt: Attempt) -> None:
    path = folder / CATALOGUE
    with Catalogue.open(path, who="Tester"):
        attempt.ready()
        for _ in range(_BACKUPS):
            attempt.step(partial(make_backup, path, reason=Reason.BY_HAND))


def _look(folder: Path, acknowledged: int) -> list[str]:
    """Restore each backup that is listed, and see that the next one leaves nothing lying about."""
    path, copy = folder / CATALOGUE, folder / "restored.chancery"
    listed = backups_of(path)
    lost = [] if len(listed) >= acknowledged else [f"{len(listed)} of {acknowledged} are listed"]
    for backup in listed:
        restore_as(backup.path, copy)
        if state_of(copy) != state_of(path):
            lost.append(f"{backup.path.name} holds something else")
        forget(copy)
    made = make_backup(path, reason=Reason.BY_HAND).backup
    for place in {made.path.parent}:
        names = [one.path.name for one in backups_of(path)]
        lost += left_over(place, names)
    return lost + left_over(folder, (CATALOGUE, made.path.parent.name))


BACKING_UP = Operation(name="backups", prepare=begin_with_agreements, run=_back_up, also=_look)
