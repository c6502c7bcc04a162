"""Taking back one past act: and where later ones rest on it, which these are, and all together."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.errors import Blocked, Refused
from db.resting import acts_resting_on
from db.rows.acts import ActRow
from desktop.act_words import when_words
from desktop.labels import act_label, error_sentence
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_LINES = 6
"""As many lines of the list are in sight."""
_REVISION = int(Qt.ItemDataRole.UserRole)


class TakeBack(QWidget):
    """Takes acts back, says what came of it, and lists what stands in the way."""

    jump_requested = Signal(int)
    """The act that is to be shown."""
    finished = Signal()
    """Nothing is under way any more."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted: ActRow | None = None
        self._queue: list[ActRow] = []
        self._done = self._total = 0
        self._is_stopping = False
        self.message, self.list, self.progress = MessageBar(), QListWidget(), QProgressBar()
        self.all_too = QPushButton(self.tr("Take back &these too"))
        self.stop = QPushButton(self.tr("Stop"))
        self._build()
        self.all_too.clicked.connect(self._take_all)
        self.stop.clicked.connect(self._ask_stop)
        self.list.itemActivated.connect(self._on_chosen)
        self.list.itemClicked.connect(self._on_chosen)

    @property
    def is_running(self) -> bool:
        """Whether acts are being taken back."""
        return self._total > 0

    def take_back(self, act: ActRow) -> None:
        """Take an act back, or show what rests on it."""
        if self.is_running or self._workspace.read_only:
            return
        self.forget()
        self._wanted = act
        self._run([act])

    @Slot()
    def forget(self) -> None:
        """Put away what was said of an act."""
        if not self.is_running:
            self._wanted = None
            self.message.hide()
            self._show_blocking(False)

    def _run(self, acts: Sequence[ActRow]) -> None:
        self._queue, self._total, self._done = list(acts), len(acts), 0
        self._is_stopping = False
        self.message.hide()
        self._show_blocking(False)
        self._next()

    def _next(self) -> None:
        self.progress.setRange(0, self._total)
        self.progress.setValue(self._done)
        many = self._total > 1 and bool(self._queue)
        self.progress.setVisible(many)
        self.stop.setVisible(many)
        if not self._queue or self._is_stopping:
            self._end()
            return
        act = self._queue[0]
        self._workspace.operations.take_back(
            act.revision, self._on_taken, owner=self, failed=partial(self._on_failed, act)
        )

    def _on_taken(self, _nothing: None) -> None:
        self._queue.pop(0)
        self._done += 1
        self._next()

    def _end(self) -> None:
        done, total = self._done, self._total
        self._finish()
        if done < total:
            words = self.tr("Stopped: {0} of {1} are taken back.").format(done, total)
            self.message.show_message(Severity.INFO, words)
        elif total == 1:
            words = self.tr("Taken back. Undo brings it again.")
            self.message.show_message(Severity.GOOD, words)
        else:
            words = self.tr("{0} acts are taken back, each one a step that undo brings again.")
            self.message.show_message(Severity.GOOD, words.format(total))
        self.finished.emit()

    def _on_failed(self, act: ActRow, error: BaseException) -> None:
        done, total = self._done, self._total
        self._finish()
        if isinstance(error, Blocked) and act is self._wanted:
            self._ask_what_rests(act, error)
        elif total > 1:
            words = self.tr("{0} of {1} are taken back. “{2}” could not be: {3}")
            sentence = words.format(done, total, named(act), error_sentence(error))
            self.message.show_message(Severity.WARN, sentence)
        elif isinstance(error, Blocked | Refused):
            self.message.show_message(Severity.WARN, error_sentence(error))
        else:
            self._workspace.operations.failed.emit(error)
        self.finished.emit()

    def _finish(self) -> None:
        self._queue, self._total, self._done = [], 0, 0
        self.progress.hide()
        self.stop.hide()

    def _ask_what_rests(self, act: ActRow, error: Blocked) -> None:
        self._workspace.operations.read(
            partial(acts_resting_on, revision=act.revision),
            partial(self._show_resting, act, error),
            owner=self,
            lane="resting",
        )

    def _show_resting(self, act: ActRow, error: Blocked, acts: Sequence[ActRow]) -> None:
        self.list.clear()
        for one in acts:
            item = QListWidgetItem(named(one), self.list)
            item.setData(_REVISION, one)
        count = len(acts)
        if not acts:
            self.message.show_message(Severity.WARN, error_sentence(error))
            return
        words = (
            self.tr("“{0}” can't be taken back alone: a later act rests on it.")
            if count == 1
            else self.tr("“{0}” can't be taken back alone: {1} later acts rest on it.")
        )
        self.message.show_message(Severity.WARN, words.format(named(act), count))
        self.list.setCurrentRow(0)
        self._show_blocking(True)
        self.all_too.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_all(self) -> None:
        if self._wanted is not None and not self.is_running:
            items = (self.list.item(row) for row in range(self.list.count()))
            self._run([*(item.data(_REVISION) for item in items), self._wanted])

    @Slot()
    def _ask_stop(self) -> None:
        self._is_stopping = True

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.jump_requested.emit(item.data(_REVISION).revision)

    def _show_blocking(self, shown: bool) -> None:  # noqa: FBT001 - what setVisible takes
        self.list.setVisible(shown)
        self.all_too.setVisible(shown)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        self.list.setAccessibleName(self.tr("Later acts that rest on it"))
        self.progress.setAccessibleName(self.tr("Acts taken back"))
        enter_presses(self.all_too, self.stop)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        row.addWidget(self.all_too)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(self.font()) // 2)
        column.addWidget(self.message)
        column.addWidget(self.list)
        column.addLayout(row)
        for part in (self.list, self.all_too, self.progress, self.stop):
            part.hide()
        self._fit()

    def _fit(self) -> None:
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * (_LINES + 1))


def named(act: ActRow) -> str:
    """Name an act in one line: what, about what, when."""
    about = f"{act_label(act.act)}: {act.about}" if act.about else act_label(act.act)
    return f"{about}  ·  {when_words(act.at)}"
