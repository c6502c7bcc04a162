"""The tags of an entry in a row, with a line at the end to add one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.theme import gap
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.suggest_edit import DEBOUNCE_MS, SuggestEdit
from desktop.widgets.suggestion_model import Suggestion
from desktop.widgets.tag_chip import TagChip


@dataclass(frozen=True, slots=True, kw_only=True)
class TagOffer:
    """A tag: its id, its label in the language of the screen, its colour ("#rrggbb" or empty)."""

    id: int
    label: str
    colour: str = ""


class _TagLine(SuggestEdit):
    """The line at the end; from its beginning the keyboard goes back to the chips."""

    left_at_start = Signal()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        back = arg__1.key() in {Qt.Key.Key_Left, Qt.Key.Key_Backspace}
        if back and self.cursorPosition() == 0 and not self.hasSelectedText():
            self.left_at_start.emit()
        else:
            super().keyPressEvent(arg__1)


class TagBar(QWidget):
    """Show tags as chips; ask for tags to be added, made or removed, and change nothing itself."""

    completion_requested = Signal(str)
    add_requested = Signal(int)
    create_requested = Signal(str)
    remove_requested = Signal(int)

    def __init__(self, *, debounce_ms: int = DEBOUNCE_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[TagOffer, ...] = ()
        self._chips: list[TagChip] = []
        self._flow = FlowLayout(self)
        self._line = self._build_line(debounce_ms)
        self.setFocusProxy(self._line)
        self._fit()

    def tags(self) -> tuple[TagOffer, ...]:
        """Give the tags shown."""
        return self._tags

    def set_tags(self, tags: Sequence[TagOffer]) -> None:
        """Show other tags; the keyboard stays where it was, or near it."""
        held = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._tags = tuple(tags)
        while len(self._chips) < len(tags):
            self._add_chip()
        while len(self._chips) > len(tags):
            self._drop_chip()
        for chip, tag in zip(self._chips, tags, strict=True):
            chip.show_tag(tag.label, tag.colour)
        if held is not None:
            self._focus_place(min(held, len(tags) - 1) if tags else 0)

    def offer(self, offers: Sequence[TagOffer], *, query: str | None = None) -> None:
        """Answer `completion_requested`; tags already shown are left out."""
        known = {tag.id for tag in self._tags}
        rows = [
            Suggestion(title=tag.label, colour=tag.colour, icon="tag", payload=tag)
            for tag in offers
            if tag.id not in known
        ]
        words = self._line.words()
        labels = {tag.label.casefold() for tag in (*offers, *self._tags)}
        if words and words.casefold() not in labels:
            title = self.tr("Create tag “{0}”").format(words)
            rows.append(Suggestion(title=title, icon="new", payload=words))
        self._line.show_suggestions(rows, query=query)

    def line(self) -> SuggestEdit:
        """Give the line where a tag is typed."""
        return self._line

    def chips(self) -> tuple[TagChip, ...]:
        """Give the chips, in the order of the tags."""
        return tuple(self._chips)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build_line(self, debounce_ms: int) -> _TagLine:
        line = _TagLine(
            placeholder=self.tr("+ tag"), two_lines=False, debounce_ms=debounce_ms, parent=self
        )
        line.setAccessibleName(self.tr("Add a tag"))
        line.setProperty("role", "inline")
        line.suggestions_requested.connect(self.completion_requested)
        line.suggestion_chosen.connect(self._on_chosen)
        line.left_at_start.connect(self._on_left_at_start)
        self._flow.addWidget(line)
        return line

    def _fit(self) -> None:
        self._flow.setSpacing(max(3, gap(self.font()) // 2))
        self._line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)

    def _add_chip(self) -> None:
        chip = TagChip("", "", parent=self)
        chip.remove_requested.connect(self._on_remove_requested)
        chip.step_requested.connect(self._on_step_requested)
        before = self._chips[-1] if self._chips else None
        self._flow.insert_widget(len(self._chips), chip)
        self._chips.append(chip)
        if before is not None:
            QWidget.setTabOrder(before, chip)
        QWidget.setTabOrder(chip, self._line)
        chip.show()

    def _drop_chip(self) -> None:
        chip = self._chips.pop()
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _focus_place(self, place: int) -> None:
        within = 0 <= place < len(self._chips)
        target: QWidget = self._chips[place] if within else self._line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sender_place(self) -> int:
        sender = self.sender()
        return next(n for n, chip in enumerate(self._chips) if chip is sender)

    @Slot()
    def _on_remove_requested(self) -> None:
        self.remove_requested.emit(self._tags[self._sender_place()].id)

    @Slot(int)
    def _on_step_requested(self, step: int) -> None:
        self._focus_place(max(0, self._sender_place() + step))

    @Slot()
    def _on_left_at_start(self) -> None:
        if self._chips:
            self._focus_place(len(self._chips) - 1)

    @Slot(object)
    def _on_chosen(self, chosen: object) -> None:
        self._line.reset()
        if isinstance(chosen, TagOffer):
            self.add_requested.emit(chosen.id)
        elif isinstance(chosen, str):
            self.create_requested.emit(chosen)
