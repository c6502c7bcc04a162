"""What stands in the sidebar: kinds, tags, saved searches and boards, and the list each opens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import queries
from db.rows.entries import TagRow
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow
from db.terms import EntryKind
from desktop.labels import plural

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TRASH = "trash"
TAGS = "tags"
SEARCHES = "searches"
BOARDS = "boards"
HEADINGS = frozenset({TAGS, SEARCHES, BOARDS})
NEW_TAG = "tag.new"
NEW_SEARCH = "search.new"
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
    """What the sidebar shows of a catalogue, but for the counts of tags and searches."""

    counts: "queries.counts.EntryCounts"
    tags: tuple[TagRow, ...]
    """Uncounted."""
    searches: tuple[SavedSearchRow, ...]
    trash: str
    """Another text whenever other entries are in the trash: the counts of tags rest on that."""

    def numbers(self) -> dict[str, int]:
        """Return the counts of lists, by the keys of their rows."""
        counts = self.counts
        boards = {"conflicts": counts.conflicts, "gaps": counts.gaps}
        return {"inbox": counts.inbox, TRASH: counts.trash, **counts.kinds, **boards}

    def sizes(self) -> dict[ListSpec, int]:
        """Return the counts of lists, by what these show."""
        rows = {node.key: node.spec for node in build_lists().walk()}
        counted = ((rows.get(key), number) for key, number in self.numbers().items())
        return {spec: number for spec, number in counted if spec is not None}


def read_sidebar(session: "Session") -> SidebarContent:
    """Read and count what is quickly counted, with as many statements for any number of tags."""
    return SidebarContent(
        counts=queries.counts.entry_counts(session),
        tags=queries.counts.tag_rows(session),
        searches=queries.saved_searches.saved_searches(session),
        trash=queries.counts.trash_mark(session),
    )


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """A row: its words and signs, the list it opens, and where it stands."""

    key: str
    label: str
    number: int = 0
    """What an index holds of it: a pointer would outlive it."""
    count: int | None = None
    icon: str = ""
    spec: ListSpec | None = None
    tag: TagRow | None = None
    search: SavedSearchRow | None = None
    changed: bool = False
    """Whether the query shown is no longer that of the saved search."""
    parent: "Node | None" = None
    children: "list[Node]" = field(default_factory=list["Node"])

    @property
    def is_heading(self) -> bool:
        """Whether it only stands above others."""
        return self.key in HEADINGS

    def add(self, child: "Node") -> "Node":
        """Put a row under this one, after those there are."""
        child.parent = self
        self.children.append(child)
        return child

    def walk(self) -> "Iterator[Node]":
        """Yield all rows under this one, each before those under it."""
        for child in self.children:
            yield child
            yield from child.walk()


def key_of(spec: ListSpec) -> str:
    """Return the key of the row that opens a list, however the list is narrowed since."""
    marks = {
        f"search:{spec.saved}": bool(spec.saved),
        f"tag:{spec.tag}": bool(spec.tag),
        "inbox": spec.inbox,
        TRASH: spec.trashed,
        "conflicts": spec.conflicts,
        "gaps": spec.gaps,
    }
    named = next((key for key, is_so in marks.items() if is_so), "")
    return named or (spec.kind.value if spec.kind else "")


def build_tree(content: SidebarContent, counted: Mapping[str, int], language: str) -> Node:
    """Return the rows of a catalogue; ``counted`` has the counts of tags and searches by key."""
    root = build_lists()
    rows = {node.key: node for node in root.children}
    _add_tags(rows[TAGS], content.tags, counted, language)
    _add_searches(rows[SEARCHES], content.searches, counted)
    numbers = content.numbers()
    for node in root.walk():
        node.count = numbers.get(node.key, node.count)
    return root


def build_lists() -> Node:
    """Return the rows that every catalogue has, not counted yet."""
    root = Node(key="", label="")
    inbox = ListSpec(kind=EntryKind.SOURCE, inbox=True)
    root.add(Node(key="inbox", label=_tr("Inbox"), icon="inbox", spec=inbox))
    for kind in _KINDS:
        root.add(Node(key=kind, label=plural(kind), icon=kind.value, spec=ListSpec(kind=kind)))
    root.add(Node(key=TAGS, label=_tr("Tags")))
    root.add(Node(key=SEARCHES, label=_tr("Searches")))
    _add_boards(root.add(Node(key=BOARDS, label=_tr("Boards"))))
    root.add(Node(key=TRASH, label=_tr("Trash"), icon="trash", spec=ListSpec(trashed=True)))
    return root


def _add_tags(
    above: Node, tags: tuple[TagRow, ...], counted: Mapping[str, int], language: str
) -> None:
    nodes: dict[int | None, Node] = {None: above}
    for tag in tags:
        key = f"tag:{tag.id}"
        nodes[tag.id] = nodes[tag.parent_id].add(
            Node(
                key=key,
                label=tag.label(language),
                count=counted.get(key),
                icon="tag",
                spec=ListSpec(tag=tag.id),
                tag=tag,
            )
        )
    if not tags:
        above.add(Node(key=NEW_TAG, label=_tr("New tag…"), icon="new"))


def _add_searches(
    above: Node, searches: tuple[SavedSearchRow, ...], counted: Mapping[str, int]
) -> None:
    for search in searches:
        key = f"search:{search.id}"
        above.add(
            Node(
                key=key,
                label=search.name,
                count=counted.get(key),
                icon="search",
                spec=search.spec(),
                search=search,
            )
        )
    if not searches:
        above.add(Node(key=NEW_SEARCH, label=_tr("Ctrl+D keeps a search"), icon="star"))


def _add_boards(above: Node) -> None:
    for key, label, icon, spec in (
        ("conflicts", _tr("Contradictions"), "conflict", ListSpec(conflicts=True)),
        ("gaps", _tr("What is missing"), "evidence-none", ListSpec(gaps=True)),
    ):
        above.add(Node(key=key, label=label, icon=icon, spec=spec))


def _tr(text: str) -> str:
    return QCoreApplication.translate("sidebar", text)
