"""Which entries a report holds: what belongs to the country, within period, tags and the new."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import ColumnElement, CompoundSelect, select, union_all
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry, Link
from db.queries.among import among
from db.queries.dossier.fetching import fetched
from db.queries.dossier.limits import is_limited, limits
from db.queries.reports import PrintedReportRow, last_report, printed_versions
from db.rows.dossier import DossierChoices
from db.terms import AGREEMENT_ROLES, MEETING_ROLES, EntryKind, LinkKind, Strength

News = Literal["", "new", "changed"]

PARTICIPANTS = (EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE)
APPEARANCES = (
    *AGREEMENT_ROLES,
    *MEETING_ROLES,
    LinkKind.SESSION_OF,
    LinkKind.VENUE,
    LinkKind.GOVERNED_BY,
)
"""By these somebody appears in an agreement or meeting."""
_STRENGTHS = {int(strength): strength for strength in Strength}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The entries of a report, by kind."""

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
    """Return the entries that belong to the country and answer the choices (see ``limits``).

    What has no date stays, as an archivist keeps an undated sheet in its file, last in its section
    and among the gaps for want of a date.

    Raises:
        DateError: the period is not written as dates are.
    """
    asked, last = as_asked(session, choices)
    strengths = {
        kind: found
        for kinds in (
            (EntryKind.AGREEMENT,),
            (EntryKind.MEETING,),
            (EntryKind.SOURCE,),
            PARTICIPANTS,
        )
        for kind, found in _belonging(session, asked, kinds).items()
    }
    printed = printed_versions(session, last.id) if last else {}
    news = _news(session, strengths, printed) if asked.only_new else {}
    return Chosen(choices=asked, strengths=strengths, news=news, printed=printed)


def as_asked(
    session: Session, choices: DossierChoices
) -> tuple[DossierChoices, PrintedReportRow | None]:
    """Return choices with the day of the last report, and that report where the new is asked."""
    asked = replace(choices, country=choices.country.upper())
    if not asked.only_new:
        return asked, None
    last = last_report(session, asked.country)
    day = last.printed_at.astimezone().date().isoformat() if last else ""
    return replace(asked, since=day), last


def belong(
    session: Session, choices: DossierChoices, kinds: Collection[EntryKind]
) -> Iterator[ColumnElement[bool]]:
    """Yield what chooses the entries of one kind, or all participants, by ``EntryCountry``.

    Participants of a report limited to a period or to subjects are those who appear in it.
    """
    yield EntryCountry.code == choices.country
    yield EntryCountry.kind.in_(kinds)
    yield ~EntryCountry.trashed
    yield from limits(session, choices, next(iter(kinds)))
    if kinds == PARTICIPANTS and is_limited(choices):
        yield EntryCountry.entry_id.in_(_appearing(session, choices))


def _appearing(session: Session, choices: DossierChoices) -> CompoundSelect[int | None]:
    held = union_all(
        *(
            select(EntryCountry.entry_id).where(*belong(session, choices, (kind,))).correlate(None)
            for kind in (EntryKind.AGREEMENT, EntryKind.MEETING)
        )
    )
    links = Link.subject_id.in_(held)
    return (
        select(Link.object_id)
        .where(links, Link.kind.in_(APPEARANCES))
        .union(select(Link.on_behalf_of_id).where(links))
    )


def _belonging(
    session: Session, choices: DossierChoices, kinds: Collection[EntryKind]
) -> dict[EntryKind, dict[int, Strength]]:
    found: dict[EntryKind, dict[int, Strength]] = {kind: {} for kind in kinds}
    rows = fetched(
        session,
        select(EntryCountry.kind, EntryCountry.entry_id, EntryCountry.strength)
        .where(*belong(session, choices, kinds))
        .order_by(EntryCountry.entry_id),
    )
    for kind, entry, strength in rows:
        found[EntryKind(kind)][entry] = _STRENGTHS[strength]
    return found


def _news(
    session: Session,
    strengths: Mapping[EntryKind, Mapping[int, Strength]],
    printed: Mapping[str, int],
) -> dict[int, News]:
    entries = (entry for found in strengths.values() for entry in found)
    table = Entry.__table__.c
    rows = fetched(
        session,
        select(table.id, table.reference, table.version).where(table.id.in_(among(entries))),
    )
    return {entry: news_of(printed, reference, version) for entry, reference, version in rows}


def news_of(printed: Mapping[str, int], reference: str, version: int) -> News:
    """Tell whether an entry is new or changed against the versions that were printed."""
    if reference not in printed:
        return "new"
    return "changed" if version > printed[reference] else ""
