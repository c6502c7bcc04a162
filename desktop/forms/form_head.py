"""The head of a form: the quiet line, the title, what must be said, and the tabs."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.entries import EntrySheet
from db.rows.fields import TITLE
from desktop.forms.bound_field import BoundField
from desktop.forms.title_edit import TitleEdit
from desktop.forms.two_way_bar import TwoWayBar
from desktop.forms.wording import header_words
from desktop.labels import field_label
from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.field_frame import FieldRow
from desktop.widgets.message_bar import MessageBar

DETAILS, EVIDENCE, HISTORY = range(3)


class FormHead(QWidget):
    """Show which entry a form is about."""

    tab_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ElidedLabel(tone="quiet")
        self.tabs = QTabBar()
        self.editor = TitleEdit()
        self.conflict_bar = TwoWayBar()
        self.trash_bar = MessageBar()
        self._label = QLabel(field_label("title"), self)
        self._label.hide()
        self.title = BoundField(TITLE, self.editor, FieldRow(self._label, self.editor, None))
        self._build()

    def say(self, words: str) -> None:
        """Show the quiet line."""
        self._line.setText(words)
        self._line.setAccessibleName(words)

    def words(self) -> str:
        """Give the quiet line."""
        return self._line.text()

    def show_sheet(self, sheet: EntrySheet, *, remark: str = "") -> None:
        """Show what an entry is and how much evidence it has."""
        self.say("  ·  ".join(filter(None, (header_words(sheet), remark))))
        self.set_tabs_free(free=True)
        counted = self.tr("Evidence {0}").format(sheet.evidence_count)
        if sheet.conflict_count:
            counted = self.tr("{0}, conflicts {1}").format(counted, sheet.conflict_count)
        self.tabs.setTabText(EVIDENCE, counted)

    def set_tabs_free(self, *, free: bool) -> None:
        """Let the tabs that need an entry be opened, or not."""
        if not free:
            self.tabs.setCurrentIndex(DETAILS)
            self.tabs.setTabText(EVIDENCE, self.tr("Evidence"))
        self.tabs.setTabEnabled(EVIDENCE, free)
        self.tabs.setTabEnabled(HISTORY, free)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        self.tabs.addTab(self.tr("Details"))
        self.tabs.addTab(self.tr("Evidence"))
        self.tabs.addTab(self.tr("History"))
        self.tabs.setExpanding(True)
        self.tabs.setAccessibleName(self.tr("Parts of the form"))
        self.tabs.currentChanged.connect(self.tab_chosen)
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self.editor)
        column.addWidget(self.title.row.complaint_label)
        column.addWidget(self.trash_bar)
        column.addWidget(self.conflict_bar)
        column.addWidget(self.tabs)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self.editor.fit(self.font())
        column = self.layout()
        if column is not None:
            column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 0)
            column.setSpacing(unit // 2)
