"""A field that holds one entry, found by any of its names or made on the spot."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.queries.picker import Found
from db.rows.entries import EntryRef
from db.terms import EntryKind
from desktop.acts.links import create_other_end
from desktop.forms.entry_offers import Offers, offers_query
from desktop.forms.links.name_kinds import guess_kind
from desktop.labels import error_sentence
from desktop.widgets.picker import Picker, PickerOffer
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryPicker(Picker):
    """Pick an entry of some kinds; Enter in a field that holds one, or is empty, submits."""

    changed = Signal()
    submitted = Signal()
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        kinds: Collection[EntryKind],
        *,
        placeholder: str = "",
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            placeholder=placeholder, keeps=True, debounce_ms=debounce_ms, parent=parent
        )
        self._workspace, self._kinds = workspace, tuple(kinds)
        self._found: dict[PickerOffer, Found] = {}
        self._entry_id: int | None = None
        self.search_requested.connect(self._search)
        self.picked.connect(self._on_picked)
        self.create_requested.connect(self._create)
        self.cleared.connect(self._on_cleared)

    def kinds(self) -> tuple[EntryKind, ...]:
        """Give the kinds that may be picked."""
        return self._kinds

    def set_kinds(self, kinds: Collection[EntryKind]) -> None:
        """Offer entries of other kinds from now on."""
        self._kinds = tuple(kinds)

    def entry_id(self) -> int | None:
        """Give the id of the entry held, or None."""
        return self._entry_id if self.words() else None

    def set_entry(self, entry: EntryRef | None) -> None:
        """Hold an entry, without emitting anything."""
        self._entry_id = entry.id if entry is not None else None
        offer = PickerOffer(id=entry.id, title=entry.title, kind=str(entry.kind)) if entry else None
        self.set_picked(offer)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Submit on Enter where there is nothing to be chosen; Escape takes typing back."""
        open_list = self.popup().isVisible()
        held = self.picked_offer()
        shown = held.title if held is not None else ""
        if arg__1.key() in _ENTER and not open_list and self.words() in {"", shown}:
            self.submitted.emit()
        elif arg__1.key() == Qt.Key.Key_Escape and not open_list and self.words() == shown:
            arg__1.ignore()  # nothing was typed: whoever stands around may leave
            return
        elif arg__1.key() == Qt.Key.Key_Escape and not open_list:
            self.set_picked(held)
        else:
            super().keyPressEvent(arg__1)
            return
        arg__1.accept()

    @Slot(str)
    def _search(self, typed: str) -> None:
        if not typed:
            return
        self._workspace.operations.read(
            offers_query(typed, self._kinds, self._workspace.settings.language),
            partial(self._show, typed),
            owner=self,
            lane="search",
        )

    def _show(self, typed: str, offers: Offers) -> None:
        self._found = dict(offers)
        self.offer([offer for offer, _found in offers], query=typed)

    @Slot(object)
    def _on_picked(self, offer: PickerOffer) -> None:
        found = self._found.get(offer)
        if offer.id is None and found is not None:
            self._make(EntryKind.PLACE, found.title, found.country)
            return
        self._entry_id = offer.id
        self.changed.emit()

    @Slot(str)
    def _create(self, text: str) -> None:
        self._make(guess_kind(text, self._kinds), text, "")

    def _make(self, kind: EntryKind, title: str, country: str) -> None:
        self._workspace.operations.write(
            create_other_end(kind, title, country, self._workspace.pinboard.pin),
            partial(self._on_made, kind, title),
            owner=self,
            failed=lambda error: self.failed.emit(error_sentence(error)),
        )

    def _on_made(self, kind: EntryKind, title: str, entry: int) -> None:
        self._entry_id = entry
        self.set_picked(PickerOffer(id=entry, title=title, kind=str(kind)))
        self.changed.emit()

    @Slot()
    def _on_cleared(self) -> None:
        self._entry_id = None
        self.changed.emit()
