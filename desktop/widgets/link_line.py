"""One link as a sentence: "signed by **Teymur Musayev** as Acting Health Minister"."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from desktop.icons import follow
from desktop.theme import gap, label_width
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.face_button import Face, FaceButton
from desktop.widgets.link_button import LinkButton


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkText:
    """The words of a link, all plain text: relation, other end, the rest, and its evidence.

    `opens` is false where the other end is words alone; `strong` ends (people, bodies, places) are
    bold.
    """

    relation: str
    other: str
    rest: str = ""
    face: Face = Face.NONE
    count: int = 0
    opens: bool = True
    strong: bool = True


class LinkLine(QWidget):
    """Show one link; Enter opens the other end, F2 edits the link, Delete removes it."""

    open_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    face_requested = Signal()

    def __init__(self, text: LinkText, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._relation, self._rest = ElidedLabel(tone="quiet"), ElidedLabel(tone="quiet")
        self._other, self._face = LinkButton(), FaceButton()
        self._build_row()
        self._other.clicked.connect(self._open)
        self._face.clicked.connect(self.face_requested)
        self.set_text(text)

    def text(self) -> LinkText:
        """Give the words shown."""
        return self._text

    def set_text(self, text: LinkText) -> None:
        """Show another link in this line."""
        self._text = text
        self._relation.setText(text.relation)
        self._other.set_words(text.other, strong=text.strong, opens=text.opens)
        self._rest.setText(text.rest)
        self._face.set_face(text.face, text.count)
        sentence = " ".join(filter(None, (text.relation, text.other, text.rest)))
        self._other.setAccessibleName(sentence)
        self._face.set_subject(sentence)
        self.setAccessibleName(sentence)

    def link(self) -> LinkButton:
        """Give the part that takes the focus."""
        return self._other

    def face(self) -> FaceButton:
        """Give the button that opens the evidence."""
        return self._face

    def menu(self) -> QMenu:
        """Make the menu of all that can be done with the link."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opened = menu.addAction(self.tr("Open"), self._open)
        opened.setEnabled(self._text.opens)
        follow(opened, "forward")
        follow(menu.addAction(self.tr("Edit link…"), self.edit_requested.emit), "edit")
        follow(menu.addAction(self.tr("Evidence"), self.face_requested.emit), "evidence")
        menu.addSeparator()
        follow(menu.addAction(self.tr("Remove link"), self.remove_requested.emit), "trash")
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """Open the menu, by mouse or by the menu key."""
        self.menu().popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Edit on F2, remove on Delete or Backspace."""
        match event.key():
            case Qt.Key.Key_F2:
                self.edit_requested.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_requested.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _open(self) -> None:
        if self._text.opens:
            self.open_requested.emit()

    def _build_row(self) -> None:
        self._relation.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.addWidget(self._relation)
        row.addWidget(self._other)
        row.addWidget(self._rest, 1)
        row.addWidget(self._face)
        self._fit()

    def _fit(self) -> None:
        self._relation.setFixedWidth(label_width(self.font()))
        row = self.layout()
        if row is not None:
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(gap(self.font()))
