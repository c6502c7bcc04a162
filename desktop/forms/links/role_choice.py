"""The choice of the kind of link, as wide as the labels beside the links."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.forms.links.narrow_choice import NarrowChoice


class RoleChoice(NarrowChoice):
    """Choose a kind of link; tell when the list is put away, so that typing can go on."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Kind of link"))
        self.setToolTip(self.tr("Kind of link (Alt+R, or / in the empty line)"))
        self.view().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Watch the list go: Escape closes its window without telling the choice."""
        if event.type() == QEvent.Type.Hide:
            self.closed.emit()
        return super().eventFilter(watched, event)
