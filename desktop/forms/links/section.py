"""The section of a form that shows an entry's links and adds to them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.commands.participants import Added
from db.queries.faces import INCOMING
from db.queries.sheets import COUNTED
from db.rows.entries import EntrySheet, LinkRow
from db.rows.faces import Target
from desktop.acts.links import move_link, remove_links
from desktop.forms.links.add_line import AddLine
from desktop.forms.links.link_editor import LinkEditor
from desktop.forms.links.link_list import LinkList
from desktop.forms.links.making import make_links
from desktop.forms.links.paste_review import PasteReview
from desktop.forms.links.reading import Reading, read_list
from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.link_button import LinkButton
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace


class LinksSection(QWidget):
    """Show links as sentences, with the line that adds more always at the end."""

    open_requested = Signal(int)
    """The id of the entry to be opened."""
    evidence_requested = Signal(object)
    """The ``Target`` whose evidence is wanted."""
    all_requested = Signal(str)
    """The reference of the entry, all of whose links are wanted as a list."""
    said = Signal(str)
    """A sentence for the status line."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, debounce_ms: int = DEBOUNCE_MS
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sheet: EntrySheet | None = None
        self._heading = SectionHeading(self.tr("Links"), parent=self)
        self._list = LinkList(self)
        self._more = LinkButton(strong=False, parent=self)
        self._line = AddLine(workspace, self, debounce_ms=debounce_ms)
        self._build()
        self._connect()

    def links(self) -> LinkList:
        """Give the list of links."""
        return self._list

    def add_line(self) -> AddLine:
        """Give the line that adds links."""
        return self._line

    def show(self, sheet: EntrySheet | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - with a sheet it fills, without one it is Qt's
        """Show the links of an entry: lines are refilled, and focus and typing stay."""
        if sheet is None:
            super().show()
            return
        self._sheet = sheet
        self._line.set_entry(sheet.id, sheet.kind)
        self._line.setVisible(not self._workspace.read_only and not sheet.trashed)
        self._list.fill(sheet, self._workspace.settings.language)
        self._set_count(len(sheet.links))
        self._show_more(sheet.more_links)

    def focus_entry(self) -> None:
        """Put the cursor into the line that adds links."""
        self._line.line().setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._heading, self._list, self._more):
            column.addWidget(part)
        column.addSpacing(gap(self.font()) // 2)
        column.addWidget(self._line)

    def _connect(self) -> None:
        self._list.open_requested.connect(self.open_requested)
        self._list.face_requested.connect(self._on_face)
        self._list.edit_requested.connect(self._edit)
        self._list.remove_requested.connect(self._remove)
        self._list.move_requested.connect(self._move)
        self._more.clicked.connect(self._on_more)
        self._list.left_downwards.connect(self.focus_entry)
        self._line.left_upwards.connect(self._list.focus_last)
        self._line.wanted.connect(self._make)
        self._line.list_pasted.connect(self._review)

    def _set_count(self, count: int) -> None:
        words = self.tr("Links") if count < 2 else self.tr("Links  {0}").format(count)
        if words != self._heading.text():
            self._heading.set_text(words)

    def _show_more(self, count: int) -> None:
        """Say how many links are not shown, where an entry has so many."""
        words = self.tr("{0} more, older ones: show all in a list").format(
            f"{count:,}" if count < COUNTED - INCOMING else f"{count:,}+"
        )
        self._more.set_words(words, strong=False)
        self._more.setVisible(count > 0)

    @Slot()
    def _on_more(self) -> None:
        if self._sheet is not None:
            self.all_requested.emit(self._sheet.reference)

    @Slot(object, str)
    def _make(self, readings: Sequence[Reading], text: str) -> None:
        if self._sheet is None:
            return
        pin = self._workspace.pinboard.pin
        self._workspace.operations.write(
            make_links(self._sheet.id, readings, about=self._sheet.title, pin=pin),
            partial(self._on_made, len(readings)),
            owner=self,
            failed=partial(self._on_not_made, text),
        )

    def _on_made(self, wanted: int, added: Added) -> None:
        made, new = len(added.links), len(added.entries)
        words = [self.tr("{0} linked").format(made)]
        if new:
            words.append(self.tr("{0} new in the catalogue").format(new))
        if made < wanted:
            words.append(self.tr("{0} there already").format(wanted - made))
        self.said.emit(", ".join(words))

    def _on_not_made(self, text: str, error: Exception) -> None:
        self._line.give_back(text, error_sentence(error))

    @Slot(str)
    def _review(self, text: str) -> None:
        if self._sheet is None:
            return
        readings = read_list(text, self._line.defaults())
        if not readings:
            return
        review = PasteReview(
            self._workspace, self._sheet.id, self._sheet.kind, readings, parent=self
        )
        review.wanted.connect(partial(self._on_reviewed, review))
        review.finished.connect(self.focus_entry)
        review.open()

    def _on_reviewed(self, review: PasteReview, readings: Sequence[Reading]) -> None:
        if self._sheet is None:
            return
        pin, count = self._workspace.pinboard.pin, len(readings)

        def done(added: Added) -> None:
            review.accept()
            self._line.made(readings)
            self._on_made(count, added)

        self._workspace.operations.write(
            make_links(self._sheet.id, readings, about=self._sheet.title, pin=pin),
            done,
            owner=review,
            failed=lambda error: review.complain(error_sentence(error)),
        )

    @Slot(object)
    def _edit(self, row: LinkRow) -> None:
        if self._workspace.read_only or self._sheet is None:
            return
        editor = LinkEditor(self._workspace, row, self._sheet, parent=self)
        editor.finished.connect(partial(self._back_to, row.id))
        editor.said.connect(self.said)
        editor.open()

    def _back_to(self, link_id: int, _result: int) -> None:
        self._list.focus_link(link_id)

    @Slot(object)
    def _remove(self, row: LinkRow) -> None:
        if self._workspace.read_only:
            return
        about = row.other.title if row.other else row.named_as
        self._workspace.operations.write(
            remove_links([row.id], about=about),
            lambda _nothing: self.said.emit(self.tr("Link to {0} removed").format(about)),
            owner=self,
        )

    @Slot(object, int)
    def _move(self, row: LinkRow, by: int) -> None:
        if self._workspace.read_only or not row.outgoing:
            return
        same = [other.id for other in self._list.rows() if _sorts_with(other, row)]
        to = same.index(row.id) + by
        if 0 <= to < len(same):
            self._workspace.operations.write(move_link(row.id, to, about=row.label_en), owner=self)

    @Slot(object)
    def _on_face(self, row: LinkRow) -> None:
        self.evidence_requested.emit(Target("link", row.id))


def _sorts_with(other: LinkRow, row: LinkRow) -> bool:
    return other.outgoing and other.kind == row.kind
