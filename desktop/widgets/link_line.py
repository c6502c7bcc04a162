"""One link as a sentence: "signed by **Teymur Musayev** as Acting Health Minister"."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QToolTip, QWidget
from typing_extensions import override

from desktop.icons import follow
from desktop.theme import colours, gap, label_width
from desktop.type_scale import cut_text
from desktop.widgets.elided_label import as_plain
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
    """Show one link; Enter opens the other end, F2 edits the link, Delete removes it.

    What is only read is drawn, not made of labels: an entry may have two hundred links.
    """

    open_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    face_requested = Signal()

    def __init__(
        self,
        text: LinkText,
        *,
        link: LinkButton | None = None,
        face: FaceButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._heads = text, True
        self._other, self._face = link or LinkButton(), face or FaceButton()
        self._other.setParent(self)
        self._face.setParent(self)
        self._other.clicked.connect(self._open)
        self._face.clicked.connect(self.face_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()
        self.set_text(text)

    def text(self) -> LinkText:
        """Give the words shown."""
        return self._text

    def set_text(self, text: LinkText, *, heads: bool = True) -> None:
        """Show another link in this line, its relation only where it heads those of its kind."""
        self._text, self._heads = text, heads
        sentence = " ".join(filter(None, (text.relation, text.other, text.rest)))
        self._other.set_words(text.other, strong=text.strong, opens=text.opens, name=sentence)
        self._face.set_face(text.face, text.count, subject=sentence)
        self.setAccessibleName(sentence)
        self._measure()
        self.update()

    def relation(self) -> str:
        """Give the relation as it is shown: nothing beneath another link of its kind."""
        return self._text.relation if self._heads else ""

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

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of all the words."""
        return self._size(self._link_room, self._rest_room)

    @override
    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        return self._size(self._other.minimumSizeHint(), self._least_rest)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw the relation at the end of its column and the rest after the link."""
        painter, look = QPainter(self), colours(self)
        painter.setPen(look.quiet)
        for words, box, side in (
            (self.relation(), self._relation_box, Qt.AlignmentFlag.AlignRight),
            (self._text.rest, self._rest_box, Qt.AlignmentFlag.AlignLeft),
        ):
            if words:
                flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
                painter.drawText(box, flags, cut_text(self.fontMetrics(), words, box.width()))

    @override
    def event(self, event: QEvent, /) -> bool:
        """Tell the whole text where part of it is cut off."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for words, box in (
                (self.relation(), self._relation_box),
                (self._text.rest, self._rest_box),
            ):
                cut = self.fontMetrics().horizontalAdvance(words) > box.width()
                if cut and box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), as_plain(words), self)
                    return True
        return super().event(event)

    @Slot()
    def _open(self) -> None:
        if self._text.opens:
            self.open_requested.emit()

    def _fit(self) -> None:
        self._breadth, self._gap = label_width(self.font()), gap(self.font())
        self._measure()

    def _measure(self) -> None:
        """Find out what room the words need; Qt asks for it often."""
        metrics = self.fontMetrics()
        self._face_room, self._link_room = self._face.sizeHint(), self._other.sizeHint()
        self._rest_room = metrics.horizontalAdvance(self._text.rest) + 2
        self._least_rest = min(self._rest_room, metrics.averageCharWidth() * 4)
        self.updateGeometry()
        self._place()

    def _size(self, other: QSize, rest: int) -> QSize:
        face = self._face_room
        width = self._breadth + other.width() + rest + face.width() + 3 * self._gap
        return QSize(width, max(other.height(), face.height()))

    def _place(self) -> None:
        """Put link, rest and face beside the relation; where room is short, both words give way."""
        link, face = self._link_room, self._face_room
        height, start = self.height(), self._breadth + self._gap
        room = self.width() - start - face.width() - 2 * self._gap
        wide = max(0, min(link.width(), room - self._least_rest))
        boxes = (
            QRect(0, 0, self._breadth, height),
            QRect(start, (height - link.height()) // 2, wide, link.height()),
            QRect(start + wide + self._gap, 0, max(0, room - wide), height),
            QRect(self.width() - face.width(), (height - face.height()) // 2, face.width(), 0),
        )
        self._relation_box, link_box, self._rest_box, face_box = (
            QStyle.visualRect(self.layoutDirection(), self.rect(), box) for box in boxes
        )
        self._other.setGeometry(link_box)
        face_box.setHeight(face.height())
        self._face.setGeometry(face_box)
