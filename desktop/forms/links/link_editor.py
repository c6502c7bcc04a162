"""The dialog in which a link is edited."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from db.errors import Refused
from db.queries.sheets import stages_of
from db.rows.entries import EntrySheet, LinkRow
from desktop.forms.links.changing import save_link
from desktop.forms.links.link_fields import LinkFields
from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace


class LinkEditor(QDialog):
    """Edit one link; Ctrl+Enter saves, Escape leaves it as it was."""

    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        row: LinkRow,
        sheet: EntrySheet,
        parent: QWidget | None = None,
        *,
        debounce_ms: int = DEBOUNCE_MS,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._link, self._sheet = workspace, row, sheet
        self._fields = LinkFields(workspace, row, sheet, debounce_ms=debounce_ms, parent=self)
        self._complaint = QLabel(self)
        self._buttons = QDialogButtonBox(self)
        self._build()
        self._ask_for_stages()
        self._fields.post.setFocus()

    def fields(self) -> LinkFields:
        """Give the fields."""
        return self._fields

    def complaint(self) -> str:
        """Give the reason shown that belongs to no one field."""
        return self._complaint.text()

    @Slot()
    def save(self) -> None:
        """Save the link and leave, or say beside the field why it can't be saved."""
        self._fields.clear_complaints()
        self._complaint.hide()
        wrong = self._fields.first_wrong()
        if wrong is not None:
            wrong.setFocus()
            return
        spec, pin = self._fields.spec(), self._workspace.pinboard.pin
        self._workspace.operations.write(
            save_link(self._link.id, spec, about=self._sheet.title, pin=pin),
            self._on_saved,
            owner=self,
            failed=self._on_failed,
        )

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Link of {0}").format(self._sheet.title))
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        save = self._buttons.addButton(
            self.tr("Save  Ctrl+Enter"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        leave = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        enter_presses(save, leave)
        save.setProperty("role", "primary")
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        for part in (self._fields, self._complaint, self._buttons):
            column.addWidget(part)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _ask_for_stages(self) -> None:
        subject = self._link.subject.id
        language = self._workspace.settings.language
        self._workspace.operations.read(
            lambda session: stages_of(session, subject),
            lambda stages: self._fields.set_stages(stages, language),
            owner=self,
        )

    def _on_saved(self, _nothing: None) -> None:
        self.said.emit(self.tr("Link saved"))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        reason = error.reason if isinstance(error, Refused) else ""
        if not self._fields.complain(reason, error_sentence(error)):
            self._complaint.setText(error_sentence(error))
            self._complaint.show()
