"""The one editor of a field that holds another entry: found by any of its names, or made here."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.queries.picker import Found
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.terms import EntryKind
from desktop.acts.links import create_other_end
from desktop.forms.entry_offers import Offers, offers_query
from desktop.forms.links.name_kinds import guess_kind
from desktop.labels import error_sentence
from desktop.widgets.editor import settle_line
from desktop.widgets.picker import Picker, PickerOffer
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryEdit(Picker):
    """Pick one entry of some kinds, or make it; the value is its id as text.

    Words that were left without picking stay in the field, with a problem. Escape takes typing
    back. Where nothing was typed, Enter and Escape are left to what stands around the field.
    """

    edited = Signal()
    committed = Signal(str)

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
            placeholder=placeholder,
            keeps=True,
            creatable=not workspace.read_only,
            debounce_ms=debounce_ms,
            parent=parent,
        )
        self._workspace, self._kinds = workspace, tuple(kinds)
        self._known: dict[int, EntryRef] = {}
        self._found: dict[PickerOffer, Found] = {}
        self._refusal = self._told = ""
        self.search_requested.connect(self._search)
        self.picked.connect(self._on_picked)
        self.create_requested.connect(self._create)
        self.returnPressed.connect(self._on_return)
        self.textEdited.connect(self._on_typed)

    def set_kinds(self, kinds: Collection[EntryKind]) -> None:
        """Offer entries of other kinds from now on."""
        self._kinds = tuple(kinds)

    def know(self, references: Mapping[str, EntryRef] | Sequence[EntryRef]) -> None:
        """Learn the titles of entries a value may name."""
        refs = references.values() if isinstance(references, Mapping) else references
        self._known.update({ref.id: ref for ref in refs})

    def entry_id(self) -> int | None:
        """Give the id of the entry picked, or None."""
        return int(self.value()) if self.value() else None

    def set_entry(self, entry: EntryRef | None) -> None:
        """Show an entry, or none, without emitting anything."""
        self.know([entry] if entry is not None else [])
        self.set_value(str(entry.id) if entry is not None else "")

    def value(self) -> str:
        """Give the id of the entry picked; empty where none is."""
        picked = self.picked_offer()
        if picked is None or picked.id is None or self.problem():
            return ""
        cleared = bool(picked.title) and not self.words()
        return "" if cleared else str(picked.id)

    def raw(self) -> str:
        """Give the id, or the words that no entry was picked for."""
        return self.words() if self.problem() else self.value()

    def set_value(self, value: str) -> None:
        """Show the entry of an id by its title, or words as they were typed."""
        self._refusal = ""
        if value.isdecimal():
            self._show_entry(int(value))
        else:
            self.set_picked(None)
            self.setText(value)
        self._told = self.raw()

    def problem(self) -> str:
        """Say that words stand here and no entry, or why an entry could not be made of them."""
        if self._refusal:
            return self._refusal
        if self.words() in {"", self._title()}:
            return ""
        return self.tr("Choose one from the list, or create it: press Down, then Enter.")

    def settle(self) -> None:
        """Take what stands here as saved."""
        settle_line(self)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Commit on Enter where nothing is to be chosen; take typing back on Escape."""
        key = arg__1.key()
        is_typed = self.words() != self._title()
        if self.popup().isVisible():
            super().keyPressEvent(arg__1)
        elif key in _ENTER and not (is_typed and self.words()):
            self.returnPressed.emit()
            arg__1.ignore()  # a card or a dialog around it has its own use for Enter
        elif key == Qt.Key.Key_Escape and not is_typed:
            arg__1.ignore()
        elif key == Qt.Key.Key_Escape:
            self._take_back()
            arg__1.accept()
        else:
            super().keyPressEvent(arg__1)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent, /) -> None:
        """Commit when the field is left, but not for its list or its context menu."""
        super().focusOutEvent(arg__1)
        if arg__1.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit(self.value())

    @override
    def _leave(self) -> None:
        """Keep words that no entry was picked for, where the usual picker would forget them."""
        if not self.words():
            self.set_picked(None)
        elif self.problem():
            self._search(self.words())
        self._tell_change()

    def _take_back(self) -> None:
        self._refusal = ""
        self.set_picked(self.picked_offer())
        self._tell_change()

    def _title(self) -> str:
        picked = self.picked_offer()
        return picked.title if picked is not None else ""

    def _pick_by_title(self) -> None:
        """Take the one entry whose title was typed in full, as if it had been picked."""
        words = self.words().casefold()
        alike = [offer for offer in self._found if offer.title.casefold() == words]
        if len(alike) == 1 and alike[0].id is not None:
            self.set_picked(alike[0])
            self._on_picked(alike[0])

    def _show_entry(self, entry_id: int) -> None:
        ref = self._known.get(entry_id)
        title = ref.title if ref is not None else ""
        self.set_picked(PickerOffer(id=entry_id, title=title))
        if ref is None:
            self._workspace.operations.read(
                partial(entry_refs, ids=[entry_id]),
                partial(self._on_known, entry_id),
                owner=self,
                lane="title",
            )

    def _on_known(self, entry_id: int, refs: Mapping[int, EntryRef]) -> None:
        self.know(list(refs.values()))
        picked = self.picked_offer()
        if entry_id in refs and picked is not None and picked.id == entry_id:
            self._show_entry(entry_id)

    @Slot(str)
    def _search(self, typed: str) -> None:
        if not typed:
            self.offer((), query=typed)
            return
        self._workspace.operations.read(
            offers_query(typed, self._kinds, self._workspace.settings.language),
            partial(self._on_offers, typed),
            owner=self,
            lane="search",
        )

    def _on_offers(self, typed: str, offers: Offers) -> None:
        self._found = dict(offers)
        self.offer([offer for offer, _found in offers], query=typed)
        if typed == self.words() and not self.hasFocus() and self.problem():
            self._pick_by_title()

    @Slot(object)
    def _on_picked(self, offer: PickerOffer) -> None:
        found = self._found.get(offer)
        if found is not None and found.ref is not None:
            self.know([found.ref])
        if offer.id is None:
            self._make(EntryKind.PLACE, offer.title, found.country if found else "")
        else:
            self._tell()

    @Slot(str)
    def _create(self, title: str) -> None:
        self._make(guess_kind(title, self._kinds), title, "")

    def _make(self, kind: EntryKind, title: str, country: str) -> None:
        self._workspace.operations.write(
            create_other_end(kind, title, country, self._workspace.pinboard.pin),
            partial(self._on_made, kind, title),
            owner=self,
            failed=self._on_failed,
        )

    def _on_made(self, kind: EntryKind, title: str, entry_id: int) -> None:
        self.set_entry(EntryRef(id=entry_id, kind=kind, reference="", title=title))
        self._tell()

    def _on_failed(self, error: BaseException) -> None:
        words = self.words()
        if self.entry_id() is None:
            self.set_picked(None)  # a country that was offered and could not be made
            self.setText(words)
        self._refusal = error_sentence(error)
        self._tell()

    @Slot()
    def _on_typed(self) -> None:
        self._refusal = ""

    @Slot()
    def _on_return(self) -> None:
        self._leave()
        self.committed.emit(self.value())

    def _tell_change(self) -> None:
        if self.raw() != self._told:
            self._told = self.raw()
            self.edited.emit()

    def _tell(self) -> None:
        self._told = self.raw()
        self.edited.emit()
        self.committed.emit(self.value())
