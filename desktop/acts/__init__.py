"""Acts: one short function for each intent of the user, ready to hand to the write path.

Each takes the pinned passage along, so that what is made while a sentence is pinned stands on it.
A module is loaded when it is first asked for (``acts.entries``), or imported by its name.
"""

from typing import TYPE_CHECKING

from db.late import modules_of

if TYPE_CHECKING:
    from desktop.acts import entries, searches
else:
    __getattr__ = modules_of(__name__)

__all__ = ["entries", "searches"]
