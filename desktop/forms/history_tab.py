"""The history of an entry: what was done to it or one field, and the entry as it stood then."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from db.queries.history import acts_of_entry, acts_on_field, changes_of_field
from db.rows.entries import EntrySheet
from db.rows.fields import FIELDS
from db.terms import EntryKind
from desktop.forms.history_lines import Told, told, with_refs
from desktop.forms.history_text import HistoryText
from desktop.forms.standing_view import StandingView
from desktop.forms.take_back import TakeBack
from desktop.labels import field_label
from desktop.theme import gap
from desktop.workspace import Workspace

ACTS = 60
"""How many acts are shown, latest first."""
LINES = 12
"""How many lines are shown of one act."""


def read_history(session: Session, entry_id: int) -> Told:
    """Read the latest acts on an entry and what they changed."""
    return told(session, acts_of_entry(session, entry_id, ACTS))


def read_field(session: Session, entry_id: int, kind: EntryKind, field: str) -> Told:
    """Read the latest acts on one field, and how they changed it."""
    acts = acts_on_field(session, entry_id, kind, field, ACTS)
    changed = tuple(
        (act, changes_of_field(session, act.revision, entry_id, kind, field)) for act in acts
    )
    return with_refs(session, changed)


class HistoryTab(QWidget):
    """Show the acts on an entry; Delete takes one back, Enter shows the entry as it then stood."""

    jump_requested = Signal(int)
    """An act that is not among those shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sheet: EntrySheet | None = None
        self.text, self.field = HistoryText(workspace, LINES), QComboBox()
        self.taking = TakeBack(workspace)
        self._standing: StandingView | None = None
        self.take_button = QPushButton(self.tr("Take &back"))
        self.then_button = QPushButton(self.tr("As it &stood then…"))
        self._pages, self._acts = QStackedWidget(), QWidget()
        self._build()
        self._connect()

    def load(self, sheet: EntrySheet) -> None:
        """Read and show the history of an entry."""
        is_other = self._sheet is None or self._sheet.id != sheet.id
        self._sheet = sheet
        if is_other:
            self._offer_fields(sheet.kind)
            self.taking.forget()
            self._pages.setCurrentWidget(self._acts)
        self._read()

    def show_field(self, name: str) -> None:
        """Show the history of one field alone."""
        self.field.setCurrentIndex(max(0, self.field.findData(name)))
        self._pages.setCurrentWidget(self._acts)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def plain(self) -> str:
        """Give the history as plain text."""
        return self.text.toPlainText()

    @property
    def standing(self) -> StandingView:
        """The view of the entry as it stood, made when it is first wanted."""
        if self._standing is None:
            self._standing = StandingView(self._workspace)
            self._standing.closed.connect(self._show_acts)
            self._pages.addWidget(self._standing)
        return self._standing

    @property
    def shows_past(self) -> bool:
        """Whether the entry is shown as it stood."""
        return self._pages.currentWidget() is not self._acts

    @Slot()
    def _read(self) -> None:
        sheet, field = self._sheet, str(self.field.currentData() or "")
        if sheet is None:
            return
        query = (
            partial(read_field, entry_id=sheet.id, kind=sheet.kind, field=field)
            if field
            else partial(read_history, entry_id=sheet.id)
        )
        self._workspace.operations.read(query, self._show, owner=self, lane="history")

    def _show(self, history: Told) -> None:
        self.text.show_acts(history)
        self._fit_buttons()

    @Slot()
    def _take_back(self) -> None:
        act = self.text.current()
        if act is not None and act.stands:
            self.taking.take_back(act)

    @Slot()
    def _show_then(self) -> None:
        act = self.text.current()
        if act is not None and self._sheet is not None:
            self.standing.show_after(self._sheet.id, act.revision)
            self._pages.setCurrentWidget(self.standing)
            self.standing.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_acts(self) -> None:
        self._pages.setCurrentWidget(self._acts)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _jump(self, revision: int) -> None:
        if self.text.select(revision):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.jump_requested.emit(revision)

    @Slot()
    def _fit_buttons(self) -> None:
        act = self.text.current()
        stands = act is not None and act.stands
        self.take_button.setEnabled(stands and not self._workspace.read_only)
        self.then_button.setEnabled(act is not None)

    def _offer_fields(self, kind: EntryKind) -> None:
        self.field.blockSignals(True)
        self.field.clear()
        self.field.addItem(self.tr("All that was done"), "")
        for field in FIELDS[kind]:
            self.field.addItem(field_label(field.name), field.name)
        self.field.blockSignals(False)

    def _build(self) -> None:
        self.field.setAccessibleName(self.tr("Field"))
        unit = gap(self.font())
        label = QLabel(self.tr("Histor&y of"))
        label.setBuddy(self.field)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.field, 1)
        row.addWidget(self.take_button)
        row.addWidget(self.then_button)
        column = QVBoxLayout(self._acts)
        column.setContentsMargins(2 * unit, unit, 2 * unit, 0)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(self.taking)
        self._pages.addWidget(self._acts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(self._read)
        self.text.current_changed.connect(self._fit_buttons)
        self.text.take_back_requested.connect(self._take_back)
        self.text.standing_requested.connect(self._show_then)
        self.take_button.clicked.connect(self._take_back)
        self.then_button.clicked.connect(self._show_then)
        self.taking.finished.connect(self._read)
        self.taking.jump_requested.connect(self._jump)
