"""Saved searches as they cross the border."""

from dataclasses import dataclass

from db.rows.lists import ListSpec
from db.terms import EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearchRow:
    """A search kept under a name: a query, the list it narrows, and an order where one was kept."""

    id: int
    name: str
    query: str
    kind: EntryKind | None
    """The list it is at home in; None: all entries."""
    sort: str = ""
    """A key of ``db.queries.lists.SORTS``; empty: as that list is ordered."""
    descending: bool = False

    def spec(self) -> ListSpec:
        """Return the list it shows; where no order was kept, in the order a spec has by itself."""
        bare = ListSpec()
        return ListSpec(
            kind=self.kind,
            saved=self.id,
            query=self.query,
            sort=self.sort or bare.sort,
            descending=self.descending if self.sort else bare.descending,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSpec:
    """What is kept of a search, besides its place among the others."""

    name: str
    query: str = ""
    kind: EntryKind | None = None
    sort: str = ""
    descending: bool = False
