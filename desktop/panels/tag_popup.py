"""The tags of a selection: which all carry and which some, with a line to add or take one."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from db.act import Change
from db.commands.tags import TagSpec
from db.interruption import check_interrupted
from db.queries.chosen import batches_of
from db.queries.tags import tag_tree, tags_of_all
from db.rows.entries import TagRow
from db.rows.lists import Chosen
from db.text.folding import fold
from db.text.scripts import script_of
from desktop.acts import entries as acts
from desktop.models.check_rows import CheckRow
from desktop.panels.check_popup import CheckPopup
from desktop.workspace import Workspace

_CREATE = "create"
_AT_ONCE = 5_000
"""Entries asked about in one query."""

_Answer = tuple[tuple[TagRow, ...], dict[int, int]]


class TagPopup(CheckPopup):
    """Tag and untag entries; each tag added or taken is one act, however many entries it is."""

    def __init__(
        self,
        workspace: Workspace,
        selected: acts.Selected,
        parent: QWidget,
        *,
        count: int | None = None,
    ) -> None:
        """Open on entries by their ids, or on all of a list, whose number must be told."""
        chosen = selected if isinstance(selected, Chosen) else Chosen(ids=tuple(selected))
        count = len(chosen.ids) if count is None else count
        super().__init__(_title(count), clearable=False, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._chosen, self._count = chosen, count
        self._tags: tuple[TagRow, ...] = ()
        self._carried: dict[int, int] = {}
        self._order: list[int] = []
        self._opens_at: tuple[QWidget, QPoint] | None = None
        self.line().setPlaceholderText(self.tr("Type a tag"))
        self.toggled.connect(self._on_toggled)
        self.typed_changed.connect(self._show)
        workspace.hub.changed.connect(self._on_changed)

    def open_at(self, widget: QWidget, at: QPoint) -> None:
        """Open at a point of a widget, as soon as the tags are read."""
        self._opens_at = (widget, at)
        self._read()

    def _read(self) -> None:
        chosen = self._chosen
        self._workspace.operations.read(
            lambda session: (tag_tree(session), _carried(session, chosen)),
            self._take,
            owner=self,
            lane="tags",
        )

    def _take(self, answer: _Answer) -> None:
        self._tags, self._carried = answer
        if not self._order:  # kept while open, so that rows do not jump under the eye
            self._order = [tag.id for tag in sorted(self._tags, key=self._rank)]
        self._show(self.line().text().strip())
        if self._opens_at is not None:
            self.open_below(*self._opens_at)
            self._opens_at = None

    def _rank(self, tag: TagRow) -> tuple[int, int]:
        return (-self._carried.get(tag.id, 0), -tag.count)

    @Slot(str)
    def _show(self, typed: str) -> None:
        language = self._workspace.settings.language
        place = {tag: number for number, tag in enumerate(self._order)}
        tags = sorted(self._tags, key=lambda tag: place.get(tag.id, len(place)))
        rows = [self._row(tag, language) for tag in tags]
        labels = {fold(label) for tag in tags for label in (tag.label_en, tag.label_ru)}
        if typed and fold(typed) not in labels:
            words = self.tr("Create tag “{0}”").format(typed)
            rows.append(CheckRow(key=_CREATE, label=words, state=None))
        self.show_rows(rows)

    def _row(self, tag: TagRow, language: str) -> CheckRow:
        carried, whole = self._carried.get(tag.id, 0), self._count
        state = Qt.CheckState.PartiallyChecked
        if carried in {0, whole}:
            state = Qt.CheckState.Checked if carried else Qt.CheckState.Unchecked
        partly = state == Qt.CheckState.PartiallyChecked
        return CheckRow(
            key=str(tag.id),
            label=tag.label(language),
            state=state,
            note=self.tr("{0} of {1}").format(carried, whole) if partly else "",
            colour=tag.colour,
            also=f"{tag.label_en} {tag.label_ru}",
        )

    @Slot(str, bool)
    def _on_toggled(self, key: str, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        operations = self._workspace.operations
        if key == _CREATE:
            spec = _spec(self.line().text().strip())
            operations.write(acts.create_tag(spec, self._chosen), owner=self)
            return
        tag = next(tag for tag in self._tags if tag.id == int(key))
        about = tag.label(self._workspace.settings.language)
        act = acts.add_tag if on else acts.take_tag
        operations.write(act(self._chosen, tag.id, about), owner=self)

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if change.tables & {"tag", "entry_tag"}:
            self._read()


def _title(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("tag_popup", "Tags of this entry")
    return QCoreApplication.translate("tag_popup", "Tags of {0} entries").format(count)


def _spec(label: str) -> TagSpec:
    """Take a label for Russian where it is written in Cyrillic."""
    return TagSpec(label_ru=label) if script_of(label) == "Cyrl" else TagSpec(label_en=label)


def _carried(session: Session, chosen: Chosen) -> dict[int, int]:
    """Count how many of the entries carry each tag."""
    total: Counter[int] = Counter()
    for batch in batches_of(session, chosen, _AT_ONCE):
        check_interrupted(session)
        total.update(tags_of_all(session, batch))
    return dict(total)
