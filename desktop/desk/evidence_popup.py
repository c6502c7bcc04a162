"""What words support: the values of the entry in the form, to be ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.rows.evidence import EvidenceSpec, Span
from db.terms import How
from desktop.desk.claim_form import ClaimForm, ClaimParts
from desktop.desk.target_delegate import TargetDelegate
from desktop.desk.target_model import TargetModel
from desktop.desk.targets import TargetRow
from desktop.theme import gap
from desktop.widgets.value_edit import LineEdit
from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a source, selected."""

    source_id: int
    source_reference: str
    spans: tuple[Span, ...]
    words: str


class TickList(QListView):
    """List targets: Space ticks, letters narrow the list."""

    typed = Signal(str)

    def __init__(self, rows: TargetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(TargetDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the words support"))
        self.clicked.connect(self._on_clicked)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Tick on Space, hand letters to the filter, leave Enter and Escape to the dialog."""
        match event.key():
            case Qt.Key.Key_Space:
                self._on_clicked(self.currentIndex())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Escape:
                event.ignore()
            case Qt.Key.Key_Backspace:
                self.typed.emit("\b")
            case _ if event.text().isprintable() and event.text():
                self.typed.emit(event.text())
            case _:
                super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self._rows.toggle(index.row())


class EvidencePopup(QDialog):
    """Ask what words support, and how; Enter takes what is ticked, or else the current row."""

    specs_chosen = Signal(object)
    """A tuple of `EvidenceSpec`."""

    def __init__(
        self,
        workspace: Workspace,
        quoted: Quoted,
        targets: Sequence[TargetRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quoted = quoted
        self._rows = TargetModel(targets, self)
        self._filter = LineEdit(placeholder=self.tr("Type to narrow the list"))
        self._list, self._form = TickList(self._rows), ClaimForm(workspace)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.setWindowTitle(self.tr("What these words support"))
        self._build()
        self._filter.textChanged.connect(self._narrow)
        self._list.typed.connect(self._on_typed)
        self._rows.ticks_changed.connect(self._tell)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._narrow("")
        self._list.setFocus()

    def target_list(self) -> TickList:
        """Give the list."""
        return self._list

    def form(self) -> ClaimForm:
        """Give the fields beneath the list."""
        return self._form

    def specs(self) -> tuple[EvidenceSpec, ...]:
        """Give the claims chosen; of a field without a value, that it is not stated."""
        parts = self._form.parts()
        return tuple(self._spec(row, parts) for row in self._chosen())

    @override
    def accept(self) -> None:
        """Hand the claims on, where there are any that can be made."""
        specs = self.specs()
        if not specs:
            return
        if any(spec.how == How.INFERRED and not spec.reason for spec in specs):
            self._form.reason_edit().setFocus()
            return
        self.specs_chosen.emit(specs)
        super().accept()

    def _chosen(self) -> tuple[TargetRow, ...]:
        current = self._list.currentIndex()
        here = (self._rows.row(current.row()),) if current.isValid() else ()
        return self._rows.ticked() or here

    def _spec(self, row: TargetRow, parts: ClaimParts) -> EvidenceSpec:
        how = parts.how if row.value else How.NOT_STATED
        return EvidenceSpec(
            target=row.target,
            source_id=self._quoted.source_id,
            spans=() if how == How.NOT_STATED else self._quoted.spans,
            how=how,
            as_stated=parts.as_stated if row.value else "",
            attributed_as=parts.attributed_as,
            attributed_to_id=parts.attributed_to_id,
            reason=parts.reason,
        )

    def _build(self) -> None:
        unit = gap(self.font())
        words = QLabel(f"“{_short(self._quoted.words)}”")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._filter.setAccessibleName(self.tr("Narrow the list"))
        hint = QLabel(self.tr("Space ticks one more · Enter adds the evidence · Esc leaves"))
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        for widget in (words, self._filter, self._list, hint, self._form, self._buttons):
            column.addWidget(widget, 1 if widget is self._list else 0)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 84, self.fontMetrics().height() * 40)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        count = len(self._rows.ticked())
        words = self.tr("Add evidence to {0}").format(count)
        button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(words if count > 1 else self.tr("Add evidence"))

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        self._rows.narrow(typed)
        if self._rows.rowCount():
            self._list.setCurrentIndex(self._rows.index(0, 0))

    @Slot(str)
    def _on_typed(self, letters: str) -> None:
        text = self._filter.text()
        self._filter.setText(text[:-1] if letters == "\b" else text + letters)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 240 else f"{line[:160]} … {line[-60:]}"
