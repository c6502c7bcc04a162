"""The page on which a claim is changed, or one added that rests on no words."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.entries import EntryRef
from db.rows.evidence import EvidenceRow, EvidenceSpec, Span
from db.rows.faces import Target
from db.rows.fields import Field
from db.terms import EntryKind, How
from desktop.desk.claim_form import ClaimForm, ClaimParts
from desktop.desk.claims import Claims
from desktop.forms.editors import FieldEditor, make_editor
from desktop.forms.entry_edit import EntryEdit
from desktop.theme import gap, scaled_font
from desktop.workspace import Workspace


class ClaimPage(QWidget):
    """Edit one claim; Save hands on what is to be stored."""

    saved = Signal(object, object)
    """The id of the claim, None for a new one, and its `EvidenceSpec`."""
    cancelled = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: EvidenceRow | None = None
        self._target: Target | None = None
        self._value: FieldEditor | None = None
        self._title, self._column = QLabel(), QVBoxLayout(self)
        self._source = EntryEdit(workspace, (EntryKind.SOURCE,))
        self._form = ClaimForm(workspace)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._build()

    def form(self) -> ClaimForm:
        """Give the fields."""
        return self._form

    def source_edit(self) -> EntryEdit:
        """Give the picker of the source."""
        return self._source

    def value_edit(self) -> FieldEditor | None:
        """Give the editor of the value the source states; None where there is no value."""
        return self._value

    def change(self, claim: EvidenceRow, behind: Claims) -> None:
        """Edit a claim that is there."""
        self._begin(self.tr("What {0} says").format(claim.source_reference), behind, claim)
        self._source.set_entry(_ref(claim))
        self._source.setEnabled(False)
        self._form.show_claim(claim)
        self._show_value(behind.field, claim.value)
        self._form.how_edit().setFocus()

    def begin(self, how: How, behind: Claims, source_id: int | None) -> None:
        """Begin a claim that rests on no words."""
        not_stated = how == How.NOT_STATED
        self._begin(self.tr("Not stated") if not_stated else self.tr("Inferred"), behind, None)
        self._source.set_value(str(source_id or ""))
        self._source.setEnabled(True)
        self._form.show_parts(ClaimParts(how=how))
        self._show_value(behind.field, behind.current or "")
        (self._form.reason_edit() if source_id else self._source).setFocus()

    def spec(self) -> EvidenceSpec | None:
        """Give the claim as it is to be stored; None while no source is chosen."""
        source = self._claim.source_id if self._claim else self._source.entry_id()
        target = self._target
        if source is None or target is None:
            return None
        parts = self._form.parts()
        return EvidenceSpec(
            target=target,
            source_id=source,
            spans=() if parts.how == How.NOT_STATED else self._spans(),
            how=parts.how,
            value=self._value.value() if self._value else None,
            as_stated=parts.as_stated,
            attributed_as=parts.attributed_as,
            attributed_to_id=parts.attributed_to_id,
            reason=parts.reason,
        )

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Let Enter save, whatever button of the dialog it meant before."""
        super().showEvent(event)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setDefault(True)

    def _begin(self, title: str, behind: Claims, claim: EvidenceRow | None) -> None:
        self._title.setText(title)
        self._claim, self._target = claim, behind.target

    def _spans(self) -> tuple[Span, ...]:
        return tuple(passage.span for passage in self._claim.passages) if self._claim else ()

    def _show_value(self, field: Field | None, value: str) -> None:
        """Put in the editor that the field takes."""
        if self._value is not None:
            self._form.remove(self._value)
            self._value = None
        if field is not None:
            self._value = make_editor(self._workspace, field)
            self._value.set_value(value)
            self._form.add_above(self.tr("It says"), self._value, 1)
            QWidget.setTabOrder(self._source, self._value)
        self._on_how_changed(How(self._form.how_edit().value()))

    @Slot(object)
    def _on_how_changed(self, how: How) -> None:
        if self._value is not None:
            self._form.show_field(self._value, shown=how != How.NOT_STATED)

    @Slot()
    def _save(self) -> None:
        spec, wrong = self.spec(), self._form.first_wrong()
        if spec is None:
            self._source.setFocus()
        elif wrong is not None:
            wrong.setFocus()
        elif self._value is not None and self._value.problem():
            self._value.setFocus()
        else:
            self.saved.emit(self._claim.id if self._claim else None, spec)

    def _build(self) -> None:
        unit = gap(self.font())
        title = scaled_font(self.font(), 1.1)
        title.setBold(True)
        self._title.setFont(title)
        self._source.setPlaceholderText(self.tr("Type part of its title"))
        self._form.add_above(self.tr("Source"), self._source)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(unit)
        self._column.addWidget(self._title)
        self._column.addWidget(self._form)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons)
        self._form.how_changed.connect(self._on_how_changed)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.cancelled)


def _ref(claim: EvidenceRow) -> EntryRef:
    """Return the source of a claim as others name it."""
    return EntryRef(
        id=claim.source_id,
        kind=EntryKind.SOURCE,
        reference=claim.source_reference,
        title=claim.source_title,
    )
