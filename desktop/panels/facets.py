"""The facets beside a list: what its entries are about, to narrow it by."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from db import queries
from db.act import Change
from db.rows.facets import Facets
from db.rows.lists import ListSpec
from desktop.models.facet_model import FacetModel
from desktop.models.facet_rows import FacetGroup, Wish, facet_groups
from desktop.models.facet_wishes import query_wishing, query_without_wishes, wishes_in
from desktop.panels.facet_view import FacetView
from desktop.panels.facet_whole import WholeFacet
from desktop.panels.text_button import TextButton
from desktop.theme import bold_font, gap
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FOLDED = "facets/folded"
_FOLDED_AT_FIRST = "body state lang review"
ROWS_FIRST_MS = 250
"""How long the rows of the list have before the facets are counted."""
CHANGES_MS = 300
"""How long changes are gathered before all is counted anew."""
_SHOWN, _WHOLE, _EMPTY = range(3)


class FacetsPane(QWidget):
    """Count what a list shows, in the background, and ask for other queries."""

    query_wanted = Signal(str)
    """The whole text of the query that is wanted in place of the one shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._spec = ListSpec()
        self._facets = Facets()
        self._groups: tuple[FacetGroup, ...] = ()
        self._is_counted = False
        self._under_way: ListSpec | None = None
        """What is being counted."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._count)
        self.model = FacetModel(self)
        self.view = FacetView(self.model)
        self.whole = WholeFacet()
        self.empty = EmptyState(self.tr("Nothing to narrow"))
        self._title = ElidedLabel(self.tr("Narrow by"), tone="quiet")
        self.clear_button = TextButton()
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_spec(self, spec: ListSpec) -> None:
        """Follow the list: ticks at once, counts once its first rows are there."""
        before, self._spec = self._spec, spec
        self._show_groups()
        if _counted(spec) != _counted(before) or not self._is_counted:
            self._is_counted = False
            self._set_stale(stale=True)
            self._soon.start(ROWS_FIRST_MS)

    @Slot()
    def count_now(self) -> None:
        """Count: the first rows of the list are there, or more of them."""
        if not self._is_counted and self._under_way != _counted(self._spec):
            self._count()

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard."""
        if self._stack.currentIndex() == _WHOLE:
            self.whole.take_focus()
        else:
            self.view.go_to_first()
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def groups(self) -> Sequence[FacetGroup]:
        """Give the groups shown."""
        return self._groups

    @Slot()
    def clear(self) -> None:
        """Ask for the query without anything that can be ticked here."""
        self.query_wanted.emit(query_without_wishes(self._spec.query))

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Count what was not counted while nobody looked."""
        super().showEvent(event)
        if not self._is_counted:
            self._soon.start(ROWS_FIRST_MS)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    # Counting

    @Slot()
    def _count(self) -> None:
        self._soon.stop()
        if not self.isVisible():
            return
        spec = self._spec
        self._under_way = _counted(spec)

        def read(session: "Session") -> tuple[ListSpec, Facets]:
            facets = queries.facets.facet_counts(session, spec)
            return spec, queries.alternatives.with_alternatives(session, spec, facets)

        self._workspace.operations.read(
            read,
            self._take,
            owner=self,
            lane="facets",
            failed=self._on_failed,
            background=True,
        )

    def _on_failed(self, error: BaseException) -> None:
        self._under_way = None
        self._workspace.operations.failed.emit(error)

    def _take(self, answer: tuple[ListSpec, Facets]) -> None:
        spec, self._facets = answer
        self._under_way = None
        self._is_counted = _counted(spec) == _counted(self._spec)
        self._show_groups()
        self._set_stale(stale=not self._is_counted)

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if change.entries or change.removed or "tag" in change.tables:
            self._is_counted, self._under_way = False, None
            self._soon.start(CHANGES_MS)

    def _set_stale(self, *, stale: bool) -> None:
        self.model.set_stale(stale=stale)
        self.whole.model.set_stale(stale=stale)

    # Showing

    def _show_groups(self) -> None:
        wishes = wishes_in(self._spec.query)
        language = self._workspace.settings.language
        self._groups = facet_groups(self._facets, wishes, self._spec, language)
        self.model.show_groups(self._groups)
        self.clear_button.setVisible(any(group.asked() for group in self._groups))
        self._show_whole()

    def _show_whole(self) -> None:
        """Keep the group that is open wholly open, as long as there is one."""
        field = self.whole.field()
        group = next((group for group in self._groups if group.field == field), None)
        if group is not None:
            self.whole.show_group(group)
            self._go_to_page(_WHOLE)
        else:
            self.whole.forget()
            self._go_to_page(_SHOWN if self._groups or not self._is_counted else _EMPTY)

    def _go_to_page(self, page: int) -> None:
        if page == self._stack.currentIndex():
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._stack.setCurrentIndex(page)
        if had_focus:
            self.take_focus()

    @Slot(str)
    def open_whole(self, field: str) -> None:
        """Open a group wholly, with a line to find a value."""
        group = next((group for group in self._groups if group.field == field), None)
        if group is not None:
            self.whole.show_group(group)
            self._go_to_page(_WHOLE)

    @Slot()
    def _on_whole_closed(self) -> None:
        field = self.whole.field()
        self.whole.forget()
        self._go_to_page(_SHOWN)
        self.view.setCurrentIndex(self.model.index_of(field))

    # Asking

    @Slot(str, str)
    def _on_wanted(self, field: str, key: str) -> None:
        self._ask(field, key, Wish.WITH)

    @Slot(str, str)
    def _on_unwanted(self, field: str, key: str) -> None:
        self._ask(field, key, Wish.WITHOUT)

    def _ask(self, field: str, key: str, wish: Wish) -> None:
        language = self._workspace.settings.language
        self.query_wanted.emit(query_wishing(self._spec.query, field, key, wish, language))

    @Slot(str, bool)
    def _on_folded(self, field: str, closed: bool) -> None:  # noqa: FBT001 - a signal's argument
        fields = set(self._folded())
        (fields.add if closed else fields.discard)(field)
        self._workspace.settings.set_text(_FOLDED, " ".join(sorted(fields)))
        self.view.set_closed(frozenset(fields))

    def _folded(self) -> frozenset[str]:
        return frozenset(self._workspace.settings.text(_FOLDED, _FOLDED_AT_FIRST).split())

    # How it is built

    def _build(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clear_button.setText(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Show the list without anything ticked here"))
        self.clear_button.hide()
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for page in (self.view, self.whole, self.empty):
            self._stack.addWidget(page)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.clear_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack, 1)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self._title.setFont(bold_font(self.font()))
        self._head.setContentsMargins(unit, unit, unit // 2, 0)
        self._title.setMinimumHeight(self.clear_button.sizeHint().height())
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def _connect(self) -> None:
        self.view.set_closed(self._folded())
        for view in (self.view, self.whole.view):
            view.wanted.connect(self._on_wanted)
            view.unwanted.connect(self._on_unwanted)
        self.view.whole_asked.connect(self.open_whole)
        self.view.folded.connect(self._on_folded)
        self.whole.closed.connect(self._on_whole_closed)
        self.clear_button.clicked.connect(self.clear)
        self._workspace.hub.changed.connect(self._on_changed)


def _counted(spec: ListSpec) -> ListSpec:
    """Return what the counts of a list rest on: not its order, nor where its query came from."""
    return replace(spec, saved=0, sort="", descending=False)
