"""A thin bar for work under way: what is being done, how far it is, and Cancel."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel


class BusyBar(QWidget):
    """Show work that takes a while; hidden as long as there is none."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, cancellable: bool = True) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(tone="quiet")
        self._bar = QProgressBar(textVisible=False)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setProperty("role", "flat")
        self._cancel.setAutoDefault(False)  # in a dialog Enter is another button's
        self._cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout(self)
        row.addWidget(self._label, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self._cancel.setVisible(cancellable)
        self._fit()
        self.hide()

    def start(self, what: str, *, steps: int = 0) -> None:
        """Show the bar for work of so many steps; 0 where nobody knows how many."""
        self._label.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, steps)
        self._bar.setValue(0)
        self._cancel.setEnabled(True)
        self.show()

    def advance(self, done: int, what: str = "") -> None:
        """Tell how many steps are done, and what is under way now."""
        self._bar.setValue(done)
        if what:
            self._label.setText(what)

    def finish(self) -> None:
        """Put the bar away."""
        self.hide()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)  # it was heard; the work ends at its next step
        self.cancel_requested.emit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self._bar.setFixedHeight(max(3, unit // 2))
        row = self.layout()
        if row is not None:
            row.setContentsMargins(unit, unit // 3, unit, unit // 3)
