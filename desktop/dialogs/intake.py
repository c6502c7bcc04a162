"""Taking in a release that was copied: paste, look, Ctrl+Enter."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from db.errors import CatalogueError, Unreadable
from db.exchange.release import Release
from db.queries.likes import LikeSource
from db.rows.entries import EntryRef
from desktop.dialogs.intake_draft import IntakeDraft
from desktop.dialogs.intake_view import IntakeView
from desktop.dialogs.pasted import Pasted, accept_drop, copied
from desktop.dialogs.release_reading import Reading, ReleaseReading
from desktop.intake import take_in
from desktop.theme import gap
from desktop.workspace import Workspace

KEEP_MS = 1500
"""How long typing may go on before it is kept as a draft."""


class IntakeDialog(QDialog):
    """Show a release before it is taken in: its text, what is known of it, and what is like it."""

    taken_in = Signal(int)
    """The new source."""
    open_requested = Signal(int)
    """A source that is there already and is to be shown instead."""
    files_dropped = Signal(object)
    """A list of paths, for the window that takes in several."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, pasted: Pasted | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pending: Pasted | None = None  # pasted, and not read yet
        self._source: Pasted | None = None  # the flavours of what the editor shows unedited
        self._reading = Reading()
        self._decided: set[int] = set()
        self._typed = self._wanted = self._writing = False
        self._reader = ReleaseReading(workspace, self)
        self._draft = IntakeDraft(workspace, self)
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self.view = IntakeView(workspace.settings)
        self._build()
        self._connect()
        first = pasted or copied(QApplication.clipboard())
        if first is not None:
            self._read_paste(first)
        self._draft.look()

    @Slot()
    def take_in(self) -> None:
        """Take the release in, or say what stands in the way."""
        release = self._reading.release
        if self._writing or self._workspace.read_only:
            return
        if self._reader.is_waiting:
            self._wanted = True
            self._reader.hurry()
        elif release is None:
            self.view.complain(self._reading.refusal or Unreadable("", "empty"))
            self._focus(self.view.editor)
        elif self._undecided() is not None:
            self.view.likeness.focus_choice()
        elif not self.view.fields.complain():
            self._write(release)

    @override
    def reject(self) -> None:
        """Close, and keep what was typed as a draft."""
        if not self._writing:
            self._keep()
            super().reject()

    @Slot()
    def discard(self) -> None:
        """Close, and forget what stands here."""
        self._timer.stop()
        self._draft.keep({})
        super().reject()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """Let text and files be dropped anywhere on the window."""
        if accept_drop(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        """Read a dropped text here, and hand files on."""
        dropped = accept_drop(event.mimeData())
        if isinstance(dropped, Pasted):
            self._on_pasted(dropped)
        elif dropped:
            self.files_dropped.emit(dropped)
        event.acceptProposedAction()

    @override
    def showEvent(self, arg__1: QShowEvent, /) -> None:
        """Begin where there is something to do: at the title, or at the empty text."""
        super().showEvent(arg__1)
        if self._pending or self._source:
            self.view.fields.focus("title")
        else:
            self._focus(self.view.editor)

    # The text and its reading

    @Slot(object)
    def _on_pasted(self, pasted: Pasted) -> None:
        self._note_typing()
        self._read_paste(pasted)

    def _read_paste(self, pasted: Pasted) -> None:
        self._pending = pasted
        self._reader.ask(pasted)

    @Slot()
    def _on_text_edited(self) -> None:
        self._note_typing()
        if self._pending is not None:
            return  # what was pasted comes first, and Ctrl+Z after it brings this back
        text = self.view.editor.raw()
        if not text.strip():
            self._reader.forget()
            self._show_reading(Reading())
        elif self._source is not None and not self.view.editor.is_edited():
            self._reader.ask(self._source, soon=True)
        else:
            self._reader.ask(Pasted(text=text), soon=True)

    @Slot(object, object)
    def _on_read(self, pasted: Pasted, reading: Reading) -> None:
        wanted, self._wanted = self._wanted, False
        was_pending, self._pending = pasted is self._pending, None
        if was_pending and reading.release is None:
            self._refuse_paste(reading)
            return
        if was_pending and reading.release is not None:
            self._source = pasted
            self.view.editor.show_text(reading.release.text)
        self._show_reading(reading)
        if wanted:
            self.take_in()

    def _refuse_paste(self, reading: Reading) -> None:
        """Leave all as it was before, and say why."""
        if reading.refusal is not None:
            self.view.complain(reading.refusal)
        self._focus(self.view.editor)

    def _show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self.view.message.hide()
        self.view.show_release(reading.release)
        self.view.ask_about(self._undecided())
        because = self._workspace.operations.catalogue.read_only_because or reading.refusal
        if because is not None:
            self.view.complain(because)

    def _undecided(self) -> LikeSource | None:
        likes = (like for like in self._reading.likes if like.ref.id not in self._decided)
        return next(likes, None)

    @Slot()
    def _on_again_chosen(self) -> None:
        self._decided.update(like.ref.id for like in self._reading.likes)
        self.view.ask_about(None)
        self.take_in()

    @Slot(int)
    def _on_open_chosen(self, source: int) -> None:
        like = self._undecided()
        if like is not None and (like.same_file or like.likeness == 1):
            self.discard()
        else:
            self.reject()
        self.open_requested.emit(source)

    # Taking in

    def _write(self, release: Release) -> None:
        self._set_writing(writing=True)
        self._timer.stop()
        act = take_in(
            release,
            self.view.fields.kind(),
            self.view.fields.values(),
            again=bool(self._decided),
            draft=self._draft.form,
        )
        self._workspace.operations.write(act, self._on_written, owner=self, failed=self._on_failed)

    def _on_written(self, answer: EntryRef | LikeSource) -> None:
        self._set_writing(writing=False)
        if isinstance(answer, LikeSource):
            self._show_reading(Reading(release=self._reading.release, likes=(answer,)))
            self.view.likeness.focus_choice()
        else:
            self.view.fields.remember()
            self.accept()
            self.taken_in.emit(answer.id)

    def _on_failed(self, error: BaseException) -> None:
        self._set_writing(writing=False)
        self.view.complain(error)
        self._keep()
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    def _set_writing(self, *, writing: bool) -> None:
        self._writing = writing
        self.view.accept.setEnabled(not writing)

    # What is left half-finished

    @Slot()
    def _on_drafts_found(self) -> None:
        if self._pending or self._source or self._typed:
            self.view.offer(self._draft.last_title())
        else:
            self._bring_back()

    @Slot()
    def _bring_back(self) -> None:
        self._keep()
        self.view.left.hide()
        values = self._draft.bring_back()
        self.view.fields.bring_back(values)
        self._decided.clear()
        self._note_typing()
        text = Pasted(text=values.get("text", ""), html=values.get("html"))
        if text:
            self._read_paste(text)

    @Slot()
    def _note_typing(self) -> None:
        self._typed = True
        self.view.discard.show()
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _keep(self) -> None:
        self._timer.stop()
        self._draft.keep(self._draft_values() if self._typed else {})

    def _draft_values(self) -> dict[str, str]:
        text = Pasted(text=self.view.editor.raw())
        if self._pending is not None:
            text = self._pending
        elif self._source is not None and not self.view.editor.is_edited():
            text = self._source
        values = self.view.fields.typed()
        values |= {"text": text.text} if text.text else {}
        values |= {"html": text.html} if text.html else {}
        return values if any(value.strip() for value in values.values()) else {}

    # The window

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Paste release"))
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        unit = gap(self.font())
        self.resize(unit * 90, unit * 84)
        self._show_reading(self._reading)
        self.view.accept.setEnabled(not self._workspace.read_only)

    def _connect(self) -> None:
        view = self.view
        view.editor.pasted.connect(self._on_pasted)
        view.editor.edited.connect(self._on_text_edited)
        view.fields.edited.connect(self._note_typing)
        view.likeness.again_chosen.connect(self._on_again_chosen)
        view.likeness.open_chosen.connect(self._on_open_chosen)
        view.left.action_triggered.connect(self._bring_back)
        view.discard.clicked.connect(self.discard)
        view.cancel.clicked.connect(self.reject)
        view.accept.clicked.connect(self.take_in)
        self._reader.answered.connect(self._on_read)
        self._draft.found.connect(self._on_drafts_found)
        self._timer.timeout.connect(self._keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take_in)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
