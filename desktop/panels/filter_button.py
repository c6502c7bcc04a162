"""A button that narrows a list: it says by what, and has a cross to take that back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desktop.icons import follow
from desktop.panels.text_button import TextButton

LONGEST = 26
"""Letters shown of what a list is narrowed by."""


class FilterButton(QWidget):
    """Ask for a filter's choices to be opened, or for the filter to be taken back."""

    opened = Signal(str)
    """The filter's name."""
    removed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._button, self._cross = TextButton(), QToolButton()
        follow(self._cross, "close", tone="quiet")
        self._button.installEventFilter(self)
        self._button.clicked.connect(self._on_clicked)
        self._cross.clicked.connect(self._on_cross_clicked)
        self.setFocusProxy(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._button)
        row.addWidget(self._cross)
        self.show_filter(name, "")

    def button(self) -> QToolButton:
        """Give the button itself."""
        return self._button

    def cross(self) -> QToolButton:
        """Give the cross beside it."""
        return self._cross

    def show_filter(self, title: str, words: str) -> None:
        """Say what the filter is called and by what it narrows; no words narrow nothing."""
        chosen = bool(words)
        cut = f"{words[: LONGEST - 1]}…" if len(words) > LONGEST else words
        self._button.setText(f"{title}: {cut}" if chosen else f"{title} ▾")
        self._button.setCheckable(chosen)
        self._button.setChecked(chosen)
        self._button.setToolTip(words)
        named = self.tr("Filter {0}: {1}").format(title, words or self.tr("any"))
        self._button.setAccessibleName(named)
        self._cross.setVisible(chosen)
        taken_back = self.tr("Remove the filter {0}").format(title)
        self._cross.setAccessibleName(taken_back)
        self._cross.setToolTip(taken_back)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Open on Down and Enter, take the filter back on Delete, before Qt moves the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(self._name)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if not self._cross.isHidden():
                self._on_cross_clicked()
            case _:
                return False
        return True

    def _on_clicked(self) -> None:
        self._button.setChecked(self._button.isCheckable())
        self.opened.emit(self._name)

    def _on_cross_clicked(self) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)  # the cross is about to go
        self.removed.emit(self._name)
