"""The form of one kind of entry: built once, and refilled for each entry that is opened."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from db.errors import EditConflict
from db.rows.entries import EntryRef, EntrySheet
from db.rows.faces import Target
from db.terms import EntryKind
from desktop.acts.entries import restore
from desktop.forms import opening as openings
from desktop.forms.bound_field import BoundField
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.editors import lock_editor
from desktop.forms.evidence_tab import EvidenceTab
from desktop.forms.field_menu import FieldMenus
from desktop.forms.form_details import FormDetails
from desktop.forms.form_head import DETAILS, EVIDENCE, HISTORY, FormHead
from desktop.forms.found_in_form import FoundInForm
from desktop.forms.history_tab import HistoryTab
from desktop.forms.item_line import ItemLine
from desktop.forms.layout import starting_values
from desktop.forms.opening import Opening
from desktop.forms.saving import Saving
from desktop.forms.sections import Part
from desktop.forms.wording import value_words
from desktop.labels import error_sentence, field_label, label
from desktop.widgets.message_bar import Severity
from desktop.workspace import Workspace


class EntryForm(QWidget):
    """Show one entry, or one that is still to be made, and save what is typed.

    It is built in steps by whoever makes it (`build`), and can be used once all are taken.
    """

    open_requested = Signal(int)
    evidence_requested = Signal(object)
    passage_requested = Signal(int, object)
    created = Signal(object, int)
    unsaved_changed = Signal()
    all_links_requested = Signal(str)
    said = Signal(str)
    act_requested = Signal(int)
    """A past act that is to be shown among all."""

    def __init__(
        self,
        workspace: Workspace,
        kind: EntryKind,
        shelf: DraftShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._kind, self._shelf = workspace, kind, shelf
        self._sheet: EntrySheet | None = None
        self._conflict: EditConflict | None = None

    def build(self) -> Iterator[None]:
        """Build it, a few milliseconds of work a step."""
        self.head = FormHead(self)
        self._stack = QStackedWidget(self)
        yield
        self.details = FormDetails(self._workspace, self._kind, self._shelf, self._stack)
        self._stack.addWidget(self.details)
        yield from self.details.build()
        self.evidence, self.history = EvidenceTab(self._workspace), HistoryTab(self._workspace)
        self.saving = Saving(self._workspace, self._shelf, self)
        self.found, self._menus = FoundInForm(self._workspace, self), FieldMenus(self)
        yield
        self._build()
        self._connect()
        yield

    def is_ready(self, links: int) -> bool:
        """Tell whether an entry with so many links can be shown without delay."""
        return self.details.links().is_ready(links)

    def make_ready(self, links: int) -> None:
        """Take one step towards that."""
        self.details.links().make_ready(links)

    @property
    def kind(self) -> EntryKind:
        """The kind of entry it is for."""
        return self._kind

    @property
    def sheet(self) -> EntrySheet | None:
        """The entry that is shown, None for one that is still to be made."""
        return self._sheet

    def entry_ref(self) -> EntryRef | None:
        """Return the entry that is shown as others name it, None for one still to be made."""
        sheet = self._sheet
        if sheet is None:
            return None
        return EntryRef(
            id=sheet.id,
            kind=sheet.kind,
            reference=sheet.reference,
            title=sheet.title,
            trashed=sheet.trashed,
        )

    @property
    def opening(self) -> Opening | None:
        """What is open here."""
        return self.saving.opening

    def fields(self) -> Mapping[str, BoundField]:
        """Give the fields, the title first."""
        return {"title": self.head.title, **self.details.fields}

    def show_entry(self, sheet: EntrySheet, visit: str = "") -> None:
        """Show an entry as a new opening of the form."""
        self._sheet = sheet
        self._settle_conflict()
        self.details.know(sheet)
        opening = openings.of_entry(self._kind, sheet.id, sheet.values, visit)
        self.saving.open(opening, sheet.values)
        self._show_sheet(sheet)
        for section in self.details.items:
            section.restore(self._shelf.of(opening.form))
        self._rewind()

    def show_new(self, form: str = "", visit: str = "") -> Opening:
        """Show a form for an entry that is still to be made, with what its draft holds."""
        self._sheet = None
        self._settle_conflict()
        opening = openings.of_new(self._kind, form, visit)
        self.saving.open(opening, starting_values(self._kind))
        self.head.say(self.tr("New {0}  ·  not in the catalogue yet").format(label(self._kind)))
        self.head.set_tabs_free(free=False)
        self.head.trash_bar.hide()
        self._lock("")
        self.details.show_new()
        self._rewind()
        return opening

    def refresh(self, sheet: EntrySheet) -> None:
        """Show what has changed; fields that are being edited are left alone."""
        self._sheet = sheet
        self.details.know(sheet)
        self.saving.refresh(sheet.values)
        self._show_sheet(sheet)

    def flush(self) -> None:
        """Save now what can be saved, and keep the rest as drafts."""
        for section in self.details.items:
            section.leave()
        self.saving.flush()

    def stuck(self) -> int:
        """Count what is not saved and won't be without the user."""
        return len(self.saving.stuck()) + sum(x.is_stuck() for x in self.details.items)

    def focus_title(self) -> None:
        """Put the keyboard into the title."""
        self.head.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_stuck(self) -> None:
        """Put the keyboard where something is not saved."""
        self.show_tab(DETAILS)
        for name in self.saving.stuck():
            self.fields()[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for section in self.details.items:
            if section.is_stuck():
                section.focus_stuck()
                return

    def focus_part(self, part: Part) -> None:
        """Put the keyboard where something is added to a section."""
        if self._sheet is not None:
            self.show_tab(DETAILS)
            self.details.focus_part(part)

    def show_tab(self, tab: int) -> None:
        """Open a tab."""
        self.head.tabs.setCurrentIndex(tab)

    def focused_target(self) -> Target | None:
        """Return what the keyboard is on as evidence would name it, or None."""
        if self._sheet is None:
            return None
        focus = self.focusWidget()
        for name, field in self.fields().items():
            if field.editor is focus:
                return Target("entry", self._sheet.id, "" if name == "title" else name)
        for section in self.details.items:
            if isinstance(focus, ItemLine) and section.isAncestorOf(focus):
                return Target(section.thing, focus.item().id)
        return None

    @Slot(str)
    def show_history_of(self, field: str) -> None:
        """Show what was done to one field."""
        if self._sheet is not None:
            self.show_tab(HISTORY)
            self.history.show_field(field)

    def _show_sheet(self, sheet: EntrySheet) -> None:
        reason = self._locked_because(sheet)
        read_only = self.tr("read only") if self._workspace.read_only else ""
        self.head.show_sheet(sheet, remark=read_only)
        self._lock(reason)
        if sheet.trashed and not self._workspace.read_only:
            self.head.trash_bar.show_message(
                Severity.WARN, reason, action=self.tr("Restore"), closable=False
            )
        else:
            self.head.trash_bar.hide()
        self.details.show_sheet(sheet, locked=bool(reason))
        self.found.light_again()
        self._load_tab(self.head.tabs.currentIndex())

    def _locked_because(self, sheet: EntrySheet) -> str:
        because = self._workspace.operations.catalogue.read_only_because
        if because is not None:
            return error_sentence(because)
        return self.tr("In the trash: restore it to change it.") if sheet.trashed else ""

    def _lock(self, reason: str) -> None:
        for field in self.fields().values():
            lock_editor(field.editor, reason=reason)

    def _rewind(self) -> None:
        self.details.verticalScrollBar().setValue(0)
        self._evidence_page.verticalScrollBar().setValue(0)

    @Slot(int)
    def _load_tab(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        if self._sheet is None:
            return
        if tab == EVIDENCE:
            self.evidence.load(self._sheet)
        elif tab == HISTORY:
            self.history.load(self._sheet)

    @Slot(str)
    def _on_field_evidence(self, name: str) -> None:
        if self._sheet is not None:
            self.evidence_requested.emit(Target("entry", self._sheet.id, name))

    @Slot(object)
    def _on_conflict(self, conflict: EditConflict) -> None:
        self._conflict = conflict
        language = self._workspace.settings.language
        sheet = self._sheet
        if sheet is None:
            return
        theirs, yours = (
            value_words(sheet, conflict.field, str(value), language)
            for value in (conflict.theirs, conflict.yours)
        )
        sentence = self.tr("{0} was changed meanwhile to “{1}”; you typed “{2}”.")
        self.head.conflict_bar.ask(
            Severity.WARN,
            sentence.format(field_label(conflict.field), theirs, yours),
            self.tr("Save mine"),
            self.tr("Take the other"),
        )

    @Slot()
    def _save_mine(self) -> None:
        if self._conflict is not None:
            self.saving.save_mine(self._conflict)
        self._settle_conflict()

    @Slot()
    def _take_theirs(self) -> None:
        if self._conflict is not None:
            self.saving.take_theirs(self._conflict)
        self._settle_conflict()

    def _settle_conflict(self) -> None:
        self._conflict = None
        self.head.conflict_bar.hide()

    @Slot()
    def _restore(self) -> None:
        if self._sheet is not None:
            act = restore([self._sheet.id], self._sheet.title)
            self._workspace.operations.write(act, owner=self)

    def _build(self) -> None:
        self._evidence_page = QScrollArea()
        self._evidence_page.setWidget(self.evidence)
        self._evidence_page.setWidgetResizable(True)
        self._evidence_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._evidence_page.viewport().setAutoFillBackground(False)
        self.evidence.setAutoFillBackground(False)
        for page in (self._evidence_page, self.history):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        QWidget.setTabOrder(self.head.tabs, self.head.editor)

    def _connect(self) -> None:
        for field in self.fields().values():
            self.saving.watch(field)
            self._menus.watch(field)
        for section in self.details.items:
            self.saving.add_drafts_of(section.drafts)
            section.edited.connect(self.saving.note_typing)
        self.saving.created.connect(self.created)
        self.saving.stuck_changed.connect(self.unsaved_changed)
        self.saving.conflicted.connect(self._on_conflict)
        self.head.tab_chosen.connect(self._load_tab)
        self.head.conflict_bar.action_triggered.connect(self._save_mine)
        self.head.conflict_bar.second_triggered.connect(self._take_theirs)
        self.head.trash_bar.action_triggered.connect(self._restore)
        self.details.open_requested.connect(self.open_requested)
        self.details.evidence_requested.connect(self.evidence_requested)
        self.details.field_evidence_requested.connect(self._on_field_evidence)
        self.details.all_links_requested.connect(self.all_links_requested)
        self.details.said.connect(self.said)
        self.evidence.passage_requested.connect(self.passage_requested)
        self.evidence.evidence_requested.connect(self.evidence_requested)
        self.history.jump_requested.connect(self.act_requested)
        self._menus.history_requested.connect(self.show_history_of)
