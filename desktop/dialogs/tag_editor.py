"""The dialog of one tag: labels in both languages, what it stands below, colour, scope note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from db.act import Act
from db.commands.tags import TagSpec
from db.queries.tags import tag_tree
from db.rows.entries import TagRow
from desktop.acts import entries as acts
from desktop.dialogs.colour_choice import ColourChoice
from desktop.dialogs.saving_dialog import SavingDialog
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.workspace import Workspace


class TagEditor(SavingDialog):
    """Make a tag, or change one."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        tag: TagRow | None = None,
        broader_id: int | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self._tag_id = tag.id if tag else None
        self._broader_id = tag.parent_id if tag else broader_id
        self.label_en, self.label_ru = QLineEdit(), QLineEdit()
        self.broader = ChoiceEdit(optional=True, empty_label=self.tr("— none, it is a main tag"))
        self.colour = ColourChoice()
        self.scope_note = QPlainTextEdit()
        self._build_form(self.tr("Change tag") if tag else self.tr("New tag"))
        self._fill(tag)
        workspace.operations.read(tag_tree, self._offer_broader, owner=self)

    def spec(self) -> TagSpec:
        """Give the tag as it stands in the dialog."""
        broader = self.broader.value()
        return TagSpec(
            label_en=self.label_en.text(),
            label_ru=self.label_ru.text(),
            parent_id=int(broader) if broader else None,
            colour=self.colour.colour(),
            scope_note=self.scope_note.toPlainText(),
        )

    @override
    @Slot()
    def save(self) -> None:
        """Save the tag."""
        operations, spec = self._workspace.operations, self.spec()
        if not self.save_button().isEnabled():
            return
        if self._tag_id is None:
            operations.write(acts.create_tag(spec), self._done, owner=self, failed=self._refused)
            return
        tag_id, act = self._tag_id, acts.change_tag(self._tag_id, spec)
        self._change(tag_id, act)

    def _change(self, tag_id: int, act: Act[None]) -> None:
        self._workspace.operations.write(
            act, lambda _none: self._done(tag_id), owner=self, failed=self._refused
        )

    def _offer_broader(self, tags: Sequence[TagRow]) -> None:
        """Offer every tag but this one and those below it."""
        language, below = self._workspace.settings.language, {self._tag_id}
        depth: dict[int | None, int] = {None: -1}
        options: list[tuple[str, str]] = []
        for tag in tags:  # parents come first
            depth[tag.id] = depth[tag.parent_id] + 1
            if self._tag_id is not None and (tag.id in below or tag.parent_id in below):
                below.add(tag.id)
            else:
                options.append((str(tag.id), "    " * depth[tag.id] + tag.label(language)))
        self.broader.set_options(options)
        self.broader.set_value(str(self._broader_id or ""))

    def _fill(self, tag: TagRow | None) -> None:
        if tag is not None:
            self.label_en.setText(tag.label_en)
            self.label_ru.setText(tag.label_ru)
            self.colour.set_colour(tag.colour)
            self.scope_note.setPlainText(tag.scope_note)
        self._on_labels_changed()

    @Slot()
    def _on_labels_changed(self) -> None:
        named = bool(self.label_en.text().strip() or self.label_ru.text().strip())
        self.save_button().setEnabled(named and not self._workspace.read_only)

    def _build_form(self, title: str) -> None:
        self.setWindowTitle(title)
        self.scope_note.setProperty("role", "field")
        self.scope_note.setTabChangesFocus(True)
        self.scope_note.setPlaceholderText(
            self.tr("What belongs under this tag, and what does not")
        )
        self.scope_note.setFixedHeight(self.fontMetrics().height() * 4)
        fields = (
            (self.tr("&English"), self.label_en),
            (self.tr("&Russian"), self.label_ru),
            (self.tr("&Below"), self.broader),
            (self.tr("&Colour"), self.colour),
            (self.tr("Scope &note"), self.scope_note),
        )
        self._lay_out(fields, Qt.AlignmentFlag.AlignTop)
        self.label_en.textChanged.connect(self._on_labels_changed)
        self.label_ru.textChanged.connect(self._on_labels_changed)
