"""The desk: a source's text with its marks, the keys that work on it, and what was made from it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from db.act import Change
from db.queries.sheets import entry_sheet
from db.queries.sources import original, source_page
from db.rows.entries import EntryRef, EntrySheet
from db.rows.evidence import Span
from db.terms import ReadingState
from desktop.acts import sources
from desktop.desk.gestures import Gestures
from desktop.desk.header import DeskHeader
from desktop.desk.key_hints import KeyHints
from desktop.desk.keys import DeskKey
from desktop.desk.pages import DeskPage, desk_page
from desktop.desk.source_text import SourceText
from desktop.desk.strip import SourceStrip
from desktop.labels import error_sentence
from desktop.widgets.empty_state import EmptyState
from desktop.workspace import Workspace

NARROW = 92
"""Letters of average width below which the strip goes beneath the text."""
_BY_A_WORD = "[ ]"


class Desk(QWidget):
    """Show one source, and let words be pinned, marked and made to support what is in the form."""

    open_requested = Signal(int)
    """The id of an entry made from this source."""
    new_requested = Signal(object, object)
    """An `EntryKind`, and a dict of field values: the selected words as title."""
    closed = Signal()
    said = Signal(str)
    """One sentence for the status line."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._source: int | None = None
        self._shown: DeskPage | None = None
        self._to_light: tuple[Span, ...] = ()
        self._to_find: tuple[str, ...] = ()
        self._carets: dict[int, int] = {}
        self._header = DeskHeader(read_only=workspace.read_only)
        self._text, self._strip = SourceText(), SourceStrip()
        self._gestures = Gestures(workspace, self._text)
        self._empty = EmptyState(
            self.tr("No text"), self.tr("Of this source only its particulars are catalogued.")
        )
        self._hints = KeyHints(self._keys())
        self._build()
        self._connect()

    def source_text(self) -> SourceText:
        """Give the text."""
        return self._text

    def strip(self) -> SourceStrip:
        """Give the strip beside the text."""
        return self._strip

    def header(self) -> DeskHeader:
        """Give the head."""
        return self._header

    def hints(self) -> KeyHints:
        """Give the keys in sight."""
        return self._hints

    def current_source(self) -> EntryRef | None:
        """Give the source shown, None before it is read."""
        return self._shown.page.ref if self._shown else None

    def show_source(self, source_id: int) -> None:
        """Show a source; the one shown already is only read anew."""
        if source_id != self._source:
            if self._source is not None:
                self._carets[self._source] = self._text.caret()
            self._source, self._shown = source_id, None
            self._gestures.set_page(None)
        self._read()

    def light(self, source_id: int, spans: Sequence[Span]) -> None:
        """Show a source with a passage lit, scrolled to it."""
        self._to_light = tuple(spans)
        self._to_find = ()
        if source_id == self._source and self._shown is not None:
            self._light_waiting()
        else:
            self.show_source(source_id)

    def light_words(self, words: Sequence[str]) -> None:
        """Light the words a search found; none puts the lights out."""
        self._to_find = tuple(words)
        if self._shown is not None:
            self._text.light_words(self._to_find)

    def set_target_entry(self, sheet: EntrySheet | None) -> None:
        """Take what stands in the form: E gives evidence for its values."""
        self._gestures.set_target_entry(sheet)
        self._tell_keys()

    def save_original(self, path: Path) -> None:
        """Write the bytes the source came as to a file."""
        source, operations = self._source, self._workspace.operations
        if source is None:
            return

        def write(content: bytes | None) -> None:
            operations.run(
                lambda: path.write_bytes(content or b""),
                lambda _count: self.said.emit(self.tr("Saved as {0}.").format(path.name)),
                owner=self,
                failed=lambda error: self._tell_unsaved(path, error),
            )

        operations.read(lambda session: original(session, source), write, owner=self)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go back on Escape, wherever on the desk the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self._gestures.do(DeskKey.BACK)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the strip beside the text, or beneath it where the desk is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self._split.orientation():
            self._split.setOrientation(wanted)
            whole = self._split.height() if narrow else self._split.width()
            self._split.setSizes([whole * 3 // 4, whole // 4])

    def _keys(self) -> list[tuple[str, str]]:
        return [
            (DeskKey.SENTENCE, self.tr("sentence")),
            (_BY_A_WORD, self.tr("by a word")),
            (DeskKey.PIN, self.tr("pin")),
            (DeskKey.EVIDENCE, self.tr("evidence for…")),
            (DeskKey.AGREEMENT, self.tr("agreement")),
            (DeskKey.MEETING, self.tr("meeting")),
            (DeskKey.PERSON, self.tr("person")),
            (DeskKey.ORGANISATION, self.tr("body")),
            (DeskKey.PLACE, self.tr("place")),
            (DeskKey.NOISE, self.tr("noise")),
            (DeskKey.HEADING, self.tr("heading")),
            (DeskKey.BACK, self.tr("back")),
        ]

    def _build(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self._text)
        self._middle.addWidget(self._empty)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._middle)
        self._split.addWidget(self._strip)
        self._split.setStretchFactor(0, 1)
        self._split.setCollapsible(0, False)
        letter = self.fontMetrics().averageCharWidth()
        self._split.setSizes([letter * 80, letter * 34])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._split, 1)
        column.addWidget(self._hints)
        self.setFocusProxy(self._text)
        self._tell_keys()

    def _connect(self) -> None:
        self._header.state_chosen.connect(self._on_state_chosen)
        self._strip.open_requested.connect(self.open_requested)
        self._strip.save_requested.connect(self._on_save_requested)
        self._gestures.new_requested.connect(self.new_requested)
        self._gestures.closed.connect(self.closed)
        self._gestures.said.connect(self.said)
        self._hints.key_clicked.connect(self._on_key_clicked)
        self._text.selectionChanged.connect(self._tell_keys)
        self._workspace.pinboard.changed.connect(self._on_pin_changed)
        self._workspace.hub.changed.connect(self._on_changed)

    def _read(self) -> None:
        source = self._source
        if source is None:
            return
        self._workspace.operations.read(
            lambda session: desk_page(source_page(session, source), entry_sheet(session, source)),
            self._show,
            owner=self,
            lane="page",
        )

    def _show(self, shown: DeskPage | None) -> None:
        if shown is None:
            self._source = self._shown = None
            self._gestures.set_page(None)
            self.closed.emit()
            return
        first_time = self._shown is None
        self._shown = shown
        self._gestures.set_page(shown)
        self._header.show_page(shown, self._workspace.settings.language)
        self._strip.show_page(shown.page)
        self._middle.setCurrentWidget(self._text if shown.page.text else self._empty)
        if first_time:
            self._text.show_text(shown.page.text)
            self._text.reveal(self._carets.get(shown.page.ref.id, 0))
            self._text.light_words(self._to_find)
        self._text.set_passages(shown.page.passages)
        self._on_pin_changed()
        self._light_waiting()

    def _light_waiting(self) -> None:
        if self._to_light:
            self._text.light(self._to_light)
            self._to_light = ()

    @Slot()
    def _on_pin_changed(self) -> None:
        pin = self._gestures.own_pin()
        self._text.set_pinned(pin.spans if pin else ())
        self._tell_keys()

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if self._shown is None:
            return
        shown = {self._shown.page.ref.id, *(ref.id for ref, _n in self._shown.page.made_from)}
        if shown & (change.entries | change.removed):
            self._read()

    @Slot()
    def _tell_keys(self) -> None:
        selected = self._text.selected_span() is not None
        pinned = self._workspace.pinboard.pin is not None
        target = self._gestures.target()
        for key in (DeskKey.AGREEMENT, DeskKey.MEETING, DeskKey.PERSON):
            self._hints.hint(key).setEnabled(selected or pinned)
        for key in (DeskKey.ORGANISATION, DeskKey.PLACE, DeskKey.PIN):
            self._hints.hint(key).setEnabled(selected or pinned)
        evidence = self._hints.hint(DeskKey.EVIDENCE)
        evidence.setEnabled(target is not None and (selected or pinned))
        words = self.tr("evidence for {0}…").format(target.reference if target else "")
        evidence.set_words(words if target else self.tr("evidence for…"))
        letting_go = pinned and not selected
        self._hints.hint(DeskKey.PIN).set_words(self.tr("let go") if letting_go else self.tr("pin"))
        back = self.tr("let go") if pinned else self.tr("back")
        self._hints.hint(DeskKey.BACK).set_words(back)

    @Slot(str)
    def _on_key_clicked(self, key: str) -> None:
        asked = DeskKey.WORD_MORE if key == _BY_A_WORD else DeskKey(key)
        self._text.setFocus()
        self._text.do(asked)

    @Slot(object)
    def _on_state_chosen(self, state: ReadingState) -> None:
        if self._shown is not None:
            ref = self._shown.page.ref
            act = sources.set_reading_state(ref.id, state, ref.title)
            self._workspace.operations.write(act, owner=self)

    @Slot()
    def _on_save_requested(self) -> None:
        if self._shown is None:
            return
        name = self._shown.page.file_name or self._shown.page.ref.reference
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save original"), name)
        if path:
            self.save_original(Path(path))

    def _tell_unsaved(self, path: Path, error: Exception) -> None:
        if isinstance(error, OSError):
            words = self.tr("{0} could not be written: {1}").format(path.name, error.strerror or "")
            self.said.emit(words)
        else:
            self.said.emit(error_sentence(error))
