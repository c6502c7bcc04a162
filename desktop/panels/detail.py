"""The detail panel: the form of the entry that is open, or of one that is being made."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.act import Change
from db.queries.sheets import entry_sheet
from db.rows.entries import EntryRef, EntrySheet
from db.rows.faces import Target
from db.terms import EntryKind
from db.text.highlight import Lit
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.entry_form import EntryForm
from desktop.forms.forms import Forms
from desktop.forms.left_forms import LeftForms
from desktop.forms.opening import Opening, entry_of_form, kind_of_form
from desktop.forms.sections import SECTIONS, Part
from desktop.forms.wording import target_words
from desktop.labels import error_sentence, label
from desktop.widgets.empty_state import EmptyState
from desktop.workspace import Workspace


class DetailPanel(QWidget):
    """Open entries and new forms one at a time, and bring back what was left unsaved."""

    open_requested = Signal(int)
    """Another entry is to be opened, as the other end of a link."""
    evidence_requested = Signal(object)
    """The `Target` whose face was clicked, or a gap that is to be closed."""
    passage_requested = Signal(int, object)
    """A source, and the spans that are to be lit."""
    entry_created = Signal(int)
    entry_shown = Signal(int)
    """An entry that was asked for now stands here."""
    unsaved_changed = Signal(int)
    """How many values are typed and not saved, in all forms together."""
    all_links_requested = Signal(str)
    """The reference of an entry, all of whose links are wanted as a list."""
    said = Signal(str)
    act_requested = Signal(int)
    """A past act that is to be shown among all."""
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shelf = DraftShelf(workspace, self)
        self._stack = QStackedWidget()
        self._forms = Forms(workspace, self._shelf, self._stack)
        self._form: EntryForm | None = None
        self._unsaved = 0
        self._jumping = False
        self._lit: tuple[Lit, ...] = ()
        self._build()
        self._forms.made.connect(self._on_made)
        self._shelf.changed.connect(self._count_unsaved)
        workspace.hub.changed.connect(self._on_changed)

    def open_entry(self, entry_id: int) -> None:
        """Show an entry; what is typed in the form before it is saved or kept."""
        self._read(entry_id)

    def open_new(self, kind: EntryKind, values: Mapping[str, str] | None = None) -> None:
        """Show an empty form, or one with some values; it is an entry once its title is saved."""
        because = self._workspace.operations.catalogue.read_only_because
        if because is not None:
            self.said.emit(error_sentence(because))
        else:
            self._show_new(kind, "", values or {})

    def current_entry(self) -> EntryRef | None:
        """Return the entry that is open; None for none, and for one that is still to be made."""
        return self._form.entry_ref() if self._form is not None else None

    def form(self) -> EntryForm | None:
        """Return the form that is shown, or None."""
        return self._form

    def offer_bar(self) -> LeftForms:
        """Return the bar that offers half-filled forms."""
        return self._bar

    def light_words(self, words: Sequence[Lit]) -> None:
        """Light the words a search found; none puts the lights out."""
        self._lit = tuple(words)
        for form in self._forms.all():
            form.found.light(self._lit)

    def go_to_found(self, by: int) -> None:
        """Put the keyboard where the next (1) or the last (-1) found word stands."""
        if self._form is not None:
            self._form.found.go(by)

    def flush(self) -> None:
        """Save now what can be saved, and keep the rest as drafts."""
        if self._form is not None:
            self._form.flush()

    def close_entry(self) -> None:
        """Save what is open and show nothing."""
        self.flush()
        self._show_nothing()

    def unsaved(self) -> int:
        """Count the values that are typed and not saved, in all forms together."""
        return self._unsaved

    @Slot()
    def jump_to_unsaved(self) -> None:
        """Put the keyboard into the next value that is not saved, in whichever form it is."""
        if self._form is not None and self._form.stuck():
            self._form.focus_stuck()
            return
        for form in self._left_forms()[:1]:
            self._jumping = True
            self._open_left(form)

    def restore_drafts(self) -> None:
        """Offer the forms that were left half-filled when the catalogue was last open."""
        if not self._workspace.read_only:
            self._shelf.load(self._offer_left)

    @Slot()
    def request_evidence(self) -> None:
        """Ask for the evidence of what the keyboard is on."""
        target = self._form.focused_target() if self._form is not None else None
        if target is not None:
            self.evidence_requested.emit(target)

    def words_of(self, target: Target) -> str:
        """Return what a target of the open entry is called: a field, or a thing by its words."""
        sheet = self._form.sheet if self._form is not None else None
        language = self._workspace.settings.language
        return target_words(sheet, target, language) if sheet is not None else ""

    @Slot()
    def focus_form(self) -> None:
        """Put the keyboard into the title."""
        if self._form is not None:
            self._form.focus_title()

    def focus_part(self, part: Part) -> None:
        """Put the keyboard where something is added to a section; say so where there is none."""
        if self._form is None:
            return
        if part in SECTIONS[self._form.kind]:
            self._form.focus_part(part)
        else:
            sentence = self.tr("Nothing of that sort is kept of a {0}.")
            self.said.emit(sentence.format(label(self._form.kind)))

    def show_tab(self, tab: int) -> None:
        """Open a tab of the form: ``DETAILS``, ``EVIDENCE`` or ``HISTORY`` of ``form_head``."""
        if self._form is not None:
            self._form.show_tab(tab)

    def _read(self, entry_id: int) -> None:
        self._workspace.operations.read(
            partial(entry_sheet, entry_id=entry_id),
            partial(self._on_sheet, entry_id),
            owner=self,
            lane="sheet",
        )

    def _on_sheet(self, entry_id: int, sheet: EntrySheet | None) -> None:
        if sheet is None:
            self._on_gone(entry_id)
        elif self._form is not None and self._shown_id() == entry_id:
            self._form.refresh(sheet)
        elif not self._forms.is_ready(sheet.kind, len(sheet.links)):
            self._prepare(entry_id, sheet.kind, len(sheet.links))
            return
        else:
            self._leave()
            form = self._forms.form_of(sheet.kind)
            form.show_entry(sheet)
            self._show(form)
        if sheet is not None:
            self.entry_shown.emit(entry_id)
        self._land()

    def _prepare(self, entry_id: int, kind: EntryKind, links: int) -> None:
        """Build what is missing to show an entry, in turn with what else waits; then read it."""

        def go_on(_known: None) -> None:
            if self._forms.prepare(kind, links):
                self._read(entry_id)
            else:
                self._prepare(entry_id, kind, links)

        self._workspace.operations.run(self._forms.know_words, go_on, owner=self, lane="sheet")

    def _land(self) -> None:
        if self._jumping and self._form is not None and self._form.stuck():
            self._form.focus_stuck()
        self._jumping = False

    def _on_gone(self, entry_id: int) -> None:
        self._shelf.keep(f"entry:{entry_id}", {})
        if self._shown_id() in {entry_id, None}:
            self._show_nothing()

    def _show_new(self, kind: EntryKind, key: str, values: Mapping[str, str]) -> None:
        self._workspace.operations.read(_nothing, _ignore, owner=self, lane="sheet")
        self._leave()
        form = self._forms.form_of(kind)
        opening = form.show_new(key)
        if values:
            self._shelf.keep(opening.form, values)
            form.show_new(opening.form)
        self._show(form)
        form.focus_title()

    def _leave(self) -> None:
        """Save or keep what stands in the form before another takes its place."""
        self.flush()
        opening = self._form.opening if self._form is not None else None
        if opening is not None and opening.entry is None and self._shelf.of(opening.form):
            self._bar.offer([opening.form])

    @Slot(object)
    def _on_made(self, form: EntryForm) -> None:
        form.open_requested.connect(self.open_requested)
        form.evidence_requested.connect(self.evidence_requested)
        form.passage_requested.connect(self.passage_requested)
        form.created.connect(self._on_created)
        form.unsaved_changed.connect(self._count_unsaved)
        form.all_links_requested.connect(self.all_links_requested)
        form.said.connect(self.said)
        form.act_requested.connect(self.act_requested)
        form.found.light(self._lit)

    def _show(self, form: EntryForm) -> None:
        self._form = form
        self._stack.setCurrentWidget(form)
        self._count_unsaved()

    def _show_nothing(self) -> None:
        self._form = None
        self._stack.setCurrentWidget(self._nothing)
        self._count_unsaved()
        self.closed.emit()

    def _shown_id(self) -> int | None:
        opening = self._form.opening if self._form is not None else None
        return opening.entry if opening is not None else None

    @Slot(object, int)
    def _on_created(self, opening: Opening, entry_id: int) -> None:
        if self._form is not None and self._form.opening is opening:
            self._read(entry_id)
        self.entry_created.emit(entry_id)

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        shown = self._shown_id()
        if shown is None:
            return
        if shown in change.removed:
            self._on_gone(shown)
        elif change.entries & self._concerned(shown) or "tag" in change.tables:
            self._read(shown)

    def _concerned(self, shown: int) -> frozenset[int]:
        """Return the entries whose change is seen on this form: itself, and those it names."""
        sheet = self._form.sheet if self._form is not None else None
        if sheet is None:
            return frozenset({shown})
        ends = (
            ref
            for link in sheet.links
            for ref in (link.subject, link.object, link.on_behalf_of)
            if ref is not None
        )
        return frozenset({shown, *(ref.id for ref in (*sheet.references.values(), *ends))})

    def _left_forms(self) -> list[str]:
        """Return the keys of the forms, other than the one shown, that hold something unsaved."""
        opening = self._form.opening if self._form is not None else None
        shown = opening.form if opening is not None else ""
        return [form for form in self._shelf.forms() if form != shown]

    @Slot()
    def _count_unsaved(self) -> None:
        left = sum(len(self._shelf.of(form)) for form in self._left_forms())
        count = left + (self._form.stuck() if self._form is not None else 0)
        if count != self._unsaved:
            self._unsaved = count
            self.unsaved_changed.emit(count)

    def _offer_left(self) -> None:
        self._bar.offer(self._left_forms())

    @Slot(str)
    def _open_left(self, form: str) -> None:
        entry, kind = entry_of_form(form), kind_of_form(form)
        if entry is not None:
            self.open_entry(entry)
        elif kind is not None:
            self._show_new(kind, form, {})
            self._jumping = False

    def _build(self) -> None:
        self._bar = LeftForms(self._shelf)
        self._bar.show_requested.connect(self._open_left)
        self._nothing = EmptyState(
            self.tr("Nothing is open"),
            self.tr("Choose an entry in the list, or make a new one."),
        )
        self._stack.addWidget(self._nothing)
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)


def _nothing(_session: object) -> None:
    """Ask nothing: it takes the place of a sheet that is still being read."""


def _ignore(_answer: None) -> None:
    """Do nothing with nothing."""
