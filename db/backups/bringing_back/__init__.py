"""Bringing single entries back from a backup, as one act that can be undone."""

from db.backups.bringing_back.carrying import BroughtBack, bring_back

__all__ = ["BroughtBack", "bring_back"]
