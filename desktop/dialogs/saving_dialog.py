"""The dialog that saves one thing, a tag or a search: its fields, what is refused, two buttons."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

LETTERS = 64
"""The least width, in letters."""


class SavingDialog(QDialog):
    """Lay fields out over Save and Cancel; what the catalogue refuses is said between them.

    Whoever inherits lays out its fields and carries `save` out.
    """

    saved = Signal(int)
    """The id of what was made or changed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._message = MessageBar()
        self._buttons = QDialogButtonBox()

    def save_button(self) -> QPushButton:
        """Give the button that saves."""
        return self._buttons.button(QDialogButtonBox.StandardButton.Save)

    @Slot()
    def save(self) -> None:
        """Save, and close once it is saved."""
        raise NotImplementedError

    def _done(self, saved_id: int) -> None:
        self.saved.emit(saved_id)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self._message.show_message(Severity.WARN, error_sentence(error), closable=False)

    def _lay_out(self, fields: Iterable[tuple[str, QWidget]], labels: Qt.AlignmentFlag) -> None:
        """Lay out fields with their labels, which stand at the top or the middle of each."""
        form, unit = QFormLayout(), gap(self.font())
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | labels)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(unit)
        for label, field in fields:
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setSpacing(2 * unit)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.addLayout(form)
        column.addWidget(self._message)
        column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self._build_buttons()

    def _build_buttons(self) -> None:
        standard = QDialogButtonBox.StandardButton
        self._buttons.setStandardButtons(standard.Save | standard.Cancel)
        self.save_button().setDefault(True)
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
