"""Facets: what the entries of a list are about, each value with how many of them have it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.rows.entries import TagRow

FACETS = ("country", "kind", "stage", "type", "tag", "year", "body", "state", "lang", "review")
"""What is counted, by the names of the query language's fields, in the order it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value: as the query language takes it, and how many entries have it."""

    key: str
    count: int
    label: str = ""
    """What it is called, where that is not known from the key alone: the title of a body."""
    reference: str = ""
    """Of a body: as the query language takes it too; the key, where several bear its title."""
    countries: str = ""
    """Of a body: its countries (ISO 3166-1 alpha-2, with spaces between)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """All that was counted in what one list shows."""

    total: int = 0
    """How many entries the list shows."""
    values: Mapping[str, tuple[FacetValue, ...]] = field(
        default_factory=dict[str, tuple[FacetValue, ...]]
    )
    """By the names in ``FACETS``, all but tag: the most frequent first, years the latest first."""
    tags: tuple[TagRow, ...] = ()
    """Tags that an entry has, itself or by a narrower one; broader before narrower."""
    totals: Mapping[str, int] = field(default_factory=dict[str, int])
    """By facets counted as if the query asked for none of their values: entries there would be."""
