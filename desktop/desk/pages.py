"""What the desk shows of one source."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.queries.sources import SourcePage
from db.rows.entries import EntrySheet


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """A source's text with its marks, and the values of its fields as text."""

    page: SourcePage
    values: Mapping[str, str]


def desk_page(page: SourcePage | None, sheet: EntrySheet | None) -> DeskPage | None:
    """Put together what two queries found, or None where the source is gone."""
    if page is None or sheet is None:
        return None
    return DeskPage(page=page, values=sheet.values)
