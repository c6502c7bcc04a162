"""The fields of a link, laid out as a form: filled from a link, read back as what to store."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from db.rows.entries import EntrySheet, LinkRow, StageRow
from db.rows.links import LinkSpec
from db.terms import STAGED_LINKS, EntryKind, Mode, Presence
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.links.post_edit import PostEdit
from desktop.forms.links.roles import Role, role_by_code, roles_of
from desktop.labels import date_label, heading, label
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.field_frame import FieldGrid, FieldRow
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.value_edit import IntEdit, LineEdit
from desktop.workspace import Workspace

_COMPLAINTS = {
    "link_needs_an_end": "other",
    "same_entry": "other",
    "city_is_only_where": "other",
    "link_ends_do_not_fit": "kind",
    "link_exists": "kind",
    "on_behalf_of_whom": "behalf",
}


class LinkFields(QWidget):
    """Edit all there is to a link; who looks from its object edits its subject as the other end."""

    def __init__(
        self,
        workspace: Workspace,
        row: LinkRow,
        sheet: EntrySheet,
        *,
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._sheet = row, sheet
        self._roles = _fitting(roles_of(workspace, sheet.kind), row)
        self._rows: dict[str, FieldRow] = {}
        self._build_editors(workspace, debounce_ms)
        self._build_grid()
        self._fill()
        self.kind.edited.connect(self._on_kind_edited)
        self.other.edited.connect(self._on_entry_edited)
        self.behalf.edited.connect(self._on_entry_edited)

    def role(self) -> Role:
        """Give the kind of link chosen."""
        return role_by_code(self._roles, self.kind.value()) or self._roles[0]

    def spec(self) -> LinkSpec:
        """Give the link as it would be stored."""
        role, other = self.role(), self.other.entry_id()
        outgoing = self._link.outgoing
        fits = self._link.object_kind in role.partners
        number = self.number.value()
        stage = self.stage.value()
        return LinkSpec(
            kind=role.kind,
            subject_id=self._sheet.id if outgoing else other or self._link.subject.id,
            object_id=other if outgoing else self._sheet.id,
            object_kind=self._link.object_kind if fits else str(role.partners[0]),
            on_behalf_of_id=self.behalf.entry_id(),
            stage_id=int(stage) if stage and role.kind in STAGED_LINKS else None,
            named_as=self.named_as.value(),
            post_as=self.post.value(),
            acting=self.acting.isChecked(),
            presence=Presence(self.presence.value()),
            number=int(number) if number else None,
            mode=Mode(self.mode.value()),
            since=self.since.value(),
            until=self.until.value(),
            note=self.note.value(),
        )

    def set_stages(self, stages: tuple[StageRow, ...], language: str) -> None:
        """Offer the stages of the agreement for who signed, initialled or witnessed."""
        self.stage.set_options(
            [
                (str(stage.id), " ".join((label(stage.kind), date_label(stage.date, language))))
                for stage in stages
            ]
        )
        self.stage.set_value(str(self._link.stage_id or ""))

    def first_wrong(self) -> QWidget | None:
        """Say beside each field what is wrong with it; give the first that is wrong."""
        wrong: QWidget | None = None
        for name, editor in self._checked():
            self._rows[name].set_complaint(editor.problem())
            if editor.problem() and wrong is None:
                wrong = editor
        return wrong

    def complain(self, reason: str, sentence: str) -> bool:
        """Say beside the field it is about why a link was refused; tell whether there is one."""
        name = _COMPLAINTS.get(reason)
        if name is not None:
            self._rows[name].set_complaint(sentence)
            self._rows[name].editor.setFocus()
        return name is not None

    def clear_complaints(self) -> None:
        """Take all reasons back."""
        for row in self._rows.values():
            row.set_complaint("")

    def _checked(self) -> Iterator[tuple[str, EntryEdit | IntEdit | EdtfEdit]]:
        yield from (("other", self.other), ("behalf", self.behalf))
        yield from (("number", self.number), ("since", self.since), ("until", self.until))

    def _build_editors(self, workspace: Workspace, debounce_ms: int) -> None:
        acts_for = (EntryKind.PLACE, EntryKind.ORGANISATION)
        partners = self._roles[0].partners
        self.kind = ChoiceEdit([(role.code, role.label) for role in self._roles])
        self.other = EntryEdit(workspace, partners, debounce_ms=debounce_ms)
        self.behalf = EntryEdit(workspace, acts_for, debounce_ms=debounce_ms)
        self.named_as, self.post = LineEdit(), PostEdit(workspace, debounce_ms=debounce_ms)
        self.post.setAccessibleName(self.tr("Post as stated"))
        self.acting = QCheckBox(self.tr("acting"))
        self.presence = ChoiceEdit([(term.value, heading(term)) for term in Presence])
        self.number = IntEdit(least=1, most=999_999)
        self.mode = ChoiceEdit([(term.value, heading(term)) for term in Mode])
        self.stage = ChoiceEdit(optional=True)
        language = "ru" if workspace.settings.language == "ru" else "en"
        self.since, self.until = EdtfEdit(language=language), EdtfEdit(language=language)
        self.note = BlockEdit()

    def _build_grid(self) -> None:
        grid = FieldGrid(self)
        rows = (
            ("kind", self.tr("Kind"), self.kind, False),
            ("stage", self.tr("Stage"), self.stage, True),
            ("other", self.tr("Other end"), self.other, False),
            ("named_as", self.tr("Named as"), self.named_as, False),
            ("post", self.tr("Post as stated"), _side_by_side(self.post, self.acting), False),
            ("behalf", self.tr("On behalf of"), self.behalf, False),
            ("presence", self.tr("Who"), self.presence, False),
            ("number", self.tr("How many"), self.number, True),
            ("mode", self.tr("Took part"), self.mode, False),
            ("since", self.tr("From"), self.since, False),
            ("until", self.tr("To"), self.until, True),
            ("note", self.tr("Note"), self.note, False),
        )
        for name, words, editor, beside in rows:
            self._rows[name] = grid.add(words, editor, with_face=False, beside=beside)
        self.other.setPlaceholderText(self.tr("nobody: only the words under “Named as”"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def _fill(self) -> None:
        row = self._link
        role = next(role for role in self._roles if role.kind == row.kind)
        self.kind.set_value(role.code)
        self.other.set_entry(row.other)
        self.behalf.set_entry(row.on_behalf_of)
        self.named_as.set_value(row.named_as)
        self.post.set_value(row.post_as)
        self.acting.setChecked(row.acting)
        self.presence.set_value(row.presence)
        self.number.set_value(str(row.number or ""))
        self.mode.set_value(row.mode)
        self.since.set_value(row.since)
        self.until.set_value(row.until)
        self.note.set_value(row.note)
        self._on_kind_edited()

    @Slot()
    def _on_entry_edited(self) -> None:
        self._rows["other"].set_complaint(self.other.problem())
        self._rows["behalf"].set_complaint(self.behalf.problem())

    def _on_kind_edited(self) -> None:
        role = self.role()
        self.other.set_kinds(role.partners)
        self._rows["stage"].set_visible(visible=role.kind in STAGED_LINKS)


def _side_by_side(editor: QWidget, beside: QWidget) -> QWidget:
    """Put a box to tick at the end of a line, which keeps all the room there is."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(editor, 1)
    row.addWidget(beside)
    return both


def _fitting(roles: tuple[Role, ...], row: LinkRow) -> tuple[Role, ...]:
    """Return the kinds of link that may join what this link joins."""
    other = row.other.kind if row.other is not None else EntryKind(row.object_kind)
    return tuple(role for role in roles if role.outgoing == row.outgoing and other in role.partners)
