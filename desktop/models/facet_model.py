"""The tree of facets: groups, their values, tags beneath tags, and what opens a group wholly."""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from desktop.delegates.facet_roles import FacetRoles
from desktop.models.facet_rows import FacetGroup, FacetRow, Wish
from desktop.models.tree import TreeModel

_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True, kw_only=True, eq=False)
class _Node:
    """A heading, a value, or the row that opens its group wholly."""

    key: str
    group: FacetGroup
    row: FacetRow | None = None
    hidden: int = 0
    """How many values the row opens."""
    number: int = 0
    """What an index holds of it: a pointer would outlive it."""
    parent: "_Node | None" = None
    children: "list[_Node]" = field(default_factory=list["_Node"])

    @property
    def is_heading(self) -> bool:
        return self.row is None and not self.hidden

    def add(self, child: "_Node") -> "_Node":
        child.parent = self
        self.children.append(child)
        return child

    def walk(self) -> "Iterator[_Node]":
        for child in self.children:
            yield child
            yield from child.walk()


class FacetModel(TreeModel[_Node]):
    """Show groups of facets, or all of one; other counts change in place, other rows anew."""

    stale_changed = Signal()
    """All counts are to be painted otherwise; nothing that a row says is another thing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_root(), parent)
        self._stale = False

    def show_groups(self, groups: Iterable[FacetGroup]) -> None:
        """Show headings with their first values under them."""
        root = _root()
        for group in groups:
            heading = root.add(_Node(key=group.field, group=group))
            shown = group.main_rows()
            _add_rows(heading, group, shown)
            if len(shown) < len(group.rows):
                hidden = len(group.rows) - len(shown)
                heading.add(_Node(key=f"{group.field}…", group=group, hidden=hidden))
        self._show(root)

    def show_whole(self, group: FacetGroup, typed: str) -> None:
        """Show all values of one group that fit what was typed, without a heading."""
        root = _root()
        _add_rows(root, group, group.narrowed(typed))
        self._show(root)

    def set_stale(self, *, stale: bool) -> None:
        """Grey the counts while others are on their way."""
        if stale != self._stale:
            self._stale = stale
            self.stale_changed.emit()

    def row_at(self, index: _Index) -> FacetRow | None:
        """Return the value of a row, None for a heading and for what opens a group."""
        return self._node(index).row

    def key_at(self, index: _Index) -> str:
        """Return the key that names a row, also in another tree."""
        return self._node(index).key

    def field_at(self, index: _Index) -> str:
        """Return the field of the group a row belongs to."""
        return self._node(index).group.field

    def opens_group(self, index: _Index) -> bool:
        """Tell whether a row opens its group wholly."""
        return self._node(index).hidden > 0

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a key; an invalid index where there is none."""
        node = next((node for node in self._root.walk() if node.key == key), None)
        return QModelIndex() if node is None else self._index(node)

    def headings(self) -> list[QModelIndex]:
        """Return the headings."""
        return [self._index(node) for node in self._root.children if node.is_heading]

    def broader(self) -> list[QModelIndex]:
        """Return the values that have values beneath them."""
        return [self._index(node) for node in self._root.walk() if node.row and node.children]

    def has_asked_below(self, index: _Index) -> bool:
        """Tell whether the query asks anything of a value beneath one."""
        return any(node.row and node.row.wish for node in self._node(index).walk())

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer `FacetRoles`, the label, and words for those who hear them."""
        if not index.isValid():
            return None
        if role == FacetRoles.STALE:
            return self._stale
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self._node(index))

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Let every row be gone to: headings fold."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(self, root: _Node) -> None:
        if [_shape(node) for node in root.walk()] != [_shape(node) for node in self._root.walk()]:
            self._plant(root)
            return
        above: dict[int, _Node] = {}
        for shown, fresh in zip(self._root.walk(), root.walk(), strict=True):
            if _look(shown) != _look(fresh) and shown.parent is not None:
                above[id(shown.parent)] = shown.parent
            shown.group, shown.row, shown.hidden = fresh.group, fresh.row, fresh.hidden
        for node in above.values():
            first, last = node.children[0], node.children[-1]
            self.dataChanged.emit(self._index(first), self._index(last))


def _root() -> _Node:
    return _Node(key="", group=FacetGroup(field="", title=""))


def _shape(node: _Node) -> tuple[str, str]:
    return node.key, node.parent.key if node.parent else ""


def _look(node: _Node) -> tuple[object, ...]:
    asked = node.group.asked() if node.is_heading else ()
    return node.row, node.hidden, node.group.title, node.group.total, asked


def _add_rows(above: _Node, group: FacetGroup, rows: Sequence[FacetRow]) -> None:
    nodes = {0: above}
    for row in rows:
        node = _Node(key=row.identity, group=group, row=row)
        nodes.get(row.parent, above).add(node)
        if row.tag:
            nodes[row.tag] = node


def _label(node: _Node) -> str:
    if node.row is not None:
        return node.row.label
    return node.group.title if node.is_heading else _tr("{0} more…").format(node.hidden)


def _spoken(node: _Node) -> str:
    if node.row is None:
        return node.group.title if node.is_heading else _tr("{0} more").format(node.hidden)
    wishes = {Wish.WITH: _tr("chosen"), Wish.WITHOUT: _tr("left out")}
    parts = (node.row.label, str(node.row.count), wishes.get(node.row.wish, ""))
    return ", ".join(part for part in parts if part)


def _tip(node: _Node) -> str | None:
    """Say what a value is, and what a click on it does where others are chosen beside it."""
    if node.row is None:
        return None
    if node.group.is_of_one:
        how = _tr("Several chosen here: entries with any of them. Ctrl+click leaves one out.")
    else:
        how = _tr("Several chosen here: entries with all of them. Ctrl+click leaves one out.")
    return f"<qt><b>{html.escape(node.row.label)}</b><br>{how}</qt>"


_ANSWERS: Mapping[int, Callable[[_Node], object]] = {
    Qt.ItemDataRole.DisplayRole: _label,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    FacetRoles.COUNT: lambda node: node.row.count if node.row else None,
    FacetRoles.SHARE: lambda node: node.row.count / max(1, node.group.total) if node.row else 0.0,
    FacetRoles.WISH: lambda node: node.row.wish.value if node.row else "",
    FacetRoles.COLOUR: lambda node: node.row.colour if node.row else "",
    FacetRoles.HEADING: lambda node: node.is_heading,
    FacetRoles.ASKED: lambda node: (
        ", ".join(row.label for row in node.group.asked()) if node.is_heading else ""
    ),
    FacetRoles.OPENS: lambda node: node.hidden > 0,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("facets", text)
