"""The tree of the sidebar: kinds, tags and boards, each with its count and the list it opens."""

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from sqlalchemy.orm import Session
from typing_extensions import override

from db.queries.lists import Counts, ListSpec, list_count, sidebar_counts
from db.queries.tags import tag_tree
from db.rows.entries import TagRow
from db.terms import EntryKind
from desktop.delegates.roles import CountRoles
from desktop.labels import plural
from desktop.models.entry_list import ENTRY_IDS

_Index = QModelIndex | QPersistentModelIndex

TAGS = "tags"
BOARDS = "boards"
NEW_TAG = "tag.new"
"""Keys of the rows that open no list."""

_KINDS = (
    EntryKind.SOURCE,
    EntryKind.AGREEMENT,
    EntryKind.MEETING,
    EntryKind.PERSON,
    EntryKind.ORGANISATION,
    EntryKind.PLACE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SidebarContent:
    """What the sidebar shows of a catalogue; a tag's count is that of the list it opens."""

    counts: Counts
    tags: tuple[TagRow, ...]
    tag_counts: dict[int, int]


def read_sidebar(session: Session) -> SidebarContent:
    """Count all that the sidebar counts."""
    tags = tag_tree(session)
    broader = {tag.parent_id for tag in tags}
    tag_counts = {
        tag.id: list_count(session, ListSpec(tags=(tag.id,))) if tag.id in broader else tag.count
        for tag in tags
    }
    return SidebarContent(counts=sidebar_counts(session), tags=tags, tag_counts=tag_counts)


@dataclass(slots=True, kw_only=True, eq=False)
class _Node:
    """A row: its words and signs, the list it opens, and where it stands."""

    key: str
    label: str
    number: int = 0
    """What an index holds of it: a pointer would outlive it."""
    count: int | None = None
    icon: str = ""
    spec: ListSpec | None = None
    tag: TagRow | None = None
    parent: "_Node | None" = None
    children: "list[_Node]" = field(default_factory=list["_Node"])

    @property
    def is_heading(self) -> bool:
        return self.key in {TAGS, BOARDS}

    def add(self, child: "_Node") -> "_Node":
        child.parent = self
        self.children.append(child)
        return child

    def walk(self) -> "Iterator[_Node]":
        for child in self.children:
            yield child
            yield from child.walk()


_ANSWERS: Mapping[int, Callable[[_Node], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda node: node.label,
    Qt.ItemDataRole.AccessibleTextRole: lambda node: (
        node.label if node.count is None else f"{node.label}, {node.count}"
    ),
    Qt.ItemDataRole.ToolTipRole: lambda node: _tip(node),  # noqa: PLW0108 - defined below
    CountRoles.COUNT: lambda node: node.count,
    CountRoles.ICON: lambda node: node.icon,
    CountRoles.COLOUR: lambda node: node.tag.colour if node.tag else "",
    CountRoles.HEADING: lambda node: node.is_heading,
}


class SidebarModel(QAbstractItemModel):
    """Show `SidebarContent`; counts change in place, another tree of tags is a new one."""

    entries_dropped = Signal(int, list)
    """Entries were dropped on a tag: its id, theirs."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._root = _Node(key="", label="")
        self._nodes: dict[int, _Node] = {}

    def show_content(self, content: SidebarContent) -> None:
        """Show a catalogue's counts and tags."""
        root = _tree(content, self._language)
        if [_shape(node) for node in root.walk()] == [_shape(node) for node in self._root.walk()]:
            self._refresh(root)
        else:
            self.beginResetModel()
            self._root = root
            self._nodes = dict(enumerate(root.walk(), start=1))
            for number, node in self._nodes.items():
                node.number = number
            self.endResetModel()

    def _refresh(self, root: _Node) -> None:
        for shown, fresh in zip(self._root.walk(), root.walk(), strict=True):
            if (shown.label, shown.count, shown.tag) != (fresh.label, fresh.count, fresh.tag):
                shown.label, shown.count, shown.tag = fresh.label, fresh.count, fresh.tag
                at = self._index(shown)
                self.dataChanged.emit(at, at)

    def key_at(self, index: _Index) -> str:
        """Return the key that names a row, also in another tree: a kind, ``tag:7``, ``trash``."""
        return self._node(index).key

    def spec_at(self, index: _Index) -> ListSpec | None:
        """Return the list a row opens, None where it opens none."""
        return self._node(index).spec

    def tag_at(self, index: _Index) -> TagRow | None:
        """Return the tag of a row, None where it is not a tag's."""
        return self._node(index).tag

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a key; an invalid index where there is none."""
        node = next((node for node in self._root.walk() if node.key == key), None)
        return QModelIndex() if node is None else self._index(node)

    def index_showing(self, spec: ListSpec) -> QModelIndex:
        """Return the row that opens a list; an invalid index where none does."""
        node = next((node for node in self._root.walk() if node.spec == spec), None)
        return QModelIndex() if node is None else self._index(node)

    def broader(self) -> list[QModelIndex]:
        """Return the rows that have rows beneath them."""
        return [self._index(node) for node in self._root.walk() if node.children]

    @override
    def index(self, row: int, column: int, parent: _Index = QModelIndex(), /) -> QModelIndex:  # noqa: B008 - Qt's signature
        """Give the index of a row under another."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    @override
    def parent(self, child: _Index = QModelIndex(), /) -> QModelIndex:  # noqa: B008  # pyright: ignore[reportIncompatibleMethodOverride] - QObject.parent() shares the name
        """Give the row above one."""
        above = self._node(child).parent
        return QModelIndex() if above is None else self._index(above)

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows under one."""
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    @override
    def columnCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count one column."""
        return 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer `CountRoles`, the label, and words for those who hear them."""
        answer = _ANSWERS.get(role)
        return answer(self._node(index)) if index.isValid() and answer is not None else None

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Let headings be passed over, and tags take entries."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._node(index)
        if node.is_heading:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if node.tag else flags

    @override
    def mimeTypes(self) -> list[str]:
        """Name what may be dropped here."""
        return [ENTRY_IDS]

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Let dragged entries stay where they are."""
        return Qt.DropAction.CopyAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index, /
    ) -> bool:
        """Ask for entries dropped on a tag to be tagged."""
        tag = self._node(parent).tag
        ids = bytes(data.data(ENTRY_IDS).data()).split()
        if tag is None or not ids:
            return False
        self.entries_dropped.emit(tag.id, [int(entry) for entry in ids])
        return True

    def _node(self, index: _Index) -> _Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.number)


def _tip(node: _Node) -> str | None:
    """Return the whole label of a tag and its scope note."""
    if node.tag is None:
        return None
    lines = (node.label, node.tag.scope_note)
    return "<br>".join(html.escape(line) for line in lines if line)


def _shape(node: _Node) -> tuple[str, str]:
    return node.key, node.parent.key if node.parent else ""


def _tree(content: SidebarContent, language: str) -> _Node:
    root, counts = _Node(key="", label=""), content.counts
    inbox = ListSpec(kind=EntryKind.SOURCE, inbox=True)
    root.add(_Node(key="inbox", label=_tr("Inbox"), count=counts.inbox, icon="inbox", spec=inbox))
    for kind in _KINDS:
        spec, count = ListSpec(kind=kind), counts.kinds[kind]
        root.add(_Node(key=kind, label=plural(kind), count=count, icon=kind.value, spec=spec))
    _add_tags(root.add(_Node(key=TAGS, label=_tr("Tags"))), content, language)
    _add_boards(root.add(_Node(key=BOARDS, label=_tr("Boards"))), counts)
    trash = ListSpec(trashed=True)
    root.add(_Node(key="trash", label=_tr("Trash"), count=counts.trash, icon="trash", spec=trash))
    return root


def _add_tags(above: _Node, content: SidebarContent, language: str) -> None:
    nodes: dict[int | None, _Node] = {None: above}
    for tag in content.tags:
        nodes[tag.id] = nodes[tag.parent_id].add(
            _Node(
                key=f"tag:{tag.id}",
                label=tag.label(language),
                count=content.tag_counts[tag.id],
                icon="tag",
                spec=ListSpec(tags=(tag.id,)),
                tag=tag,
            )
        )
    if not content.tags:
        above.add(_Node(key=NEW_TAG, label=_tr("New tag…"), icon="new"))


def _add_boards(above: _Node, counts: Counts) -> None:
    boards: Sequence[tuple[str, str, int, str, ListSpec]] = (
        (
            "conflicts",
            _tr("Contradictions"),
            counts.conflicts,
            "conflict",
            ListSpec(conflicts=True),
        ),
        ("gaps", _tr("What is missing"), counts.gaps, "evidence-none", ListSpec(gaps=True)),
    )
    for key, label, count, icon, spec in boards:
        above.add(_Node(key=key, label=label, count=count, icon=icon, spec=spec))


def _tr(text: str) -> str:
    return QCoreApplication.translate("sidebar", text)
