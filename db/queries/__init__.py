"""Reads: functions over a session that answer in frozen rows and change nothing.

A module is loaded when it is first asked for (``queries.lists``), or imported by its name.
"""

from typing import TYPE_CHECKING

from db.late import modules_of

if TYPE_CHECKING:
    from db.queries import (
        alternatives,
        chosen,
        completion_labels,
        completions,
        counts,
        facets,
        history,
        lists,
        picker,
        places,
        saved_searches,
        sizes,
        tags,
        trash,
    )
else:
    __getattr__ = modules_of(__name__)

__all__ = [
    "alternatives",
    "chosen",
    "completion_labels",
    "completions",
    "counts",
    "facets",
    "history",
    "lists",
    "picker",
    "places",
    "saved_searches",
    "sizes",
    "tags",
    "trash",
]
