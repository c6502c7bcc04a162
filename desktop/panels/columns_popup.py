"""Choosing the columns of a list by keyboard: on and off, and their order."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.terms import EntryKind
from desktop.models.check_rows import CheckRow
from desktop.models.columns import COLUMNS, TITLE, column_title, columns_of
from desktop.panels.check_popup import CheckPopup

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnsPopup(CheckPopup):
    """Offer the columns of a kind, those shown first; Alt and an arrow move the current one."""

    columns_wanted = Signal(object)
    """The keys of the columns to show, from the left on."""

    def __init__(
        self, kind: EntryKind | None, shown: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(_title(), clearable=False, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_hint(self.tr("Enter: on or off   Alt+↑↓: move   Esc: done"))
        self._kind = kind
        self._shown = list(shown)
        self._order = [*shown, *(key for key in columns_of(kind) if key not in shown)]
        self.toggled.connect(self._on_toggled)
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Move the current column with Alt and an arrow."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in _STEPS
        ):
            self._move(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        key = self.current_key()
        place = self._order.index(key) if key in self._order else -1
        if place < 0 or not 0 <= place + by < len(self._order):
            return
        self._order.insert(place + by, self._order.pop(place))
        self._tell()

    @Slot(str, bool)
    def _on_toggled(self, key: str, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        if key == COLUMNS[TITLE].key:
            return
        if on:
            self._shown.append(key)
        else:
            self._shown.remove(key)
        self._tell()

    def _tell(self) -> None:
        self._shown = [key for key in self._order if key in self._shown]
        self._show()
        self.columns_wanted.emit(tuple(self._shown))

    def _show(self) -> None:
        state = Qt.CheckState
        self.show_rows(
            [
                CheckRow(
                    key=key,
                    label=column_title(key, self._kind),
                    state=state.Checked if key in self._shown else state.Unchecked,
                )
                for key in self._order
            ]
        )


def _title() -> str:
    return QCoreApplication.translate("lists", "Columns")
