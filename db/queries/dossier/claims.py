"""What the sources say: every claim about the entries of a dossier, by what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from db.models import TARGETS, Entry, Evidence, EvidencePassage, Name, Passage, Quotation
from db.queries.among import among
from db.queries.dossier.content import Content
from db.queries.dossier.facts import Facts
from db.queries.dossier.fetching import fetched
from db.queries.dossier.reading import grouped
from db.rows.faces import Target
from db.terms import How

_COLUMNS = (
    "id", "field", "source_id", "value", "as_stated", "how", "attributed_as", "attributed_to_id",
    "reason",
)  # fmt: skip


class Claim(NamedTuple):
    """A claim; ``owner_id`` is the entry whose sheet it is on."""

    id: int
    target: Target
    owner_id: int
    source_id: int
    value: str
    as_stated: str
    how: How
    attributed_as: str
    attributed_to_id: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Claims by the entry whose sheet they are on, and by the thing they are about."""

    of_entry: Mapping[int, tuple[Claim, ...]]
    of_thing: Mapping[tuple[str, int], tuple[Claim, ...]]
    words: Mapping[int, tuple[str, ...]]
    """The passages of each claim, letter by letter."""

    def telling(self, thing: str, thing_id: int) -> tuple[Claim, ...]:
        """Return the claims that tell something of a thing, not those that it is not stated."""
        claims = self.of_thing.get((thing, thing_id), ())
        return tuple(claim for claim in claims if claim.how != How.NOT_STATED)

    def is_inferred(self, thing: str, thing_id: int, field: str | None = None) -> bool:
        """Tell whether a thing, or a field of it, has evidence and all of that is inferred."""
        claims = [
            claim
            for claim in self.telling(thing, thing_id)
            if field is None or claim.target.field == field
        ]
        return bool(claims) and all(claim.how == How.INFERRED for claim in claims)


def read_claims(session: Session, facts: Facts, content: Content, ids: Iterable[int]) -> Claims:
    """Return the claims of sources that are not in the trash about entries and their parts."""
    found = _read(session, _owners(facts, content), frozenset(ids))
    by_thing: dict[tuple[str, int], list[Claim]] = {}
    for claim in found:
        by_thing.setdefault((claim.target.thing, claim.target.id), []).append(claim)
    return Claims(
        of_entry=grouped(found, attrgetter("owner_id")),
        of_thing={thing: tuple(claims) for thing, claims in by_thing.items()},
        words=_words(session, found),
    )


def _owners(facts: Facts, content: Content) -> dict[str, dict[int, int]]:
    return {
        "link": {link.id: link.subject_id for link in facts.link.values()},
        "stage": {act.id: act.agreement_id for act in facts.stage.values()},
        "point": {each.id: each.entry_id for each in content.point.values()},
        "figure": {each.id: each.entry_id for each in content.figure.values()},
    }


def _read(
    session: Session, owners: Mapping[str, Mapping[int, int]], ids: frozenset[int]
) -> list[Claim]:
    source = aliased(Entry)
    names = select(Name.id).where(Name.entry_id.in_(among(ids)))
    quotations = select(Quotation.id).where(Quotation.entry_id.in_(among(ids)))
    rows = fetched(
        session,
        select(
            func.coalesce(Evidence.entry_id, Name.entry_id, Quotation.entry_id),
            *(getattr(Evidence, f"{thing}_id") for thing in TARGETS),
            *(getattr(Evidence, name) for name in _COLUMNS),
        )
        .join(source, source.id == Evidence.source_id)
        .outerjoin(Name, Name.id == Evidence.name_id)
        .outerjoin(Quotation, Quotation.id == Evidence.quotation_id)
        .where(
            ~source.trashed,
            or_(
                Evidence.entry_id.in_(among(ids)),
                Evidence.name_id.in_(names),
                Evidence.quotation_id.in_(quotations),
                Evidence.link_id.in_(among(owners["link"])),
                Evidence.stage_id.in_(among(owners["stage"])),
                Evidence.point_id.in_(among(owners["point"])),
                Evidence.figure_id.in_(among(owners["figure"])),
            ),
        )
        .order_by(Evidence.id),
    )
    return [_claim(row, owners) for row in rows]


def _claim(row: tuple[Any, ...], owners: Mapping[str, Mapping[int, int]]) -> Claim:
    owner, *targets = row[: 1 + len(TARGETS)]
    number, field, *rest = row[1 + len(TARGETS) :]
    thing, target_id = next(
        (thing, target)
        for thing, target in zip(TARGETS, targets, strict=True)
        if target is not None
    )
    target = Target(thing, target_id, field)
    return Claim(number, target, owners[thing][target_id] if owner is None else owner, *rest)


def _words(session: Session, claims: Iterable[Claim]) -> dict[int, tuple[str, ...]]:
    rows = fetched(
        session,
        select(EvidencePassage.evidence_id, Passage.words)
        .join(Passage, Passage.id == EvidencePassage.passage_id)
        .where(EvidencePassage.evidence_id.in_(among(claim.id for claim in claims)))
        .order_by(EvidencePassage.evidence_id, EvidencePassage.position),
    )
    pairs = [(claim, words) for claim, words in rows]
    return {
        claim: tuple(words for _claim, words in group)
        for claim, group in grouped(pairs, lambda pair: pair[0]).items()
    }
