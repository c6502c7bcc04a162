"""The item data roles of a row of facets; the label is the display role."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 81


class FacetRoles(IntEnum):
    """What the models of facets answer and their delegate paints.

    COUNT: int, None for a heading. SHARE: of all that the list shows, 0 to 1. WISH: what
    the query asks: "with", "without" or nothing. COLOUR: "#rrggbb" of a tag. HEADING: bool. ASKED:
    what is asked in a heading's group, as text. OPENS: whether it opens its group wholly. STALE:
    whether other counts are on their way.
    """

    COUNT = _FIRST
    SHARE = _FIRST + 1
    WISH = _FIRST + 2
    COLOUR = _FIRST + 3
    HEADING = _FIRST + 4
    ASKED = _FIRST + 5
    OPENS = _FIRST + 6
    STALE = _FIRST + 7
