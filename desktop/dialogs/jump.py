"""Jump to: one line over every entry, list, tag, saved search and action, by any of its names."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.delegates.jump_delegate import JumpDelegate
from desktop.desk.key_hints import KeyHints
from desktop.dialogs.jump_line import JumpLine
from desktop.models.jump_found import JumpAnswer, asked_of, asked_of_places, found_rows
from desktop.models.jump_memory import JumpMemory
from desktop.models.jump_model import JumpModel
from desktop.models.jump_places import FIRST_ACTIONS, action_rows, list_rows
from desktop.models.jump_rows import JumpGroup, JumpRow, ordered
from desktop.theme import colours, gap, mix
from desktop.workspace import Workspace

PATIENCE_MS = 150
"""How long what needs no reading waits for what does, so that rows do not jump."""
_LIMITS = (8, 10, 4, 4, 4, 7)
"""Rows of each `JumpGroup`."""


class JumpDialog(QDialog):
    """Find while typing, go with Enter; Ctrl+Enter opens an entry beside what is shown."""

    entry_chosen = Signal(int)
    beside_chosen = Signal(int)
    """An entry that is to be opened in the form alone, with list or text as they are."""
    spec_chosen = Signal(object)
    """The `ListSpec` of a list, a tag or a saved search."""
    action_chosen = Signal(str)
    """The id of an action, which is to be carried out now that this is closed."""

    def __init__(
        self,
        workspace: Workspace,
        actions: Sequence[QAction],
        memory: JumpMemory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._actions, self._memory = workspace, actions, memory
        self._found: list[JumpRow] = []
        self._answered: str | None = None
        self._enter_waits: Qt.KeyboardModifier | None = None
        self.line, self.model, self.view = JumpLine(), JumpModel(self), QListView()
        self._nothing = QLabel(self.tr("Nothing is called so."))
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_rows)
        self._build()
        self.line.textChanged.connect(self._ask)
        self.line.moved.connect(self._move)
        self.line.entered.connect(self._on_enter)
        self.view.clicked.connect(self._on_clicked)
        self._ask()

    def typed(self) -> str:
        """Give what is sought, without spaces around it."""
        return self.line.text().strip()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Leave Enter to the line; close on Escape."""
        if arg__1.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(arg__1)

    @override
    def showEvent(self, arg__1: QShowEvent, /) -> None:
        """Stand in the upper half of the window, where one looks first."""
        parent = self.parentWidget()
        if parent is not None:
            around = parent.window().geometry()
            left = around.center().x() - self.width() // 2
            self.move(left, around.top() + max(0, around.height() - self.height()) // 4)
        super().showEvent(arg__1)

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw an edge: there is no frame of the platform around it."""
        super().paintEvent(arg__1)
        painter = QPainter(self)
        look = colours(self)
        painter.setPen(mix(look.panel, look.ink, 0.24))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _ask(self) -> None:
        typed = self.typed()
        self._enter_waits = None
        query = asked_of(typed) if typed else asked_of_places(self._memory.places())
        self._workspace.operations.read(
            query, lambda answer: self._take(typed, answer), owner=self, lane="jump"
        )
        self._patience.start()

    def _take(self, typed: str, answer: JumpAnswer) -> None:
        self._patience.stop()
        self._found = found_rows(answer, typed, self._workspace.settings.language)
        self._answered = typed
        self._show_rows()
        if self._enter_waits is not None:
            self._choose(self.model.row(self.view.currentIndex().row()), self._enter_waits)

    @Slot()
    def _show_rows(self) -> None:
        typed = self.typed()
        found = self._found if self._answered == typed else []
        rows = self._rows(typed, found) if typed else self._first_rows(found)
        self.model.show_rows(rows, typed)
        first = next((n for n, row in enumerate(rows) if row.enabled), -1)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollToTop()
        self.view.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _rows(self, typed: str, found: Sequence[JumpRow]) -> list[JumpRow]:
        actions = action_rows(self._actions, typed, read_only=self._workspace.read_only)
        latest = {key: -place for place, key in enumerate(self._memory.places())}
        rows = [*found, *list_rows(typed), *actions]
        rows.sort(key=lambda row: latest.get(row.key, -len(latest)), reverse=True)
        return ordered(rows, _LIMITS)

    def _first_rows(self, found: Sequence[JumpRow]) -> list[JumpRow]:
        """Return the latest places, and the actions used most."""
        known = {row.key: row for row in (*found, *list_rows(""))}
        places = [known[key] for key in self._memory.places() if key in known]
        offered = action_rows(self._actions, "", read_only=self._workspace.read_only)
        by_key = {row.key: row for row in offered}
        first = [f"action:{name}" for name in FIRST_ACTIONS]
        used = dict.fromkeys((*self._memory.actions(), *first))
        actions = [by_key[key] for key in used if key in by_key and by_key[key].enabled]
        shown = [replace(row, group=JumpGroup.PLACES) for row in places]
        return [*shown[: _LIMITS[JumpGroup.PLACES]], *actions[: _LIMITS[JumpGroup.ACTIONS]]]

    @Slot(int)
    def _move(self, by: int) -> None:
        """Go to the next row that can be chosen, by so many rows or as far as there are any."""
        rows, at = self.model.rows(), self.view.currentIndex().row()
        step = 1 if by > 0 else -1
        free = [n for n, row in enumerate(rows) if row.enabled and (n - at) * step > 0][::step]
        if free:
            self.view.setCurrentIndex(self.model.index(free[min(abs(by), len(free)) - 1]))

    @Slot(Qt.KeyboardModifier)
    def _on_enter(self, held: Qt.KeyboardModifier) -> None:
        if self._answered == self.typed():
            self._choose(self.model.row(self.view.currentIndex().row()), held)
        else:
            self._enter_waits = held

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(self.model.row(index.row()), Qt.KeyboardModifier.NoModifier)

    def _choose(self, row: JumpRow | None, held: Qt.KeyboardModifier) -> None:
        if row is None or not row.enabled:
            return
        self._memory.note(row.key)
        self.accept()
        thing = row.key.partition(":")[0]
        if thing == "action":
            self.action_chosen.emit(row.payload)
        elif thing != "entry":
            self.spec_chosen.emit(row.payload)
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.beside_chosen.emit(row.payload)
        else:
            self.entry_chosen.emit(row.payload)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Jump to"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "palette")
        self.view.setModel(self.model)
        delegate = JumpDelegate(self.view)
        self.view.setItemDelegate(delegate)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("What it is called"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._nothing.hide()
        self.hints = KeyHints(
            (
                ("Enter", self.tr("go there")),
                ("Ctrl+Enter", self.tr("open beside")),
                ("Esc", self.tr("close")),
            )
        )
        column = QVBoxLayout(self)
        column.setSpacing(0)
        for widget, stretch in ((self.line, 0), (self.view, 1), (self._nothing, 1)):
            column.addWidget(widget, stretch)
        column.addWidget(self.hints)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self.line.fit(self.font())
        self.resize(unit * 84, unit * 72)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(1, 1, 1, 1)
        self.hints.setContentsMargins(unit, 0, unit, 0)
