"""The tags of a card that is still open: chosen now, and given to its entry when it is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.tags import TagSpec
from db.queries.tags import tag_tree
from db.rows.entries import TagRow
from db.rows.suggestions import LineKind
from db.text.folding import fold
from db.text.scripts import script_of
from desktop.acts import entries as acts
from desktop.desk.cards.card import Card
from desktop.models.check_rows import CheckRow
from desktop.panels.check_popup import CheckPopup
from desktop.workspace import Workspace

_CREATE = "create"


class TagChoice(CheckPopup):
    """Offer all tags; those of the card are on."""

    line_chosen = Signal(int, bool)
    """The id of a tag, and whether the card is to have it."""

    def __init__(self, workspace: Workspace, card: Card, parent: QWidget) -> None:
        super().__init__(self.tr("Tags of this card"), clearable=False, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._tags: Sequence[TagRow] = ()
        self._on = {line.value for line in card.ticked() if line.kind == LineKind.TAG}
        self._opens_at: tuple[QWidget, QPoint] | None = None
        self.line().setPlaceholderText(self.tr("Type a tag"))
        self.toggled.connect(self._on_toggled)
        self.typed_changed.connect(self._show)

    def open_at(self, widget: QWidget, at: QPoint) -> None:
        """Open at a point of a widget, as soon as the tags are read."""
        self._opens_at = (widget, at)
        self._read()

    def _read(self) -> None:
        self._workspace.operations.read(tag_tree, self._take, owner=self, lane="tags")

    def _take(self, tags: Sequence[TagRow]) -> None:
        self._tags = sorted(tags, key=lambda tag: (str(tag.id) not in self._on, -tag.count))
        self._show(self.line().text().strip())
        if self._opens_at is not None:
            self.open_below(*self._opens_at)
            self._opens_at = None

    @Slot(str)
    def _show(self, typed: str) -> None:
        language = self._workspace.settings.language
        rows = [
            CheckRow(
                key=str(tag.id),
                label=tag.label(language),
                state=self._state(str(tag.id)),
                colour=tag.colour,
                also=f"{tag.label_en} {tag.label_ru}",
            )
            for tag in self._tags
        ]
        labels = {fold(label) for tag in self._tags for label in (tag.label_en, tag.label_ru)}
        if typed and fold(typed) not in labels:
            words = self.tr("Create tag “{0}”").format(typed)
            rows.append(CheckRow(key=_CREATE, label=words, state=None))
        self.show_rows(rows)

    def _state(self, key: str) -> Qt.CheckState:
        return Qt.CheckState.Checked if key in self._on else Qt.CheckState.Unchecked

    @Slot(str, bool)
    def _on_toggled(self, key: str, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        if key == _CREATE:
            spec = _spec(self.line().text().strip())
            self._workspace.operations.write(acts.create_tag(spec), self._take_made, owner=self)
            return
        self._on = self._on | {key} if on else self._on - {key}
        self.line_chosen.emit(int(key), on)
        self._show(self.line().text().strip())

    def _take_made(self, tag: int) -> None:
        self._on.add(str(tag))
        self.line_chosen.emit(tag, True)
        self._read()


def _spec(typed: str) -> TagSpec:
    """Return a tag with what was typed as its label, in the language of its script."""
    if script_of(typed) == "Cyrl":
        return TagSpec(label_ru=typed)
    return TagSpec(label_en=typed)
