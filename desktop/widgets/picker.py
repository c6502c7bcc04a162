"""Picking an entry by typing part of any of its names; what is missing is created from here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.widgets.suggest_edit import DEBOUNCE_MS, SuggestEdit
from desktop.widgets.suggestion_model import Suggestion

LOOK_ALIKE = "look-alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class PickerOffer:
    """One thing to pick: its id (None for what is not in the catalogue yet), words and kind.

    `kind` is one of the kinds of the palette. `badge` is `LOOK_ALIKE` for a warning, or words to
    show.
    """

    id: int | None
    title: str
    detail: str = ""
    kind: str = ""
    badge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Creation:
    text: str


class Picker(SuggestEdit):
    """Search as one types and pick with Enter; a whole table is never loaded.

    A picker that `keeps` shows what was picked, as a field does; the other kind is empty again
    after each pick, ready for the next. `creatable` adds a last row that asks for a new entry.
    """

    search_requested = Signal(str)
    picked = Signal(object)
    cleared = Signal()
    create_requested = Signal(str)

    def __init__(
        self,
        *,
        placeholder: str = "",
        creatable: bool = True,
        keeps: bool = False,
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, debounce_ms=debounce_ms, parent=parent)
        self._creatable, self._keeps = creatable, keeps
        self._picked: PickerOffer | None = None
        self.suggestions_requested.connect(self.search_requested)
        self.suggestion_chosen.connect(self._on_chosen)

    def offer(self, offers: Sequence[PickerOffer], *, query: str | None = None) -> None:
        """Answer a search; give its `query` back, so that a late answer is known as one."""
        rows = [self._suggestion(offer) for offer in offers]
        if self._creatable and self.words():
            rows.append(self._creation(self.words()))
        self.show_suggestions(rows, query=query)

    def picked_offer(self) -> PickerOffer | None:
        """Give what is picked, in a picker that keeps it."""
        return self._picked

    def set_picked(self, offer: PickerOffer | None) -> None:
        """Show what is picked already, without emitting anything."""
        self.close_suggestions()
        self._picked = offer
        self.setText(offer.title if offer else "")
        self.setCursorPosition(0)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent, /) -> None:
        """Show again what is picked, where typing was left without picking."""
        super().focusOutEvent(arg__1)
        if arg__1.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.close_suggestions()
        if self._keeps:
            self._leave()

    def _leave(self) -> None:
        if self._picked is not None and not self.words():
            self.set_picked(None)
            self.cleared.emit()
        else:
            self.set_picked(self._picked)

    @Slot(object)
    def _on_chosen(self, chosen: object) -> None:
        match chosen:
            case PickerOffer():
                self._settle(chosen)
                self.picked.emit(chosen)
            case _Creation(text=text):
                self._settle(None)
                self.create_requested.emit(text)
            case _:
                pass

    def _settle(self, chosen: PickerOffer | None) -> None:
        if not self._keeps:
            self.reset()
        elif chosen is not None:
            self.set_picked(chosen)

    def _suggestion(self, offer: PickerOffer) -> Suggestion:
        alike = offer.badge == LOOK_ALIKE
        return Suggestion(
            title=offer.title,
            detail=offer.detail,
            icon=offer.kind,
            badge=self.tr("looks alike") if alike else offer.badge,
            tone="warn" if alike else "quiet",
            payload=offer,
        )

    def _creation(self, text: str) -> Suggestion:
        return Suggestion(
            title=self.tr("Create “{0}”").format(text),
            detail=self.tr("not in the catalogue yet"),
            icon="new",
            payload=_Creation(text=text),
        )
