"""Editing a card in its place: its title and lines as fields, kept together or not at all."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from db.terms import EntryKind
from desktop.desk.cards.card import Card
from desktop.desk.cards.card_panel import CardPanel
from desktop.desk.cards.card_rows import CardsModel
from desktop.desk.cards.card_words import card_kind, card_title
from desktop.desk.cards.line_fields import LineField, LineFields, WordsEdit
from desktop.theme import gap, small_font
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.field_frame import FieldGrid, FieldRow
from desktop.widgets.section_heading import SectionHeading
from desktop.workspace import Workspace

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CardEditor(CardPanel):
    """Edit a card, or one line of it; Enter keeps, Ctrl+Enter takes, Escape keeps nothing."""

    confirmed = Signal(object, bool)
    """The `Card` as edited, and whether it is to be taken at once."""

    def __init__(
        self,
        workspace: Workspace,
        rows: CardsModel,
        card: Card,
        line: int = -1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._card = rows, card
        edited = card.lines if line < 0 else card.lines[line : line + 1]
        wording = rows.wording()
        self._parts = [LineFields(one, card.kind, workspace, wording) for one in edited]
        self._shown: list[tuple[LineField, FieldRow]] = []
        named = line < 0 and card.kind != EntryKind.SOURCE and not card.is_country
        self._title = WordsEdit(least_lines=1, most_lines=6) if named else None
        self._title_row: FieldRow | None = None
        self._build()

    def title_edit(self) -> WordsEdit | None:
        """Give the editor of the title; None where only a line is edited."""
        return self._title

    def field(self, line: str, name: str) -> LineField:
        """Give a field by the key of its line and the part of the line it edits."""
        part = next(part for part in self._parts if part.key == line)
        return next(field for field in part.fields if field.name == name)

    def complaints(self) -> tuple[str, ...]:
        """Give the reasons shown why fields can't be kept."""
        return tuple(row.complaint() for _field, row in self._shown if row.complaint())

    def confirm(self, *, taking: bool = False) -> None:
        """Hand the edited card on, unless a field is wrong: that gets the keyboard and a reason."""
        wrong = self._first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.confirmed.emit(self._edited(), taking)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the first field of the line, else into the title."""
        first = self._title or (self._shown[0][0].editor if self._shown else self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Keep on Enter, take on Ctrl+Enter, close on Escape."""
        if event.key() in _ENTER:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.confirm(taking=bool(held))
            event.accept()
        else:
            super().keyPressEvent(event)

    def _first_wrong(self) -> QWidget | None:
        wrong: QWidget | None = None
        if self._title is not None and self._title_row is not None:
            empty = "" if self._title.value() else self.tr("A record needs a title.")
            self._title_row.set_complaint(empty)
            wrong = self._title if empty else None
        for field, row in self._shown:
            problem = field.problem()
            row.set_complaint(problem)
            if problem and wrong is None:
                wrong = field.editor
        return wrong

    def _edited(self) -> Card:
        title = self._card.title
        if self._title is not None:
            typed = self._title.value()
            title = "" if typed == self._card.suggestion.title else typed
        lines = {part.key: part.line(self._rows.book.pick) for part in self._parts}
        return replace(self._card, title=title, edits={**self._card.edits, **lines})

    def _build(self) -> None:
        grid = FieldGrid()
        if self._title is not None:
            self._title.set_value(card_title(self._card, self._rows.wording()))
            self._title_row = grid.add(self.tr("Title"), self._title, with_face=False)
        for part in self._parts:
            for field in part.fields:
                row = grid.add(field.label, field.editor, with_face=False, beside=field.beside)
                self._shown.append((field, row))
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * unit // 2, unit // 2, 3 * unit // 2, unit)
        column.setSpacing(unit)
        column.addWidget(SectionHeading(card_kind(self._card)))
        column.addWidget(grid)
        column.addLayout(self._buttons())
        column.addStretch(1)
        self.setAccessibleName(
            self.tr("Edit: {0}").format(card_title(self._card, self._rows.wording()))
        )

    def _buttons(self) -> QHBoxLayout:
        hint = QLabel(self.tr("Enter keeps · Ctrl+Enter takes the card · Esc keeps nothing"))
        hint.setFont(small_font(self.font()))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        for words, press in (
            (self.tr("Keep"), self._on_keep),
            (self.tr("Cancel"), self.closed.emit),
        ):
            button = QPushButton(words)
            enter_presses(button)
            button.clicked.connect(press)
            row.addWidget(button)
        return row

    def _on_keep(self) -> None:
        self.confirm()
