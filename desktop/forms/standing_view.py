"""The view of an entry as it stood: a bar that says so, a day to choose, and the page."""

from datetime import datetime, time, timedelta
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget
from sqlalchemy.orm import Session
from typing_extensions import override

from db.as_it_stood import as_it_stood, last_act_before
from db.rows.standing import Standing
from db.text.dates import EdtfDate, parse_date
from desktop.act_words import when_words
from desktop.forms.standing_page import StandingPage
from desktop.labels import error_sentence
from desktop.theme import colours, gap
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class StandingView(QWidget):
    """Show an entry as it stood after an act or at the end of a day; Escape goes back."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entry = 0
        self._standing: Standing | None = None
        self.bar, self.day = MessageBar(), EdtfEdit(language=_language(workspace))
        self.page, self._back = QTextBrowser(), QPushButton(self.tr("Back to the history"))
        self._build()
        self.bar.action_triggered.connect(self.closed)
        self._back.clicked.connect(self.closed)
        self.day.returnPressed.connect(self._on_day)

    def show_after(self, entry: int, revision: int) -> None:
        """Show an entry as it stood once an act was done."""
        self._entry = entry
        self._read(partial(as_it_stood, entry_id=entry, revision=revision))

    def show_on(self, entry: int, day: EdtfDate) -> None:
        """Show an entry as it stood at the end of the last day of a date."""
        self._entry = entry
        if day.latest is not None:
            moment = datetime.combine(day.latest + timedelta(days=1), time()).astimezone()
            self._read(partial(_before, entry=entry, moment=moment))

    def plain(self) -> str:
        """Give the page as plain text."""
        return self.page.toPlainText()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._standing is not None:
            self._show(self._standing)

    def _read(self, query: "partial[Standing]") -> None:
        self._workspace.operations.read(
            query, self._show, owner=self, lane="standing", failed=self._fail
        )

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.page.setHtml(
            StandingPage(standing, colours(self), self._workspace.settings.language).html()
        )
        if standing.at is None:
            words = self.tr("Nothing had been done to this entry by then.")
        else:
            words = self.tr("As it stood after {0}. It can be read here, not changed.").format(
                when_words(standing.at)
            )
        self.bar.show_message(Severity.INFO, words, closable=False)

    def _fail(self, error: BaseException) -> None:
        self._standing = None
        self.page.clear()
        self.bar.show_message(Severity.WARN, error_sentence(error), closable=False)

    @Slot()
    def _on_day(self) -> None:
        if self.day.value():
            self.show_on(self._entry, parse_date(self.day.value()))

    def _build(self) -> None:
        self.page.setAccessibleName(self.tr("The entry as it stood"))
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.viewport().setAutoFillBackground(False)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.day.setAccessibleName(self.tr("As it stood on"))
        label = QLabel(self.tr("As it stood &on"))
        label.setBuddy(self.day)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.day, 1)
        row.addWidget(self._back)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, unit, 2 * unit, 0)
        column.setSpacing(unit)
        column.addWidget(self.bar)
        column.addLayout(row)
        column.addWidget(self.page, 1)


def _before(session: Session, *, entry: int, moment: datetime) -> Standing:
    last = last_act_before(session, entry_id=entry, moment=moment)
    return as_it_stood(session, entry_id=entry, revision=last)


def _language(workspace: Workspace) -> Literal["en", "ru"]:
    return "ru" if workspace.settings.language == "ru" else "en"
