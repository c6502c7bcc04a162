"""A choice in a narrow column: cut with an ellipsis, its list as wide as its longest word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget
from typing_extensions import override

from desktop.theme import colours, gap, label_width
from desktop.widgets.choice_edit import ChoiceEdit


class NarrowChoice(ChoiceEdit):
    """Choose one of a few in little room."""

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(options, parent=parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Draw as much of the choice as there is room for, with an ellipsis where it is cut."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        unit = gap(self.font())
        room = self.rect().adjusted(unit, 0, -2 * unit - unit // 2, 0)
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(colours(self).ink if self.isEnabled() else colours(self).quiet)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    @override
    def showPopup(self) -> None:
        """Open a list wide enough for the longest choice."""
        widest = max(
            (self.fontMetrics().horizontalAdvance(text) for text in self._labels()), default=0
        )
        self.view().setMinimumWidth(widest + label_width(self.font()) // 2)
        super().showPopup()

    def _labels(self) -> list[str]:
        return [self.itemText(index) for index in range(self.count())]
