"""The line under a list that says how much is selected, and what can be done with it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel


class SelectionLine(ElidedLabel):
    """Say how many entries are selected, where it is more than one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="quiet", parent=parent)
        self._fit()
        self.hide()

    def show_count(self, count: int, *, known: bool, trashed: bool, read_only: bool) -> None:
        """Say how many are selected; ``known`` is false while the list is still being read."""
        self.setVisible(count > 1)
        number = self.locale().toString(count) + ("" if known else "+")
        words = self.tr("{0} selected").format(number)
        in_trash = self.tr("R restore, Del remove for good")
        keys = in_trash if trashed else self.tr("T tags, R review, Del trash")
        self.setText(words if read_only else f"{words}  ·  {keys}")

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self.setMargin(unit // 2)
        self.setContentsMargins(unit * 3 // 2, 0, 0, 0)
