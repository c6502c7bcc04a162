"""A section of a form for things an entry has several of; one file for each says which."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.act import Act
from db.errors import CatalogueError
from db.rows.entries import EntrySheet
from db.rows.faces import Target
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.item_card import CardField, ItemCard
from desktop.forms.item_line import Item, ItemLine
from desktop.forms.opening import form_of_entry
from desktop.labels import error_sentence
from desktop.widgets.link_button import LinkButton
from desktop.widgets.section_heading import SectionHeading
from desktop.workspace import Workspace


class _Sent(NamedTuple):
    """What was handed to the writer: for which entry and item, in what words."""

    entry: int
    item: int | None
    raw: dict[str, str]
    goes_on: bool


class ItemsSection(QWidget):
    """Show items in lines, and edit one at a time in a card; empty, it is not there at all."""

    evidence_requested = Signal(object)
    edited = Signal()
    emptiness_changed = Signal()

    thing = ""
    """What evidence and drafts call an item of this section."""

    def __init__(self, workspace: Workspace, shelf: DraftShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._shelf = workspace, shelf
        self._sheet: EntrySheet | None = None
        self._lines: list[ItemLine] = []
        self._locked = False
        self._sent: _Sent | None = None
        self._card = ItemCard(self.fields(), self)
        self._card.commit_requested.connect(self._commit)
        self._card.dismissed.connect(self.dismiss)
        self._card.edited.connect(self.edited)
        self._build()

    @abstractmethod
    def heading(self) -> str:
        """Return what the section is called."""

    @abstractmethod
    def invitation(self) -> str:
        """Return the words that ask for one more item."""

    @abstractmethod
    def fields(self) -> list[CardField]:
        """Make the editors of an item's values."""

    @abstractmethod
    def items(self, sheet: EntrySheet) -> Sequence[Item]:
        """Return what the lines show."""

    @abstractmethod
    def values(self, sheet: EntrySheet, item: int | None) -> dict[str, str]:
        """Return the values of an item as text; those a new one begins with for none."""

    @abstractmethod
    def add(self, entry: int, values: Mapping[str, str]) -> Act[Any]:
        """Return the act that adds an item, or several."""

    @abstractmethod
    def change(self, item: int, values: Mapping[str, str]) -> Act[Any]:
        """Return the act that changes an item."""

    @abstractmethod
    def remove(self, item: int, about: str) -> Act[Any]:
        """Return the act that removes an item."""

    def show_sheet(self, sheet: EntrySheet, *, locked: bool = False) -> None:
        """Show the items of an entry; a card in which one types is left alone."""
        if self._sheet is not None and self._sheet.id != sheet.id:
            self._close()
        self._sheet, self._locked = sheet, locked
        items = self.items(sheet)
        while len(self._lines) < len(items):
            self._add_line()
        for place, line in enumerate(self._lines):
            if place < len(items):
                line.show_item(items[place])
            line.setVisible(place < len(items) and not self._is_edited(line))
        if not self._is_there():
            self._close()
        self._show_section()

    def is_empty(self) -> bool:
        """Tell whether there is neither an item nor one being made."""
        return not (self._card_open() or (self._sheet and self.items(self._sheet)))

    def start_adding(self) -> None:
        """Open the card for a new item and put the keyboard there."""
        if self._sheet is None or self._locked:
            return
        if self._card_open():
            self._commit(goes_on=False)
        self._open(None)
        self._card.focus_first()

    def drafts(self) -> dict[str, str]:
        """Return what the card holds unsaved, by keys of this section."""
        if not self._card.is_changed():
            return {}
        key = f"{self.thing}:{self._card.item or 0}:"
        return {key + name: raw for name, raw in self._card.raw().items()}

    def restore(self, drafts: Mapping[str, str]) -> None:
        """Open the card again with what was left unsaved."""
        found: dict[int, dict[str, str]] = {}
        for key, raw in drafts.items():
            thing, _colon, rest = key.partition(":")
            number, _colon, name = rest.partition(":")
            if thing == self.thing and number.isdecimal():
                found.setdefault(int(number), {})[name] = raw
        there = {item.id for item in self.items(self._sheet)} if self._sheet else set[int]()
        for item, raws in found.items():
            if item == 0 or item in there:
                self._open(item or None, raws)
                self._card.complain(self.tr("Typed earlier and not saved yet; Enter saves it."))

    def is_stuck(self) -> bool:
        """Tell whether the card holds something that was not saved."""
        return self._card_open() and bool(self._card.complaint())

    def focus_stuck(self) -> None:
        """Put the keyboard into the card."""
        self._card.focus_first()

    def leave(self) -> None:
        """Save what the card holds, before the form shows another entry."""
        if self._card_open():
            self._commit(goes_on=False)

    @Slot()
    def dismiss(self) -> None:
        """Close the card and give up what it holds; the keyboard goes back to the line."""
        item = self._card.item
        held = self._card.holds(self.focusWidget())
        self._close()
        line = next((x for x in self._lines if x.item().id == item and x.isVisible()), None)
        if held:
            (line or self._more).setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _open(self, item: int | None, drafts: Mapping[str, str] | None = None) -> None:
        if self._sheet is None:
            return
        self._place_card(item)
        self._card.begin(item, self.values(self._sheet, item), drafts)
        for line in self._lines:
            line.setVisible(self._is_used(line) and not self._is_edited(line))
        self._show_section()

    def _place_card(self, item: int | None) -> None:
        place = next(
            (n for n, x in enumerate(self._lines) if item and x.item().id == item), len(self._lines)
        )
        self._column.removeWidget(self._card)
        self._column.insertWidget(1 + place, self._card)

    def _close(self) -> None:
        self._card.complain("")
        self._card.hide()
        for line in self._lines:
            line.setVisible(self._is_used(line))
        self._show_section()

    @Slot(bool)
    def _commit(self, goes_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._sheet is None or self._sent is not None:
            return
        if not self._card.is_changed():
            if not goes_on or self._card.item is not None:
                self.dismiss() if goes_on else self._close()
            return
        if self._card.find_problem():
            self.edited.emit()
            return
        values, item = self._card.values(), self._card.item
        act = self.add(self._sheet.id, values) if item is None else self.change(item, values)
        self._sent = _Sent(self._sheet.id, item, self._card.raw(), goes_on)
        self._workspace.operations.write(
            act,
            partial(self._on_saved, self._sent),
            owner=self,
            failed=partial(self._on_failed, self._sent),
        )

    def _on_saved(self, sent: _Sent, _answer: object) -> None:
        self._sent = None
        if self._is_current(sent) and self._card.raw() == sent.raw:
            if sent.goes_on and sent.item is None:
                self._open(None)
                self._card.focus_first()
            elif sent.goes_on:
                self.dismiss()
            else:
                self._close()
        self.edited.emit()

    def _on_failed(self, sent: _Sent, error: BaseException) -> None:
        self._sent = None
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)
        if self._is_current(sent):
            self._card.complain(error_sentence(error))
            self.edited.emit()
        else:
            key = f"{self.thing}:{sent.item or 0}:"
            drafts = {key + name: raw for name, raw in sent.raw.items()}
            self._shelf.add(form_of_entry(sent.entry), drafts)

    @Slot(int)
    def _on_edit_requested(self, item: int) -> None:
        if self._locked:
            return
        if self._card_open():
            self._commit(goes_on=False)
        self._open(item)
        self._card.focus_first()

    @Slot(int)
    def _on_remove_requested(self, item: int) -> None:
        if self._sheet is None or self._locked:
            return
        items = self.items(self._sheet)
        about = next((x.words for x in items if x.id == item), "")
        self.focusNextPrevChild(False)
        self._workspace.operations.write(self.remove(item, about), owner=self)

    @Slot(int)
    def _on_face_requested(self, item: int) -> None:
        self.evidence_requested.emit(Target(self.thing, item))

    def _is_current(self, sent: _Sent) -> bool:
        on_it = self._sheet is not None and self._sheet.id == sent.entry
        return on_it and self._card_open() and self._card.item == sent.item

    def _card_open(self) -> bool:
        return not self._card.isHidden()

    def _is_used(self, line: ItemLine) -> bool:
        count = len(self.items(self._sheet)) if self._sheet else 0
        return self._lines.index(line) < count

    def _is_edited(self, line: ItemLine) -> bool:
        return self._card_open() and self._card.item == line.item().id

    def _is_there(self) -> bool:
        """Tell whether the item in the card is still there, as after an undo."""
        if self._sheet is None or not self._card_open() or self._card.item is None:
            return True
        return any(item.id == self._card.item for item in self.items(self._sheet))

    def _show_section(self) -> None:
        self.setVisible(not self.is_empty())
        self._more.setVisible(not self._locked and not (self._card_open() and not self._card.item))
        self.emptiness_changed.emit()

    def _add_line(self) -> None:
        line = ItemLine(self)
        line.edit_requested.connect(self._on_edit_requested)
        line.remove_requested.connect(self._on_remove_requested)
        line.face_requested.connect(self._on_face_requested)
        self._column.insertWidget(1 + len(self._lines), line)
        self._lines.append(line)

    def _build(self) -> None:
        heading = SectionHeading(self.heading())
        self._more = LinkButton(self.invitation(), strong=False)
        self._more.clicked.connect(self.start_adding)
        heading.add_at_end(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self._column.addWidget(self._card)
        self.hide()
