"""The material of a dossier, gathered: what the sections are written from, and how they cite."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Place
from db.queries.dossier.choosing import Chosen
from db.queries.dossier.claims import Claims, read_claims
from db.queries.dossier.content import Content
from db.queries.dossier.content_reading import read_content
from db.queries.dossier.details import Details, read_details
from db.queries.dossier.facts import Facts, StageFact
from db.queries.dossier.naming import Names, read_names
from db.queries.dossier.progress import Progress, Tell, tell_nobody
from db.queries.dossier.reading import grouped, read_entries, read_facts
from db.terms import EntryKind, PlaceKind


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers sources in the order in which they are first cited, from 1."""

    given: dict[int, int] = field(default_factory=dict[int, int])

    def numbers(self, sources: Iterable[int]) -> tuple[int, ...]:
        """Return the numbers of sources, each once, ascending; new ones are given here."""
        given = self.given
        numbers = {given.setdefault(source, len(given) + 1) for source in sources}
        return tuple(sorted(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that is known, in the language of the report, and the sources cited so far."""

    chosen: Chosen
    as_of: date
    country_ids: tuple[int, ...]
    facts: Facts
    content: Content
    details: Details
    claims: Claims
    names: Names
    progress: Progress
    held: frozenset[int]
    """The agreements and meetings."""
    stages_at: Mapping[int, tuple[StageFact, ...]]
    """The acts done at a meeting."""
    numbering: Numbering = field(default_factory=Numbering)

    def cite(self, thing: str, thing_id: int) -> tuple[int, ...]:
        """Return the numbers of the sources that tell of a thing."""
        return self.numbering.numbers(
            claim.source_id for claim in self.claims.telling(thing, thing_id)
        )


def gather(session: Session, chosen: Chosen, as_of: date, *, tell: Tell = tell_nobody) -> Material:
    """Return the material of a dossier, read in a fixed number of statements."""
    country = chosen.choices.country
    itself = tuple(
        session.scalars(
            select(Place.id)
            .where(Place.code == country, Place.place_kind == PlaceKind.COUNTRY, ~Place.trashed)
            .order_by(Place.id)
        )
    )
    entries = frozenset({*chosen.of(EntryKind.AGREEMENT), *chosen.of(EntryKind.MEETING)})
    content = read_content(session, entries)
    ids = {*chosen.ids, *itself}
    facts = read_facts(session, country, ids, led_to=entries, also=content.named)
    claims = read_claims(session, facts, content, entries)
    details = read_details(session, entries)
    facts = _with_claimed(session, facts, claims)
    return Material(
        chosen=chosen,
        as_of=as_of,
        country_ids=itself,
        facts=facts,
        content=content,
        details=details,
        claims=claims,
        names=read_names(session, facts, chosen.choices.language),
        progress=Progress(session=session, tell=tell, total=len(chosen.ids)),
        held=entries,
        stages_at=grouped(facts.stage.values(), attrgetter("meeting_id")),
    )


def _with_claimed(session: Session, facts: Facts, claims: Claims) -> Facts:
    """Add the entries that claims are attributed to, or that they say a place is."""
    named = {
        entry
        for group in claims.of_entry.values()
        for claim in group
        for entry in (claim.attributed_to_id, int(claim.value) if claim.value.isdecimal() else None)
        if entry is not None and entry not in facts.entries
    }
    return replace(facts, entries={**facts.entries, **read_entries(session, named)})
