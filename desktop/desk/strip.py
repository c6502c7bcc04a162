"""The strip beneath the cards: what was made from this source, and the file it came as."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.queries.sources import SourcePage
from desktop.delegates.count_delegate import CountDelegate
from desktop.desk.made_from_model import MadeFromModel
from desktop.theme import gap, small_font
from desktop.widgets.link_button import LinkButton


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
    """Show what was made from a source, and whence its text comes; a click or Space unfolds it."""

    open_requested = Signal(int)
    save_requested = Signal()
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = QToolButton()
        self._inside = QWidget()
        self._list, self._empty = MadeFromList(), QLabel()
        self._facts = QLabel()
        self._save = LinkButton(self.tr("Save original…"), strong=False)
        self._heading.toggled.connect(self._on_toggled)
        self._list.open_requested.connect(self.open_requested)
        self._save.clicked.connect(self.save_requested)
        self._build_column()
        self._on_toggled(False)

    def made_list(self) -> MadeFromList:
        """Give the list of entries."""
        return self._list

    def facts(self) -> str:
        """Give the facts of the file, as shown."""
        return self._facts.text()

    def unfold(self, *, unfolded: bool) -> None:
        """Show what is inside, or only the heading."""
        self._heading.setChecked(unfolded)

    def take_focus(self) -> None:
        """Unfold, and give the keyboard to the list, or to the heading where nothing was made."""
        self.unfold(unfolded=True)
        target = self._list if self._list.isVisible() else self._heading
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is self._list and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._list.rows().index(0, 0))

    def show_page(self, page: SourcePage) -> None:
        """Show another source, or the same one anew."""
        count = len(page.made_from)
        title = self.tr("Made from this source")
        self._heading.setText(f"{title}  {count}" if count else title)
        self._list.show_made(page)
        self._list.setVisible(bool(count))
        self._empty.setVisible(not count)
        lines = (page.file_name, " · ".join(filter(None, (page.format, page.encoding))))
        digest = f"SHA-256 {page.sha256[:12]}…" if page.sha256 else ""
        self._facts.setText("\n".join(filter(None, (*lines, digest))))
        self._facts.setToolTip(page.sha256)
        self._facts.setVisible(bool(self._facts.text()))
        self._save.setVisible(bool(page.sha256))

    @Slot(bool)
    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot of Qt
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self._heading.setArrowType(arrow)
        self._inside.setVisible(unfolded)
        grows = QSizePolicy.Policy.Preferred if unfolded else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        self.folded.emit(not unfolded)

    def _build_column(self) -> None:
        self._heading.setCheckable(True)
        self._heading.setProperty("role", "flat")
        self._heading.setAutoRaise(True)
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading.setText(self.tr("Made from this source"))
        self._heading.setAccessibleName(self.tr("Made from this source"))
        self._empty.setText(
            self.tr("Nothing yet. Take a card, or select words and press a letter.")
        )
        for label in (self._empty, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(small_font(self.font()))
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._heading.setFont(small_font(self.font()))
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        unit = gap(self.font())
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._list, 1), (self._empty, 0), (self._facts, 0)):
            inside.addWidget(widget, stretch)
        inside.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit // 2, unit, unit // 2)
        column.setSpacing(unit // 2)
        column.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside, 1)
