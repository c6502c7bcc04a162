"""Navigation: what is shown where, and the way back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from db.act import Change
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.rows.evidence import Span
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.desk.desk import Desk
from desktop.panels.detail import DetailPanel
from desktop.panels.master import MasterPanel
from desktop.trail import Trail
from desktop.workspace import Workspace


class Navigation(QObject):
    """Opens entries in the form, and lists or texts in the centre, and remembers the way."""

    trail_changed = Signal(bool, bool)
    """Whether one can go back, and forward."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        centre: QStackedWidget,
        master: MasterPanel,
        desk: Desk,
        detail: DetailPanel,
    ) -> None:
        super().__init__(centre)
        self._workspace = workspace
        self._centre, self._master, self._desk, self._detail = centre, master, desk, detail
        self._trail = Trail()
        self._source = 0
        """The source whose text was last shown, or the one open in the form."""

    @property
    def shows_text(self) -> bool:
        """Whether the centre shows the text of a source."""
        return self._centre.currentWidget() is self._desk

    @property
    def shows_form(self) -> bool:
        """Whether the form is in sight: while a release is reviewed its cards take the room."""
        return not self._detail.isHidden()

    @Slot(object)
    def show_list(self, spec: ListSpec) -> None:
        """Show a list in the centre."""
        self._master.show_spec(spec)
        self._centre.setCurrentWidget(self._master)
        self._detail.show()

    @Slot()
    def close_text(self) -> None:
        """Return from a text to the list, where it was."""
        self._centre.setCurrentWidget(self._master)
        self._detail.show()
        self._master.focus_list()

    @Slot()
    def show_form(self) -> None:
        """Go to the form, beside a text too."""
        self._detail.show()
        self._detail.focus_form()

    @Slot()
    def close_form(self) -> None:
        """Save what stands in the form and leave the room to the text and its cards."""
        self._detail.flush()
        self._detail.hide()
        self._desk.focus_text()
        self._desk.focus_cards()

    @Slot(int)
    def follow_list(self, entry: int) -> None:
        """Show in the form what the list stands on."""
        if entry > 0:
            self._open(entry)

    @Slot(int)
    def open_entry(self, entry: int) -> None:
        """Open an entry in the form, from wherever it was named."""
        self._detail.show()
        self._open(entry)
        self._master.select(entry)

    @Slot(int)
    def enter(self, entry: int) -> None:
        """Go into an entry: a source's text, any other's form."""
        self._open(entry)

        def go(refs: dict[int, EntryRef]) -> None:
            ref = refs.get(entry)
            if ref is not None and ref.kind == EntryKind.SOURCE:
                self.show_text(entry)
            else:
                self.show_form()

        self._workspace.operations.read(
            lambda session: entry_refs(session, [entry]), go, owner=self, lane="enter"
        )

    @Slot(int)
    def show_text(self, source: int) -> None:
        """Show the text of a source in the centre, ready to be reviewed."""
        self._source = source
        self._centre.setCurrentWidget(self._desk)
        self._detail.hide()
        self._desk.begin(source)

    @Slot(bool)
    def note_text(self, has_text: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Show the form of a source that has no text to review."""
        if self.shows_text and not has_text:
            self._detail.show()

    @Slot()
    def return_to_text(self) -> None:
        """Show the text of the source in the form, else the one last shown."""
        here = self._detail.current_entry()
        if here is not None and here.kind == EntryKind.SOURCE:
            self._source = here.id
        if self._source:
            self._desk.show_source(self._source)
            self._centre.setCurrentWidget(self._desk)
            self._desk.focus_text()

    @Slot(int, object)
    def show_passage(self, source: int, spans: Sequence[Span]) -> None:
        """Show a source scrolled to the words that are to be lit."""
        self._source = source
        self._centre.setCurrentWidget(self._desk)
        self._desk.light(source, spans)
        self._desk.setFocus()

    @Slot(object, object)
    def open_new(self, kind: EntryKind, values: Mapping[str, str] | None = None) -> None:
        """Open a form for an entry to be made."""
        self._detail.show()
        self._detail.open_new(kind, dict(values or {}))
        self._desk.set_target_entry(None)

    @Slot(int)
    def note_created(self, entry: int) -> None:
        """Note that the form's draft has become an entry."""
        self._trail.visit(entry)
        self._tell()

    @Slot()
    def note_shown(self) -> None:
        """Tell the desk what the words of its text can support."""
        form = self._detail.form()
        sheet = form.sheet if form is not None else None
        self._desk.set_target_entry(None if sheet and sheet.kind == EntryKind.SOURCE else sheet)

    @Slot(int)
    def begin_source(self, source: int) -> None:
        """Begin to work on a source that has just come in: its text, and its form."""
        self._open(source)
        self.show_text(source)

    @Slot()
    def go_back(self) -> None:
        """Open the entry that was open before."""
        self._go(self._trail.back())

    @Slot()
    def go_forward(self) -> None:
        """Open the entry one went back from."""
        self._go(self._trail.forward())

    @Slot()
    def save_and_next(self) -> None:
        """Save what is open and go on to the next entry of the list.

        A source under review is checked instead, and the next one of the inbox comes.
        """
        self._detail.flush()
        if self.shows_text and not self.shows_form:
            self._desk.check_and_go_on()
            return
        if self._master.next():
            self._detail.focus_form()

    @Slot()
    def save_and_previous(self) -> None:
        """Save what is open and go back to the entry before it in the list."""
        self._detail.flush()
        if self._master.previous():
            self._detail.focus_form()

    @Slot(object, object)
    def note_change(self, change: Change, _initiator: object) -> None:
        """Forget entries that are no longer there."""
        self._trail.forget(change.removed)
        self._tell()

    def _go(self, entry: int | None) -> None:
        if entry is not None:
            self._detail.show()
            self._detail.open_entry(entry)
            self._master.select(entry)
        self._tell()

    def _open(self, entry: int) -> None:
        self._detail.open_entry(entry)
        self._trail.visit(entry)
        self._tell()

    def _tell(self) -> None:
        self.trail_changed.emit(self._trail.can_go_back, self._trail.can_go_forward)
