"""One row of fields for a stage: act, date, place, meeting, party; Enter submits it."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.commands.stages import StageSpec
from db.rows.entries import StageRow
from db.terms import EntryKind, StageKind
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.links.narrow_choice import NarrowChoice
from desktop.labels import label
from desktop.theme import colours, gap, label_width, small_font
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.widgets.value_edit import LineEdit
from desktop.workspace import Workspace

_PARTIES = (EntryKind.PLACE, EntryKind.ORGANISATION, EntryKind.PERSON)


class StageFields(QWidget):
    """Edit a stage in one row, its note beneath where there is a stage already."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        with_note: bool = False,
        debounce_ms: int = DEBOUNCE_MS,
    ) -> None:
        super().__init__(parent)
        language = "ru" if workspace.settings.language == "ru" else "en"
        self.kind = NarrowChoice([(kind.value, label(kind)) for kind in StageKind])
        self.date = EdtfEdit(language=language, placeholder=self.tr("date"))
        self.place = _entry_edit(workspace, self.tr("place"), (EntryKind.PLACE,), debounce_ms)
        self.meeting = _entry_edit(workspace, self.tr("meeting"), (EntryKind.MEETING,), debounce_ms)
        self.party = _entry_edit(workspace, self.tr("by whom: all"), _PARTIES, debounce_ms)
        self.note = LineEdit(placeholder=self.tr("note"))
        self._complaint = QLabel()
        self._build(with_note=with_note)
        self.clear()

    def spec(self) -> StageSpec:
        """Give the stage as it would be stored."""
        return StageSpec(
            kind=StageKind(self.kind.value()),
            date=self.date.value(),
            place_id=self.place.entry_id(),
            meeting_id=self.meeting.entry_id(),
            party_id=self.party.entry_id(),
            note=self.note.value(),
        )

    def clear(self) -> None:
        """Empty the row for the next stage."""
        self.kind.set_value(StageKind.SIGNED)
        for entry in self._entries():
            entry.set_entry(None)
        self.date.set_value("")
        self.note.set_value("")
        self.complain("")

    def fill(self, stage: StageRow) -> None:
        """Show a stage."""
        self.kind.set_value(stage.kind)
        self.date.set_value(stage.date)
        self.place.set_entry(stage.place)
        self.meeting.set_entry(stage.meeting)
        self.party.set_entry(stage.party)
        self.note.set_value(stage.note)
        self.complain("")

    def is_sound(self) -> bool:
        """Tell whether date and entries are understood, and say beneath which is not."""
        for editor in (self.date, *self._entries()):
            if editor.problem():
                self.complain(editor.problem())
                editor.setFocus()
                return False
        self.complain("")
        return True

    def complaint(self) -> str:
        """Give the reason shown why the stage is not saved."""
        return self._complaint.text()

    def complain(self, sentence: str) -> None:
        """Say beneath the row why the stage is not saved."""
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._fit()

    def _build(self, *, with_note: bool) -> None:
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.setWordWrap(True)
        self._row, self._beneath = QHBoxLayout(), QVBoxLayout()
        self._row.addWidget(self.kind)
        for editor, share in ((self.date, 3), (self.place, 3), (self.meeting, 4), (self.party, 3)):
            self._row.addWidget(editor, share)
        self._beneath.addWidget(self.note)
        self._beneath.addWidget(self._complaint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addLayout(self._beneath)
        self.note.setVisible(with_note)  # not before it has a parent, or it opens a window
        self._name_fields()
        for line in (self.date, *self._entries(), self.note):
            line.returnPressed.connect(self.submitted)
        for entry in self._entries():
            entry.edited.connect(self._on_entry_edited)
        self._fit()

    def _entries(self) -> tuple[EntryEdit, EntryEdit, EntryEdit]:
        return self.place, self.meeting, self.party

    @Slot()
    def _on_entry_edited(self) -> None:
        self.complain(next(filter(None, (entry.problem() for entry in self._entries())), ""))

    def _name_fields(self) -> None:
        names = (
            (self.kind, self.tr("Stage")),
            (self.date, self.tr("Date of the stage")),
            (self.place, self.tr("Place of the stage")),
            (self.meeting, self.tr("Meeting where it happened")),
            (self.party, self.tr("Party whose act it is; empty: of all")),
            (self.note, self.tr("Note on the stage")),
        )
        for editor, name in names:
            editor.setAccessibleName(name)
            editor.setToolTip(name)

    def _fit(self) -> None:
        unit = gap(self.font())
        self.kind.setFixedWidth(label_width(self.font()))
        self._row.setSpacing(unit // 2)
        self._beneath.setContentsMargins(label_width(self.font()) + unit // 2, 0, 0, 0)
        column = self.layout()
        if column is not None:
            column.setSpacing(unit // 3)
        self._complaint.setFont(small_font(self.font()))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colours(self).warn)
        self._complaint.setPalette(palette)


def _entry_edit(
    workspace: Workspace, placeholder: str, kinds: tuple[EntryKind, ...], debounce_ms: int
) -> EntryEdit:
    return EntryEdit(workspace, kinds, placeholder=placeholder, debounce_ms=debounce_ms)
