"""The head of a list: what it is called, how many it shows, how it is sorted and looks."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from db.rows.lists import ListSpec
from desktop.icons import follow
from desktop.panels.list_looks import ListLook
from desktop.panels.list_names import list_title
from desktop.panels.look_button import LookButton
from desktop.panels.sort_button import SortButton
from desktop.theme import bold_font, gap
from desktop.widgets.elided_label import ElidedLabel


class ListHead(QWidget):
    """Show a list's name and counts, with what changes how it is shown."""

    spec_changed = Signal(object)
    """The ``ListSpec`` that is wanted."""
    restore_asked = Signal()
    empty_asked = Signal()
    """All that is in the trash is to be removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count = ElidedLabel(), ElidedLabel(tone="quiet")
        self._restore = QPushButton(self.tr("Restore"))
        self._restore.setToolTip(self.tr("Restore the selected entries (R)"))
        self._empty = QPushButton(self.tr("Empty…"))
        self._empty.setToolTip(self.tr("Remove all that is in the trash for good"))
        self.sort_button, self.look_button = SortButton(), LookButton()
        self.facets_button = QToolButton()
        self.sort_button.spec_changed.connect(self.spec_changed)
        self._restore.clicked.connect(self.restore_asked)
        self._empty.clicked.connect(self.empty_asked)
        self._build_line()
        self._fit()

    def show_spec(self, spec: ListSpec, home: ListSpec, label: str) -> None:
        """Show what is listed, and how; the label is that of its tag or saved search."""
        self._title.setText(list_title(home, label))
        for button in (self._restore, self._empty):
            button.setVisible(home.trashed)
        self.sort_button.show_spec(spec)

    def show_look(self, look: ListLook) -> None:
        """Show how the list looks."""
        self.look_button.show_look(look)

    def show_counts(self, shown: int, whole: int, *, known: bool) -> None:
        """Show how many entries are listed, or at least, and of how many where that is known."""
        locale = self.locale()
        number = locale.toString(shown) + ("" if known else "+")
        if whole and whole != shown:
            number = self.tr("{0} of {1}").format(number, locale.toString(whole))
        self._count.setText(number)

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

    def _build_line(self) -> None:
        follow(self.facets_button, "filter")
        self.facets_button.setCheckable(True)
        self.facets_button.setAccessibleName(self.tr("Narrow by"))
        self.facets_button.setToolTip(self.tr("Show what the list can be narrowed by"))
        line = QHBoxLayout(self)
        line.addWidget(self._title)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self._restore)
        line.addWidget(self._empty)
        for widget in (self.facets_button, self.look_button, self.sort_button):
            line.addWidget(widget)

    def _fit(self) -> None:
        self._title.setFont(bold_font(self.font()))
        unit = gap(self.font())
        line = self.layout()
        if line is not None:
            line.setContentsMargins(2 * unit, unit // 2, unit, unit // 2)
            line.setSpacing(unit * 3 // 4)
