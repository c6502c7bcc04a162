"""One thing of an entry in a line: a name, a point, a figure or a quotation."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.entries import EntrySheet
from db.rows.faces import NO_EVIDENCE, FaceRow, Target
from desktop.delegates.lit_text import Stretch
from desktop.icons import follow
from desktop.theme import colours, gap, label_width, small_font
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.face_button import Face, FaceButton
from desktop.widgets.lit_label import LitLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a line shows; `rest` stands quietly beneath the words."""

    id: int
    relation: str
    words: str
    rest: str = ""
    face: FaceRow = NO_EVIDENCE


def face_of(sheet: EntrySheet, thing: str, thing_id: int) -> FaceRow:
    """Return the face of a thing; where only its fields have claims, the face of one of them."""
    whole = sheet.faces.get(Target(thing, thing_id))
    if whole is not None:
        return whole
    parts = (row for target, row in sheet.faces.items() if target[:2] == (thing, thing_id))
    return next(parts, NO_EVIDENCE)


class ItemLine(QWidget):
    """Show one item; Enter, F2 or a click edits it, Delete removes it."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)
    face_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = Item(id=0, relation="", words="")
        self._relation = ElidedLabel(tone="quiet")
        self._words, self._rest = LitLabel(), LitLabel()
        self._face = FaceButton()
        self._face.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._face.clicked.connect(self._on_face_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build_row()

    def item(self) -> Item:
        """Give the item shown."""
        return self._item

    def show_item(self, item: Item) -> None:
        """Show another item in this line."""
        self._item = item
        self._relation.setText(item.relation)
        self._words.set_words(item.words)
        self._rest.set_words(item.rest)
        self._rest.setVisible(bool(item.rest))
        self._face.set_face(Face[item.face.face.name], item.face.count)
        sentence = ", ".join(filter(None, (item.relation, item.words, item.rest)))
        self._face.set_subject(sentence)
        self.setAccessibleName(sentence)

    def words_to_light(self) -> str:
        """Give the text in which found words are lit: the words, and below them the rest."""
        return f"{self._item.words}\n{self._item.rest}"

    def light(self, spans: Sequence[Stretch]) -> None:
        """Light spans of that text, in code points."""
        edge = len(self._item.words)
        self._words.set_lit([(first, min(last, edge)) for first, last in spans if first < edge])
        rest = [(max(first - edge - 1, 0), last - edge - 1) for first, last in spans]
        self._rest.set_lit([(first, last) for first, last in rest if last > 0])

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Edit on Enter and F2, remove on Delete, open the evidence on Space."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self._edit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._remove()
            case Qt.Key.Key_Space:
                self._on_face_clicked()
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """Edit on a click."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._edit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """Offer all that can be done with the item."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        follow(menu.addAction(self.tr("Edit"), self._edit), "edit")
        follow(menu.addAction(self.tr("Evidence"), self._on_face_clicked), "evidence")
        menu.addSeparator()
        follow(menu.addAction(self.tr("Remove"), self._remove), "trash")
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw a quiet frame around the line that has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colours(self).accent)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _edit(self) -> None:
        self.edit_requested.emit(self._item.id)

    @Slot()
    def _remove(self) -> None:
        self.remove_requested.emit(self._item.id)

    @Slot()
    def _on_face_clicked(self) -> None:
        self.face_requested.emit(self._item.id)

    def _build_row(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._relation.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        self._rest.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._words, 0, top)
        self._column.addWidget(self._rest, 0, top)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._relation, 0, top)
        self._beside.addStretch(1)
        row.addLayout(self._beside)
        row.addLayout(self._column, 1)
        row.addWidget(self._face, 0, top)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self._rest.setFont(small_font(self.font()))
        self._relation.setFixedWidth(label_width(self.font()))
        # the face is taller than a line of words: its label and first line stand level with it
        above = max(0, (self._face.sizeHint().height() - self.fontMetrics().height()) // 2)
        for text in (self._beside, self._column):
            text.setContentsMargins(0, above, 0, 0)
        row = self.layout()
        if row is not None:
            row.setContentsMargins(0, unit // 4, 0, unit // 4)
            row.setSpacing(unit)
