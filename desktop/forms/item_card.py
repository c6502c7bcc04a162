"""The card in which one thing of an entry is made or changed: its few values, saved together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.forms.editors import FieldEditor
from desktop.forms.members_edit import MembersEdit
from desktop.theme import gap, small_font
from desktop.widgets.field_frame import FieldGrid, FieldRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CardField:
    """One value of a card."""

    name: str
    label: str
    editor: FieldEditor | MembersEdit
    beside: bool = False


class ItemCard(QFrame):
    """Edit the values of one item; Enter saves, Escape gives up, leaving saves what was changed."""

    commit_requested = Signal(bool)
    """Whether another one is to follow, as after Enter."""
    dismissed = Signal()
    edited = Signal()

    def __init__(self, fields: Sequence[CardField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._rows: dict[str, FieldRow] = {}
        self._item: int | None = None
        self._begun: dict[str, str] = {}
        self.setProperty("role", "card")
        self._build()
        self.hide()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue, reportUnknownMemberType] - there is one

    @property
    def item(self) -> int | None:
        """The id of the item being changed; None for one being made."""
        return self._item

    def begin(
        self, item: int | None, values: Mapping[str, str], drafts: Mapping[str, str] | None = None
    ) -> None:
        """Show the values of an item, and over them what was left unsaved of it."""
        self._item = item
        self.complain("")
        for field in self._fields:
            field.editor.set_value(values.get(field.name, ""))
        self._begun = self.raw()
        for field in self._fields:
            if drafts and field.name in drafts:
                field.editor.set_value(drafts[field.name])
        self.show()

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self._fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """Give the values as they would be stored."""
        return {field.name: field.editor.value() for field in self._fields}

    def raw(self) -> dict[str, str]:
        """Give what stands in the fields, letter by letter."""
        return {field.name: field.editor.raw() for field in self._fields}

    def is_changed(self) -> bool:
        """Tell whether anything differs from what was shown first."""
        return not self.isHidden() and self.raw() != self._begun

    def find_problem(self) -> bool:
        """Say beside each field why it can't be saved, and tell whether there is such a field."""
        found = False
        for field in self._fields:
            problem = field.editor.problem()
            self._rows[field.name].set_complaint(problem)
            found = found or bool(problem)
        return found

    def complain(self, sentence: str) -> None:
        """Say beneath the first field why the item is not saved; empty takes all reasons back."""
        for row in self._rows.values():
            row.set_complaint("")
        self._rows[self._fields[0].name].set_complaint(sentence)

    def complaint(self) -> str:
        """Give the first reason shown."""
        return next((row.complaint() for row in self._rows.values() if row.complaint()), "")

    def holds(self, widget: QObject | None) -> bool:
        """Tell whether a widget belongs to the card, its pop-ups included."""
        while widget is not None and widget is not self:
            widget = widget.parent()
        return widget is self

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Save on Enter, give up on Escape."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.commit_requested.emit(True)
            case Qt.Key.Key_Escape:
                self.dismissed.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        inside = self.isVisible() and self.holds(old)
        if inside and now is not None and now.window() is self.window() and not self.holds(now):
            self.commit_requested.emit(False)

    @Slot()
    def _on_edited(self) -> None:
        if self.complaint():
            self.complain("")
        self.edited.emit()

    def _build(self) -> None:
        self._grid = FieldGrid()
        for field in self._fields:
            row = self._grid.add(field.label, field.editor, with_face=False, beside=field.beside)
            self._rows[field.name] = row
            field.editor.edited.connect(self._on_edited)
        self._hint = QLabel(self.tr("Enter saves  ·  Esc closes"))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.addWidget(self._grid)
        column.addWidget(self._hint)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self._hint.setFont(small_font(self.font()))
        column = self.layout()
        if column is not None:
            column.setContentsMargins(0, unit, unit, unit // 2)
            column.setSpacing(unit // 2)
