"""Whether a backup is due: something has changed, and the last one is not of the last hour."""

from datetime import datetime, timedelta

from db.backups.facts import Backup

LEAST_APART = timedelta(hours=1)
LARGE = 1_000
"""An act that touches more entries than this is preceded by a backup."""


def is_due(newest: Backup | None, last_act: int, now: datetime) -> bool:
    """Tell whether a backup is due of a catalogue whose history ends with an act.

    A clock that was set back since does not keep backups from being made.
    """
    if newest is None:
        return last_act > 0
    age = abs(now - newest.facts.made_at)
    return newest.facts.last_act != last_act and age >= LEAST_APART


def is_kept(newest: Backup | None, last_act: int) -> bool:
    """Tell whether the newest backup holds all that there is."""
    return newest is not None and newest.facts.last_act == last_act
