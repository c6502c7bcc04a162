"""The face of a value: what its evidence is, in one small button that opens it."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from desktop.icons import pixmap
from desktop.theme import colours, gap, icon_size, small_font


class Face(StrEnum):
    """The four faces of a value; each has its own shape."""

    EVIDENCE = "evidence"
    NONE = "none"
    NOT_STATED = "not stated"
    CONFLICT = "conflict"


_ICONS = {
    Face.EVIDENCE: ("evidence", "accent"),
    Face.NONE: ("evidence-none", "quiet"),
    Face.NOT_STATED: ("not-stated", "quiet"),
    Face.CONFLICT: ("conflict", "warn"),
}


class FaceButton(QToolButton):
    """Show a face and, above one, how many pieces of evidence there are."""

    def __init__(self, subject: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject, self._face, self._count = subject, Face.NONE, 0
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def face(self) -> Face:
        """Give the face shown."""
        return self._face

    def count(self) -> int:
        """Give the pieces of evidence counted."""
        return self._count

    def set_face(self, face: Face, count: int = 0, *, subject: str | None = None) -> None:
        """Show a face and a count of evidence, perhaps of another value."""
        named = self._subject if subject is None else subject
        if (face, count, named) != (self._face, self._count, self._subject):
            self._face, self._count, self._subject = face, count, named
            self._tell()
            self.update()

    def set_subject(self, subject: str) -> None:
        """Name the value whose face this is, for screen readers."""
        self.set_face(self._face, self._count, subject=subject)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the same room whatever the face, so that faces stand in a column."""
        side, unit = icon_size(self.font()), gap(self.font())
        digits = QFontMetrics(small_font(self.font())).horizontalAdvance("99")
        return QSize(side + digits + unit, side + unit)

    @override
    def minimumSizeHint(self) -> QSize:
        """Never give way."""
        return self.sizeHint()

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw ground and focus as the style does, then the face and the count."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        name, tone = _ICONS[self._face]
        colour = colours(self).tone(tone)
        box = self._icon_box()
        picture = pixmap(name, box.width(), colour, ratio=self.devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), picture)
        if self._count > 1:
            painter.setPen(colour)
            painter.setFont(small_font(self.font()))
            rest = self.rect().adjusted(box.right() + 2, 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, str(min(self._count, 99)))

    def _icon_box(self) -> QRect:
        side = icon_size(self.font())
        return QRect(gap(self.font()) // 2, (self.height() - side) // 2, side, side)

    def _tell(self) -> None:
        words = self._words()
        name = self.tr("{0}: {1}").format(self._subject, words) if self._subject else words
        self.setAccessibleName(name)
        self.setToolTip(words)

    def _words(self) -> str:
        match self._face:
            case Face.EVIDENCE:
                return self.tr("Evidence: {0}").format(self._count)
            case Face.NONE:
                return self.tr("No evidence yet")
            case Face.NOT_STATED:
                return self.tr("Not stated by the source")
            case Face.CONFLICT:
                return self.tr("Sources disagree; evidence: {0}").format(self._count)
