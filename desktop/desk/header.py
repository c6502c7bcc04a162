"""The head of the desk: which source this is, and how far it has been read."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.fields import field_of
from db.terms import EntryKind, ReadingState, SourceKind
from desktop.desk.pages import DeskPage
from desktop.forms.languages import language_name
from desktop.labels import choice_labels, date_label, field_label, label
from desktop.theme import gap, scaled_font, small_font
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.elided_label import ElidedLabel


class DeskHeader(QWidget):
    """Show reference, title, dates and languages; change the reading state."""

    state_chosen = Signal(object)
    """A `ReadingState` other than the one shown."""

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._facts, self._title = ElidedLabel(tone="quiet"), QLabel()
        self._state = ChoiceEdit(_states())
        self._state.setAccessibleName(field_label("reading_state"))
        self._state.setEnabled(not read_only)
        self._state.committed.connect(self._on_state_committed)
        self._build()

    def title(self) -> str:
        """Give the title shown."""
        return self._title.text()

    def facts(self) -> str:
        """Give the line of facts shown."""
        return self._facts.text()

    def state_edit(self) -> ChoiceEdit:
        """Give the editor of the reading state."""
        return self._state

    def show_page(self, shown: DeskPage, language: str) -> None:
        """Show another source, or the same one anew."""
        self._title.setText(shown.page.ref.title)
        self._facts.setText(" · ".join(_facts(shown, language)))
        self._shown = shown.values["reading_state"]
        self._state.set_value(self._shown)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot(str)
    def _on_state_committed(self, value: str) -> None:
        if value and value != self._shown:
            self._shown = value
            self.state_chosen.emit(ReadingState(value))

    def _build(self) -> None:
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._above = QHBoxLayout()
        self._above.addWidget(self._facts, 1)
        self._above.addWidget(self._state)
        column = QVBoxLayout(self)
        column.addLayout(self._above)
        column.addWidget(self._title)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        title = scaled_font(self.font(), 1.25)
        title.setBold(True)
        self._title.setFont(title)
        self._facts.setFont(small_font(self.font()))
        column = self.layout()
        if column is not None:
            column.setContentsMargins(4 * unit, unit, unit, unit)
            column.setSpacing(unit // 2)


def _states() -> list[tuple[str, str]]:
    field = field_of(EntryKind.SOURCE, "reading_state")
    return choice_labels(field) if field else []


def _facts(shown: DeskPage, language: str) -> Iterable[str]:
    values = shown.values
    languages = values.get("languages", "").split()
    published = date_label(values.get("published", ""), language)
    return filter(
        None,
        (
            shown.page.ref.reference,
            values.get("publisher", ""),
            label(SourceKind(values["source_kind"])),
            published,
            ", ".join(language_name(code, language) for code in languages),
        ),
    )
