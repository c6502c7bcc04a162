"""The room of one open catalogue: its panels placed, the lists first and the rest after them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db.errors import Busy, CatalogueError, Damaged, DiskFull, DiskTrouble, Moved
from db.late import load
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop import room_actions, room_wiring
from desktop.actions import Actions
from desktop.bugs.bug import bug_of
from desktop.bugs.fault_bar import FaultBar
from desktop.collector import spare_what_is_loaded
from desktop.elsewhere import Elsewhere
from desktop.labels import error_sentence
from desktop.models.entry_list import EntryListModel
from desktop.panels.elsewhere_bar import ElsewhereBar
from desktop.panels.entry_view import EntryView
from desktop.panels.facets import FacetsPane
from desktop.panels.master import MasterPanel
from desktop.panels.search_box import SearchBox
from desktop.panels.sidebar import Sidebar
from desktop.panels.status_line import StatusLine
from desktop.panels.top_bar import TopBar
from desktop.recent_searches import RecentSearches
from desktop.skeleton import Pane, arrange
from desktop.steps import Steps
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.desk.desk import Desk
    from desktop.dialogs.evidence_dialog import EvidenceView
    from desktop.models.jump_memory import JumpMemory
    from desktop.navigation import Navigation
    from desktop.panels.detail import DetailPanel
    from desktop.reader import Reader
    from desktop.room_backups import RoomBackups
    from desktop.room_dialogs import RoomDialogs

FORM = 2
_REST = (
    "desktop.desk.desk",
    "desktop.dialogs.evidence_dialog",
    "desktop.navigation",
    "desktop.panels.detail",
    "desktop.reader",
    "desktop.room_backups",
    "desktop.room_dialogs",
)
_DIALOGS = (
    "desktop.dialogs.backups",
    "desktop.dialogs.intake",
    "desktop.dialogs.learnt",
    "desktop.dialogs.open_releases",
    "desktop.dialogs.preferences",
    "desktop.dialogs.report",
)
_PASSING = (Busy, DiskFull, DiskTrouble, Moved)
"""What keeps an act from being saved until its cause is mended outside Chancery."""
_ANSWER_MS = 300
"""How long the rest waits for the lists to be answered."""
_PAINT_MS = 50
"""How long it then waits for them to be painted: what imports keeps Python from painting."""
_DIALOGS_MS = 1_500
"""How long the dialogs wait for the rest to be at rest."""


class Room(QWidget):
    """Sidebar, list or text, and form of one catalogue, side by side.

    What shows lists is built first; desk, form and dialogs follow once the list is there, in small
    steps. What is asked of them before, through `when_ready`, is done then.
    """

    placed = Signal()
    """The lists can be shown."""
    answered = Signal()
    """They are filled and can be used."""
    ready = Signal()
    """All of it stands."""

    backups: "RoomBackups"
    reader: "Reader"
    desk: "Desk"
    detail: "DetailPanel"
    evidence: "EvidenceView"
    navigation: "Navigation"
    dialogs: "RoomDialogs"
    jump_memory: "JumpMemory"

    def __init__(
        self, workspace: Workspace, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self.actions_by_id = workspace, actions
        self.handlers: dict[str, Callable[[], object]] = {}
        """What each action does here, as far as it can be done yet."""
        self.is_ready = False
        self._trouble = ""
        self.faults = FaultBar(self)  # whatever goes wrong while the rest is built
        self.elsewhere = Elsewhere(workspace, self)
        self.others = ElsewhereBar(self)
        self._late: list[Callable[[], object]] = []
        self._steps = Steps(self)
        self._wait = QTimer(self, singleShot=True)
        for part in (workspace.hub, workspace.operations, workspace.pinboard):
            part.setParent(self)

    def begin(self) -> None:
        """Build the lists, then the rest, while the window stays alive."""
        self.workspace.operations.hold()
        self._steps.run(self._build_lists(), self.placed.emit)

    def when_ready(self, act: Callable[[], object]) -> None:
        """Do something as soon as all panels stand: now, mostly."""
        if self.is_ready:
            act()
        else:
            self._late.append(act)

    def take_focus(self) -> None:
        """Take the keyboard, and ask for what the lists show."""
        self.sidebar.choose_kind(EntryKind.AGREEMENT)
        self.sidebar.take_focus()
        self.master.counts_changed.connect(self._on_answered)
        self._wait.timeout.connect(self._on_answered)
        self._wait.start(_ANSWER_MS)

    @Slot(object)
    def show_list(self, spec: ListSpec) -> None:
        """Show a list in the centre, in place of a text."""
        if self.is_ready:
            self.navigation.show_list(spec)
        else:
            self.master.show_spec(spec)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say in a sentence what could not be done."""
        if isinstance(error, Damaged) and self.is_ready:
            self.backups.tell_damage(str(error))
        elif isinstance(error, CatalogueError):
            sentence = error_sentence(error)
            self._trouble = sentence if isinstance(error, _PASSING) else ""
            self.messages.show_message(Severity.WARN, sentence)
        else:
            self.faults.show_bug(bug_of(error))

    @Slot()
    def put_trouble_away(self) -> None:
        """Say no more that something can't be saved: something just was."""
        if self._trouble and self.messages.sentence() == self._trouble:
            self.messages.dismiss()
        self._trouble = ""

    def takes(self, mime: QMimeData) -> bool:
        """Tell whether what is dragged here can be taken in."""
        return self.is_ready and not self.workspace.read_only and self.dialogs.accepts(mime)

    def escape(self) -> None:
        """Let go and go back, one thing at a time."""
        room_actions.escape(self)

    def close_catalogue(self) -> None:
        """Save what stands in the form, and close the catalogue."""
        self._steps.stop()
        self._wait.stop()
        self.elsewhere.stop()
        if self.is_ready:
            self.detail.flush()
            self.reader.close()
            self.workspace.settings.set_state("splitter", self.splitter.saveState())
            self.backups.close()
        self.workspace.operations.close()
        self.workspace.operations.catalogue.close()

    # The lists

    def _build_lists(self) -> Iterator[None]:
        """Build what shows lists, each part in its place: moved later, it would be styled anew."""
        settings, path = self.workspace.settings, self.workspace.operations.catalogue.path
        self.recent = RecentSearches(settings, path, self)
        self.search = SearchBox(self.workspace, self.recent)
        yield
        self.messages, self.status = MessageBar(), StatusLine()
        self.top = TopBar(self.actions_by_id, self.search)
        self._place()
        yield
        self.sidebar = Sidebar(self.workspace)
        self.splitter.insertWidget(0, self.sidebar)
        yield
        facets = FacetsPane(self.workspace)
        yield
        view = EntryView(EntryListModel(self.workspace))
        yield
        self.master = MasterPanel(self.workspace, view=view, facets=facets)
        yield
        self.centre.addWidget(self.master)
        arrange(self.splitter, settings.state("splitter"))
        room_wiring.connect_lists(self)
        self.handlers |= room_actions.of_lists(self)

    def _place(self) -> None:
        """Place the bars, and what the panels come into."""
        self.centre, self.splitter = QStackedWidget(), QSplitter()
        self._pane = Pane("panel", ())
        self.splitter.addWidget(self.centre)
        self.splitter.addWidget(self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.top, 0),
            (self.others, 0),
            (self.messages, 0),
            (self.faults, 0),
            (self.splitter, 1),
            (self.status, 0),
        ):
            column.addWidget(widget, stretch)

    # The rest

    @Slot()
    def _on_answered(self) -> None:
        """Go on with the rest once the lists are filled, or keep one waiting for too long."""
        self.master.counts_changed.disconnect(self._on_answered)
        self._wait.timeout.disconnect(self._on_answered)
        self._wait.timeout.connect(self._load_rest)
        self._wait.start(_PAINT_MS)
        self.answered.emit()

    @Slot()
    def _load_rest(self) -> None:
        """Import in a worker what the rest is built of; now sessions may be loaded too."""
        self.workspace.operations.release()
        self.workspace.operations.run(lambda: _load(_REST), self._begin_rest, owner=self)

    def _begin_rest(self, _loaded: None) -> None:
        spare_what_is_loaded()
        self._steps.run(self._build_rest(), self._finish)

    def _build_rest(self) -> Iterator[None]:
        from desktop.desk.desk import Desk  # noqa: PLC0415 - after the lists, for a quick start
        from desktop.dialogs.evidence_dialog import EvidenceView  # noqa: PLC0415 - likewise
        from desktop.navigation import Navigation  # noqa: PLC0415 - likewise
        from desktop.panels.detail import DetailPanel  # noqa: PLC0415 - likewise
        from desktop.reader import Reader  # noqa: PLC0415 - likewise
        from desktop.room_backups import RoomBackups  # noqa: PLC0415 - likewise
        from desktop.room_dialogs import RoomDialogs  # noqa: PLC0415 - likewise

        self.detail = DetailPanel(self.workspace)
        yield
        self.reader = Reader(self.workspace, self)
        self.desk = Desk(self.workspace, self.reader)
        yield
        self.centre.addWidget(self.desk)
        yield
        self.splitter.replaceWidget(FORM, self.detail)
        self._pane.deleteLater()
        self.detail.show()
        yield
        self.evidence = EvidenceView(self.workspace, self)
        yield
        self.backups = RoomBackups(self.workspace, self.messages, self)
        yield
        self.dialogs = RoomDialogs(self.workspace, self)
        self.navigation = Navigation(
            self.workspace,
            centre=self.centre,
            master=self.master,
            desk=self.desk,
            detail=self.detail,
        )
        room_wiring.connect_rest(self)
        self.handlers |= room_actions.of_rest(self)

    def _finish(self) -> None:
        self.is_ready = True
        self.detail.restore_drafts()
        self.navigation.follow_list(self.master.current_id())
        late, self._late = self._late, []
        for act in late:
            act()
        QTimer.singleShot(_DIALOGS_MS, self, self._load_dialogs)
        self.ready.emit()

    @Slot()
    def _load_dialogs(self) -> None:
        """Import the dialogs in a worker before the first is asked for."""
        self.workspace.operations.run(
            lambda: _load(_DIALOGS), lambda _done: spare_what_is_loaded(), owner=self
        )


def _load(modules: tuple[str, ...]) -> None:
    for module in modules:
        load(module)
