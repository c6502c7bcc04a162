"""The columns of the view of a list: shown, ordered, as wide as they were left, sorted by."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from db.rows.lists import ListSpec
from desktop.models.columns import COLUMNS, TITLE, column_title, columns_of, section_of
from desktop.panels.list_looks import ListLook, ShownColumn, with_columns
from desktop.panels.list_names import sorts_of
from desktop.theme import gap

LEAST = 24
"""Letters of a title that are always in sight."""


class EntryColumns(QObject):
    """Lay out the header of a list; the title takes what room the other columns leave."""

    look_changed = Signal(object)
    """The ``ListLook`` the user has made of the header."""
    look_wanted = Signal(object)
    """The ``ListLook`` that is wanted instead."""
    sort_asked = Signal(str)
    """The key of the column to sort by."""
    choice_asked = Signal()
    """The columns are to be chosen in a popup."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view, self._header = view, view.horizontalHeader()
        self._spec = ListSpec()
        self._look = ListLook()
        self._laying = False
        self._build()

    def look(self) -> ListLook:
        """Return how the list looks."""
        return self._look

    def show_look(self, look: ListLook) -> None:
        """Show rows of one cell, or these columns in this order."""
        self._look = look
        self._laying = True
        self._header.setVisible(look.in_columns)
        shown = {section_of(column.key): column for column in look.columns}
        for section in range(len(COLUMNS)):
            is_shown = section == TITLE or (look.in_columns and section in shown)
            self._header.setSectionHidden(section, not is_shown)
        if look.in_columns:
            self._lay_out(look)
        bar = Qt.ScrollBarPolicy
        policy = bar.ScrollBarAsNeeded if look.in_columns else bar.ScrollBarAlwaysOff
        self._view.setHorizontalScrollBarPolicy(policy)
        self._laying = False
        self.fit_title()

    def show_spec(self, spec: ListSpec) -> None:
        """Show by which column a list is sorted."""
        self._spec = spec
        keys = [column.key for column in COLUMNS]
        # Qt draws its arrow as a triangle that widens with the order; ours points the way it goes
        order = Qt.SortOrder.AscendingOrder if spec.descending else Qt.SortOrder.DescendingOrder
        self._header.setSortIndicator(keys.index(spec.sort) if spec.sort in keys else -1, order)

    def fit_title(self) -> None:
        """Make the title as wide as there is room."""
        width = self._view.viewport().width()
        if self._look.in_columns:
            others = self._header.length() - self._header.sectionSize(TITLE)
            width = max(width - others, round(LEAST * self._letter()))
        laying, self._laying = self._laying, True
        self._header.resizeSection(TITLE, width)
        self._laying = laying

    def menu(self) -> QMenu:
        """Build the menu that turns columns on and off."""
        menu = QMenu(self._view)
        shown = {column.key for column in self._look.columns}
        for key in columns_of(self._spec.kind):
            action = QAction(column_title(key, self._spec.kind), menu)
            action.setCheckable(True)
            action.setChecked(key in shown)
            action.setEnabled(section_of(key) != TITLE)
            action.setData(key)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Columns…")).triggered.connect(self.choice_asked)
        menu.triggered.connect(self._on_triggered)
        return menu

    def _lay_out(self, look: ListLook) -> None:
        for place, column in enumerate(look.columns):
            section = section_of(column.key)
            self._header.moveSection(self._header.visualIndex(section), place)
            if section != TITLE:
                self._header.resizeSection(section, round(column.letters * self._letter()))

    def _letter(self) -> float:
        return self._view.fontMetrics().averageCharWidth()

    def _shown(self) -> ListLook:
        """Read off the header how the list looks."""
        header, letters = self._header, self._letter()
        widths = {column.key: column.letters for column in self._look.columns}
        sections = (header.logicalIndex(place) for place in range(header.count()))
        columns = tuple(
            ShownColumn(
                key=COLUMNS[section].key,
                letters=widths.get(COLUMNS[section].key, COLUMNS[section].letters)
                if section == TITLE
                else header.sectionSize(section) / letters,
            )
            for section in sections
            if not header.isSectionHidden(section)
        )
        return ListLook(in_columns=True, columns=columns)

    @Slot()
    def _on_laid_out(self) -> None:
        if self._look.in_columns and not self._laying:
            self.fit_title()
            self._look = self._shown()
            self.look_changed.emit(self._look)

    @Slot(int)
    def _on_clicked(self, section: int) -> None:
        key = COLUMNS[section].key
        if key in sorts_of(self._spec.kind):
            self.sort_asked.emit(key)
        self.show_spec(self._spec)  # Qt has turned the arrow already

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        key = action.data()
        if not key:
            return
        keys = [column.key for column in self._look.columns]
        wanted = [*keys, key] if action.isChecked() else [other for other in keys if other != key]
        self.look_wanted.emit(with_columns(self._look, wanted))

    def _build(self) -> None:
        header = self._header
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(3 * gap(self._view.font()))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setAccessibleName(self.tr("Columns"))
        header.customContextMenuRequested.connect(self._on_menu_wanted)
        header.sectionClicked.connect(self._on_clicked)
        header.sectionResized.connect(self._on_laid_out)
        header.sectionMoved.connect(self._on_laid_out)
