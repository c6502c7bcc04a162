"""The list of an entry's links, refilled in place: lines stay what and where they were."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rows.entries import EntrySheet, LinkRow
from desktop.forms.links.link_item import LinkItem
from desktop.forms.links.sentences import link_text
from desktop.forms.links.tab_order import chain_after

_AT_A_TIME = 8
"""How many lines are made in one step."""


class LinkList(QWidget):
    """Show links in the order of their kinds; Tab stops once, the arrow keys walk."""

    open_requested = Signal(int)
    edit_requested = Signal(object)
    remove_requested = Signal(object)
    face_requested = Signal(object)
    move_requested = Signal(object, int)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[LinkItem] = []
        self._spare: list[LinkItem] = []
        self._current = -1
        self._anchor = QWidget(self)
        self._anchor.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def items(self) -> tuple[LinkItem, ...]:
        """Give the lines, in the order shown."""
        return tuple(self._items)

    def rows(self) -> tuple[LinkRow, ...]:
        """Give the links shown."""
        return tuple(item.row() for item in self._items)

    def fill(self, sheet: EntrySheet, language: str) -> None:
        """Show the links of an entry; the focus stays with its link, or near where it was."""
        focused = self._focused()
        at = self._items.index(focused) if focused else -1
        link_id = focused.row().id if focused else 0
        self._items = self._matched(sheet, language)
        for place, item in enumerate(self._items):
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
        if focused is not None:
            self._return_focus(link_id, at)
        for item in self._items:
            item.show()
        for item in self._spare:
            item.hide()
        self._set_current(min(self._current, len(self._items) - 1))

    def is_ready(self, links: int) -> bool:
        """Tell whether there are lines for so many links."""
        return len(self._items) + len(self._spare) >= links

    def make_ready(self, links: int) -> None:
        """Make a few more lines, as long as there are fewer."""
        for _line in range(min(_AT_A_TIME, links - len(self._items) - len(self._spare))):
            item = self._new()
            item.hide()
            self._spare.append(item)

    def focus_last(self) -> None:
        """Go to the last line, if there is one."""
        self._focus(len(self._items) - 1)

    def focus_link(self, link_id: int) -> None:
        """Go to the line of a link, if it is there."""
        self._focus(next((n for n, row in enumerate(self.rows()) if row.id == link_id), -1))

    def _matched(self, sheet: EntrySheet, language: str) -> list[LinkItem]:
        """Give each link the line it had, and those that are new a line that is free."""
        had = {item.row().id: item for item in self._items}
        kept = {row.id for row in sheet.links}
        self._spare.extend(item for number, item in had.items() if number not in kept)
        items: list[LinkItem] = []
        before: tuple[object, bool] | None = None
        for row in sheet.links:
            text = link_text(row, sheet.faces, language)
            item = had.get(row.id) or (self._spare.pop() if self._spare else self._new())
            item.show_link(row, text, heads=(row.kind, row.outgoing) != before)
            before = (row.kind, row.outgoing)
            items.append(item)
        return items

    def _new(self) -> LinkItem:
        item = LinkItem(self)
        self._column.addWidget(item)
        item.open_requested.connect(partial(self._open, item))
        item.edit_requested.connect(lambda: self.edit_requested.emit(item.row()))
        item.remove_requested.connect(lambda: self.remove_requested.emit(item.row()))
        item.face_requested.connect(lambda: self.face_requested.emit(item.row()))
        item.move_requested.connect(partial(self._move, item))
        item.walked.connect(partial(self._walk, item))
        item.focused.connect(partial(self._on_focus, item))
        return item

    def _on_focus(self, item: LinkItem) -> None:
        """Let Tab come back to the line that had the focus last."""
        if item in self._items:
            self._set_current(self._items.index(item))

    def _open(self, item: LinkItem) -> None:
        other = item.row().other
        if other is not None:
            self.open_requested.emit(other.id)

    def _move(self, item: LinkItem, by: int) -> None:
        self.move_requested.emit(item.row(), by)

    def _walk(self, item: LinkItem, by: int) -> None:
        to = self._items.index(item) + by
        if to >= len(self._items):
            self.left_downwards.emit()
        elif to >= 0:
            self._focus(to)

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self._items):
            self._items[place].link().setFocus(Qt.FocusReason.OtherFocusReason)

    def _return_focus(self, link_id: int, place: int) -> None:
        ids = [row.id for row in self.rows()]
        if link_id in ids:
            if not (kept := self._items[ids.index(link_id)]).face().hasFocus():
                kept.link().setFocus(Qt.FocusReason.OtherFocusReason)
        elif ids:
            self._focus(min(place, len(ids) - 1))
        else:
            self.left_downwards.emit()

    def _set_current(self, place: int) -> None:
        self._current = max(place, 0)
        for number, item in enumerate(self._items):
            item.set_reachable(reachable=number == self._current)
        if self._items:
            item = self._items[self._current]
            chain_after(self._anchor, (item.link(), item.face()))

    def _focused(self) -> LinkItem | None:
        return next(
            (item for item in self._items if item.link().hasFocus() or item.face().hasFocus()), None
        )
