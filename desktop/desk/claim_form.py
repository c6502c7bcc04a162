"""How a source makes a claim: the few fields that evidence has beside its words."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from db.rows.evidence import EvidenceRow
from db.terms import EntryKind, How
from desktop.forms.entry_edit import EntryEdit
from desktop.labels import heading
from desktop.theme import gap
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.value_edit import LineEdit
from desktop.workspace import Workspace

_SPEAKERS = (EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE)
_REASONED = frozenset({How.INFERRED, How.NOT_STATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimParts:
    """What the form holds."""

    how: How
    attributed_as: str = ""
    attributed_to_id: int | None = None
    as_stated: str = ""
    reason: str = ""


class ClaimForm(QWidget):
    """Say how a claim is made, in whose words, as written, and why it is inferred."""

    how_changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how = ChoiceEdit([(how.value, heading(how)) for how in How])
        self._words = LineEdit()
        self._speaker = EntryEdit(workspace, _SPEAKERS)
        self._as_stated = LineEdit()
        self._reason = BlockEdit(least_lines=2, most_lines=5)
        self._form = QFormLayout(self)
        self._build()
        self._how.edited.connect(self._on_how_edited)
        self.show_parts(ClaimParts(how=How.STATED))

    def add_above(self, words: str, widget: QWidget, at: int = 0) -> None:
        """Put one more field above the others, in its place for Tab too."""
        self._form.insertRow(at, words, widget)
        widget.setAccessibleName(words)
        QWidget.setTabOrder(widget, self._how)

    def remove(self, widget: QWidget) -> None:
        """Take a field away again, and delete it."""
        self._form.removeRow(widget)

    def show_field(self, widget: QWidget, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._form.setRowVisible(widget, shown)

    def how_edit(self) -> ChoiceEdit:
        """Give the choice of how the claim is made."""
        return self._how

    def speaker_edit(self) -> EntryEdit:
        """Give the editor of who the claim is attributed to."""
        return self._speaker

    def reason_edit(self) -> BlockEdit:
        """Give the editor of the reason."""
        return self._reason

    def first_wrong(self) -> QWidget | None:
        """Give the field that keeps the form from being saved, or None."""
        is_shown = How(self._how.value()) != How.NOT_STATED
        return self._speaker if is_shown and self._speaker.problem() else None

    def parts(self) -> ClaimParts:
        """Give what the form holds, without the fields that do not fit how the claim is made."""
        how = How(self._how.value())
        reason = self._reason.value() if how in _REASONED else ""
        if how == How.NOT_STATED:
            return ClaimParts(how=how, reason=reason)
        return ClaimParts(
            how=how,
            attributed_as=self._words.value(),
            attributed_to_id=self._speaker.entry_id(),
            as_stated=self._as_stated.value(),
            reason=reason,
        )

    def show_parts(self, parts: ClaimParts) -> None:
        """Fill the form."""
        self._how.set_value(parts.how)
        self._words.set_value(parts.attributed_as)
        self._speaker.set_value(str(parts.attributed_to_id or ""))
        self._as_stated.set_value(parts.as_stated)
        self._reason.set_value(parts.reason)
        self._show_fitting()

    def show_claim(self, claim: EvidenceRow) -> None:
        """Fill the form from a claim."""
        self.show_parts(
            ClaimParts(
                how=claim.how,
                attributed_as=claim.attributed_as,
                attributed_to_id=claim.attributed_to_id,
                as_stated=claim.as_stated,
                reason=claim.reason,
            )
        )

    @Slot()
    def _on_how_edited(self) -> None:
        self._show_fitting()
        self.how_changed.emit(How(self._how.value()))

    def _build(self) -> None:
        unit = gap(self.font())
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(2 * unit)
        self._form.setVerticalSpacing(unit // 2)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._words.setPlaceholderText(self.tr("in the source's words: the press service said"))
        self._speaker.setPlaceholderText(self.tr("the same as an entry: type a name"))
        self._form.addRow(self.tr("How"), self._how)
        self._form.addRow(self.tr("According to"), self._words)
        self._form.addRow(self.tr("Who that is"), self._speaker)
        self._form.addRow(self.tr("As written"), self._as_stated)
        self._form.addRow(self.tr("Reason"), self._reason)

    def _show_fitting(self) -> None:
        how = How(self._how.value())
        for widget in (self._words, self._speaker, self._as_stated):
            self._form.setRowVisible(widget, how != How.NOT_STATED)
        self._form.setRowVisible(self._reason, how in _REASONED)
