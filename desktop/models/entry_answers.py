"""What a row of a list answers to each role."""

import html
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from db.rows.entries import EntryLine
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_words import spoken, state_shown, state_tone, subtitle

ANSWERS: Mapping[int, Callable[[EntryLine, ListSpec], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda line, _spec: line.title,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.ToolTipRole: lambda line, _spec: f"<qt>{html.escape(line.title)}</qt>",
    EntryRoles.TITLE: lambda line, _spec: line.title,
    EntryRoles.SUBTITLE: lambda line, _spec: subtitle(line),
    EntryRoles.STATE: state_shown,
    EntryRoles.STATE_TONE: state_tone,
    EntryRoles.EVIDENCE_COUNT: lambda line, _spec: (
        None if line.kind == EntryKind.SOURCE else line.evidence_count
    ),
    EntryRoles.KIND: lambda line, spec: line.kind.value if spec.kind is None else "",
    EntryRoles.ENTRY_KIND: lambda line, _spec: line.kind.value,
    EntryRoles.TAG_COLOURS: lambda line, _spec: line.tag_colours,
    EntryRoles.REFERENCE: lambda line, _spec: line.reference,
}
"""What a row answers to each role, given the list it stands in."""
