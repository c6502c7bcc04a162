"""The main window: places the panels and connects them; decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.queries.history import NextSteps, next_steps
from db.rows.faces import Target
from db.search.words import lit_words
from db.terms import EntryKind
from desktop.actions import MENUS, Actions
from desktop.desk.desk import Desk
from desktop.dialogs.evidence_dialog import EvidenceView
from desktop.forms.sections import Part
from desktop.icons import app_icon
from desktop.labels import act_label, error_sentence, plural
from desktop.navigation import Navigation
from desktop.panels.detail import DetailPanel
from desktop.panels.master import MasterPanel
from desktop.panels.search_box import SearchBox
from desktop.panels.sidebar import Sidebar
from desktop.panels.status_line import StatusLine
from desktop.panels.top_bar import TopBar
from desktop.reader import Reader
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.window_dialogs import WindowDialogs
from desktop.workspace import Workspace

LIST, FORM = 1, 2


class MainWindow(QMainWindow):
    """One open catalogue: sidebar, list or text, and form side by side."""

    catalogue_requested = Signal(object, bool)
    """The user wants another catalogue: its path, and whether it is to be made."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWindowIcon(app_icon())
        self.setWindowTitle(f"{workspace.operations.catalogue.path.stem} — Chancery")
        self.setAcceptDrops(True)
        self.actions_by_id = Actions(self, read_only=workspace.read_only)
        self._build_panels()
        self._build_menus()
        self.navigation = Navigation(
            workspace, centre=self.centre, master=self.master, desk=self.desk, detail=self.detail
        )
        self.dialogs = WindowDialogs(workspace, self)
        self._connect_panels()
        self._connect_actions()
        self._connect_catalogue()
        self._restore()

    def _build_panels(self) -> None:
        self.search = SearchBox()
        self.top = TopBar(self.actions_by_id, self.search)
        self.messages = MessageBar()
        self.sidebar = Sidebar(self.workspace)
        self.master = MasterPanel(self.workspace)
        self.reader = Reader(self.workspace, self)
        self.desk = Desk(self.workspace, self.reader)
        self.centre = QStackedWidget()
        self.centre.addWidget(self.master)
        self.centre.addWidget(self.desk)
        self.detail = DetailPanel(self.workspace)
        self.status = StatusLine()
        self.evidence = EvidenceView(self.workspace, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for panel in (self.sidebar, self.centre, self.detail):
            self.splitter.addWidget(panel)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(LIST, 5)
        self.splitter.setStretchFactor(FORM, 6)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.top, 0),
            (self.messages, 0),
            (self.splitter, 1),
            (self.status, 0),
        ):
            column.addWidget(widget, stretch)
        self.setCentralWidget(page)

    def _build_menus(self) -> None:
        for menu in MENUS:
            words = QApplication.translate("actions", str(menu))
            self.menuBar().addMenu(words).addActions(self.actions_by_id.of_menu(menu))
        self.addActions(self.actions_by_id.all())

    def _connect_panels(self) -> None:
        go = self.navigation
        self.sidebar.chosen.connect(go.show_list)
        self.sidebar.entered.connect(self.master.focus_list)
        self.master.home_changed.connect(self.sidebar.show_spec)
        self.master.typed_cleared.connect(self.search.empty)
        self.search.typed_changed.connect(self.master.set_typed)
        self.search.typed_changed.connect(self._light_found)
        self.search.left.connect(self.master.focus_list)
        self.master.current_changed.connect(go.follow_list)
        self.master.open_requested.connect(go.enter)
        self.master.counts_changed.connect(self._show_counts)
        self.detail.open_requested.connect(go.open_entry)
        self.detail.entry_created.connect(go.note_created)
        self.detail.entry_shown.connect(go.note_shown)
        self.detail.evidence_requested.connect(self._show_evidence)
        self.detail.passage_requested.connect(go.show_passage)
        self.detail.unsaved_changed.connect(self.status.show_unsaved)
        self.detail.said.connect(self.status.say)
        self.evidence.passage_requested.connect(go.show_passage)
        self.desk.open_requested.connect(go.open_entry)
        self.desk.next_requested.connect(go.begin_source)
        self.desk.text_shown.connect(go.note_text)
        self.desk.closed.connect(go.close_text)
        self.desk.said.connect(self.status.say)
        self.dialogs.taken_in.connect(go.begin_source)
        self.dialogs.added.connect(self._read_later)
        self.reader.kept.connect(self.master.model.note_read)
        self.reader.progress_changed.connect(self.status.show_reading)
        self.reader.failed.connect(self._tell_unread)
        self.status.reading_cancelled.connect(self.reader.cancel)
        self.dialogs.open_requested.connect(go.enter)
        self.dialogs.catalogue_chosen.connect(self.catalogue_requested)
        self.status.jump_requested.connect(self._jump_to_unsaved)
        self.status.let_go_requested.connect(self.workspace.pinboard.let_go)
        self.workspace.pinboard.changed.connect(self.status.show_pin)
        go.trail_changed.connect(self._show_trail)

    def _connect_actions(self) -> None:
        go, dialogs, act = self.navigation, self.dialogs, self.actions_by_id
        handlers = {
            "catalogue.new": dialogs.new_catalogue,
            "catalogue.open": dialogs.open_catalogue,
            "release.paste": dialogs.paste_release,
            "release.open": dialogs.open_releases,
            "report.print": dialogs.print_report,
            "preferences": dialogs.show_preferences,
            "quit": self.close,
            "new.here": self._new_here,
            "new.agreement": lambda: go.open_new(EntryKind.AGREEMENT),
            "new.meeting": lambda: go.open_new(EntryKind.MEETING),
            "new.person": lambda: go.open_new(EntryKind.PERSON),
            "new.organisation": lambda: go.open_new(EntryKind.ORGANISATION),
            "new.place": lambda: go.open_new(EntryKind.PLACE),
            "undo": self._undo,
            "redo": self._redo,
            "find": self.search.take_focus,
            "entry.next": go.save_and_next,
            "entry.previous": go.save_and_previous,
            "entry.link": lambda: self._add_to(Part.LINKS),
            "entry.tag": lambda: self._add_to(Part.TAGS),
            "entry.stage": lambda: self._add_to(Part.STAGES),
            "entry.name": lambda: self._add_to(Part.NAMES),
            "entry.point": lambda: self._add_to(Part.POINTS),
            "entry.figure": lambda: self._add_to(Part.FIGURES),
            "entry.quotation": lambda: self._add_to(Part.QUOTATIONS),
            "entry.evidence": self.detail.request_evidence,
            "entry.trash": self.master.trash_selected,
            "entry.unsaved": self._jump_to_unsaved,
            "view.back": go.go_back,
            "view.forward": go.go_forward,
            "view.sidebar": self.sidebar.take_focus,
            "view.list": go.close_text,
            "view.text": go.return_to_text,
            "view.form": go.show_form,
            "view.cards": self._go_to_cards,
            "view.made": self._go_to_made,
            "view.learnt": dialogs.show_learnt,
            "view.pane": self._next_pane,
            "help.keys": dialogs.show_keys,
            "help.about": dialogs.show_about,
        }
        for name, handler in handlers.items():
            act[name].triggered.connect(lambda _checked=False, run=handler: run())

    def _connect_catalogue(self) -> None:
        operations, hub = self.workspace.operations, self.workspace.hub
        operations.failed.connect(self.show_failure)
        operations.saving_changed.connect(self.status.show_saving)
        hub.changed.connect(self.navigation.note_change)
        hub.changed.connect(self._ask_next_steps)
        self._ask_next_steps()
        reason = operations.catalogue.read_only_because
        if reason is not None:
            self.status.show_read_only(str(reason))
            self.messages.show_message(Severity.WARN, str(reason))

    def _restore(self) -> None:
        settings = self.workspace.settings
        if not self.restoreGeometry(settings.state("window")):
            self.resize(1360, 820)
        if not self.splitter.restoreState(settings.state("splitter")):
            self.splitter.setSizes([190, 530, 640])
        self.sidebar.choose_kind(EntryKind.AGREEMENT)
        self.sidebar.take_focus()
        self.detail.restore_drafts()

    @Slot(str)
    def _light_found(self, typed: str) -> None:
        self.desk.light_words(lit_words(typed))

    @Slot(int, int)
    def _show_counts(self, shown: int, whole: int) -> None:
        kind = self.master.spec().kind
        what = plural(kind).lower() if kind else self.tr("entries")
        if shown == whole:
            self.status.show_counts(f"{shown:,} {what}")
        else:
            self.status.show_counts(self.tr("{0} of {1} {2}").format(shown, whole, what))

    @Slot(object)
    def _show_evidence(self, target: Target) -> None:
        self.detail.flush()
        source = self.desk.current_source()
        self.evidence.set_current_source(source.id if source else None)
        here = self.detail.current_entry()
        self.evidence.show_target(
            target,
            self.detail.words_of(target),
            self.workspace.settings.language,
            entry_id=here.id if here else None,
        )

    @Slot(bool, bool)
    def _show_trail(self, back: bool, forward: bool) -> None:  # noqa: FBT001 - a signal's arguments
        self.actions_by_id["view.back"].setEnabled(back)
        self.actions_by_id["view.forward"].setEnabled(forward)

    @Slot()
    def _ask_next_steps(self) -> None:
        self.workspace.operations.read(
            next_steps, self._show_next_steps, owner=self, lane="next steps"
        )

    def _show_next_steps(self, steps: NextSteps) -> None:
        for name, step, words in (
            ("undo", steps.undo, self.tr("Undo: {0} {1}")),
            ("redo", steps.redo, self.tr("Redo: {0} {1}")),
        ):
            action = self.actions_by_id[name]
            action.setEnabled(step is not None and not self.workspace.read_only)
            about = f"“{step.about[:60]}”" if step and step.about else ""
            action.setToolTip(
                words.format(act_label(step.act).lower(), about).strip() if step else action.text()
            )

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say in a sentence what could not be done."""
        self.messages.show_message(Severity.WARN, error_sentence(error))

    @Slot()
    def _undo(self) -> None:
        self.detail.flush()
        self.workspace.operations.undo(owner=self)

    @Slot()
    def _redo(self) -> None:
        self.detail.flush()
        self.workspace.operations.redo(owner=self)

    @Slot()
    def _new_here(self) -> None:
        kind = self.master.spec().kind or EntryKind.AGREEMENT
        if kind == EntryKind.SOURCE:
            self.dialogs.paste_release()
        else:
            self.navigation.open_new(kind)

    @Slot(int)
    def _read_later(self, source: int) -> None:
        self.reader.read_later([source])

    @Slot(int, str)
    def _tell_unread(self, _source: int, sentence: str) -> None:
        self.status.say(sentence)

    def _add_to(self, part: Part) -> None:
        self.detail.show()
        self.detail.focus_part(part)

    @Slot()
    def _jump_to_unsaved(self) -> None:
        self.detail.show()
        self.detail.jump_to_unsaved()

    @Slot()
    def _go_to_cards(self) -> None:
        if not self.navigation.shows_text:
            self.navigation.return_to_text()
        self.desk.focus_cards()

    @Slot()
    def _go_to_made(self) -> None:
        if not self.navigation.shows_text:
            self.navigation.return_to_text()
        self.desk.focus_made()

    def _escape(self) -> None:
        focus = QApplication.focusWidget()
        in_form = focus is not None and self.detail.isAncestorOf(focus)
        if self.workspace.pinboard.pin is not None:
            self.workspace.pinboard.let_go()
        elif self.navigation.shows_text and in_form:
            self.navigation.close_form()
        elif self.navigation.shows_text:
            self.navigation.close_text()
        else:
            self.master.focus_list()

    @Slot()
    def _next_pane(self) -> None:
        focus = QApplication.focusWidget()
        panes = self._panes()
        inside = (
            n
            for n, (pane, _go) in enumerate(panes)
            if focus and (pane is focus or pane.isAncestorOf(focus))
        )
        _pane, go = panes[(next(inside, -1) + 1) % len(panes)]
        go()

    def _panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """Return the panes to go through, each with what gives it the keyboard.

        Over a text these are the text and its cards, to and fro, and the form if it is open.
        """
        panes: list[tuple[QWidget, Callable[[], None]]] = []
        if not self.navigation.shows_text:
            panes.append((self.sidebar, self.sidebar.take_focus))
            panes.append((self.master, self.master.focus_list))
        else:
            panes.append((self.desk.source_text(), self.desk.focus_text))
            if self.desk.has_cards():
                panes.append((self.desk.cards(), self.desk.focus_cards))
        if self.navigation.shows_form:
            panes.append((self.detail, self.detail.focus_form))
        return panes

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Let go and go back on Escape, where whatever has the keyboard makes nothing of it.

        A shortcut would be asked before the card or line that Escape is to close.
        """
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if not self.workspace.read_only and self.dialogs.accepts(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        event.acceptProposedAction()
        self.dialogs.take_drop(event.mimeData())

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        self.detail.flush()
        self.reader.close()
        settings = self.workspace.settings
        settings.set_state("window", self.saveGeometry())
        settings.set_state("splitter", self.splitter.saveState())
        self.workspace.operations.close()
        self.workspace.operations.catalogue.close()
        super().closeEvent(event)
