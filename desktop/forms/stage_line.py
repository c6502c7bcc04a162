"""One stage of an agreement as a line: its act, its date, its circumstances, and their evidence."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from db.rows.entries import EntryRef, EntrySheet, StageRow
from db.rows.faces import NO_EVIDENCE, Target
from desktop.forms.links.sentences import face_of
from desktop.forms.stage_sentences import circumstances, date_words
from desktop.icons import follow
from desktop.labels import label
from desktop.theme import gap, label_width
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.face_button import Face, FaceButton
from desktop.widgets.link_button import LinkButton

_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StageLine(QWidget):
    """Show a stage; Enter, E or F2 edits it, Delete removes it, Alt with the arrows moves it."""

    edit_requested = Signal()
    remove_requested = Signal()
    face_requested = Signal(str)
    """The field whose evidence is wanted: ``date``, or empty for the stage itself."""
    open_requested = Signal(int)
    walked = Signal(int)
    move_requested = Signal(int)

    def __init__(self, stage: StageRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._kind, self._rest = ElidedLabel(tone="quiet"), ElidedLabel(tone="quiet")
        self._date, self._date_face, self._face = LinkButton(), FaceButton(), FaceButton()
        self._build()

    def stage(self) -> StageRow:
        """Give the stage shown."""
        return self._stage

    def words(self) -> str:
        """Give the line as it is read aloud."""
        return self._date.accessibleName()

    def button(self) -> LinkButton:
        """Give the part that takes the focus."""
        return self._date

    def face(self) -> FaceButton:
        """Give the button that opens the evidence of the stage."""
        return self._face

    def date_face(self) -> FaceButton:
        """Give the button that opens the evidence of its date."""
        return self._date_face

    def show_stage(self, stage: StageRow, sheet: EntrySheet, language: str) -> None:
        """Show a stage with the faces of it and of its date."""
        self._stage = stage
        date, rest = date_words(stage, language), circumstances(stage)
        self._kind.setText(label(stage.kind))
        self._date.set_words(date, strong=bool(stage.date))
        self._rest.setText(rest)
        sentence = ", ".join(filter(None, (label(stage.kind), date, rest)))
        self._date.setAccessibleName(sentence)
        self._face.set_subject(sentence)
        self._date_face.set_subject(date)
        self._face.set_face(*face_of("stage", stage.id, sheet.faces))
        row = sheet.faces.get(Target("stage", stage.id, "date"), NO_EVIDENCE)
        self._date_face.set_face(Face[row.face.name], row.count)
        self._date_face.setVisible(bool(stage.date) or bool(row.count))

    def menu(self) -> QMenu:
        """Make the menu of all that can be done with the stage."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        follow(menu.addAction(self.tr("Edit stage"), self.edit_requested.emit), "edit")
        follow(menu.addAction(self.tr("Evidence of the stage"), self._ask_evidence), "evidence")
        menu.addAction(self.tr("Evidence of the date"), self._ask_date_evidence)
        menu.addSeparator()
        for entry in self._entries():
            opened = menu.addAction(self.tr("Open {0}").format(entry.title))
            opened.triggered.connect(lambda _on=False, at=entry.id: self.open_requested.emit(at))
        menu.addSeparator()
        follow(menu.addAction(self.tr("Remove stage"), self.remove_requested.emit), "trash")
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """Open the menu, by mouse or by the menu key."""
        self.menu().popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Edit with E and F2, remove with Delete, open the meeting or place with O."""
        match event.key():
            case Qt.Key.Key_E | Qt.Key.Key_F2:
                self.edit_requested.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_requested.emit()
            case Qt.Key.Key_O if self._entries():
                self.open_requested.emit(self._entries()[0].id)
            case _:
                super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Walk and move with the arrow keys, before the buttons take them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _WALK.get(Qt.Key(event.key()), 0)
            if by:
                moved = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
                (self.move_requested if moved else self.walked).emit(by)
                return True
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        self._kind.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        for part, share in (
            (self._kind, 0),
            (self._date, 0),
            (self._date_face, 0),
            (self._rest, 1),
            (self._face, 0),
        ):
            row.addWidget(part, share)
        self._date.clicked.connect(self.edit_requested)
        self._face.clicked.connect(self._ask_evidence)
        self._date_face.clicked.connect(self._ask_date_evidence)
        for part in (self._date, self._date_face, self._face):
            part.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        self._kind.setFixedWidth(label_width(self.font()))
        row = self.layout()
        if row is not None:
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(gap(self.font()))

    def _entries(self) -> list[EntryRef]:
        ends = (self._stage.meeting, self._stage.place, self._stage.party)
        return [entry for entry in ends if entry is not None]

    def _ask_evidence(self) -> None:
        self.face_requested.emit("")

    def _ask_date_evidence(self) -> None:
        self.face_requested.emit("date")
