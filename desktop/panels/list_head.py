"""The head of a list: what it is called, how many it shows, how it is narrowed and sorted."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from db.queries.lists import ListSpec
from desktop.panels.filter_row import FilterRow
from desktop.panels.list_names import list_title
from desktop.panels.sort_button import SortButton
from desktop.theme import bold_font, gap
from desktop.widgets.elided_label import ElidedLabel
from desktop.workspace import Workspace


class ListHead(QWidget):
    """Show a list's name and counts over its filters."""

    spec_changed = Signal(object)
    """The ``ListSpec`` that is wanted."""
    restore_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count = ElidedLabel(), ElidedLabel(tone="quiet")
        self._restore = QPushButton(self.tr("Restore"))
        self._restore.setToolTip(self.tr("Restore the selected entries (R)"))
        self._first = QHBoxLayout()
        self.sort_button = SortButton()
        self.filters = FilterRow(workspace)
        self.sort_button.spec_changed.connect(self.spec_changed)
        self.filters.spec_changed.connect(self.spec_changed)
        self._restore.clicked.connect(self.restore_asked)
        self._build_lines()
        self._fit()

    def show_spec(self, spec: ListSpec, home: ListSpec, tag_label: str) -> None:
        """Show what is listed, and how."""
        self._title.setText(list_title(home, tag_label))
        self._restore.setVisible(home.trashed)
        self.sort_button.show_spec(spec)
        self.filters.show_spec(spec, home)

    def show_counts(self, shown: int, whole: int) -> None:
        """Show how many entries are listed, of how many there are."""
        locale = self.locale()
        words = self.tr("{0} of {1}").format(locale.toString(shown), locale.toString(whole))
        self._count.setText(words)

    def title(self) -> str:
        """Give what the list is called."""
        return self._title.text()

    def counts(self) -> str:
        """Give the counts as they are shown."""
        return self._count.text()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build_lines(self) -> None:
        first = self._first
        first.addWidget(self._title)
        first.addWidget(self._count)
        first.addStretch(1)
        first.addWidget(self._restore)
        first.addWidget(self.sort_button)
        column = QVBoxLayout(self)
        column.addLayout(first)
        column.addWidget(self.filters)

    def _fit(self) -> None:
        self._title.setFont(bold_font(self.font()))
        unit = gap(self.font())
        column = self.layout()
        if column is not None:
            column.setContentsMargins(unit, unit // 2, unit, unit // 2)
            column.setSpacing(0)
        self._first.setSpacing(unit * 3 // 4)
        self._first.setContentsMargins(unit, 0, 0, 0)  # the filters' words stand under the title
