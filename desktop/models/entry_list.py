"""The list of entries: the ids of all rows, the rows themselves by page, mended after each edit."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot

from db.act import Change
from db.queries.plain import Execute
from db.queries.walks import is_whole
from db.rows.lists import BEST, ListSize, ListSpec
from desktop.models.entry_reads import (
    First,
    Mended,
    Page,
    Whole,
    look_first,
    read_first,
    read_mended,
    read_whole,
)
from desktop.models.entry_table import ENTRY_IDS, EntryTable
from desktop.models.list_sizes import ListSizes
from desktop.models.query_reach import kinds_named
from desktop.models.spine import SMALL, Spine, Steps
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["ENTRY_IDS", "EntryListModel"]

T = TypeVar("T")
MENDED = 64
"""So many touched entries are moved row by row; of more, the whole spine is read again."""
_MOVED_AT_ONCE = 8
"""Of a long list, more rows that come or go than these are not told to the view one by one."""


class EntryListModel(EntryTable):
    """Show the entries of a `ListSpec`; rows of old answers are served until new ones come.

    First come the first rows, and as many empty ones as the list is known to have at least; then,
    in the background, the spine: all ids. `about_to_load` and `loaded` enclose every change of the
    rows: a view keeps its place by them.
    """

    about_to_load = Signal()
    loaded = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace.operations, parent)
        self._operations = workspace.operations
        self._spec = self._shown
        self.sizes = ListSizes(workspace, self)
        self._touched: frozenset[int] = frozenset()
        """Entries that changed since the rows were read, and are not mended yet."""
        self._in_mending: frozenset[int] = frozenset()
        self._named: frozenset[str] = frozenset()
        """The kinds of entries whose names decide what is listed."""
        self._reading = self._wide = False
        self._complete = True
        self._whole_soon = QTimer(self, singleShot=True, interval=0)
        """The first rows are painted before any worker is busy with the others."""
        self._whole_soon.timeout.connect(self._go_on)
        self.sizes.came.connect(self._on_size_came)
        workspace.hub.changed.connect(self._on_changed)

    @property
    def spec(self) -> ListSpec:
        """What was asked for last."""
        return self._spec

    @property
    def shows_spec(self) -> bool:
        """Whether the rows are of `spec`: the first of them, or all."""
        return self._spec is self._shown

    @property
    def is_settled(self) -> bool:
        """Whether all rows of `spec` are there, as far as anyone has told of changes."""
        return not (self._reading or self._in_mending)

    @property
    def is_complete(self) -> bool:
        """Whether all rows of the list shown are there, and not its first rows alone."""
        return self._complete

    @property
    def is_counted(self) -> bool:
        """Whether the list shown has as many rows as there are; else it has at least so many."""
        size = self._size()
        return self._complete or (size is not None and size.is_exact)

    def set_spec(self, spec: ListSpec) -> None:
        """Ask for another list."""
        self._spec, self._named = spec, kinds_named(spec.query)
        self._touched, self._in_mending, self._wide = frozenset(), frozenset(), False
        known = self._store.all()
        self._whole_soon.stop()
        self.sizes.stop()
        self._operations.cancel(owner=self, lane="mend")
        if is_whole(spec):
            self._look(lambda execute: look_first(execute, spec, known), self._take_first)
        else:
            self._read(lambda session: read_first(session, spec, known), self._take_first)

    # Rows come

    def _look(self, query: Callable[[Execute], First], then: Callable[[First], None]) -> None:
        self._reading = True
        self._operations.look(query, then, owner=self, lane="rows", failed=self._on_failed)

    def _read(
        self,
        query: "Callable[[Session], T]",
        then: Callable[[T], None],
        *,
        background: bool = False,
    ) -> None:
        self._reading = True
        self._operations.read(
            query,
            then,
            owner=self,
            lane="rows",
            failed=self._on_failed,
            background=background,
        )

    def _on_failed(self, error: BaseException) -> None:
        self._reading, self._in_mending = False, frozenset()
        if self._to_come:
            self.about_to_load.emit()
            self._expect_rows(0)
            self.loaded.emit()
        self._operations.failed.emit(error)

    def _take_first(self, answer: First) -> None:
        self._reading = False
        self.about_to_load.emit()
        self._take_page(answer.page)
        self._complete = answer.complete
        self._start_anew(answer.spec, answer.spine)
        if self._wide or not answer.complete:
            self._reading = True
            self._whole_soon.start()
        if not answer.complete:
            self.sizes.ask(answer.spec)
        self.loaded.emit()
        self._mend()

    def _size(self) -> ListSize | None:
        return self.sizes.size_of(self._shown)

    def _rows_to_come(self) -> int:
        """Return how many rows are known to follow those of the spine."""
        size = self._size()
        return 0 if self._complete or size is None else max(0, size.count - len(self._spine))

    @Slot()
    def _on_size_came(self) -> None:
        if not self._complete and self.shows_spec:
            self.about_to_load.emit()
            self._expect_rows(self._rows_to_come())
            self.loaded.emit()

    def _expect_rows(self, count: int) -> None:
        """Let so many rows follow those of the spine."""
        nowhere, known, before = QModelIndex(), len(self._spine), self._to_come
        if count > before:
            self.beginInsertRows(nowhere, known + before, known + count - 1)
            self._to_come = count
            self.endInsertRows()
        elif count < before:
            self.beginRemoveRows(nowhere, known + count, known + before - 1)
            self._to_come = count
            self.endRemoveRows()

    @Slot()
    def _go_on(self) -> None:
        self._read_whole()

    def _read_whole(self, asked: frozenset[int] = frozenset()) -> None:
        """Read the spine of the list shown; what was to be mended is read with it."""
        spec, shown = self._shown, self._spine.ids
        asked |= self._store.among(self._touched | self._in_mending)
        self._touched, self._in_mending, self._wide = frozenset(), frozenset(), False
        self._whole_soon.stop()
        self._operations.cancel(owner=self, lane="mend")
        self._read(
            lambda session: read_whole(session, spec, shown, asked),
            self._take_whole,
            background=True,
        )

    def _take_whole(self, answer: Whole) -> None:
        self._reading = False
        self.about_to_load.emit()
        self._take_page(answer.page)
        self._complete = True
        self.sizes.stop()
        self.sizes.note({answer.spec: len(answer.spine)})
        if answer.steps is None or answer.steps.are_many:
            self._start_anew(answer.spec, answer.spine)
        else:
            self._walk(answer.steps, answer.spine)
            self._tell(answer.page.asked)
        self.loaded.emit()
        self._mend()

    def _take_page(self, page: Page) -> None:
        self._store.ask_again()
        self._store.keep(page)

    def _start_anew(self, spec: ListSpec, spine: Spine) -> None:
        self.beginResetModel()
        self._shown, self._spine = spec, spine
        self._to_come = self._rows_to_come()
        self.endResetModel()

    def _walk(self, steps: Steps, spine: Spine) -> None:
        """Go to another spine in steps; rows that were to come are its last ones."""
        nowhere = QModelIndex()
        for run in steps.removals:
            self.beginRemoveRows(nowhere, run.start, run.stop - 1)
            self._spine.remove(run)
            self.endRemoveRows()
        for run in steps.insertions:
            if run.stop == len(spine):
                break
            self.beginInsertRows(nowhere, run.start, run.stop - 1)
            self._spine.insert(run.start, spine.ids[run.start : run.stop])
            self.endInsertRows()
        self._grow_to(spine)

    def _grow_to(self, spine: Spine) -> None:
        """Take in a spine that begins with the one there is."""
        known, whole = len(self._spine), len(spine)
        self._expect_rows(whole - known)
        self._spine, self._to_come = spine, 0
        if whole > known:
            self._tell_rows(range(known, whole))

    # Edits

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        touched, is_wide = change.entries | change.removed, self._is_wide(change)
        known = self._store.all() if "tag" in change.tables else self._store.among(touched)
        self._pages.note_changed(known)
        if not (is_wide or self._concerns(change)):
            self._store.forget(known)
        elif not is_wide:
            self._touched |= touched
            if self._reading:  # rows wait for what is read; their words need not
                self._pages.read_again(known)
            self._mend()
        elif self.shows_spec:
            self._read_whole(known)
        else:  # the rows shown are about to go
            self._wide = True
            self._store.forget(known)

    def _concerns(self, change: Change) -> bool:
        kind = self._spec.kind
        return kind is None or kind in change.kinds or bool(change.removed)

    def _is_wide(self, change: Change) -> bool:
        """Tell whether more may have come, gone or moved than the entries touched."""
        if "tag" in change.tables or change.kinds & self._named:
            return True
        are_many = len(change.entries) + len(change.removed) > MENDED
        return (are_many or self._spec.sort == BEST) and self._concerns(change)

    def _mend(self) -> None:
        if not self._touched or self._reading or self._in_mending:
            return
        spec, spine, touched = self._shown, self._spine, self._touched
        asked = self._store.among(touched)
        self._touched, self._in_mending = frozenset(), touched
        self._operations.read(
            lambda session: read_mended(session, spec, spine, touched, asked),
            self._take_mended,
            owner=self,
            lane="mend",
            failed=self._on_mend_failed,
        )

    def _on_mend_failed(self, _error: BaseException) -> None:
        """Read all again: what rows were measured by is no longer there."""
        self._read_whole()

    def _take_mended(self, answer: Mended) -> None:
        self._in_mending = frozenset()
        self.about_to_load.emit()
        self._take_page(answer.page)
        steps = len(answer.removals) + len(answer.insertions)
        if steps > _MOVED_AT_ONCE and len(self._spine) > SMALL:
            self._mend_at_once(answer)
        else:
            self._mend_in_steps(answer)
            self._tell(answer.page.asked)
        self.sizes.note({self._shown: len(self._spine)})
        self.loaded.emit()
        self._mend()

    def _mend_in_steps(self, answer: Mended) -> None:
        nowhere = QModelIndex()
        for run in answer.removals:
            self.beginRemoveRows(nowhere, run.start, run.stop - 1)
            self._spine.remove(run)
            self.endRemoveRows()
        for row, entry in answer.insertions:
            self.beginInsertRows(nowhere, row, row)
            self._spine.insert(row, (entry,))
            self.endInsertRows()

    def _mend_at_once(self, answer: Mended) -> None:
        self.beginResetModel()
        for run in answer.removals:
            self._spine.remove(run)
        for row, entry in answer.insertions:
            self._spine.insert(row, (entry,))
        self.endResetModel()
