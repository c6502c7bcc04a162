"""What a picker offers for words typed: entries found, look-alikes, countries still to be made."""

from collections.abc import Callable, Collection
from typing import Any

from db.queries.picker import Found, find_entries, look_alikes
from db.terms import EntryKind
from db.text.countries import country_name
from desktop.labels import heading
from desktop.widgets.picker import LOOK_ALIKE, PickerOffer

Offers = tuple[tuple[PickerOffer, Found], ...]
"""What is offered, each with what it stands for."""


def offers_query(
    typed: str, kinds: Collection[EntryKind], language: str
) -> Callable[[Any], Offers]:
    """Make the query for what to offer: names that hold the words, then names like them."""

    def query(session: Any) -> Offers:  # noqa: ANN401 - a session, which forms may not name
        found = find_entries(session, typed, kinds)
        known = {offer.ref.id for offer in found if offer.ref is not None}
        alike = [
            offer
            for offer in look_alikes(session, typed, kinds)
            if offer.ref is not None and offer.ref.id not in known
        ]
        return (
            *((_offer(offer, language), offer) for offer in found),
            *((_offer(offer, language, badge=LOOK_ALIKE), offer) for offer in alike),
        )

    return query


def _offer(found: Found, language: str, badge: str = "") -> PickerOffer:
    countries = [
        country_name(code, "ru" if language == "ru" else "en")
        for code in found.country_codes.split()[:2]
        if found.kind != EntryKind.PLACE
    ]
    reference = found.ref.reference if found.ref is not None else ""
    parts = [heading(found.kind), found.matched, found.body, *countries, reference]
    return PickerOffer(
        id=found.ref.id if found.ref is not None else None,
        title=found.title,
        detail="  ·  ".join(filter(None, parts)),
        kind=str(found.kind),
        badge=badge,
    )
