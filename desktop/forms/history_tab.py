"""The history of an entry: what was done to it, when, by whom, from what to what."""

from functools import partial
from html import escape
from typing import Any, NamedTuple

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from db.queries.history import ActRow, FieldChange, acts_of_entry, changes_of_act
from db.queries.references import entry_refs
from db.rows.entries import EntryRef, EntrySheet
from db.terms import RevisionState
from desktop.forms.history_words import Line, lines_of
from desktop.labels import act_label
from desktop.theme import colours, gap
from desktop.workspace import Workspace

ACTS = 60
"""How many acts are shown, latest first."""
LINES = 12
"""How many lines are shown of one act."""


class History(NamedTuple):
    """Acts with what each changed, and the entries those changes name."""

    acts: tuple[tuple[ActRow, tuple[FieldChange, ...]], ...]
    refs: dict[int, EntryRef]


def read_history(session: Any, entry_id: int) -> History:  # noqa: ANN401 - a session
    """Read the latest acts on an entry and what they changed."""
    acts = acts_of_entry(session, entry_id, ACTS)
    found = tuple((act, changes_of_act(session, act.revision)) for act in acts)
    ids = {
        int(value)
        for _act, changes in found
        for change in changes
        if change.column.endswith("_id")
        for value in (change.before, change.after)
        if value and value.isdecimal()
    }
    return History(found, entry_refs(session, ids))


class HistoryTab(QWidget):
    """Show the acts as text that can be scrolled, selected and copied by keyboard."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._history: History | None = None
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("History"))
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.viewport().setAutoFillBackground(False)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * gap(self.font()) - 4, 0, 0, 0)
        column.addWidget(self._text)

    def load(self, sheet: EntrySheet) -> None:
        """Read and show the history of an entry."""
        self._workspace.operations.read(
            partial(read_history, entry_id=sheet.id), self._show, owner=self, lane="history"
        )

    def plain(self) -> str:
        """Give the history as plain text."""
        return self._text.toPlainText()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._history is not None:
            self._show(self._history)

    def _show(self, history: History) -> None:
        self._history = history
        place = self._text.verticalScrollBar().value()
        self._text.setHtml("".join(self._act(act, changes) for act, changes in history.acts))
        self._text.verticalScrollBar().setValue(place)

    def _act(self, act: ActRow, changes: tuple[FieldChange, ...]) -> str:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(act.at.timestamp())), QLocale.FormatType.ShortFormat
        )
        quiet = colours(self).quiet.name()
        state = self.tr("undone") if act.state == RevisionState.UNDONE else ""
        head = "  ·  ".join(filter(None, (when, act.who, state)))
        refs = self._history.refs if self._history is not None else {}
        lines = lines_of(changes, refs, self._workspace.settings.language)
        shown = "".join(self._line(line) for line in lines[:LINES])
        if len(lines) > LINES:
            shown += _indented(escape(self.tr("and {0} more").format(len(lines) - LINES)))
        return (
            f'<p style="margin-top:10px; margin-bottom:2px"><b>{escape(act_label(act.act))}</b>'
            f'&nbsp; <span style="color:{quiet}">{escape(head)}</span></p>{shown}'
        )

    def _line(self, line: Line) -> str:
        quiet = colours(self).quiet.name()
        parts = [f'<span style="color:{quiet}">{escape(line.name)}</span>&nbsp; ']
        if line.before:
            parts.append(f'<span style="color:{quiet}"><s>{escape(line.before)}</s></span> → ')
        parts.append(escape(line.after or self.tr("nothing")))
        return _indented("".join(parts))


def _indented(html: str) -> str:
    return f'<p style="margin:0 0 2px 14px">{html}</p>'
