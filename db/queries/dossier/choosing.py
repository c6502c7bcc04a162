"""Which entries a report holds: what belongs to the country, within period, tags and the new."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry
from db.queries.among import among
from db.queries.dossier.limits import in_period, tagged
from db.queries.reports import last_report, printed_versions
from db.rows.dossier import DossierChoices
from db.terms import EntryKind, Strength

News = Literal["", "new", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The entries of a report, by kind; participants are not limited by period or tags yet."""

    choices: DossierChoices
    """As asked, with the country in capitals and the day of the last report."""
    strengths: Mapping[EntryKind, Mapping[int, Strength]]
    news: Mapping[int, News]
    """Of each entry, where only the new is asked for."""
    printed: Mapping[str, int]
    """What has been printed of the country: references with their versions."""

    def of(self, kind: EntryKind) -> Mapping[int, Strength]:
        """Return the entries of a kind with how strongly they belong."""
        return self.strengths.get(kind, {})

    def strength(self, entry_id: int) -> Strength:
        """Return how strongly a chosen entry belongs."""
        return next(found[entry_id] for found in self.strengths.values() if entry_id in found)

    @property
    def ids(self) -> set[int]:
        """All entries."""
        return {entry for kind in self.strengths.values() for entry in kind}


def choose(session: Session, choices: DossierChoices) -> Chosen:
    """Return the entries that belong to the country and answer the choices.

    An agreement lies in the period by any dated act, a meeting by its days, a source by the day it
    was published. What has no date, or none with a year, can't be said to lie outside: it stays,
    as an archivist keeps an undated sheet in its file, last in its section and among the gaps for
    want of a date. Tags are any-of and bring their narrower tags; an unknown tag matches nothing.

    Raises:
        DateError: the period is not written as dates are.
    """
    asked = replace(choices, country=choices.country.upper())
    strengths = _belonging(session, asked.country)
    chosen = {kind: dict(found) for kind, found in strengths.items()}
    for kind in (EntryKind.AGREEMENT, EntryKind.MEETING, EntryKind.SOURCE):
        found = strengths.get(kind, {})
        kept = tagged(session, asked, in_period(session, asked, kind, set(found)))
        chosen[kind] = {entry: strength for entry, strength in found.items() if entry in kept}
    if not asked.only_new:
        return Chosen(choices=asked, strengths=chosen, news={}, printed={})
    return _only_new(session, asked, chosen)


def _belonging(session: Session, country: str) -> dict[EntryKind, dict[int, Strength]]:
    found: defaultdict[EntryKind, dict[int, Strength]] = defaultdict(dict)
    rows = session.execute(
        select(EntryCountry.kind, EntryCountry.entry_id, EntryCountry.strength)
        .where(EntryCountry.code == country, ~EntryCountry.trashed)
        .order_by(EntryCountry.entry_id)
    )
    for kind, entry, strength in rows:
        found[EntryKind(kind)][entry] = Strength(strength)
    return found


def _only_new(
    session: Session, choices: DossierChoices, strengths: dict[EntryKind, dict[int, Strength]]
) -> Chosen:
    last = last_report(session, choices.country)
    printed = printed_versions(session, last.id) if last else {}
    rows = session.execute(
        select(Entry.id, Entry.reference, Entry.version).where(
            Entry.id.in_(among(entry for found in strengths.values() for entry in found))
        )
    )
    news: dict[int, News] = {
        entry: news_of(printed, reference, version) for entry, reference, version in rows
    }
    kept = {
        kind: {entry: strength for entry, strength in found.items() if news.get(entry)}
        for kind, found in strengths.items()
    }
    day = last.printed_at.astimezone().date().isoformat() if last else ""
    asked = replace(choices, since=day)
    return Chosen(choices=asked, strengths=kept, news=news, printed=printed)


def news_of(printed: Mapping[str, int], reference: str, version: int) -> News:
    """Tell whether an entry is new or changed against the versions that were printed."""
    if reference not in printed:
        return "new"
    return "changed" if version > printed[reference] else ""
