"""The editor of what a count holds: entries as chips, and a line to pick one more."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.terms import EntryKind
from desktop.forms.entry_offers import Offers, offers_query
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.picker import Picker, PickerOffer
from desktop.widgets.tag_chip import TagChip
from desktop.workspace import Workspace


class MembersEdit(QWidget):
    """Edit a set of entries; the value is their ids with spaces between."""

    edited = Signal()
    committed = Signal(str)

    def __init__(self, workspace: Workspace, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._members: list[int] = []
        self._titles: dict[int, str] = {}
        self._chips: list[TagChip] = []
        self._picker = Picker(placeholder=self.tr("Add an entry that is counted"), creatable=False)
        self._picker.setAccessibleName(self.tr("Add an entry that is counted"))
        self._picker.search_requested.connect(self._search)
        self._picker.picked.connect(self._on_picked)
        self.setFocusProxy(self._picker)
        self._build()

    def know(self, refs: Sequence[EntryRef]) -> None:
        """Learn the titles of entries a value may name."""
        self._titles.update({ref.id: ref.title for ref in refs})

    def value(self) -> str:
        """Give the ids in order."""
        return " ".join(map(str, self._members))

    def raw(self) -> str:
        """Give the ids in order."""
        return self.value()

    def set_value(self, value: str) -> None:
        """Show the entries of some ids."""
        self._members = [int(word) for word in value.split() if word.isdecimal()]
        unknown = [member for member in self._members if member not in self._titles]
        if unknown:
            self._workspace.operations.read(
                partial(entry_refs, ids=unknown), self._on_known, owner=self, lane="titles"
            )
        self._picker.reset()
        self._show()

    def problem(self) -> str:
        """Say why the set can't be stored; any set can."""
        return ""

    def settle(self) -> None:
        """Take what stands here as saved."""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._held = QWidget()
        self._flow = FlowLayout(self._held)
        self._flow.setSpacing(4)
        self._rest = QWidget()
        self._flow.addWidget(self._rest)
        column.addWidget(self._held)
        column.addWidget(self._picker)

    def _show(self) -> None:
        while len(self._chips) < len(self._members):
            chip = TagChip("", "", parent=self._held)
            chip.remove_requested.connect(self._on_remove_requested)
            self._flow.insert_widget(len(self._chips), chip)
            self._chips.append(chip)
        while len(self._chips) > len(self._members):
            chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for chip, member in zip(self._chips, self._members, strict=True):
            chip.show_tag(self._titles.get(member, "…"), "")
            chip.show()
        self._held.setVisible(bool(self._members))
        self._held.updateGeometry()

    def _on_known(self, refs: dict[int, EntryRef]) -> None:
        self.know(list(refs.values()))
        self._show()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._workspace.operations.read(
            offers_query(typed, tuple(EntryKind), self._workspace.settings.language),
            partial(self._on_offers, typed),
            owner=self,
            lane="search",
        )

    def _on_offers(self, typed: str, offers: Offers) -> None:
        self._picker.offer([offer for offer, found in offers if found.ref], query=typed)

    @Slot(object)
    def _on_picked(self, offer: PickerOffer) -> None:
        if offer.id is not None and offer.id not in self._members:
            self._titles[offer.id] = offer.title
            self._members.append(offer.id)
            self._show()
            self._tell()

    @Slot()
    def _on_remove_requested(self) -> None:
        sender = self.sender()
        place = next(n for n, chip in enumerate(self._chips) if chip is sender)
        del self._members[place]
        self._show()
        self._picker.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.edited.emit()
        self.committed.emit(self.value())
