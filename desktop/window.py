"""The main window: there at once, with menus and a skeleton; the room of a catalogue comes into it.

Imports nothing of the catalogue: the room brings that with it, loaded while the window is seen.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions import ACTIONS, MENUS, Actions
from desktop.early_keys import EarlyKeys
from desktop.opening import upgrading_words
from desktop.settings import Settings
from desktop.skeleton import Skeleton
from desktop.steps import Steps
from desktop.widgets.busy_bar import BusyBar
from desktop.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from desktop.room import Room
    from desktop.workspace import Workspace

_IN_SIGHT = ("new.here", "undo", "redo")
OPENING_MS = 400
"""How long opening may take before a bar says that it is under way."""


class MainWindow(QMainWindow):
    """Hold the room of one catalogue after another; what is asked for before one waits for it."""

    catalogue_requested = Signal(object, bool)
    """The user wants another catalogue: its path, and whether it is to be made."""
    restore_requested = Signal(object)
    """A backup is to take the place of the catalogue: its path."""
    reopen_requested = Signal()
    """The catalogue is to be closed and opened again."""
    painted = Signal()
    """The window is seen for the first time."""
    ready = Signal()
    """The room of a catalogue stands, and does all it is asked for."""
    closed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._room: Room | None = None
        self._menus: list[QMenu] = []
        self._actions: Actions | None = None
        self.closing_waits: Callable[[], bool] = lambda: False
        """Tells whether closing is to wait; who says so closes the window later."""
        self._without_icon = [spec for spec in ACTIONS if spec.icon and spec.id not in _IN_SIGHT]
        self._steps = Steps(self)
        self.dialogs = WindowDialogs(settings, self)
        self.dialogs.catalogue_chosen.connect(self.catalogue_requested)
        self._opening = QTimer(self, singleShot=True, interval=OPENING_MS)
        self.setWindowTitle("Chancery")
        self.setAcceptDrops(True)
        self._build()
        if not self.restoreGeometry(settings.state("window")):
            self.resize(1360, 820)
        self.keys = EarlyKeys(self)
        self.keys.hold()

    @property
    def room(self) -> "Room":
        """The room of the catalogue that is open.

        Raises:
            LookupError: none is open yet.
        """
        if self._room is None:
            message = "no catalogue is open yet"
            raise LookupError(message)
        return self._room

    @property
    def has_room(self) -> bool:
        """Whether a catalogue is open."""
        return self._room is not None

    @property
    def is_ready(self) -> bool:
        """Whether a catalogue is open and all of its room stands."""
        return self._room is not None and self._room.is_ready

    @property
    def workspace(self) -> "Workspace":
        """What the views of the open catalogue share."""
        return self.room.workspace

    @property
    def actions_by_id(self) -> Actions:
        """The actions, by their names in the table."""
        if self._actions is None:
            self._actions = self._make_actions()
        return self._actions

    def show_opening(self, path: Path) -> None:
        """Say, unless it is a matter of moments, that a catalogue is being opened."""
        if self._room is None:
            self.setWindowTitle(f"{path.stem} — Chancery")
        self.busy.setToolTip(str(path))
        self._opening.start()

    @Slot()
    def show_upgrading(self) -> None:
        """Say that the catalogue is older and is being brought up to date."""
        self._opening.stop()
        self.busy.start(upgrading_words())

    @Slot()
    def show_opened(self) -> None:
        """Say nothing of opening any more."""
        self._opening.stop()
        self.busy.finish()

    def enter(self, workspace: "Workspace") -> None:
        """Put the room of an open catalogue in the place of what is here; its own is closed."""
        from desktop.room import Room  # noqa: PLC0415 - loaded while the window is seen

        old, room = self._room, Room(workspace, self.actions_by_id, self)
        self._pages.addWidget(room)  # not seen yet; its parts are styled as they come into it
        room.placed.connect(self._show_room)
        room.answered.connect(self.keys.release)
        room.ready.connect(self._on_ready)
        self._room = room
        self.setWindowTitle(self._title(workspace))
        self._allow_actions(read_only=workspace.read_only)
        self.keys.hold()
        if old is not None:
            self._pages.setCurrentWidget(self._skeleton)
            self._close_room(old)
        room.begin()

    def leave(self, words: str) -> None:
        """Close the room and say what is done meanwhile; another is entered after it."""
        room, self._room = self.room, None
        self._pages.setCurrentWidget(self._skeleton)
        self._close_room(room)
        self._opening.stop()
        self.busy.start(words)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say in a sentence what could not be done."""
        self.room.show_failure(error)

    def _title(self, workspace: "Workspace") -> str:
        name = workspace.operations.catalogue.path.stem
        if workspace.read_only:
            name = self.tr("{0} (read only)").format(name)
        return f"{name} — Chancery"

    def _build(self) -> None:
        for menu in MENUS:
            words = QApplication.translate("actions", str(menu))
            self._menus.append(self.menuBar().addMenu(words))
        self.busy = BusyBar(cancellable=False)
        self._opening.timeout.connect(lambda: self.busy.start(self.tr("Opening the catalogue…")))
        self._skeleton = Skeleton(self._settings.state("splitter"))
        self._skeleton.painted.connect(self._on_painted)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._skeleton)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.busy)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(page)

    def _make_actions(self) -> Actions:
        actions = Actions(self, read_only=False, with_icons=False)
        for spec in ACTIONS:
            actions[spec.id].triggered.connect(partial(self._act, spec.id))
            if spec.id in _IN_SIGHT:
                actions.draw_icon(spec)
        for menu, widget in zip(MENUS, self._menus, strict=True):
            widget.addActions(actions.of_menu(menu))
        self.addActions(actions.all())
        return actions

    def _allow_actions(self, *, read_only: bool) -> None:
        for spec in ACTIONS:
            self.actions_by_id[spec.id].setEnabled(not (spec.writes and read_only))

    def _act(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        """Do what an action stands for, now or as soon as it can be done."""
        act = {
            "catalogue.new": self.dialogs.new_catalogue,
            "catalogue.open": self.dialogs.open_catalogue,
            "quit": self.close,
        }.get(name)
        if act is None and self._room is not None:
            act = self._room.handlers.get(name)
        if act is not None:
            act()
        elif not self.is_ready:
            self.keys.later(partial(self._act, name))

    def _draw_icons(self) -> Iterator[None]:
        """Draw the icons of the menus one by one; those of the bar are there."""
        for spec in self._without_icon:
            self.actions_by_id.draw_icon(spec)
            yield

    @Slot()
    def _on_painted(self) -> None:
        self.actions_by_id  # noqa: B018 - made when first asked for: the window is seen before
        self.painted.emit()

    @Slot()
    def _show_room(self) -> None:
        self._pages.setCurrentWidget(self.room)
        self.show_opened()
        self.room.take_focus()
        self.keys.hold()  # until there is something to go through

    @Slot()
    def _on_ready(self) -> None:
        if self.keys.is_holding:
            self.keys.release()
        backups = self.room.backups
        backups.restore_requested.connect(self.restore_requested)
        backups.reopen_requested.connect(self.reopen_requested)
        backups.catalogue_requested.connect(self._request_other)
        self.room.others.reopen_requested.connect(self.reopen_requested)
        self._steps.run(self._draw_icons(), self._without_icon.clear)
        self.ready.emit()

    @Slot(object)
    def _request_other(self, path: Path) -> None:
        self.catalogue_requested.emit(path, False)

    def _close_room(self, room: "Room") -> None:
        room.close_catalogue()
        self._pages.removeWidget(room)
        room.hide()
        room.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Let go and go back on Escape, where whatever has the keyboard makes nothing of it.

        A shortcut would be asked before the card or line that Escape is to close.
        """
        if event.key() == Qt.Key.Key_Escape and self.is_ready:
            self.room.escape()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self._room is not None and self._room.takes(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        event.acceptProposedAction()
        self.room.dialogs.take_drop(event.mimeData())

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self.closing_waits():
            event.ignore()
            return
        self.keys.forget()
        self._steps.stop()
        self._settings.set_state("window", self.saveGeometry())
        if self._room is not None:
            self._room.close_catalogue()
        super().closeEvent(event)
        self.closed.emit()
