"""The numbers missing from a series of meetings: between the 19th and the 21st there was a 20th."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Link, Meeting
from db.queries.among import among
from db.queries.dossier.material import Material
from db.rows.dossier import DossierGap
from db.terms import EntryKind, LinkKind


def series_gaps(session: Session, material: Material) -> Iterator[DossierGap]:
    """Yield what is missing between the sessions of each body that the dossier's meetings are of.

    Sessions count wherever they are catalogued, within the limits of the report or not. Numbers
    that follow each other are one gap: "2–18".
    """
    bodies = {
        link.object_id
        for entry in material.chosen.of(EntryKind.MEETING)
        for link in material.facts.links(entry, LinkKind.SESSION_OF)
        if link.object_id is not None and material.facts.present(link.object_id)
    }
    numbers = _numbers(session, bodies)
    for body in sorted(numbers, key=lambda body: material.facts.entries[body].reference):
        for first, last in missing_runs(numbers[body]):
            yield DossierGap(
                kind="series",
                reference=material.facts.entries[body].reference,
                title=material.names.title(body),
                detail=str(first) if first == last else f"{first}–{last}",
            )


def _numbers(session: Session, bodies: Iterable[int]) -> dict[int, set[int]]:
    rows = session.execute(
        select(Link.object_id, Meeting.ordinal)
        .join(Meeting, Meeting.id == Link.subject_id)
        .where(
            Link.kind == LinkKind.SESSION_OF,
            Link.object_id.in_(among(bodies)),
            Meeting.ordinal.is_not(None),
            ~Meeting.trashed,
        )
    )
    found: dict[int, set[int]] = {}
    for body, number in rows:
        if body is not None and number is not None:
            found.setdefault(body, set()).add(number)
    return found


def missing_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the runs of numbers, first and last, that lie between the ones given."""
    there = sorted(set(numbers))
    return [(one + 1, other - 1) for one, other in pairwise(there) if other - one > 1]
