"""The strip beside the text: what was made from this source, and the file it came as."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.queries.sources import SourcePage
from desktop.delegates.count_delegate import CountDelegate
from desktop.desk.made_from_model import MadeFromModel
from desktop.theme import gap, small_font
from desktop.widgets.link_button import LinkButton
from desktop.widgets.section_heading import SectionHeading


class MadeFromList(QListView):
    """List entries; Enter and a click open one."""

    open_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = MadeFromModel(self)
        self.setProperty("role", "sidebar")
        self.setModel(self._rows)
        self.setItemDelegate(CountDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Made from this source"))
        self.clicked.connect(self._open)

    def rows(self) -> MadeFromModel:
        """Give the model."""
        return self._rows

    def show_made(self, page: SourcePage) -> None:
        """Show what was made from a source, and keep the current entry."""
        current = self.currentIndex()
        kept = self._rows.ref(current.row()).id if current.isValid() else 0
        self._rows.show_made(page.made_from)
        row = self._rows.row_of(kept)
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Open on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_requested.emit(self._rows.ref(index.row()).id)


class SourceStrip(QWidget):
    """Show what was made from a source, and whence its text comes."""

    open_requested = Signal(int)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = SectionHeading(self.tr("Made from this source"))
        self._list, self._empty = MadeFromList(), QLabel()
        self._facts = QLabel()
        self._save = LinkButton(self.tr("Save original…"), strong=False)
        self._list.open_requested.connect(self.open_requested)
        self._save.clicked.connect(self.save_requested)
        self._build_column()

    def made_list(self) -> MadeFromList:
        """Give the list of entries."""
        return self._list

    def facts(self) -> str:
        """Give the facts of the file, as shown."""
        return self._facts.text()

    def show_page(self, page: SourcePage) -> None:
        """Show another source, or the same one anew."""
        count = len(page.made_from)
        title = self.tr("Made from this source")
        self._heading.set_text(f"{title} {count}" if count else title)
        self._list.show_made(page)
        self._list.setVisible(bool(count))
        self._empty.setVisible(not count)
        lines = (page.file_name, " · ".join(filter(None, (page.format, page.encoding))))
        digest = f"SHA-256 {page.sha256[:12]}…" if page.sha256 else ""
        self._facts.setText("\n".join(filter(None, (*lines, digest))))
        self._facts.setToolTip(page.sha256)
        self._facts.setVisible(bool(self._facts.text()))
        self._save.setVisible(bool(page.sha256))

    def _build_column(self) -> None:
        self._empty.setText(self.tr("Nothing yet. Select words and press a letter."))
        for label in (self._empty, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(small_font(self.font()))
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit, unit, unit)
        column.addWidget(self._heading)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty)
        column.addStretch(0)
        column.addWidget(self._facts)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
