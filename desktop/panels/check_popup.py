"""A popup of many choices: type to narrow them, Enter turns one on or off, Escape is done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.models.check_rows import CheckRow, CheckRowsModel
from desktop.panels.check_delegate import CheckDelegate
from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel

LONGEST = 12
"""Rows seen at once."""

_LIST_KEYS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class CheckPopup(QFrame):
    """Offer rows to be turned on and off; it changes nothing itself, and stays open meanwhile."""

    toggled = Signal(str, bool)
    """A row was turned on (or off): its key. What does something instead is turned on."""
    cleared = Signal()
    typed_changed = Signal(str)
    closed = Signal()

    def __init__(self, title: str, *, clearable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(title)
        self._model = CheckRowsModel(self)
        self._title = ElidedLabel(title, tone="quiet")
        self._line = QLineEdit()
        self._list = QListView()
        self._hint = ElidedLabel(self.tr("Enter: on or off   Esc: done"), tone="quiet")
        self._clear = QPushButton(self.tr("Clear"))
        self._clearable = clearable
        self._build_line()
        self._build_list()
        self._build_column()

    def line(self) -> QLineEdit:
        """Give the line that is typed in."""
        return self._line

    def rows(self) -> tuple[CheckRow, ...]:
        """Give the rows shown."""
        return tuple(self._model.row(number) for number in range(self._model.rowCount()))

    def current_key(self) -> str:
        """Give the key of the current row, empty where there is none."""
        number = self._list.currentIndex().row()
        return self._model.row(number).key if 0 <= number < self._model.rowCount() else ""

    def set_hint(self, words: str) -> None:
        """Say other keys at the foot."""
        self._hint.setText(words)

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show other rows, or the same in another state; the current one stays current."""
        key = self.current_key()
        self._model.show_rows(rows)
        self._go_to(max(0, self._model.row_of(key)))
        self._clear.setVisible(self._clearable and self._model.any_checked())
        if self.isVisible():
            self._fit()

    def open_below(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Open under a widget, or at a point of it, within the screen."""
        self._fit()
        place = widget.mapToGlobal(at if at is not None else QPoint(0, widget.height()))
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        """Tell that the popup is done."""
        super().hideEvent(event)
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Take from the line the keys that mean a row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        blank = not self._line.text()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._toggle(self._list.currentIndex())
            case Qt.Key.Key_Space if blank:
                self._toggle(self._list.currentIndex())
            case Qt.Key.Key_Delete if blank and not self._clear.isHidden():
                self.cleared.emit()
            case Qt.Key.Key_Escape:
                self.close()
            case key if key in _LIST_KEYS:
                self._list.event(event)
            case _:
                return False
        return True

    def _toggle(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self._model.row(index.row())
        self._line.selectAll()  # the next word typed takes the place of this one
        self.toggled.emit(row.key, row.state != Qt.CheckState.Checked)

    def _go_to(self, number: int) -> None:
        self._list.setCurrentIndex(self._model.index(number))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.typed_changed.emit(text.strip())
        self._model.narrow(text.strip())
        self._go_to(0)

    def _build_line(self) -> None:
        self._line.setPlaceholderText(self.tr("Type to narrow"))
        self._line.setAccessibleName(self._title.text())
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self._on_text_changed)

    def _build_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(CheckDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self._title.text())
        self._list.clicked.connect(self._toggle)

    def _build_column(self) -> None:
        self.setProperty("role", "card")
        self._clear.setProperty("role", "flat")
        self._clear.clicked.connect(self.cleared)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self)
        for widget in (self._title, self._line, self._list):
            column.addWidget(widget)
        column.addLayout(foot)

    def _fit(self) -> None:
        unit, rows = gap(self.font()), max(1, min(LONGEST, self._model.rowCount()))
        height = self._list.sizeHintForRow(0) if self._model.rowCount() else 3 * unit
        self._list.setFixedHeight(rows * height + 2)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(unit, unit // 2, unit, unit // 2)
            column.setSpacing(unit // 2)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 40)
        self.adjustSize()
