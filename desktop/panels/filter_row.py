"""The buttons that narrow a list, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.queries.lists import ListSpec
from db.terms import EntryKind
from desktop.labels import plural
from desktop.models.check_rows import CheckRow
from desktop.models.entry_words import state_words, type_words
from desktop.models.filter_choices import (
    FilterChoice,
    chosen_keys,
    read_choices,
    with_keys,
    without,
)
from desktop.panels.check_popup import CheckPopup
from desktop.panels.filter_button import FilterButton
from desktop.panels.list_names import FILTERS, filter_name, filters_of
from desktop.theme import gap
from desktop.widgets.flow_layout import FlowLayout
from desktop.workspace import Workspace


class FilterRow(QWidget):
    """Show what narrows a list, and ask for it to be narrowed otherwise."""

    spec_changed = Signal(object)
    """The ``ListSpec`` that is wanted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._spec = self._home = ListSpec()
        self._tag_labels: dict[str, str] = {}
        self._popup: CheckPopup | None = None
        self._open_name, self._choices = "", tuple[FilterChoice, ...]()
        self._flow = FlowLayout(self)
        self._buttons = {name: FilterButton(name, self) for name in FILTERS}
        for button in self._buttons.values():
            button.opened.connect(self.open_filter)
            button.removed.connect(self._on_removed)
            self._flow.addWidget(button)
        self._flow.addWidget(QWidget())  # the last one is stretched
        self._fit()

    def button(self, name: str) -> FilterButton:
        """Give the button of a filter: kind, countries, types, states, tags, years."""
        return self._buttons[name]

    def popup(self) -> CheckPopup | None:
        """Give the choices that are open."""
        return self._popup

    def show_spec(self, spec: ListSpec, home: ListSpec) -> None:
        """Show by what a list is narrowed from its home."""
        self._spec, self._home = spec, home
        offered = filters_of(spec, home)
        for name, button in self._buttons.items():
            chosen = tuple(self._word(name, key) for key in self._chosen(name))
            words = "–".join(chosen) if name == "years" else ", ".join(chosen)
            button.show_filter(filter_name(name, spec.kind), words)
            button.setVisible(name in offered)
        self._flow.invalidate()
        self.updateGeometry()

    def show_tags(self, labels: dict[str, str]) -> None:
        """Take the labels of tags by their ids in digits."""
        self._tag_labels = labels
        self.show_spec(self._spec, self._home)

    @Slot(str)
    def open_filter(self, name: str) -> None:
        """Open the choices of a filter, as soon as they are read."""
        spec, language = self._spec, self._workspace.settings.language
        self._workspace.operations.read(
            lambda session: read_choices(session, spec, name, language),
            lambda choices: self._open(name, choices),
            owner=self,
            lane="choices",
        )

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._flow.setSpacing(gap(self.font()) // 3)

    def _chosen(self, name: str) -> tuple[str, ...]:
        if name == "kind" and self._home.kind is not None:
            return ()
        return chosen_keys(self._spec, name)

    def _word(self, name: str, key: str) -> str:
        kind = self._spec.kind
        match name:
            case "kind":
                return plural(EntryKind(key))
            case "types" if kind:
                return type_words(kind, key)
            case "states" if kind:
                return state_words(kind, key)
            case "tags":
                return self._tag_labels.get(key, key)
            case _:
                return key

    def _open(self, name: str, choices: Sequence[FilterChoice]) -> None:
        if self._popup is not None:
            self._popup.close()
        self._open_name, self._choices = name, tuple(choices)
        popup = CheckPopup(filter_name(name, self._spec.kind), clearable=True, parent=self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.show_rows(self._rows())
        popup.toggled.connect(self._on_toggled)
        popup.cleared.connect(self._on_cleared)
        popup.closed.connect(self._on_closed)
        self._popup = popup
        popup.open_below(self._buttons[name])

    def _rows(self) -> list[CheckRow]:
        chosen = self._chosen(self._open_name)
        is_span = self._open_name == "years" and bool(chosen)
        rows: list[CheckRow] = []
        for choice in self._choices:
            on = chosen[0] <= choice.key <= chosen[-1] if is_span else choice.key in chosen
            rows.append(
                CheckRow(
                    key=choice.key,
                    label=choice.label,
                    state=Qt.CheckState.Checked if on else Qt.CheckState.Unchecked,
                    count=choice.count,
                    colour=choice.colour,
                    also=choice.also,
                )
            )
        return rows

    @Slot(str, bool)
    def _on_toggled(self, key: str, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        name = self._open_name
        chosen = chosen_keys(self._spec, name)
        keys = (*chosen, key) if on else _less(name, chosen, key)
        self._narrow(with_keys(self._spec, name, keys))

    @Slot()
    def _on_cleared(self) -> None:
        self._narrow(without(self._spec, self._open_name))

    def _narrow(self, spec: ListSpec) -> None:
        self.show_spec(spec, self._home)
        if self._popup is not None:
            self._popup.show_rows(self._rows())
        self.spec_changed.emit(spec)

    @Slot()
    def _on_closed(self) -> None:
        self._popup = None

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        self.show_spec(without(self._spec, name), self._home)
        self.spec_changed.emit(self._spec)


def _less(name: str, chosen: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return the chosen keys without one; a year within a span is what remains of it."""
    if name == "years" and key not in chosen:
        return (key,)
    return tuple(other for other in chosen if other != key)
