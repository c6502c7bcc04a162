"""What a query asks of the values of facets, read from its text and written into it."""

from db.rows.facets import FACETS
from db.search.editing import choices_in, with_choice, without_choice
from desktop.models.facet_rows import Wish, Wishes, wish_key


def wishes_in(query: str) -> Wishes:
    """Return which values a query asks for or leaves out."""
    return {
        wish_key(field, key): Wish.WITH if wanted else Wish.WITHOUT
        for field in FACETS
        for key, wanted in choices_in(query, field).items()
    }


def query_wishing(query: str, field: str, key: str, wish: Wish, language: str) -> str:
    """Return a query that asks for a value or leaves it out; if it did so already, no more."""
    return with_choice(
        query,
        field,
        key,
        excluded=wish is Wish.WITHOUT,
        language="ru" if language == "ru" else "en",
    )


def query_without_wishes(query: str) -> str:
    """Return a query that asks nothing of any value that a facet can show."""
    for field in FACETS:
        for key in choices_in(query, field):
            query = without_choice(query, field, key)
    return query
