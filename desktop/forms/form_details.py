"""The details of an entry on its form: field grids and sections, built once for each kind."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.rows.entries import EntrySheet
from db.rows.fields import field_of
from db.terms import EntryKind
from desktop.forms.add_bar import AddBar
from desktop.forms.bound_field import BoundField
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.editors import make_editor
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.items_section import ItemsSection
from desktop.forms.laid_out_once import laid_out_once
from desktop.forms.layout import LAST_LINES, LINES, Lines
from desktop.forms.links.link_list import LinkList
from desktop.forms.links.section import LinksSection
from desktop.forms.sections import ITEMS, SECTIONS, LinkedSection, Part, make_items, make_linked
from desktop.forms.tags_section import TagsSection
from desktop.labels import field_label
from desktop.theme import gap, label_width
from desktop.widgets.field_frame import FieldGrid
from desktop.widgets.section_heading import SectionHeading
from desktop.workspace import Workspace


class FormDetails(QScrollArea):
    """Show the fields and the things of one entry of a kind."""

    open_requested = Signal(int)
    evidence_requested = Signal(object)
    field_evidence_requested = Signal(str)
    all_links_requested = Signal(str)
    """The reference of an entry, all of whose links are wanted as a list."""
    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        kind: EntryKind,
        shelf: DraftShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._kind, self._shelf = workspace, kind, shelf
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self.fields: dict[str, BoundField] = {}
        self.items: list[ItemsSection] = []
        self.linked: dict[Part, LinkedSection] = {}
        self.tags: TagsSection | None = None
        self._parts: list[QWidget] = []
        self._grids: list[FieldGrid] = []
        self._beside: list[QLabel] = []
        self._hint = QLabel(
            self.tr("Names, links, tags and the rest can be added once it has a title."), self._page
        )
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWidget(self._page)

    def show_sheet(self, sheet: EntrySheet, *, locked: bool) -> None:
        """Show the things of an entry; its fields are filled by whoever saves them."""
        with laid_out_once(self._page):
            self._show_parts(sheet, locked=locked)

    def _show_parts(self, sheet: EntrySheet, *, locked: bool) -> None:
        self._hint.hide()
        for section in self.items:
            section.show_sheet(sheet, locked=locked)
        for part in self._parts:
            part.setVisible(True)
        for section in self.linked.values():
            section.show(sheet)
        if self.tags is not None:
            self.tags.show_sheet(sheet, locked=locked)
        self._add_bar.set_locked(locked=locked)
        self.show_faces(sheet)

    def show_faces(self, sheet: EntrySheet) -> None:
        """Show the evidence of each field."""
        for field in self.fields.values():
            field.show_face(sheet.faces, sheet.id)

    def show_new(self) -> None:
        """Show the fields alone, of what is no entry yet."""
        self._hint.show()
        for part in (*self._parts, *self.items, self._add_bar):
            part.hide()
        for field in self.fields.values():
            field.hide_face()

    def add_bar(self) -> AddBar:
        """Give the line that offers what the entry does not have yet."""
        return self._add_bar

    def focus_part(self, part: Part) -> None:
        """Put the keyboard where something is added to a section, and bring it into sight."""
        self._focus_part(part)
        self._column.activate()  # a card just opened has its place only then
        held = QApplication.focusWidget()
        if held is not None and self._page.isAncestorOf(held):
            self.ensureWidgetVisible(held, 0, 12 * gap(self.font()))  # and what stands beneath

    def _focus_part(self, part: Part) -> None:
        if part == Part.TAGS and self.tags is not None:
            self.tags.focus_entry()
        elif part in self.linked:
            self.linked[part].focus_entry()
        else:
            for section in self.items:
                if isinstance(section, ITEMS[part]):
                    section.start_adding()

    def know(self, sheet: EntrySheet) -> None:
        """Let the fields that point to entries learn their titles."""
        for field in self.fields.values():
            if isinstance(field.editor, EntryEdit):
                field.editor.know(sheet.references)

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.FontChange:
            self._fit()

    def build(self) -> Iterator[None]:
        """Build fields and sections, one after another; it can be used once all stand."""
        yield from self._add_grid(LINES[self._kind])
        self._column.addWidget(self._hint)
        for part in SECTIONS[self._kind]:
            self._add_part(part)
            yield
        self._add_bar = AddBar(self.items, self._page)
        self._column.addWidget(self._add_bar)
        self._column.addWidget(SectionHeading(self.tr("Description"), parent=self._page))
        yield from self._add_grid(LAST_LINES)
        self._column.addStretch(1)
        self._column.setSpacing(0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        for grid in self._grids:
            self._set_in_columns(grid)
        self._fit()

    def links(self) -> LinkList:
        """Give the list of links, which every kind of entry has."""
        found = (part for part in self.linked.values() if isinstance(part, LinksSection))
        return next(found).links()

    def _set_in_columns(self, grid: FieldGrid) -> None:
        """Give the two fields of a line the same breadth, and a choice alone no more than that."""
        editors: set[QWidget] = {field.editor for field in self.fields.values()}
        for line in grid.findChildren(QHBoxLayout):
            items = (line.itemAt(place) for place in range(line.count()))
            held = [item.widget() if item is not None else None for item in items]
            for place, widget in enumerate(held):
                line.setStretch(place, int(widget in editors))
            if len(held) == 1 and isinstance(held[0], QComboBox):
                line.addSpacing(label_width(self.font()) + 2 * gap(self.font()))
                line.addStretch(1)

    @override
    def minimumSizeHint(self) -> QSize:
        """Never be so narrow that fields are cut off."""
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def _add_grid(self, lines: Lines) -> Iterator[None]:
        grid = FieldGrid(self._page)
        self._column.addWidget(grid)
        self._grids.append(grid)
        for line in lines:
            for name in line:
                self._add_field(
                    grid, name, beside=name != line[0], with_face=lines is not LAST_LINES
                )
            yield

    def _add_field(self, grid: FieldGrid, name: str, *, beside: bool, with_face: bool) -> None:
        field = field_of(self._kind, name)
        if field is None:
            message = f"{self._kind} has no field {name}"
            raise LookupError(message)
        editor = make_editor(self._workspace, field)
        row = grid.add(field_label(name), editor, with_face=with_face, beside=beside)
        if beside:
            self._beside.append(row.label)
        bound = BoundField(field, editor, row)
        bound.is_second = beside
        bound.evidence_requested.connect(self.field_evidence_requested)
        self.fields[name] = bound

    def _add_part(self, part: Part) -> None:
        if part in ITEMS:
            section = make_items(part, self._workspace, self._shelf, self._page)
            section.evidence_requested.connect(self.evidence_requested)
            self.items.append(section)
            self._column.addWidget(section)
        elif part == Part.TAGS:
            self.tags = TagsSection(self._workspace, self._page)
            self._add_widget(self.tags)
        else:
            linked = make_linked(part, self._workspace, self._page)
            linked.open_requested.connect(self.open_requested)
            linked.evidence_requested.connect(self.evidence_requested)
            linked.said.connect(self.said)
            if isinstance(linked, LinksSection):
                linked.all_requested.connect(self.all_links_requested)
            self.linked[part] = linked
            self._add_widget(linked)

    def _add_widget(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._column.addWidget(widget)

    def _fit(self) -> None:
        unit = gap(self.font())
        self._column.setContentsMargins(2 * unit, unit, 2 * unit, 2 * unit)
        self._hint.setContentsMargins(0, unit, 0, 0)
        breadth = [self.fontMetrics().horizontalAdvance(label.text()) for label in self._beside]
        for label in self._beside:
            label.setFixedWidth(max(breadth) + unit)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
