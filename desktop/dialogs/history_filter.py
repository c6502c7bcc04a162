"""Which acts are wanted: by words, by kind, by day."""

from datetime import date, datetime, time, timedelta
from typing import Literal

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from db.rows.acts import ActsWanted
from db.text.dates import parse_date
from desktop.labels import act_labels
from desktop.theme import gap
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.workspace import Workspace

_QUIET_MS = 250


class HistoryFilter(QWidget):
    """Asks which acts are wanted, and says when that has changed."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language: Literal["en", "ru"] = "ru" if workspace.settings.language == "ru" else "en"
        self.words, self.kind = QLineEdit(), QComboBox()
        self.day = EdtfEdit(language=language, placeholder=self.tr("any day, month or year"))
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._build()
        self._timer.timeout.connect(self.changed)
        self.words.textChanged.connect(self._start)
        self.day.textChanged.connect(self._start)
        self.kind.currentIndexChanged.connect(self._start)

    def wanted(self) -> ActsWanted:
        """Return what is asked for; a day that can't be read asks for nothing."""
        day = parse_date(self.day.value()) if self.day.value() else None
        return ActsWanted(
            words=self.words.text(),
            key=str(self.kind.currentData() or ""),
            since=_midnight(day.earliest) if day and day.earliest else None,
            until=_midnight(day.latest + timedelta(days=1)) if day and day.latest else None,
        )

    def is_narrow(self) -> bool:
        """Tell whether not all acts are wanted."""
        return self.wanted() != ActsWanted()

    def clear(self) -> None:
        """Ask for all acts."""
        for widget in (self.words, self.day, self.kind):
            widget.blockSignals(True)
        self.words.clear()
        self.day.clear()
        self.kind.setCurrentIndex(0)
        for widget in (self.words, self.day, self.kind):
            widget.blockSignals(False)
        self._timer.stop()
        self.changed.emit()

    @Slot()
    def _start(self) -> None:
        self._timer.start()

    def _build(self) -> None:
        self.words.setPlaceholderText(self.tr("words of what it was done to, or who did it"))
        self.words.setAccessibleName(self.tr("Words"))
        self.words.setClearButtonEnabled(True)
        self.kind.setAccessibleName(self.tr("Kind of act"))
        self.kind.addItem(self.tr("All acts"), "")
        for key, words in act_labels():
            self.kind.addItem(words, key)
        self.day.setAccessibleName(self.tr("Day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(self.font()))
        for words, widget, stretch in (
            (self.tr("&Find"), self.words, 3),
            (self.tr("&Kind"), self.kind, 2),
            (self.tr("&Day"), self.day, 2),
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            row.addWidget(label)
            row.addWidget(widget, stretch)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
