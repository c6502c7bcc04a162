"""Accepting what a reading suggests: entries, links, stages and evidence, as one act."""

from db.commands.accepting.accept import accept

__all__ = ["accept"]
