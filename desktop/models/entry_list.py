"""The list of entries: the ids of all rows at once, the rows themselves by page."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from sqlalchemy.orm import Session
from typing_extensions import override

from db.act import Change
from db.queries.lists import ListSpec, list_ids, list_lines
from db.queries.reading import progress_of
from db.rows.entries import EntryLine
from db.terms import EntryKind
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_words import ANSWERS, progress_words
from desktop.models.spine import Steps, runs_of, steps_between
from desktop.workspace import Workspace

_Index = QModelIndex | QPersistentModelIndex

PAGE = 200
"""Rows read at once."""
KEPT = 25 * PAGE
"""Rows remembered; the longest unseen are forgotten first."""
ENTRY_IDS = "application/x-chancery-entries"
"""The MIME type of dragged entries: their ids in decimal digits, with spaces between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What one read of the spine brought: the ids, what they change, and lines read alongside."""

    spec: ListSpec
    ids: "array[int]"
    rows: dict[int, int]
    steps: Steps
    asked: frozenset[int]
    lines: Sequence[EntryLine]
    progress: dict[int, tuple[int, int]]


class EntryListModel(QAbstractListModel):
    """Show the entries of a `ListSpec`; rows of old answers are served until new ones come.

    `about_to_load` and `loaded` enclose every change of the rows: a view keeps its place by them.
    """

    about_to_load = Signal()
    loaded = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = workspace.operations
        self._spec = self._shown = ListSpec()
        self._ids: array[int] = array("q")
        self._rows: dict[int, int] = {}
        self._lines: OrderedDict[int, EntryLine] = OrderedDict()
        self._progress: dict[int, tuple[int, int]] = {}
        self._stale: set[int] = set()
        self._missing: set[int] = set()
        self._wanted: list[int] = []
        self._fetching = False
        self._settled = True
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch)
        workspace.hub.changed.connect(self._on_changed)

    @property
    def spec(self) -> ListSpec:
        """What was asked for last."""
        return self._spec

    @property
    def is_settled(self) -> bool:
        """Whether the rows are those of `spec`, as far as anyone has told of changes."""
        return self._settled

    def set_spec(self, spec: ListSpec, *, near: int = 0) -> None:
        """Ask for another list; the page around the entry `near` comes with the first answer."""
        self._spec = spec
        self._ask(near)

    def id_at(self, row: int) -> int:
        """Return the id of the entry in a row, 0 where there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, entry: int) -> int:
        """Return the row of an entry, -1 where it is not in the list."""
        return self._rows.get(entry, -1)

    def line_at(self, row: int) -> EntryLine | None:
        """Return the line of a row, None while it has not been read."""
        return self._lines.get(self.id_at(row))

    def ids(self) -> "array[int]":
        """Return a copy of all ids in order."""
        return self._ids[:]

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows; they have none beneath them."""
        return 0 if parent.isValid() else len(self._ids)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer `EntryRoles`; a row not read yet is empty, and asked for."""
        if not index.isValid():
            return None
        line = self._line(index.row())
        if line is not None and line.kind == EntryKind.SOURCE and role in _PROGRESS_ROLES:
            return self._answer_progress(line, role)
        answer = ANSWERS.get(role)
        return None if line is None or answer is None else answer(line, self._shown)

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Let rows be dragged onto tags."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def mimeTypes(self) -> list[str]:
        """Name what rows are dragged as."""
        return [ENTRY_IDS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        """Give the ids of dragged rows."""
        ids = " ".join(str(self.id_at(index.row())) for index in indexes)
        data = QMimeData()
        data.setData(ENTRY_IDS, QByteArray(ids.encode()))
        return data

    @Slot(int)
    def note_read(self, entry: int) -> None:
        """Ask again how far a source is: what it suggests lies outside history."""
        if entry in self._lines:
            self._operations.read(
                lambda session: _progress(session, (entry,)),
                lambda progress: self._take_progress((entry,), progress),
                owner=self,
            )

    def _take_progress(self, entries: Sequence[int], progress: dict[int, tuple[int, int]]) -> None:
        self._keep_progress(entries, progress)
        self._tell(entries)

    def _keep_progress(
        self, asked: Sequence[int] | frozenset[int], progress: dict[int, tuple[int, int]]
    ) -> None:
        for entry in asked:
            self._progress.pop(entry, None)
        self._progress |= progress

    def _answer_progress(self, line: EntryLine, role: int) -> object:
        progress = self._progress.get(line.id)
        if role == EntryRoles.PROGRESS:
            return progress
        said = ANSWERS[role](line, self._shown)
        return ", ".join(filter(None, (str(said), progress_words(progress))))

    # Pages

    def _line(self, row: int) -> EntryLine | None:
        entry = self._ids[row]
        line = self._lines.get(entry)
        if line is not None:
            self._lines.move_to_end(entry)
        elif entry not in self._missing:
            self._want(row // PAGE)
        return line

    def _want(self, page: int) -> None:
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-2]  # a view shows two pages at most; what it flew past can wait
        if not self._fetching:
            self._fetch_soon.start()

    @Slot()
    def _fetch(self) -> None:
        while self._wanted and not self._fetching:
            page = self._wanted.pop()
            asked = [id_ for id_ in _page(self._ids, page) if self._is_unread(id_)]
            if asked:
                self._fetching = True
                self._operations.read(
                    lambda session, asked=asked: _read_lines(session, asked),
                    self._take_page,
                    owner=self,
                    failed=self._on_fetch_failed,
                )

    def _is_unread(self, entry: int) -> bool:
        return entry not in self._lines and entry not in self._missing

    def _take_page(self, answer: "_Page") -> None:
        asked, lines, progress = answer
        self._fetching = False
        self._keep_lines(asked, lines)
        self._keep_progress(asked, progress)
        self._tell(asked)
        if self._wanted:
            self._fetch_soon.start()

    def _on_fetch_failed(self, error: BaseException) -> None:
        self._fetching = False
        self._wanted.clear()
        self._operations.failed.emit(error)

    def _keep_lines(
        self, asked: Sequence[int] | frozenset[int], lines: Sequence[EntryLine]
    ) -> None:
        found = {line.id: line for line in lines}
        for entry in asked:
            if entry not in found:
                self._lines.pop(entry, None)
                self._missing.add(entry)
        for entry, line in found.items():
            self._lines[entry] = line
            self._lines.move_to_end(entry)
        while len(self._lines) > KEPT:
            forgotten, _line = self._lines.popitem(last=False)
            self._progress.pop(forgotten, None)

    def _tell(self, entries: Sequence[int] | frozenset[int]) -> None:
        """Emit `dataChanged` over the rows that entries have, once for each run of rows."""
        rows = (self._rows.get(entry, -1) for entry in entries)
        for run in runs_of(sorted(row for row in rows if row >= 0)):
            self.dataChanged.emit(self.index(run.start), self.index(run.stop - 1))

    # The spine

    def _ask(self, near: int = 0) -> None:
        self._settled = False
        spec, old, stale = self._spec, self._ids[:], frozenset(self._stale)
        known = frozenset(self._lines.keys() - stale)
        self._operations.read(
            lambda session: _read(session, spec, old, near=near, stale=stale, known=known),
            self._take_spine,
            owner=self,
            lane="spine",
        )

    def _take_spine(self, answer: _Answer) -> None:
        self.about_to_load.emit()
        self._settled = True
        self._stale -= answer.asked
        self._missing.clear()
        self._keep_lines(answer.asked, answer.lines)
        self._keep_progress(answer.asked, answer.progress)
        if answer.spec != self._shown or answer.steps.are_many:
            self._start_anew(answer)
        else:
            self._walk(answer)
            self._tell(answer.asked)
        self.loaded.emit()

    def _start_anew(self, answer: _Answer) -> None:
        self.beginResetModel()
        self._shown, self._ids, self._rows = answer.spec, answer.ids, answer.rows
        self.endResetModel()

    def _walk(self, answer: _Answer) -> None:
        nowhere = QModelIndex()
        for run in answer.steps.removals:
            self.beginRemoveRows(nowhere, run.start, run.stop - 1)
            del self._ids[run.start : run.stop]
            self.endRemoveRows()
        if answer.steps.order is not None:
            self._reorder(answer.steps.order)
        for run in answer.steps.insertions:
            self.beginInsertRows(nowhere, run.start, run.stop - 1)
            self._ids[run.start : run.start] = answer.ids[run.start : run.stop]
            self.endInsertRows()
        self._rows = answer.rows

    def _reorder(self, order: "array[int]") -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        entries = [self.id_at(index.row()) for index in before]
        self._ids, rows = order, {entry: row for row, entry in enumerate(order)}
        after = [self.index(rows[entry]) for entry in entries]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        touched = change.entries | change.removed
        known = set(self._lines) if "tag" in change.tables else self._lines.keys() & touched
        if self._concerns(change):
            self._stale |= known
            self._ask()
        else:
            for entry in known:
                del self._lines[entry]

    def _concerns(self, change: Change) -> bool:
        kind = self._spec.kind
        return (
            kind is None or kind in change.kinds or bool(change.removed) or "tag" in change.tables
        )


_Page = tuple[Sequence[int], Sequence[EntryLine], dict[int, tuple[int, int]]]
_PROGRESS_ROLES = (EntryRoles.PROGRESS, Qt.ItemDataRole.AccessibleTextRole)


def _page(ids: "array[int]", page: int) -> "array[int]":
    return ids[page * PAGE : (page + 1) * PAGE]


def _read(
    session: Session,
    spec: ListSpec,
    old: "array[int]",
    *,
    near: int,
    stale: frozenset[int],
    known: frozenset[int],
) -> _Answer:
    """Read the spine, the steps to it, the lines gone stale and those of the page around one."""
    ids = list_ids(session, spec)
    page = ids.index(near) // PAGE if near in ids else 0
    asked = stale | (frozenset(_page(ids, page)) - known)
    _asked, lines, progress = _read_lines(session, sorted(asked))
    steps = steps_between(old, ids)
    rows = {entry: row for row, entry in enumerate(ids)}
    return _Answer(
        spec=spec, ids=ids, rows=rows, steps=steps, asked=asked, lines=lines, progress=progress
    )


def _read_lines(session: Session, asked: Sequence[int]) -> _Page:
    lines = list_lines(session, asked) if asked else []
    sources = [line.id for line in lines if line.kind == EntryKind.SOURCE]
    return asked, lines, _progress(session, sources)


def _progress(session: Session, sources: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Ask how far sources are that have been read and suggest anything."""
    if not sources:
        return {}
    found = progress_of(session, sources)
    return {id_: (one.decided, one.suggested) for id_, one in found.items() if one.suggested}
