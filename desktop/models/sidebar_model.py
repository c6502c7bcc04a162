"""The model of the sidebar: its rows, counted one after the other, and what is dropped on them."""

import html
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from db.rows.entries import TagRow
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow
from desktop.delegates.roles import CountRoles
from desktop.models.entry_list import ENTRY_IDS
from desktop.models.sidebar_tree import (
    SEARCHES,
    Node,
    SidebarContent,
    build_lists,
    build_tree,
)
from desktop.models.tree import TreeModel

_Index = QModelIndex | QPersistentModelIndex

SEARCH_ID = "application/x-chancery-search"
"""The MIME type of a dragged saved search: its id in decimal digits."""

_ANSWERS: Mapping[int, Callable[[Node], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda node: f"{node.label} •" if node.changed else node.label,
    Qt.ItemDataRole.AccessibleTextRole: lambda node: _spoken(node),  # noqa: PLW0108 - defined below
    Qt.ItemDataRole.ToolTipRole: lambda node: _tip(node),  # noqa: PLW0108 - defined below
    CountRoles.COUNT: lambda node: node.count,
    CountRoles.ICON: lambda node: node.icon,
    CountRoles.COLOUR: lambda node: node.tag.colour if node.tag else "",
    CountRoles.HEADING: lambda node: node.is_heading,
}


class SidebarModel(TreeModel[Node]):
    """Show `SidebarContent`; counts change in place, other tags or searches are another tree."""

    entries_dropped = Signal(int, list)
    """Entries were dropped on a tag: its id, theirs."""
    search_dropped = Signal(int, int)
    """A saved search was dropped among the others: its id, its place there without itself."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(Node(key="", label=""), parent)
        self._language = language
        self._counted: dict[str, int] = {}

    def show_lists(self) -> None:
        """Show the lists that every catalogue has, until it is read."""
        self._show(build_lists())

    def show_content(self, content: SidebarContent) -> None:
        """Show a catalogue's lists; tags and searches keep the counts they have so far."""
        self._show(build_tree(content, self._counted, self._language))

    def _show(self, root: Node) -> None:
        if [_shape(node) for node in root.walk()] == [_shape(node) for node in self._root.walk()]:
            self._refresh(root)
        else:
            self._plant(root)

    def show_counts(self, counted: Mapping[str, int]) -> None:
        """Show the counts of some tags or searches, by the keys of their rows."""
        self._counted.update(counted)
        for node in self._root.walk():
            if node.key in counted and node.count != counted[node.key]:
                node.count = counted[node.key]
                self._tell(node)

    def show_tag_counts(self, counts: Mapping[int, int]) -> None:
        """Show the counts of all tags, by their ids; a tag without one has none."""
        tags = [node.tag.id for node in self._root.walk() if node.tag is not None]
        self.show_counts({f"tag:{tag}": counts.get(tag, 0) for tag in tags})

    def mark_changed(self, key: str) -> None:
        """Mark the saved search whose query is another one by now; an empty key marks none."""
        for node in self._root.walk():
            if node.changed != (node.key == key and node.search is not None):
                node.changed = not node.changed
                self._tell(node)

    def _refresh(self, root: Node) -> None:
        for shown, fresh in zip(self._root.walk(), root.walk(), strict=True):
            if _look(shown) != _look(fresh):
                shown.label, shown.count, shown.spec = fresh.label, fresh.count, fresh.spec
                shown.tag, shown.search = fresh.tag, fresh.search
                self._tell(shown)

    def _tell(self, node: Node) -> None:
        at = self._index(node)
        self.dataChanged.emit(at, at)

    def key_at(self, index: _Index) -> str:
        """Return the key that names a row in any tree: a kind, ``tag:7``, ``search:2``."""
        return self._node(index).key

    def spec_at(self, index: _Index) -> ListSpec | None:
        """Return the list a row opens, None where it opens none."""
        return self._node(index).spec

    def tag_at(self, index: _Index) -> TagRow | None:
        """Return the tag of a row, uncounted; None where it is not a tag's."""
        return self._node(index).tag

    def search_at(self, index: _Index) -> SavedSearchRow | None:
        """Return the saved search of a row, None where it is not one's."""
        return self._node(index).search

    def is_changed(self, index: _Index) -> bool:
        """Tell whether the query shown is no longer that of a row's saved search."""
        return self._node(index).changed

    def searches(self) -> tuple[SavedSearchRow, ...]:
        """Return the saved searches in their order."""
        return tuple(node.search for node in self._root.walk() if node.search is not None)

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a key; an invalid index where there is none."""
        node = next((node for node in self._root.walk() if node.key == key), None)
        return QModelIndex() if node is None else self._index(node)

    def broader(self) -> list[QModelIndex]:
        """Return the rows that have rows beneath them."""
        return [self._index(node) for node in self._root.walk() if node.children]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer `CountRoles`, the label, and words for those who hear them."""
        answer = _ANSWERS.get(role)
        return answer(self._node(index)) if index.isValid() and answer is not None else None

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Let headings be passed over, tags take entries, and saved searches change places."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._node(index)
        if node.is_heading:
            takes = node.key == SEARCHES
            return Qt.ItemFlag.ItemIsDropEnabled if takes else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if node.search is not None:
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if node.tag else flags

    # Dragging

    @override
    def mimeTypes(self) -> list[str]:
        """Name what may be dropped here."""
        return [ENTRY_IDS, SEARCH_ID]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        """Give the id of a dragged search."""
        data = QMimeData()
        for search in filter(None, map(self.search_at, indexes)):
            data.setData(SEARCH_ID, QByteArray(str(search.id).encode()))
        return data

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Let dragged entries stay where they are, and searches be moved."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        """Let the command move a search, not the view."""
        return Qt.DropAction.CopyAction

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index, /
    ) -> bool:
        """Take entries on tags, and a search among the searches."""
        node = self._node(parent)
        if data.hasFormat(SEARCH_ID):
            return node.key == SEARCHES
        return data.hasFormat(ENTRY_IDS) and node.tag is not None

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index, /
    ) -> bool:
        """Ask for entries dropped on a tag to be tagged, for a dropped search to be moved."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        node = self._node(parent)
        if node.key == SEARCHES:
            self._drop_search(int(bytes(data.data(SEARCH_ID).data())), row)
        elif node.tag is not None:
            ids = bytes(data.data(ENTRY_IDS).data()).split()
            self.entries_dropped.emit(node.tag.id, [int(entry) for entry in ids])
        return True

    def _drop_search(self, search: int, row: int) -> None:
        ids = [other.id for other in self.searches()]
        place = row if row >= 0 else len(ids)
        before = search in ids and ids.index(search) < place
        self.search_dropped.emit(search, place - 1 if before else place)


def _look(node: Node) -> tuple[object, ...]:
    return node.label, node.count, node.spec, node.tag, node.search


def _spoken(node: Node) -> str:
    changed = _tr("changed") if node.changed else ""
    count = "" if node.count is None else str(node.count)
    return ", ".join(part for part in (node.label, count, changed) if part)


def _tip(node: Node) -> str | None:
    """Return the whole label of a tag and its scope note, of a search its query."""
    if node.tag is not None:
        lines = [node.label, node.tag.scope_note]
    elif node.search is not None:
        changed = _tr("Its query was changed here: Ctrl+D saves that.") if node.changed else ""
        lines = [node.label, node.search.query, changed]
    else:
        return None
    return "<qt>" + "<br>".join(html.escape(line) for line in lines if line) + "</qt>"


def _shape(node: Node) -> tuple[str, str]:
    return node.key, node.parent.key if node.parent else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("sidebar", text)
