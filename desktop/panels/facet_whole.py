"""One facet opened wholly: all its values, and a line to find one among them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.facet_model import FacetModel
from desktop.models.facet_rows import FacetGroup
from desktop.panels.facet_view import FacetView
from desktop.panels.text_button import TextButton
from desktop.theme import gap

_LIST_KEYS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class WholeFacet(QWidget):
    """Show one group wholly, narrowed by what is typed; Escape and the button lead back."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = FacetGroup(field="", title="")
        self.model = FacetModel(self)
        self.view = FacetView(self.model)
        self.line = QLineEdit()
        self.back = TextButton()
        self._build()

    def field(self) -> str:
        """Give the field of the group that is open, empty for none."""
        return self._group.field

    def show_group(self, group: FacetGroup) -> None:
        """Show a group, or the same with other counts."""
        if group.field != self._group.field:
            self.line.clear()
        self._group = group
        self.back.setText(f"‹ {group.title}")
        self.back.setAccessibleName(self.tr("Back from {0}").format(group.title))
        self.line.setPlaceholderText(self.tr("Find in {0}").format(group.title.lower()))
        self.line.setAccessibleName(self.line.placeholderText())
        self.view.setAccessibleName(group.title)
        self._show()

    def forget(self) -> None:
        """Show no group any more."""
        self._group = FacetGroup(field="", title="")
        self.line.clear()

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard, ready to type."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Take from the line the keys that mean a row, and Escape from both."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event, in_line=watched is self.line)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, *, in_line: bool) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif in_line and key in _LIST_KEYS | {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.view.go_to_first()
            self.view.event(event)
        elif not in_line and key == Qt.Key.Key_Up and self.view.currentIndex().row() <= 0:
            self.take_focus()
        else:
            return False
        return True

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
            self.take_focus()
        else:
            self.closed.emit()

    @Slot()
    def _show(self) -> None:
        self.model.show_whole(self._group, self.line.text().strip())
        self.view.expandAll()

    def _build(self) -> None:
        self.back.clicked.connect(self.closed)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.view.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        unit = gap(self.font())
        column.setSpacing(unit // 2)
        line = QVBoxLayout()
        line.setContentsMargins(unit, 0, unit, 0)
        line.setSpacing(unit // 2)
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.line)
        column.addLayout(line)
        column.addWidget(self.view, 1)
