"""The item data roles that the delegates read: models answer them, delegates paint them."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 1


class EntryRoles(IntEnum):
    """Roles of a row of entries.

    TITLE, SUBTITLE, STATE, REFERENCE: str. STATE_TONE: a colour's name in the palette.
    EVIDENCE_COUNT: int, None for no sign at all. KIND: the kind's name where a list mixes them,
    else empty. TAG_COLOURS: tuple of "#rrggbb". DRAFT: bool. PROGRESS: how many suggestions of a
    source are decided, and how many there are, as a tuple; None where it has not been read.
    LIT_TITLE, LIT_SUBTITLE: what was found there, a tuple of spans in code points, in order.
    ENTRY_KIND: the kind's name, whether the list mixes them or not.
    """

    TITLE = _FIRST
    SUBTITLE = _FIRST + 1
    STATE = _FIRST + 2
    STATE_TONE = _FIRST + 3
    EVIDENCE_COUNT = _FIRST + 4
    KIND = _FIRST + 5
    TAG_COLOURS = _FIRST + 6
    DRAFT = _FIRST + 7
    REFERENCE = _FIRST + 8
    PROGRESS = _FIRST + 9
    LIT_TITLE = _FIRST + 10
    LIT_SUBTITLE = _FIRST + 11
    ENTRY_KIND = _FIRST + 12


class CountRoles(IntEnum):
    """Roles of a row with a count: the sidebar, the tree of tags. The label is the display role.

    COUNT: int or None. ICON: an icon's name. COLOUR: "#rrggbb" of a tag. HEADING: bool.
    """

    COUNT = _FIRST + 20
    ICON = _FIRST + 21
    COLOUR = _FIRST + 22
    HEADING = _FIRST + 23


class OfferRoles(IntEnum):
    """Roles of a row offered while typing: all str; PAYLOAD is whatever was offered.

    TONE: the badge's colour, by its name in the palette. ICON: an icon's name. COLOUR: "#rrggbb".
    """

    TITLE = _FIRST + 40
    DETAIL = _FIRST + 41
    BADGE = _FIRST + 42
    TONE = _FIRST + 43
    ICON = _FIRST + 44
    COLOUR = _FIRST + 45
    PAYLOAD = _FIRST + 46
